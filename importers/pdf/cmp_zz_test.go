package pdf

import (
	"context"
	"fmt"
	"github.com/xuri/excelize/v2"
	"os"
	"riskbok/importers/source"
	"riskbok/rules/model"
	"strings"
	"testing"
	"unicode"
)

func sq(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
func TestCmpRef(t *testing.T) {
	pdfs := map[string][]string{"2024": {"motesbok-2025-02-17"}, "2025": {"kallelse-2025-11"}, "2026": {"kallelse-2025-11"}}
	for _, y := range []string{"2024", "2025", "2026"} {
		rows := map[string]int{}
		for _, p := range pdfs[y] {
			b, _ := os.ReadFile("/work/shared/reference/" + p + ".pdf")
			ps, err := Scan(context.Background(), model.File{Data: b}, source.Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, tb := range ps.Tables {
				for ri, r := range tb.Rows {
					var o []string
					for _, c := range r {
						if sq(c.Text) != "" {
							o = append(o, sq(c.Text))
						}
					}
					rows[strings.Join(o, "|")] = ps.Places[r[0].At.Place].Page*1000 + ri
				}
			}
		}
		f, err := excelize.OpenFile("/work/shared/reference/riskanalys-internkontrollplan-" + y + ".xlsx")
		if err != nil {
			t.Fatal(err)
		}
		n, miss := 0, 0
		for _, sh := range f.GetSheetList() {
			rs, _ := f.GetRows(sh)
			for i, r := range rs {
				var o []string
				for ci, c := range r {
					if h, _ := f.GetColVisible(sh, string(rune('A'+ci))); !h {
						continue
					}
					if sq(c) != "" {
						o = append(o, sq(c))
					}
				}
				if len(o) < 2 {
					continue
				}
				n++
				if rows[strings.Join(o, "|")] == 0 {
					miss++
					fmt.Println("MISS", y, sh, i+1, strings.Join(o, "|"))
				}
			}
		}
		fmt.Println(y, "rows", n, "missing", miss)
	}
}
