package pdf

import (
	"context"
	"fmt"
	"testing"

	"riskbok/importers/pdf/pdftest"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// book makes a meeting book: pages with a ruled plan of 25 rows and some text.
func book(pages int) []byte {
	contents := make([]string, pages)
	for i := range contents {
		var rows [][2]string
		for k := range 25 {
			rows = append(rows, [2]string{fmt.Sprintf("R%d", k+1), "Bidrag betalas ut utan att villkoren ar uppfyllda"})
		}
		contents[i] = plan(740, rows...)
		for k := range 10 {
			contents[i] += at(50, 200-12*float64(k), "Namnden har gatt igenom riskerna tillsammans med forvaltningens chefer.")
		}
	}
	return pdftest.Pages(contents, "")
}

func benchmark(b *testing.B, data []byte) {
	b.Helper()
	b.ReportAllocs()
	pages := 0
	for b.Loop() {
		p, err := Scan(context.Background(), model.File{Data: data}, source.Options{})
		if err != nil {
			b.Fatal(err)
		}
		pages += len(p.Pages)
	}
	b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
}

func BenchmarkScan20Pages(b *testing.B)  { benchmark(b, book(20)) }
func BenchmarkScan200Pages(b *testing.B) { benchmark(b, book(200)) }

// Real programs' pages, with embedded fonts.
func BenchmarkScanLibreOffice(b *testing.B) { benchmark(b, readSample(b, "long-libreoffice.pdf")) }
func BenchmarkScanChromium(b *testing.B)    { benchmark(b, readSample(b, "long-bare.pdf")) }
