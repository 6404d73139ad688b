package plan

import (
	"riskbok/rules/model"
)

// levelShare gives how many of a column's cells are labels of each axis of the
// document's scale, and how many have text.
func (b *binder) levelShare(from, col int) (likelihood, consequence, filled int) {
	for c := range sample(b.t, from, col) {
		filled++
		l := b.w.LevelWords().Level(c.Clean())
		if b.labelled(model.FieldLikelihood, l) {
			likelihood++
		}
		if b.labelled(model.FieldConsequence, l) {
			consequence++
		}
	}
	return likelihood, consequence, filled
}

// labelled reports whether a level is a label of the document's axis that a
// field is.
func (b *binder) labelled(f model.Field, l model.Level) bool {
	known := b.labels[f]
	return known[model.Key(l.Label)] || l.Whole != "" && known[model.Key(l.Whole)]
}

// share tells how many of a column's cells are labels of an axis.
type share int

const (
	fewer     share = iota
	mostly          // half or more: it holds levels, whatever else stands there
	nearlyAll       // seven of ten
)

// labelShare tells it of the axis that a field is; of other fields nothing.
func (b *binder) labelShare(from, col int, f model.Field) share {
	if len(b.labels[f]) == 0 || f != model.FieldLikelihood && f != model.FieldConsequence {
		return fewer
	}
	n, consequences, filled := b.levelShare(from, col)
	if f == model.FieldConsequence {
		n = consequences
	}
	switch {
	case filled > 0 && n*10 >= filled*tolerances.mostTenths:
		return nearlyAll
	case filled > 0 && n*2 >= filled:
		return mostly
	}
	return fewer
}

// bonus is what makes a claim to an axis surer where its labels stand.
func (s share) bonus() int {
	if s == nearlyAll {
		return tolerances.scoreLabels
	}
	return 0
}

// levelColumn gives the axis that a column without a known heading holds: at
// least three cells, nearly all of them labels of that axis and not of the
// other.
func (b *binder) levelColumn(from, col int) model.Field {
	if len(b.labels) == 0 {
		return ""
	}
	l, c, filled := b.levelShare(from, col)
	switch {
	case filled < tolerances.fewCells || l > 0 && c > 0:
	case l*10 >= filled*tolerances.sureTenths:
		return model.FieldLikelihood
	case c*10 >= filled*tolerances.sureTenths:
		return model.FieldConsequence
	}
	return ""
}
