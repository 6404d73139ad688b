package compare

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"riskbok/rules/model"
)

// The base of the tables: three risks of a harbour that does not exist.
var harbour = []string{
	"R1|Kajer|Kajen rasar vid storm|Ibland|Enorm|8|Reducera|Reducera|Dykbesiktning varje vår|Hamnchef|T1 T2",
	"R2|Avgifter|Avgifter faktureras fel|Sällan|Stor|3|Acceptera|Acceptera|Stickprov|Ekonom|T2",
	"R3|Miljö|Olja läcker ut i bassängen|Ofta|Stor|9|Reducera|Reducera|Länsor på plats|Hamnchef|T1",
}

func edited(edit map[int][2]string) []string {
	out := slices.Clone(harbour)
	for i, e := range edit {
		out[i] = strings.Replace(out[i], e[0], e[1], 1)
	}
	return out
}

// Old plans name neither risks nor numbers: their rows are known by their
// actions.
func TestActionsOnly(t *testing.T) {
	plan := []string{
		"|Kajer||||||Reducera|Dykbesiktning varje vår|Hamnchef|T1",
		"|Avgifter||||||Reducera|Stickprov på tio fakturor|Ekonom|T1",
	}
	next := []string{
		"|Avgifter||||||Reducera|Stickprov på tio fakturor|Controller|T1",
		"|Arkiv||||||Reducera|Genomgång av arkivet|Arkivarie|T2",
	}
	p := one(book(1, "Hamnnämnden", 2025, plan...), book(2, "Hamnnämnden", 2026, next...))
	want := []string{
		"→ changed owner Ekonom>Controller", "–→ added  >Genomgång av arkivet", "→– dropped  Dykbesiktning varje vår>",
	}
	if got := tell(p.Items); !slices.Equal(got, want) {
		t.Errorf("changes are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestChanges(t *testing.T) {
	for name, tc := range map[string]struct {
		new  []string
		want []string
	}{
		"nothing":    {harbour, nil},
		"order only": {[]string{harbour[2], harbour[0], harbour[1]}, nil},
		"case and spaces": {edited(map[int][2]string{0: {"Kajen rasar", "KAJEN  rasar"}, 1: {"|Ekonom|", "| ekonom |"}}),
			nil},
		"raised":   {edited(map[int][2]string{0: {"Ibland|Enorm|8", "Ofta|Enorm|12"}}), []string{"R1→R1 raised value 8>12 Ibland × Enorm>Ofta × Enorm"}},
		"lowered":  {edited(map[int][2]string{0: {"Ibland|Enorm|8", "Ibland|Liten|2"}}), []string{"R1→R1 lowered value 8>2 Ibland × Enorm>Ibland × Liten"}},
		"revalued": {edited(map[int][2]string{0: {"Ibland|Enorm|8", "Ständigt|Måttlig|8"}}), []string{"R1→R1 revalued value 8>8 Ibland × Enorm>Ständigt × Måttlig"}},
		"raised though the written value fell": {edited(map[int][2]string{0: {"Ibland|Enorm|8", "Ofta|Enorm|6"}}),
			[]string{"R1→R1 raised value 8>6 Ibland × Enorm>Ofta × Enorm"}},
		"value with the same levels": {edited(map[int][2]string{0: {"Enorm|8", "Enorm|6"}}), []string{"R1→R1 year-drift value 8>6"}},
		"value emptied":              {edited(map[int][2]string{0: {"Enorm|8", "Enorm|"}}), []string{"R1→R1 changed value 8>"}},
		"unknown level": {edited(map[int][2]string{0: {"Ibland|Enorm|8", "Ibland|Väldig|12"}}),
			[]string{"R1→R1 raised value 8>12 Ibland × Enorm>Ibland × Väldig"}},
		"treatment by its leading word": {edited(map[int][2]string{0: {"|Reducera|Reducera|", "|Reducera risk|Reducera|"}}), nil},
		"treatment":                     {edited(map[int][2]string{0: {"|Reducera|Reducera|", "|Minimera|Reducera|"}}), []string{"R1→R1 changed treatment Reducera>Minimera"}},
		"direction": {edited(map[int][2]string{0: {"|Reducera|Reducera|", "|Reducera|Minimera|"}}),
			[]string{"R1→R1 changed direction Reducera>Minimera"}},
		"owner, action, reporting, area": {edited(map[int][2]string{0: {"Dykbesiktning varje vår|Hamnchef|T1 T2", "Dykning varje höst|Vaktchef|T2"}, 1: {"Avgifter|", "Ekonomi|"}}),
			[]string{"R1→R1 changed action Dykbesiktning varje vår>Dykning varje höst", "R1→R1 changed owner Hamnchef>Vaktchef",
				"R1→R1 changed reporting T1 T2>T2", "R2→R2 changed area Avgifter>Ekonomi"}},
		"reworded":   {edited(map[int][2]string{0: {"Kajen rasar vid storm", "Kajen rasar vid kraftig storm"}}), []string{"R1→R1 reworded event Kajen rasar vid storm>Kajen rasar vid kraftig storm"}},
		"renumbered": {edited(map[int][2]string{0: {"R1|", "R7|"}}), []string{"R1→R7 renumbered number R1>R7"}},
		"moved and reworded": {edited(map[int][2]string{0: {"R1|Kajer|Kajen rasar vid storm", "R5|Kajer|Kajen rasar vid kraftig storm"}}),
			[]string{"R1→R5 renumbered number R1>R5", "R1→R5 reworded event Kajen rasar vid storm>Kajen rasar vid kraftig storm"}},
		"worded anew, the same action": {edited(map[int][2]string{0: {"Kajen rasar vid storm", "Fundamentens bärighet sviktar"}}),
			[]string{"R1→R1 reworded event Kajen rasar vid storm>Fundamentens bärighet sviktar"}},
		"another risk under the number": {edited(map[int][2]string{0: {harbour[0], "R1|Hot|Passagerare rånas på färjan|Sällan|Liten|1|Acceptera|Acceptera|Vakter|Vaktchef|T1"}}),
			[]string{"–→R1 added  >Passagerare rånas på färjan", "R1→– dropped  Kajen rasar vid storm>"}},
		"dropped, and the numbers move up": {[]string{harbour[0], strings.Replace(harbour[2], "R3", "R2", 1)},
			[]string{"R3→R2 renumbered number R3>R2", "R2→– dropped  Avgifter faktureras fel>"}},
		"text gone": {edited(map[int][2]string{0: {"Kajen rasar vid storm", ""}}), []string{"R1→R1 reworded event Kajen rasar vid storm>"}},
	} {
		p := one(book(1, "Hamnen", 2025, harbour...), book(2, "Hamnen", 2026, tc.new...))
		if got := tell(p.Items); !slices.Equal(got, tc.want) {
			t.Errorf("%s:\n got  %q\n want %q", name, got, tc.want)
		}
	}
}

// The same risk on two sheets is one; fields come from the analysis, measures
// from the plan.
func TestSheets(t *testing.T) {
	b := &builder{doc: 1}
	analysis := b.register(scale(), "R1|Kajer|Kajen rasar|Ibland|Enorm|8|Reducera", "R2||Olja läcker|Sällan|Stor|3|Acceptera")
	plan := b.register(scale(), "R1|Kajerna|Kajen rasar|Ibland|Enorm|6|Reducera|Reducera|Dyk|Hamnchef", "R2||Oljan läcker|Sällan|Stor|3|Acceptera|Acceptera|Länsa|Vakt")
	plan.Analysis, plan.Plan = false, true
	old := &model.Book{Board: "Hamnen", Year: 2025, Registers: []model.Entry{plan, analysis}}
	p := one(old, book(2, "Hamnen", 2026, "R1|Kajer|Kajen rasar|Ibland|Enorm|8|Reducera|Reducera|Dyk|Vaktchef", "R2||Olja läcker|Sällan|Stor|3|Acceptera|Acceptera|Länsa|Vakt"))
	if got, want := tell(p.Items), []string{"R1→R1 changed owner Hamnchef>Vaktchef"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMeasures(t *testing.T) {
	several := func(doc int32, actions ...string) *model.Book {
		b := book(doc, "Hamnen", 2024+int(doc), "R1|Kajer|Kajen rasar|Ibland|Enorm|8|Reducera")
		k := &b.Registers[0].Risks[0]
		k.Measures = nil
		for _, a := range actions {
			action, owner, _ := strings.Cut(a, "|")
			k.Measures = append(k.Measures, model.Measure{Action: model.Text(action, model.Source{}), Owner: model.Text(owner, model.Source{})})
		}
		return b
	}
	p := one(several(1, "Dykbesiktning varje vår|Anna", "Gjut om fundament|Bo", "Sätt upp skyltar|Bo"),
		several(2, "Sätt upp skyltar|Bo", "Dykbesiktning varje höst|Cleo", "Stäng kajen vid storm|Bo"))
	want := []string{
		"R1→R1 changed action Dykbesiktning varje vår>Dykbesiktning varje höst", "R1→R1 changed owner Anna>Cleo",
		"R1→R1 measure-added action >Stäng kajen vid storm", "R1→R1 measure-dropped action Gjut om fundament>",
	}
	if got := tell(p.Items); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRescaled(t *testing.T) {
	old, new := book(1, "Hamnen", 2025, harbour[0]), book(2, "Hamnen", 2026, strings.Replace(harbour[0], "|8|", "|10|", 1))
	new.Registers[0].Scale.Overrides = map[[2]int]int{{2, 4}: 10}
	p := one(old, new)
	if got, want := tell(p.Items), []string{"R1→R1 rescaled value 8>10"}; !slices.Equal(got, want) || !p.ScaleChanged {
		t.Errorf("got %q, want %q; scale changed: %v", got, want, p.ScaleChanged)
	}
	// another name for the same level is no other level
	old, new = book(1, "Hamnen", 2025, harbour[0]), book(2, "Hamnen", 2026, strings.Replace(harbour[0], "Ibland", "Emellanåt", 1))
	new.Registers[0].Scale.Likelihood.Levels[1].Label = "Emellanåt"
	if got := tell(one(old, new).Items); len(got) > 0 {
		t.Errorf("a renamed level: %q", got)
	}
}

func TestFollowUps(t *testing.T) {
	old, new := book(1, "Hamnen", 2025, harbour...), book(2, "Hamnen", 2026, edited(map[int][2]string{0: {"R1|", "R4|"}})...)
	b := &builder{doc: 3}
	old.FollowUps = []*model.FollowUpTable{b.followUp("R1|Dykbesiktning varje vår|Hamnchef|Klart|", "R2|Stickprov|Ekonom|Inget|Inget")}
	if p := one(old, new); p.NoFollowUp != NewSide || len(p.Rows) > 0 {
		t.Errorf("without a new follow-up: %q, %v", p.NoFollowUp, tell(p.Rows))
	}
	new.FollowUps = []*model.FollowUpTable{
		b.followUp("R4|Dykbesiktning varje vår|Vaktchef|Pågår|Klart", "R3|Länsor på plats|Hamnchef|Klart|"),
		b.followUp("R4|Dykbesiktning varje vår|Vaktchef||Åter klart"),
	}
	p := one(old, new)
	want := []string{
		"R1→R4 changed owner Hamnchef>Vaktchef", "R1→R4 changed periodT1 Klart>Pågår", "R1→R4 changed periodT2 >Åter klart",
		"–→R3 added  >Olja läcker ut i bassängen", "R2→– dropped  Avgifter faktureras fel>",
	}
	if got := tell(p.Rows); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestCounts(t *testing.T) {
	p := one(book(1, "Hamnen", 2025, harbour...), book(2, "Hamnen", 2026, edited(map[int][2]string{0: {"varje vår|Hamnchef", "varje höst|Vaktchef"}})...))
	if n := Counts(p.Items); n[Changed] != 1 || n[Added] != 0 {
		t.Errorf("two changes of one risk are counted as %v", n)
	}
}

// TestFurther: what remains after the measures is compared, too, and by its key,
// whatever it is called; other valuations are one by key and name.
func TestFurther(t *testing.T) {
	with := func(doc int32, key, name, likelihood, treatment string, score int) *model.Book {
		out := book(doc, "Hamnen", 2024+int(doc), harbour[0])
		b := &builder{doc: doc, row: 50}
		r := &out.Registers[0]
		r.Valuations = []model.Valuation{{Key: key, Name: name}}
		r.Risks[0].Valuations = []model.Assessment{{
			Likelihood: b.level(likelihood, 20), Consequence: b.level("Enorm", 21), Treatment: b.text(treatment, 23),
			Score: model.Value[int]{V: score, OK: score > 0, Raw: strconv.Itoa(score), At: b.at(22)},
		}}
		return out
	}
	for name, tc := range map[string]struct {
		new  *model.Book
		want []string
	}{
		"the same":             {with(2, "after", "efter åtgärder", "Sällan", "Reducera", 4), nil},
		"levels":               {with(2, "after", "kvarstående", "Ibland", "Reducera", 8), []string{"R1→R1 changed value 4>8 Sällan × Enorm>Ibland × Enorm"}},
		"the value alone":      {with(2, "after", "efter åtgärd", "Sällan", "Reducera", 3), []string{"R1→R1 changed value 4>3"}},
		"the treatment":        {with(2, "after", "efter åtgärd", "Sällan", "Acceptera", 4), []string{"R1→R1 changed treatment Reducera>Acceptera"}},
		"another valuation":    {with(2, "valuation-1", "miljö", "Ofta", "Reducera", 12), nil},
		"none in the new year": {book(2, "Hamnen", 2026, harbour[0]), nil},
	} {
		p := one(with(1, "after", "efter åtgärd", "Sällan", "Reducera", 4), tc.new)
		got := tell(p.Items)
		if !slices.Equal(got, tc.want) {
			t.Errorf("%s:\n got  %q\n want %q", name, got, tc.want)
		}
		for _, c := range p.Items[0].Changes {
			if c.Valuation == "" {
				t.Errorf("%s: the change is told as one of the first valuation", name)
			}
		}
	}
	p := one(with(1, "valuation-1", "ekonomi", "Sällan", "Reducera", 4), with(2, "valuation-1", "miljö", "Ofta", "Reducera", 12))
	if got := tell(p.Items); got != nil {
		t.Errorf("two valuations are taken for one: %q", got)
	}
}
