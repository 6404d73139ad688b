package plan

import (
	"testing"

	"riskbok/config"
	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// Room must follow what the rows hold: neither growing a little at a time nor
// making room for rows that are blank.
func TestRoom(t *testing.T) {
	w := words.Of(config.Vocabulary())
	for name, c := range map[string]struct{ every, most, grown int }{
		"each row a risk": {1, 10_100, 9},
		"every tenth row": {10, 1_100, 8},
	} {
		var m room
		var risks []model.Risk
		b := block{header: &header{}, from: 1, to: 10_001}
		m.under(b, 0, 0)
		grown := 0
		for r := b.from; r < b.to; r += c.every {
			before := cap(risks)
			risks = append(m.forRisk(risks, r), model.Risk{Measures: m.measure(len(risks), row{w: w, t: &grid.Table{}, h: b.header, r: r})})
			if cap(risks) != before {
				grown++
			}
		}
		if cap(risks) > c.most || grown > c.grown {
			t.Errorf("%s: room for %d of %d risks, made %d times", name, cap(risks), len(risks), grown)
		}
		for i := range risks {
			if row := int(risks[i].Measures[0].At.Row) - 1; row != 1+i*c.every || cap(risks[i].Measures) != 1 {
				t.Fatalf("%s: risk %d has the measure of row %d", name, i, row)
			}
		}
	}
}

// Texts that belong to nothing are made room for by what the rows let expect, and
// never for much more than the rows that are left can hold.
func TestRoomForUnread(t *testing.T) {
	const rows, cells = 10_000, 19
	var m room
	m.under(block{from: 1, to: 1 + rows}, 0, 0)
	var texts []model.Value[string]
	moved := 0
	for r := 1; r <= rows; r++ {
		before := cap(texts)
		if texts = m.forUnread(texts, r, cells); cap(texts) != before {
			moved++
		}
		for range cells {
			texts = append(texts, model.Value[string]{})
		}
		if cap(texts) > rows*cells*5/4 {
			t.Fatalf("row %d: room for %d", r, cap(texts))
		}
	}
	if moved > 10 {
		t.Errorf("moved %d times", moved)
	}
}
