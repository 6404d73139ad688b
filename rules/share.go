package rules

import "riskbok/rules/model"

// most is the share of a column, or of a register's risks, above which it is
// told as a whole and no longer cell by cell: more than half. leastCells is how
// many written cells a column must have for it: in fewer, a few slips are most
// of them (three of five "Kanske" are three slips).
const (
	most       = 0.5
	leastCells = 6
)

// share says of how many cells how many were lost to the judgement, and which
// was the first.
type share struct {
	lost, of int
	first    model.Value[string]
}

func (s share) isMost() bool { return s.of > 0 && float64(s.lost) > most*float64(s.of) }

// mostlyLost reports whether a column is told as a whole.
func (s share) mostlyLost() bool { return s.of >= leastCells && s.isMost() }

// share counts the written cells of a register's column of levels or values
// that were not understood: levels that are not on the scale, values that are
// no whole number.
func (c *Case) share(e *model.Entry, field model.Field) share {
	return c.shares.of(shareKey{e, field}, func() (s share) {
		if e.Has(field) && (e.Scale != nil || field == model.FieldScore) {
			for _, r := range c.byEntry[e] {
				for a := range r.assessed() {
					if a.valuation == nil {
						s.add(field, a)
					}
				}
			}
		}
		return s
	})
}

type shareKey struct {
	entry *model.Entry
	field model.Field
}

// add counts one cell; an empty one, or a formula without a known result, says nothing.
func (s *share) add(field model.Field, a *assessed) {
	written, lost, raw, at := false, false, "", model.Source{}
	if field == model.FieldScore {
		written, raw, at = a.Score.Raw != "" && !a.Score.Uncalculated, a.Score.Raw, a.Score.At
		// an error value is formula-broken's to say, and risk-value's to mend
		lost = !a.Score.OK && !isErrorValue(raw) && !lostReference(a.Score.Formula)
	} else {
		var room roomForLevels
		for _, l := range levelCells(a, &room) {
			if l.field == field {
				written, raw, at = l.value.OK, l.value.Raw, l.value.At
				lost = l.level == nil && !swapped(a)
			}
		}
	}
	if !written {
		return
	}
	s.of++
	if lost {
		if s.lost == 0 {
			s.first = model.Value[string]{V: raw, At: at}
		}
		s.lost++
	}
}

// toldAsWhole reports whether a finding about the whole column takes the place
// of one for each of its cells.
func (c *Case) toldAsWhole(e *model.Entry, field model.Field) bool {
	return c.Settings.Severities[NotChecked] != Off && c.share(e, field).mostlyLost()
}
