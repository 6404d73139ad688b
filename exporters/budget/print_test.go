package budget

import "testing"

// TestPrinted: every sheet is scaled to the width of A4 with its charts, the
// budget's headings stay in sight, and amounts stand to the right on one line.
func TestPrinted(t *testing.T) {
	r, b := harbour()
	f, _ := rendered(t, r, b)
	for sheet, want := range map[string]uint{"Budget 2027": 69, "Ekonomiuppföljning": 70, "Kostnadsfördelning": 84} {
		l, err := f.GetPageLayout(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if *l.Size != 9 || *l.Orientation != "landscape" || *l.AdjustTo != want {
			t.Errorf("%s: paper %d, %s, %d %%, want %d %%", sheet, *l.Size, *l.Orientation, *l.AdjustTo, want)
		}
		h, err := f.GetHeaderFooter(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if want := "&LMiljö- och hamnnämnden – " + sheet + "&RSida &P av &N"; h.OddFooter != want {
			t.Errorf("footer is %q, want %q", h.OddFooter, want)
		}
		p, err := f.GetPanes(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if first := sheet == "Budget 2027"; p.Freeze != first || first && p.TopLeftCell != "B6" {
			t.Errorf("%s is frozen %v at %s", sheet, p.Freeze, p.TopLeftCell)
		}
	}
	for _, at := range []string{"B6", "E6", "G9"} {
		if a := style(t, f, "Budget 2027", at).Alignment; a.Horizontal != "right" || a.Indent != 1 || a.WrapText {
			t.Errorf("%s stands %+v", at, a)
		}
	}
}
