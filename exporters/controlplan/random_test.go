package controlplan

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"riskbok/exporters/workbook"
	"riskbok/rules/fulltest"

	"riskbok/config"
	"riskbok/rules/model"
)

// awkward are texts that break careless writers.
var awkward = []string{
	"=1+1", "+46 90 123", "-- inget --", "@SUMMA(A1)", `"citat" och 'apostrof'`, "rad ett\nrad två\n\nrad fyra",
	"tabb\there", "<b>&amp;</b> ]]>", "_x0041_ är inte A", "emoji 🚢⚓ och 漢字", "blanksteg  inuti", "a\u0308 är ä i två delar",
	"\u00a0hårt blanksteg", strings.Repeat("mycket lång text ", 300), "styr\x01tecken\x0b", "#N/A", "TRUE", "2026-01-01",
	"1", "007", "1.10", "1e5", "½", strings.Repeat("x", 1200), "http://exempel.se/?a=1&b=2", "&P&N", "{=1}",
}

// randomRows invents a register: 1–40 rows, texts as they come.
func randomRows(rng *rand.Rand, s *model.Scale) []riskRow {
	pick := func() string {
		if rng.IntN(4) > 0 {
			return "Text " + strconv.Itoa(rng.IntN(1000))
		}
		return awkward[rng.IntN(len(awkward))]
	}
	level := func(a *model.Axis) string {
		switch rng.IntN(12) {
		case 0:
			return ""
		case 1:
			return pick()
		}
		return levelLabel(&a.Levels[rng.IntN(len(a.Levels))])
	}
	rows := make([]riskRow, 1+rng.IntN(40))
	for i := range rows {
		r := riskRow{
			number: "R" + strconv.Itoa(i+1), area: pick(), event: pick(),
			likelihood: level(&s.Likelihood), consequence: level(&s.Consequence),
			treatment: pick(), direction: pick(), action: pick(), owner: pick(), reporting: []string{pick()},
		}
		switch rng.IntN(6) {
		case 0:
			r.number = ""
		case 1:
			r.number = pick()
		case 2:
			r.number = strconv.Itoa(i + 1)
		}
		switch rng.IntN(3) {
		case 0:
			r.score = rng.IntN(20)
		case 1:
			r.score = pick()
		}
		if rng.IntN(5) == 0 {
			r.more = []string{pick(), pick()}
		}
		if rng.IntN(3) == 0 {
			r.cost = fmt.Sprintf("%d.%02d", rng.IntN(1e6), rng.IntN(100))
		}
		rows[i] = r
	}
	return rows
}

// TestRandomBooks writes invented registers in every template and reads the
// cells back: each text as it was, each stored result as it is calculated.
func TestRandomBooks(t *testing.T) {
	for seed := range uint64(fulltest.Cases(1, 8)) {
		names := config.TemplateNames()
		name := names[int(seed)%len(names)]
		t.Run(fmt.Sprint(seed, name), func(t *testing.T) {
			rng := rand.New(rand.NewPCG(seed, 1))
			tpl := template(t, name)
			s := tpl.Scale
			if seed%3 == 2 {
				s = *sampleScales()["a grid of its own"]
			}
			s.Origin = model.OriginDefinitions
			f := newFixture("Nämnden", 2026)
			rows := randomRows(rng, &s)
			f.register("Plan", true, true, &s, rows...)
			x, data := rendered(t, f.report(), tpl)
			kept(t, fmt.Sprint("random-", seed), data)
			checkFormulas(t, x)
			l := &tpl.Layout.Registers[len(tpl.Layout.Registers)-1]
			sheet := strings.ReplaceAll(l.Sheet, "{year}", "2026")
			row := rowFirst
			for _, r := range rows {
				for nth, action := range append([]string{r.action}, r.more...) {
					r := r
					if nth > 0 && r.number == "" { // says nothing of the risk
						r.area, r.event, r.likelihood, r.consequence = "", "", "", ""
					}
					for _, c := range []struct {
						field model.Field
						want  string
					}{
						{model.FieldNumber, r.number}, {model.FieldArea, r.area}, {model.FieldEvent, r.event},
						{model.FieldLikelihood, r.likelihood}, {model.FieldConsequence, r.consequence},
						{model.FieldDirection, r.direction}, {model.FieldAction, action}, {model.FieldOwner, r.owner},
						{model.FieldReporting, r.reporting[0]},
					} {
						col := l.Column(c.field)
						want, _ := workbook.CellText(c.want)
						if got := value(t, x, sheet, workbook.Ref(row, col)); col >= 0 && got != want {
							t.Errorf("%s, %s is %.60q, want %.60q", workbook.Ref(row, col), c.field, got, want)
						}
					}
					row++
				}
			}
			if got, err := x.GetRows(sheet); err != nil || len(got) != row {
				t.Errorf("%d rows (%v), want %d: none left over", len(got), err, row)
			}
		})
	}
}

// The longest text that a cell can hold arrives whole; a longer one is cut,
// and a row that is not high enough for it is in the log.
func TestLongText(t *testing.T) {
	f := newFixture("Nämnden", 2026)
	long := strings.Repeat("åäö ", workbook.CellLimit/4) + "slu"
	f.register("Plan", true, true, usual(t), riskRow{number: "R1", event: long, likelihood: "Möjlig", consequence: "Lindrig", action: long + "🚢"})
	x, _ := rendered(t, f.report(), template(t, config.DefaultTemplate))
	sheet := x.GetSheetList()[0]
	if got := value(t, x, sheet, "B7"); got != long {
		t.Errorf("text of %d characters came back with %d", len(long), len(got))
	}
	if got := value(t, x, sheet, "J7"); got != long {
		t.Errorf("text over the limit came back with %d characters, want %d", len(got), len(long))
	}
	rows, err := x.GetRows("Ändringslogg")
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, r := range rows {
		if len(r) > 0 && r[0] == "Ryms inte" {
			told++
		}
	}
	// The risk's row, and the action's in plan and follow-up, are too low; the
	// action is also cut in both.
	if told != 5 {
		t.Errorf("%d entries say that a text does not fit, want 5", told)
	}
}
