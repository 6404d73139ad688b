package pdf

import (
	"context"
	"fmt"
	"os"
	"riskbok/importers/source"
	"riskbok/rules/model"
	"strings"
	"testing"
	"time"
)

func TestZZ(t *testing.T) {
	b, _ := os.ReadFile(os.Getenv("TRY"))
	t0 := time.Now()
	p, err := Scan(context.Background(), model.File{Name: "x", Data: b}, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println("TIME", time.Since(t0), len(p.Pages), p.Damage)
	for _, t := range p.Tables {
		fmt.Printf("== %q page %d conf %.2f\n", t.Name, p.Places[t.Place].Page, t.Confidence)
		for _, a := range t.Above {
			fmt.Println("   ^", a.Text)
		}
		for _, r := range t.Rows {
			var o []string
			for _, c := range r {
				x := strings.ReplaceAll(c.Text, "\n", "⏎")
				if c.Covered {
					x = "·"
				}
				if c.ColSpan > 1 || c.RowSpan > 1 {
					x += fmt.Sprintf("{%dx%d}", c.RowSpan, c.ColSpan)
				}
				o = append(o, x)
			}
			fmt.Println(" |", strings.Join(o, " | "))
		}
	}
}
