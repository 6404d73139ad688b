package rules

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"riskbok/rules/model"
)

// crowded makes a book of few numbers, texts and actions on many rows, so that most
// of them stand on several, with and without the others.
func crowded(r *rand.Rand, rows int) *model.Book {
	pick := func(list ...string) model.Value[string] { return model.Text(list[r.IntN(len(list))], model.Source{}) }
	number := func() model.Value[string] { return pick("", "1", "2", "2", "R2", "3") }
	event := func() model.Value[string] {
		return pick("", "", "Bojen driver iväg", "Bojen driver iväg i storm", "Avgiften tas inte ut", "Lotsen är sjuk")
	}
	action := func() model.Value[string] {
		return pick("", "Rutinen ses över", "Rutinen ses över i maj", "Kajen rustas", "Larm köps in")
	}
	b := &model.Book{Board: "Hamnnämnden", Year: 2026}
	at := func(table int) model.Source { return model.Source{Doc: 1, Place: int32(table), Row: 1, Col: 1} }
	for i := range 4 {
		e := model.Entry{Register: &model.Register{Table: model.Table{Name: fmt.Sprint("Blad ", i), At: at(i), Unit: pick("", "", "", "Kajen").V}, Plan: i > 1}}
		for range rows {
			k := model.Risk{Number: number(), Event: event()}
			for range r.IntN(rows) {
				k.Measures = append(k.Measures, model.Measure{Action: action(), Owner: pick("", "Hamnchefen", "Lotsen")})
			}
			e.Risks = append(e.Risks, k)
		}
		b.Registers = append(b.Registers, e)
	}
	for i := range 2 {
		fu := &model.FollowUpTable{Table: model.Table{Name: fmt.Sprint("Uppföljning ", i), At: at(10 + i)}}
		for range rows {
			fu.Rows = append(fu.Rows, model.FollowUpRow{Number: number(), Event: event(), Action: action(), Owner: pick("", "Hamnchefen"), Unit: pick("", "Kajen")})
		}
		b.FollowUps = append(b.FollowUps, fu)
	}
	return b
}

// TestCrowds: among many risks with one number or text, and many measures of one risk,
// a row means the one that it means among few.
func TestCrowds(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 400 {
		b := crowded(r, 1+n%12)
		few, many := newCase(b, &Settings{}), newCase(b, &Settings{})
		few.crowds.few, many.crowds.few = 1<<20, 0
		for i, fu := range b.FollowUps {
			for k := range fu.Rows {
				row := &fu.Rows[k]
				if got, want := where(many, many.planned(row)), where(few, few.planned(row)); got != want {
					t.Fatalf("book %d: row %d %d means %s, of few %s", n, i, k, got, want)
				}
				for _, skip := range []*model.Table{nil, &fu.Table, &b.Registers[2].Table} {
					got, want := where(many, many.twin(many.rowNumber(row), row.Event.V, skip)), where(few, few.twin(few.rowNumber(row), row.Event.V, skip))
					if got != want {
						t.Fatalf("book %d: the twin of row %d %d is %s, of few %s", n, i, k, got, want)
					}
				}
				if many.numberedAlike(row) != few.numberedAlike(row) {
					t.Fatalf("book %d: row %d %d is numbered alike %v, of few %v", n, i, k, many.numberedAlike(row), few.numberedAlike(row))
				}
			}
		}
		for i, r := range many.risks {
			if got, want := many.sameNumbers(r), few.sameNumbers(few.risks[i]); got != want {
				t.Fatalf("book %d: %d risks with the number of %d, of few %d", n, got, i, want)
			}
		}
		if got, want := checkSheetDisagreement(many), checkSheetDisagreement(few); !reflect.DeepEqual(got, want) {
			t.Fatalf("book %d: %v\nof few %v", n, got, want)
		}
	}
}

func where(c *Case, r *riskRef) string {
	for i, o := range c.risks {
		if o == r {
			return fmt.Sprint("risk ", i)
		}
	}
	return "none"
}

// TestCrowdsKept: rows about one number are answered by what is kept of its risks, not
// by going through these once more for each.
func TestCrowdsKept(t *testing.T) {
	plan := model.Entry{Register: &model.Register{Table: model.Table{Name: "Plan"}, Plan: true}}
	fu := &model.FollowUpTable{Table: model.Table{Name: "Uppföljning", At: model.Source{Place: 1}}}
	for i := range 3 * fewRisks {
		number, action := model.Text("1", model.Source{}), model.Text(fmt.Sprint("Rutin ", i), model.Source{})
		event := model.Text(fmt.Sprint("Brygga ", i, " driver iväg"), model.Source{})
		plan.Risks = append(plan.Risks, model.Risk{Number: number, Event: event, Measures: []model.Measure{{Action: action}}})
		fu.Rows = append(fu.Rows, model.FollowUpRow{Number: number, Action: action})
	}
	c := newCase(&model.Book{Registers: []model.Entry{plan}, FollowUps: []*model.FollowUpTable{fu}}, &Settings{})
	checkSheetDisagreement(c)
	checkPlanMembership(c)
	if k := c.crowds; len(k.plans) != 1 || len(k.siblings) != 1 || len(k.numbers) != 1 || len(k.twins) != 1 {
		t.Errorf("kept of one number: %d, %d, %d, %d", len(k.plans), len(k.siblings), len(k.numbers), len(k.twins))
	}
}
