package rules

import (
	"testing"

	"riskbok/rules/model"
)

func TestGathered(t *testing.T) {
	var all []Finding
	for i := range 3 * mostAlike {
		f := Finding{Rule: "duplicate-number", Variant: "duplicate", At: model.Source{Doc: 1, Row: int32(i + 1)}, Fix: &Fix{Class: Judgement}}
		if i%3 == 0 {
			f.Rule, f.Fix = "risk-value", &Fix{Class: Safe}
		}
		if i%3 == 1 && i < 10 {
			f.At.Doc = 2
		}
		all = append(all, f)
	}
	got := gathered(all)
	safe, other, alike, more := 0, 0, 0, 0
	for i := range got {
		switch f := &got[i]; {
		case f.Rule == "risk-value":
			safe++
		case f.At.Doc == 2:
			other++
		default:
			alike++
			if n, ok := f.Args[moreAlike].(int); ok {
				if more = n; alike != mostAlike {
					t.Errorf("number %d tells of the others", alike)
				}
			}
		}
	}
	if safe != mostAlike || other != 3 || alike != mostAlike || more != 2*mostAlike-3-mostAlike {
		t.Errorf("%d that can be settled, %d of another document, %d alike and %d more", safe, other, alike, more)
	}
}
