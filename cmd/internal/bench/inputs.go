package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"riskbok/cmd/internal/proceedings"
)

// levels are those of the usual scale of four, as it is printed.
var levels = [2][4]string{
	{"Osannolik", "Mindre sannolik", "Möjlig", "Sannolik"},
	{"Försumbar", "Lindrig", "Kännbar", "Allvarlig"},
}

// register writes a workbook of so many risks with its scale. Shift moves the
// levels, so that two years differ.
func register(name string, risks, shift int) error {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", "Riskanalys"); err != nil {
		return err
	}
	w, err := f.NewStreamWriter("Riskanalys")
	if err != nil {
		return err
	}
	if err := w.SetRow("A1", []any{"Nr", "Risk", "Sannolikhet", "Konsekvens", "Riskvärde", "Riskhantering", "Åtgärd", "Ansvarig"}); err != nil {
		return err
	}
	for i := range risks {
		l, c := (i*7+shift*(i%3))%4, (i/4)%4
		treatment := "Reducera risk"
		if (l+1)*(c+1) <= 3 {
			treatment = "Acceptera risk"
		}
		row := []any{"R" + strconv.Itoa(i+1), fmt.Sprintf("Händelse %d i hamnens arbete med bryggor, bojar och bokningar", i+1),
			levels[0][l], levels[1][c], (l + 1) * (c + 1), treatment, fmt.Sprintf("Rutin %d ses över", i+1), "Hamnchef"}
		if err := w.SetRow("A"+strconv.Itoa(i+2), row); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if err := scale(f); err != nil {
		return err
	}
	return f.SaveAs(name)
}

// scale writes the definitions by which the values are judged.
func scale(f *excelize.File) error {
	if _, err := f.NewSheet("Definitioner"); err != nil {
		return err
	}
	rows := [][]any{{"Sannolikhet", "Värde", "", "Konsekvens", "Värde", "", "Riskvärde", "Riskhantering"}}
	bands := [4][2]any{{"1-3", "Acceptera risk"}, {"4-16", "Reducera risk"}, {"", ""}, {"", ""}}
	for i := range 4 {
		rows = append(rows, []any{levels[0][i], i + 1, "", levels[1][i], i + 1, "", bands[i][0], bands[i][1]})
	}
	for i := range rows {
		if err := f.SetSheetRow("Definitioner", "A"+strconv.Itoa(i+1), &rows[i]); err != nil {
			return err
		}
	}
	return nil
}

// book prints a meeting book of so many pages: minutes in all forms that the
// project knows, one after the other, the first of them again where they end.
func book(pages int) []byte {
	whole := &proceedings.Paper{}
	counts := make([]int, len(proceedings.Forms))
	for n, sum := 0, 0; sum < pages; n++ {
		k := n % len(counts)
		p, _ := proceedings.Compose(&proceedings.Forms[k])
		if counts[k] == 0 {
			counts[k] = pagesOf(proceedings.PDF(p))
		}
		p.Blocks[0].NewPage = true
		if n == 0 {
			whole.Head, whole.Foot = p.Head, p.Foot
		}
		whole.Blocks = append(whole.Blocks, p.Blocks...)
		sum += counts[k]
	}
	return proceedings.PDF(whole)
}

func pagesOf(data []byte) int { return bytes.Count(data, []byte("/Type/Page/")) }

// archive writes so many small workbooks into folders by year, copies of one
// with names of their own.
func archive(dir, source string, n int) error {
	z, err := zip.OpenReader(source)
	if err != nil {
		return err
	}
	defer z.Close()
	parts := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return err
		}
		if parts[f.Name], err = io.ReadAll(r); err != nil {
			return err
		}
		r.Close()
	}
	for i := range n {
		year, board := strconv.Itoa(2022+i%5), boardName(i/5)
		if err := os.MkdirAll(filepath.Join(dir, year), 0o755); err != nil {
			return err
		}
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		swap := strings.NewReplacer("Omsorgsnämnden", board, "2026", year)
		for _, f := range z.File {
			part, err := w.Create(f.Name)
			if err != nil {
				return err
			}
			if _, err := swap.WriteString(part, string(parts[f.Name])); err != nil {
				return err
			}
		}
		if err := w.Close(); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, year, board+" "+year+".xlsx"), out.Bytes(), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// boardName makes a name that no other number has, nor one like it.
func boardName(n int) string {
	kinds := []string{"Hamn", "Kultur", "Skol", "Val", "Byggnads", "Miljö", "Social", "Fritids", "Trafik", "Park"}
	places := []string{"Storö", "Lillholmen", "Sundvik", "Granfors", "Ekenäs", "Björkudden", "Tallmo", "Vikarby", "Norrstad", "Havslätt", "Mellangård", "Åkerhult", "Ytterby", "Fiskeläge", "Kvarnbäck", "Rönninge", "Hedlunda", "Lövsjö", "Älgskog", "Österäng"}
	name := kinds[n%len(kinds)] + "nämnden i " + places[n/len(kinds)%len(places)]
	if n /= len(kinds) * len(places); n > 0 {
		name += " " + strconv.Itoa(n+1)
	}
	return name
}

// smallSample is the sample that archives are copies of.
const smallSample = "omsorgsnamnden-2026.xlsx"
