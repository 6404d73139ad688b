package excel

import (
	"bytes"
	"context"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/importers/source"
	"riskbok/rules/model"
)

// risks makes a workbook whose sheets are registers of 12 columns, one formula
// with its result in each row.
func risks(b *testing.B, sheets, rows int) []byte {
	f := excelize.NewFile()
	defer f.Close()
	levels := []string{"Osannolik", "Mindre sannolik", "Möjlig", "Sannolik"}
	for s := range sheets {
		name := "Sheet" + strconv.Itoa(s+1)
		if _, err := f.NewSheet(name); err != nil {
			b.Fatal(err)
		}
		w, err := f.NewStreamWriter(name)
		if err != nil {
			b.Fatal(err)
		}
		for r := 1; r <= rows; r++ {
			n := strconv.Itoa(r)
			row := []any{"Säker miljö", "Risk nummer " + n + " i en lång rad av risker", "R" + n, levels[r%4], levels[r/4%4],
				excelize.Cell{Formula: "D" + n + "*E" + n, Value: r % 17}, "Reducera risk", "R" + n, r * 3 / 2, "Åtgärd " + n, "Chef", "T1, T2"}
			if err := w.SetRow("A"+n, row); err != nil {
				b.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil {
			b.Fatal(err)
		}
	}
	var buf bytes.Buffer
	if err := f.Write(&buf); err != nil {
		b.Fatal(err)
	}
	return buf.Bytes()
}

func benchOurs(b *testing.B, data []byte) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		if _, err := Sheets(context.Background(), model.File{Data: data}, source.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func benchExcelize(b *testing.B, data []byte) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			b.Fatal(err)
		}
		for _, sheet := range f.GetSheetList() {
			if _, err := f.GetRows(sheet); err != nil {
				b.Fatal(err)
			}
		}
		f.Close()
	}
}

// A workbook of 40 KB with 6 sheets; the same size without stored results; one
// of 100,000 risks.
func BenchmarkSmall(b *testing.B)         { benchOurs(b, risks(b, 6, 120)) }
func BenchmarkSmallExcelize(b *testing.B) { benchExcelize(b, risks(b, 6, 120)) }
func BenchmarkComputed(b *testing.B)      { benchOurs(b, generated(b, 1, 5, 90, 8)) }
func BenchmarkLarge(b *testing.B)         { benchOurs(b, risks(b, 1, 100_000)) }
func BenchmarkLargeExcelize(b *testing.B) { benchExcelize(b, risks(b, 1, 100_000)) }
