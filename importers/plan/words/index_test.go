package words

import (
	"math"
	"slices"
	"sync"
	"testing"

	"riskbok/config"
	"riskbok/rules/model"
)

// small is a vocabulary of which every word is seen.
func small() *model.Vocabulary {
	return &model.Vocabulary{
		Headings: map[model.Field][]string{
			model.FieldEvent:      {"Risk", "Identifierad risk"},
			model.FieldLikelihood: {"Sannolikhet"},
			model.FieldScore:      {"Riskvärde", "Risk (S*K)"},
			model.FieldOwner:      {"Ansvarig", "Ansvarig för"},
			model.FieldArea:       {"Område"},
		},
		Weak:    []string{"Risk"},
		Periods: []model.PeriodWords{{Key: "T1", Month: 4, Words: []string{"T1"}}},
		Titles: model.Titles{
			Analysis: []string{"Riskanalys"}, Plan: []string{"Plan"}, FollowUp: []string{"Uppföljning", "Uppföljning av plan"},
			Aside: []string{"Arkiv", "Så här gör du"}, Lists: []string{"Val"},
		},
		Board:       model.BoardWords{Labels: []string{"Nämnd"}, Suffixes: []string{"nämnden"}, Prefixes: []string{"Nämnden för"}},
		Definitions: model.DefinitionWords{Likelihood: []string{"Sannolikhet"}, Consequence: []string{"Konsekvens"}, Number: []string{"Värde"}, Label: []string{"Nivå", "Värde"}, NotInPlan: []string{"ingen åtgärd"}, InPlan: []string{"krävs"}, Accept: []string{"Acceptera"}},
		Ranges:      model.RangeWords{To: []string{"till"}, And: []string{"och"}, OrMore: []string{"eller mer"}},
		Levels:      [][]string{{"Låg", "Medel", "Hög"}, {"Liten", "Stor"}},
		Colours:     model.ColourWords{Red: []string{"Röd"}, Green: []string{"Grön"}},
		Blank:       []string{"–"},
	}
}

func TestExact(t *testing.T) {
	x := Of(small())
	for text, want := range map[string]model.Field{
		"risk": model.FieldEvent, "Risk-\nvärde (1–16)*": model.FieldScore, "T1": model.FieldPeriod, "T1 2025": model.FieldPeriod,
		"Risk 2025": "", "Ansvarig för det": "", "": "", "#RISK": "",
	} {
		var got model.Field
		if m := x.Exact(text); len(m) > 0 {
			got = m[0].Field
		}
		if got != want {
			t.Errorf("%q means %q, want %q", text, got, want)
		}
	}
	if m := x.Exact("Identifierad risk"); len(m) != 1 || m[0].Rank != 1 {
		t.Errorf("the second word of a list is %+v", m)
	}
}

func TestBegins(t *testing.T) {
	x := Of(small())
	for text, want := range map[string][]Meaning{
		"Ansvarig chef":            {{Field: model.FieldOwner}},
		"Ansvarig för uppföljning": {{Field: model.FieldOwner, Rank: 1}},
		"Område och process":       nil, // a field too general
		"T1 kommentar":             {{Field: model.FieldPeriod, Key: "T1"}},
		"Ansvarig":                 nil, // to the letter
		"Den ansvarig":             nil,
	} {
		if got := x.Begins(text); !slices.Equal(got, want) {
			t.Errorf("%q begins with %+v, want %+v", text, got, want)
		}
	}
}

func TestRoles(t *testing.T) {
	x := Of(small())
	if got := x.Roles("Värde"); got != Label|Number {
		t.Errorf("roles %b", got)
	}
	if x.Is(Range|Treatment, "Värde") || !x.Is(Range|Number, "Värde") {
		t.Error("is")
	}
	for text, want := range map[string]struct {
		axis Axis
		sure bool
	}{
		"Sannolikhet": {LikelihoodAxis, true}, "Bedömning av konsekvens": {ConsequenceAxis, false},
		"Sannolikhetsbedömning": {LikelihoodAxis, false}, "Sannolikhet × konsekvens": {}, "Nivå": {},
	} {
		if axis, sure := x.AxisNamed(text); axis != want.axis || sure != want.sure {
			t.Errorf("%q names %v, %v", text, axis, sure)
		}
	}
}

