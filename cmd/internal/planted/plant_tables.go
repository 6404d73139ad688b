package planted

import (
	"slices"
	"strings"
	"time"

	"riskbok/rules/model"
)

// disagree lets the second of two tables say something else of one risk.
func disagree(f model.Field, change func(string) string) func(*Draft) []Want {
	return func(d *Draft) []Want {
		sheets := d.sheets(func(*Sheet) bool { return true }, []model.Field{f})
		if d.Layout.Numbers == Unnumbered || len(sheets) < 2 || f == model.FieldArea && d.Layout.Areas != AreaRepeated {
			return nil
		}
		s := sheets[1]
		if !s.Spec.has(model.FieldNumber) {
			return nil
		}
		k := d.risk(func(k int) bool {
			return single(k, []*Sheet{s}) && len(sheets[0].rowsOf(k)) == 1 && len(s.rowsOf(k)) == 1
		})
		if k < 0 {
			return nil
		}
		row := s.rowsOf(k)[0]
		c := row.get(f)
		c.Text = change(c.Text)
		return []Want{inCell("sheet-disagreement", s, row, f)}
	}
}

func reword(s string) string {
	return "Även " + strings.ToLower(strings.TrimSpace(s)) + " (ny lydelse)"
}

// otherLevels gives a risk on the second register other levels of the same
// value.
func otherLevels(d *Draft) []Want {
	sheets := d.registers(model.FieldLikelihood, model.FieldConsequence, model.FieldScore)
	if len(sheets) < 2 {
		return nil
	}
	s := sheets[1]
	k := d.risk(func(k int) bool {
		r := &d.Plan.Risks[k]
		return r.Likelihood != r.Consequence && max(r.Likelihood, r.Consequence) <= min(len(d.Plan.Scale.Likelihood), len(d.Plan.Scale.Consequence)) &&
			single(k, sheets) && len(s.rowsOf(k)) > 0 && len(sheets[0].rowsOf(k)) > 0
	})
	if k < 0 {
		return nil
	}
	row, r := s.rowsOf(k)[0], &d.Plan.Risks[k]
	*row.get(model.FieldLikelihood) = *d.level(d.Plan.Scale.Likelihood, r.Consequence)
	*row.get(model.FieldConsequence) = *d.level(d.Plan.Scale.Consequence, r.Likelihood)
	return []Want{inCell("sheet-disagreement", s, row, model.FieldLikelihood), inCell("sheet-disagreement", s, row, model.FieldConsequence)}
}

// heads gives the printed heads of the draft with their sheets.
func (d *Draft) heads(printed func(h *HeadSpec) bool) (sheets []*Sheet, places []int) {
	for _, s := range d.Sheets {
		for i, h := range s.Heads {
			if h.Spec.Form != HeadNone && printed(h.Spec) {
				sheets, places = append(sheets, s), append(places, i)
			}
		}
	}
	return sheets, places
}

// otherBoard writes another name of the board over a later table.
func otherBoard(d *Draft) []Want {
	sheets, places := d.heads(func(*HeadSpec) bool { return true })
	if len(sheets) < 2 || !d.claim("heads") {
		return nil
	}
	n := 1 + d.rand.IntN(len(sheets)-1)
	sheets[n].Heads[places[n]].Board = "Torgnämnden"
	return []Want{{Rule: "sheet-disagreement", Sheet: sheets[n], Part: AtBoard, Head: places[n]}}
}

// otherDay writes another date over a later table that has one.
func otherDay(d *Draft) []Want {
	part, has := AtEstablished, func(h *HeadSpec) bool { return h.Established != "" }
	if d.rand.IntN(2) == 0 {
		part, has = AtDecided, func(h *HeadSpec) bool { return h.Decided != "" && h.Form != HeadBare }
	}
	sheets, places := d.heads(has)
	if len(sheets) < 2 || !d.claim("heads") {
		return nil
	}
	n := 1 + d.rand.IntN(len(sheets)-1)
	h := sheets[n].Heads[places[n]]
	if part == AtEstablished {
		h.Established = h.Established.AddDate(0, 0, 6)
	} else {
		h.Decided = h.Decided.AddDate(0, 0, 6)
	}
	return []Want{{Rule: "sheet-disagreement", Sheet: sheets[n], Part: part, Head: places[n]}}
}

// undecided takes away the day of the decision above every register, with or
// without its label's colon.
func undecided(d *Draft) []Want {
	registers := d.registers()
	sheets, places := d.heads(func(h *HeadSpec) bool { return h.Decided != "" && h.Form != HeadBare })
	for _, s := range registers {
		if !slices.Contains(sheets, s) {
			return nil
		}
	}
	if !d.claim("heads") {
		return nil
	}
	var out []Want
	for i, s := range sheets {
		s.Heads[places[i]].Decided = time.Time{}
		if slices.Contains(registers, s) {
			out = append(out, Want{Rule: "undecided", Sheet: s, Part: AtDecided, Head: places[i]})
		}
	}
	return out
}

// leftovers leaves rows without a risk at the end of a table.
func leftovers(d *Draft) []Want {
	sheets := d.registers()
	s := pick(d.rand, sheets)
	if s.Blanks > 0 || d.Layout.Numbers == Grouped || d.Layout.Numbers == Unnumbered && !s.Spec.Zero || !s.Spec.has(model.FieldNumber) {
		return nil
	}
	s.Blanks = 1 + d.rand.IntN(4)
	return []Want{{Rule: "template-rows", Sheet: s, Part: AtLeftover}}
}

// gap lets the definitions leave out a value that no risk of the plan has.
func gap(d *Draft) []Want {
	return d.onRanges(func(ranges []Range, i, value int) (at int, ok bool) {
		k := &ranges[i]
		if k.Min == k.Max || value != k.Min && value != k.Max {
			return 0, false
		}
		if value == k.Min {
			k.Min++
		} else {
			k.Max--
		}
		return -1, true
	})
}

// overlap lets two ranges of the definitions hold a value that no risk of the
// plan has.
func overlap(d *Draft) []Want {
	return d.onRanges(func(ranges []Range, i, value int) (at int, ok bool) {
		if i == 0 || value != ranges[i].Min {
			return 0, false
		}
		ranges[i-1].Max++
		return i, true
	})
}

// onRanges damages the printed ranges at a value that is possible and that no
// risk has, so that only the definitions are at fault.
func (d *Draft) onRanges(damage func(ranges []Range, i, value int) (at int, ok bool)) []Want {
	ds := d.Layout.Definitions
	if ds == nil || d.second || d.claimed["definitions"] || ds.Ranges == RangeFrom || d.Layout.Values >= Lookup {
		return nil
	}
	used := map[int]bool{}
	for _, p := range d.sharing {
		for i := range p.Risks {
			used[p.Risks[i].Value()] = true
		}
	}
	for _, v := range d.rand.Perm(d.Plan.Scale.Top()) {
		value := v + 1
		if used[value] || !d.Plan.Scale.Possible(value) {
			continue
		}
		for i := range d.printed.Treatments {
			if k := d.printed.Treatments[i]; k.Min > value || value > k.Max {
				continue
			}
			at, ok := damage(d.printed.Treatments, i, value)
			if !ok || !d.claim("definitions") {
				continue
			}
			if at < 0 {
				at = 0 // a gap is reported at the first printed range
				if ds.Descending {
					at = len(d.printed.Treatments) - 1
				}
			} else if ds.Descending {
				at-- // an overlap at the later of the two, as printed
			}
			return []Want{{Rule: "scale-definition", Sheet: d.Sheets[0], Part: AtRange, Head: at}}
		}
	}
	return nil
}
