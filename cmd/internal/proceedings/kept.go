package proceedings

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"strings"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// Kept is the lines of forms as other programs printed them, or as a scan of
// these was recognized: what a reader is given, in the order of the forms.
type Kept struct {
	Form  string
	Pages []grid.Page
}

// Keep writes kept lines, compressed.
func Keep(w io.Writer, all []Kept) error {
	z := gzip.NewWriter(w)
	for _, k := range all {
		fmt.Fprintf(z, "## %s\n", k.Form)
		for _, p := range k.Pages {
			fmt.Fprintf(z, "=== %.1f %.1f\n", p.Width, p.Height)
			for _, l := range p.Lines {
				b := l.At.Box
				fmt.Fprintf(z, "%.1f %.1f %.1f %.1f %.1f %d %d %t %t\t%s\n", b.X0, b.Y0, b.X1, b.Y1, l.Size, l.At.Row, l.At.Col, l.Bold, l.InTable, l.Text)
			}
		}
	}
	return z.Close()
}

// Load reads what [Keep] wrote.
func Load(r io.Reader) ([]Kept, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, err
	}
	var all []Kept
	lines := bufio.NewScanner(z)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if name, ok := strings.CutPrefix(line, "## "); ok {
			all = append(all, Kept{Form: name})
			continue
		}
		if len(all) == 0 {
			return nil, fmt.Errorf("line %d: expected a form", n)
		}
		k := &all[len(all)-1]
		if size, ok := strings.CutPrefix(line, "=== "); ok {
			p := grid.Page{Number: len(k.Pages) + 1, Place: int32(len(k.Pages))}
			if _, err := fmt.Sscanf(size, "%f %f", &p.Width, &p.Height); err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
			k.Pages = append(k.Pages, p)
			continue
		}
		if len(k.Pages) == 0 {
			return nil, fmt.Errorf("line %d: expected a page", n)
		}
		l, err := loadLine(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		p := &k.Pages[len(k.Pages)-1]
		l.At.Place = p.Place
		p.Lines = append(p.Lines, l)
	}
	return all, lines.Err()
}

func loadLine(line string) (grid.Line, error) {
	numbers, text, ok := strings.Cut(line, "\t")
	if !ok {
		return grid.Line{}, fmt.Errorf("expected a tab before the text")
	}
	l := grid.Line{Text: text}
	var b model.Rect
	_, err := fmt.Sscanf(numbers, "%f %f %f %f %f %d %d %t %t", &b.X0, &b.Y0, &b.X1, &b.Y1, &l.Size, &l.At.Row, &l.At.Col, &l.Bold, &l.InTable)
	l.At.Box = b
	return l, err
}