func TestTitles(t *testing.T) {
	x := Of(small())
	if rest, ok := x.After(FollowUpTitle, "Uppföljning av plan 2026"); !ok || rest != " 2026" {
		t.Errorf("after the longest title stands %q, %v", rest, ok)
	}
	for text, want := range map[string]bool{"Planering": false, "Plan 2026": true, "Plan": true, "En plan": false} {
		if got := x.Title(text); got != want {
			t.Errorf("Title(%q) = %v", text, got)
		}
	}
	for text, want := range map[string]bool{"Val": true, "Val 2": true, "Val av risk": false} {
		if got := x.Choices(text); got != want {
			t.Errorf("Choices(%q) = %v", text, got)
		}
	}
	for text, want := range map[string]bool{"Arkiv": true, "Arkiv 2024": true, "Arkivet": false, "Arkiv: gallring": false, "Så här gör du steg för steg": true} {
		if got := x.SetsAside(text); got != want {
			t.Errorf("SetsAside(%q) = %v", text, got)
		}
	}
}

func TestTreatments(t *testing.T) {
	x := Of(small())
	for want, list := range map[bool][]model.Treatment{
		true:  {{Label: "Minska"}, {Label: "Acceptera", Meaning: "Åtgärd krävs"}},
		false: {{Label: "Acceptera risken"}, {Label: "Minska", Meaning: "Ingen åtgärd"}, {Label: "Ingen åtgärd", Meaning: "krävs"}},
	} {
		for _, tr := range list {
			if x.Place(&tr); tr.InPlan != want {
				t.Errorf("%+v, want %v", tr, want)
			}
		}
	}
}

func TestRanges(t *testing.T) {
	x := Of(small())
	for text, want := range map[string]Band{
		"4-11": {4, 11, "", ""}, "11 till 4": {4, 11, "", ""}, "12 eller mer": {12, math.MaxInt, "", ""}, "<4": {0, 3, "", ""}, "1, 2 och 3": {1, 3, "", ""},
		"Röd (15–25)": {15, 25, "Röd", ""}, "12-16 = Minimera": {12, 16, "Minimera", ""}, "Röd 15-25: Åtgärda": {15, 25, "Åtgärda", ""},
	} {
		if got, ok := x.Band(text); !ok || got != want {
			t.Errorf("%q is %+v, %v", text, got, ok)
		}
	}
	for _, text := range []string{"", "Röd", "6 resp. 9", "2025-01-31", "<0"} {
		if got, ok := x.Band(text); ok {
			t.Errorf("%q is the range %+v", text, got)
		}
	}
	if !x.List("1, 2 och 3") || x.List("1-3") {
		t.Error("lists")
	}
}

func TestRanks(t *testing.T) {
	x := Of(small())
	if got := x.Ranks([]string{"hög", "Låg"}); !slices.Equal(got, []int{2, 1}) {
		t.Errorf("ranks %v", got)
	}
	if got := x.Ranks([]string{"Låg", "Stor"}); got != nil {
		t.Errorf("labels of two lists have ranks %v", got)
	}
}

// TestOf: one vocabulary has one index, from whatever goroutine it is asked for.
func TestOf(t *testing.T) {
	v := config.Vocabulary()
	var wg sync.WaitGroup
	got := make([]*Index, 8)
	for i := range got {
		wg.Go(func() {
			got[i] = Of(v)
			got[i].Band("4-11")
			got[i].AxisNamed("Sannolikhet")
		})
	}
	wg.Wait()
	for _, x := range got {
		if x != got[0] {
			t.Error("a vocabulary has two indexes")
		}
	}
	if one, other := Of(small()), Of(small()); one == other {
		t.Error("two vocabularies have one index")
	}
}
