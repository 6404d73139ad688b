package rules

import (
	"slices"
	"strings"
	"unicode"

	"riskbok/rules/model"
)

var followUpUnknown = Rule{Name: "followup-unknown", Severity: Warning, Fix: Judgement, Check: checkFollowUpUnknown}

func checkFollowUpUnknown(c *Case) []Finding {
	if len(c.risks) == 0 {
		return nil
	}
	var out []Finding
	for _, fu := range c.FollowUps {
		if fu.Collected {
			continue
		}
		for i := range fu.Rows {
			row := &fu.Rows[i]
			if !row.Number.OK || len(c.byNumber[c.rowNumber(row)]) > 0 || c.numberedAlike(row) || c.board[fu.At.Doc] && row.Event.OK && len(c.byEvent[model.Key(row.Event.V)]) > 0 {
				continue // the whole board numbers the units' risks in a way of its own
			}
			f := c.followUpFinding(fu, row, model.FieldNumber, row.Number.At, "unknown")
			f.Found = row.Number.V
			f.Fix = &Fix{Class: Judgement}
			out = append(out, f)
		}
	}
	return out
}

// numberedAlike reports whether a risk with the row's text to the letter has its
// number but for the letters: "R1" where the row says "1".
func (c *Case) numberedAlike(row *model.FollowUpRow) bool {
	if !row.Event.OK {
		return false
	}
	digits := func(number string) string { return strings.TrimLeftFunc(number, unicode.IsLetter) }
	text, number := model.Key(row.Event.V), digits(c.rowNumber(row))
	risks := c.byEvent[text]
	if len(risks) <= c.crowds.few {
		return slices.ContainsFunc(risks, func(r *riskRef) bool { return digits(r.numberKey()) == number })
	}
	numbers := c.crowds.letters.of(text, func() map[string]bool {
		all := map[string]bool{}
		for _, r := range risks {
			all[digits(r.numberKey())] = true
		}
		return all
	})
	return numbers[number]
}
