package words

import (
	"strings"

	"riskbok/rules/model"
)

// Limit is which end of a range numbers are.
type Limit int

// The limits.
const (
	NoLimit Limit = iota
	LowerLimit
	UpperLimit
)

// LimitOf gives which end of a range a heading says that the numbers under it
// are, by its last words: "Riskvärde från", "Riskpoäng, högst".
func (x *Index) LimitOf(heading string) Limit {
	text := plainRange(model.Clean(heading))
	for at := 0; at < len(text); {
		p := rangeText{x.ranges(), strings.Trim(text[at:], " ,:()")}
		for _, l := range []struct {
			list  []string
			limit Limit
		}{{p.w.atLeast, LowerLimit}, {p.w.atMost, UpperLimit}, {p.w.to, UpperLimit}} {
			if q := p; q.word(l.list) && q.rest == "" {
				return l.limit
			}
		}
		next := strings.IndexByte(text[at:], ' ')
		if next < 0 {
			break
		}
		at += next + 1
	}
	return NoLimit
}
