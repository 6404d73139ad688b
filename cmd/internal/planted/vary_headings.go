package planted

import (
	"math/rand/v2"

	"riskbok/rules/model"
)

// nonsense are words of no language, one for each column of the widest table.
var nonsense = []string{"Zorv", "Qvint 7", "Blarn", "Trufsel", "Mockl", "Vrind", "Snurp", "Klaff 2", "Dorsk", "Fnalt", "Glimf", "Hurv", "Jompel",
	"Lorv", "Plont", "Skvim", "Tjorp", "Vickl", "Ymbr", "Omsk", "Brusp", "Drilv", "Gnov 3", "Hasp-\nelt"}

// HeadingReplaced puts a word that means nothing over one column of a field, of
// any table that has it. The field "" is a column that nobody fills in.
func HeadingReplaced(f model.Field) Variation {
	return Variation{Layout: func(r *rand.Rand, l *Layout) bool {
		var found []*ColumnSpec
		for i := range l.Sheets {
			for j := range l.Sheets[i].Columns {
				if k := &l.Sheets[i].Columns[j]; k.Field == f && k.Heading != "" {
					found = append(found, k)
				}
			}
		}
		if len(found) == 0 {
			return false
		}
		pick(r, found).Heading = pick(r, nonsense)
		return true
	}}
}

// AllHeadingsReplaced puts words that mean nothing over all columns of all
// tables; in every other workbook also over the bands.
func AllHeadingsReplaced() Variation {
	return Variation{Layout: func(r *rand.Rand, l *Layout) bool {
		bandsToo := r.IntN(2) == 0
		for i := range l.Sheets {
			order := r.Perm(len(nonsense))
			bands := map[string]string{}
			for j := range l.Sheets[i].Columns {
				k := &l.Sheets[i].Columns[j]
				if k.Heading != "" {
					k.Heading = nonsense[order[j%len(order)]]
				}
				if k.Band != "" && bandsToo {
					if bands[k.Band] == "" {
						bands[k.Band] = nonsense[order[len(order)-1-len(bands)]]
					}
					k.Band = bands[k.Band]
				}
			}
		}
		return true
	}}
}

// Reordered puts the columns of every table in another order, those below one
// band together. The number before steg 3 stays behind the risk's own, what
// stands above it clear of what stands above the table, and a note that touches
// the table below the numbers: elsewhere it is one more measure.
func Reordered() Variation {
	return Variation{Layout: func(r *rand.Rand, l *Layout) bool {
		for i := range l.Sheets {
			s := &l.Sheets[i]
			for !s.reorder(r) {
			}
		}
		return true
	}}
}

// reorder shuffles the columns once; it reports false where the order makes
// another table of them.
func (s *SheetSpec) reorder(r *rand.Rand) bool {
	var groups [][]ColumnSpec
	for i, k := range s.Columns {
		if i > 0 && k.Band != "" && k.Band == s.Columns[i-1].Band {
			groups[len(groups)-1] = append(groups[len(groups)-1], k)
		} else {
			groups = append(groups, []ColumnSpec{k})
		}
	}
	r.Shuffle(len(groups), func(i, j int) { groups[i], groups[j] = groups[j], groups[i] })
	for _, g := range groups {
		r.Shuffle(len(g), func(i, j int) { g[i], g[j] = g[j], g[i] })
	}
	s.Columns = join(groups...)
	number, second := s.index(Column{Field: model.FieldNumber}), s.index(Column{Field: model.FieldPlanNumber})
	if second >= 0 && second < number || s.Close && s.Notes > 0 && number != 0 {
		return false
	}
	for _, h := range s.Heads {
		if h.At != "" && s.index(Column{Field: h.At}) < 3 {
			return false
		}
	}
	return true
}
