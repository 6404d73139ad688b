package rules_test

import (
	"slices"
	"strconv"
	"testing"

	"riskbok/rules"
	"riskbok/rules/model"
)

func TestMatchMeasures(t *testing.T) {
	f := func(number, event, action string) rules.Followed {
		return rules.Followed{Number: number, Event: event, Action: action}
	}
	type list = []rules.Followed
	for name, tt := range map[string]struct {
		have, rows list
		want       []int
	}{
		"number and action": {
			list{f("R1", "", "a"), f("R1", "", "b"), f("R2", "", "a")}, list{f("r 2", "", "A"), f("R1.", "", "b"), f("R1", "", "a")}, []int{2, 1, 0}},
		"one action of two risks, told by number": {
			list{f("R3", "", "utbildning"), f("R5", "", "utbildning")}, list{f("R5", "", "utbildning"), f("R3", "", "utbildning")}, []int{1, 0}},
		"a reworded action waits for the others": {
			list{f("R1", "", "a"), f("R1", "", "b")}, list{f("R1", "", "helt ny"), f("R1", "", "a")}, []int{1, 0}},
		"a number that moved": {
			list{f("R3", "is", "sand"), f("R4", "storm", "rutin")}, list{f("R3", "storm", "rutin")}, []int{1}},
		"a number that moved, without texts": {
			list{f("R3", "", "sand"), f("R4", "", "rutin")}, list{f("R3", "", "rutin")}, []int{1}},
		"an action that two others have": {
			list{f("R3", "", "sand"), f("R4", "", "rutin"), f("R5", "", "rutin")}, list{f("R3", "", "rutin")}, []int{0}},
		"another risk with the same action": {
			list{f("R5", "storm", "utbildning")}, list{f("R9", "brand", "utbildning")}, []int{-1}},
		"a number that means another risk": {
			list{f("R3", "is på kajen", "sand läggs ut")}, list{f("R3", "bryggan glider", "kedjor dras åt")}, []int{-1}},
		"a number, its action reworded": {
			list{f("R3", "is på kajen", "sand läggs ut")}, list{f("R3", "is på kajen", "kajen sandas varje morgon")}, []int{0}},
		"no number, by text and action": {
			list{f("", "is", "sand"), f("", "is", "salt")}, list{f("", "is", "salt"), f("", "is", "sand")}, []int{1, 0}},
		"no number, one action of two risks": {
			list{f("", "is", "rutin"), f("", "storm", "rutin")}, list{f("", "storm", "rutin"), f("", "brand", "rutin")}, []int{1, -1}},
		"no number, no action": {list{f("", "is", ""), f("", "storm", "")}, list{f("", "storm", "")}, []int{1}},
		"one number and action, told by owner": {
			list{{"2", "", "rutin", "Ekonom"}, {"2", "", "rutin", "Chef"}}, list{{"2", "", "rutin", "chef"}, {"2", "", "rutin", "Ingenjör"}}, []int{1, 0}},
		"nothing":          {list{f("", "", "")}, list{f("", "", "")}, []int{-1}},
		"only one gets it": {list{f("R1", "", "a")}, list{f("R1", "", "a"), f("R1", "", "a")}, []int{0, -1}},
	} {
		if got := rules.MatchMeasures(tt.have, tt.rows); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

func TestContradiction(t *testing.T) {
	f := func(number, event, action string) rules.Followed {
		return rules.Followed{Number: number, Event: event, Action: action}
	}
	have := []rules.Followed{f("R1", "storm", "rutin"), f("R2", "faktura", "rutin"), f("R2", "faktura", "stickprov"), f("R3", "", "mätning"), f("", "brand", "övning")}
	for name, tt := range map[string]struct {
		row  rules.Followed
		to   int
		text int
		is   bool
	}{
		"all agree":                               {f("r 1", "Storm", "rutin"), 0, -1, false},
		"no number":                               {f("", "storm", "rutin"), 0, -1, false},
		"a number that moved and is free":         {f("R9", "storm", "rutin"), 0, 0, false},
		"a number that means another":             {f("R2", "storm", "övning"), 0, 0, true},
		"the risk of another, one action":         {f("R1", "faktura", "rutin"), 0, 1, true},
		"the action of another":                   {f("R1", "storm", "stickprov"), 0, 2, true},
		"an action that its number has too":       {f("R2", "faktura", "rutin"), 2, -1, false},
		"a risk of none, an action of several":    {f("R1", "vattenläcka", "rutin"), 0, -1, true},
		"a risk of none, an action of this alone": {f("R2", "vattenläcka", "stickprov"), 2, -1, false},
		"a risk put in other words":               {f("R1", "stormar", "rutin"), 0, -1, false},
		"no risk to compare with":                 {f("R3", "vattenläcka", "mätning"), 3, -1, false},
	} {
		if text, is := rules.Contradiction(have, tt.row, tt.to); is != tt.is || is && text != tt.text {
			t.Errorf("%s: %d, %v, want %d, %v", name, text, is, tt.text, tt.is)
		}
	}
}

func TestLeadFollowUp(t *testing.T) {
	table := func(name string, collected bool, reports ...string) *model.FollowUpTable {
		f := &model.FollowUpTable{Collected: collected}
		f.Name = name
		for _, text := range reports {
			f.Rows = append(f.Rows, model.FollowUpRow{Reports: []model.Value[string]{model.Text(text, model.Source{})}})
		}
		return f
	}
	for _, tt := range []struct {
		tables []*model.FollowUpTable
		want   string
	}{
		{[]*model.FollowUpTable{table("a", false, "x", "y"), table("b", false, "x", "")}, "a"},
		{[]*model.FollowUpTable{table("a", false, "x"), table("b", false, "y")}, "b"},
		{[]*model.FollowUpTable{table("a", false, ""), table("b", true, "y", "z")}, "a"},
		{[]*model.FollowUpTable{table("a", true, "x"), table("b", false)}, ""},
	} {
		got := ""
		if lead := rules.LeadFollowUp(tt.tables); lead != nil {
			got = lead.Name
		}
		if got != tt.want {
			t.Errorf("followed is %q, want %q", got, tt.want)
		}
	}
}

// A hundred thousand measures are matched by an index, not pair by pair.
func BenchmarkMatchMeasures(b *testing.B) {
	list := make([]rules.Followed, 100_000)
	for i := range list {
		n := strconv.Itoa(i)
		list[i] = rules.Followed{Number: "R" + n, Event: "risk " + n, Action: "åtgärd " + n}
	}
	for b.Loop() {
		rules.MatchMeasures(list, list)
	}
}
