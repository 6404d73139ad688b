package rules_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"riskbok/config"
	"riskbok/importers/grid"
	"riskbok/importers/minutes"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// TestMeetingExamples runs the examples of the pages about meetings: the rule
// must be found in just the texts that are printed bold, and its message must
// be whole.
func TestMeetingExamples(t *testing.T) {
	for name, check := range map[string]func([]*model.Meeting) []rules.Finding{
		"weekday": rules.Weekdays, "chair-rotation": rules.ChairRotations, "case-number": rules.CaseNumbers,
	} {
		for _, tag := range lang.Tags() {
			t.Run(name+"."+tag, func(t *testing.T) {
				p, err := rules.PageOf(name, tag)
				if err != nil {
					t.Fatal(err)
				}
				doc := &model.Document{File: "bok.pdf", Places: []model.Place{{File: "bok.pdf", Page: 1}}}
				page, bold := typed(p.Sections[4].Text)
				meetings := pointers(minutes.Read(doc, []grid.Page{page}, config.MeetingWords(), nil))
				found := check(meetings)
				report := &rules.Report{Documents: []*model.Document{doc}}
				var got []string
				for i := range found {
					f := &found[i]
					f.Rule = name
					got = append(got, textAt(&page, f.At))
					checkMessage(t, report, f, tag)
				}
				if len(bold) == 0 || !slices.Equal(got, bold) {
					t.Errorf("found at %q, the page says %q", got, bold)
				}
			})
		}
	}
}

// typed sets the fenced lines of a text on a page, three spaces between parts,
// and gives the parts that are printed bold.
func typed(text string) (page grid.Page, bold []string) {
	page = grid.Page{Number: 1, Width: 595, Height: 842}
	_, text, _ = strings.Cut(text, "```\n")
	text, _, _ = strings.Cut(text, "```")
	y := float32(780)
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		y -= 15
		x := float32(60)
		for _, part := range strings.Split(line, "   ") {
			x += 18
			clean := strings.TrimSpace(strings.ReplaceAll(part, "**", ""))
			if clean == "" {
				continue
			}
			if strings.Contains(part, "**") {
				bold = append(bold, clean)
			}
			at := model.Source{Row: int32(len(page.Lines) + 1), Box: model.Rect{X0: x, Y0: y, X1: x + 6*float32(utf8.RuneCountInString(clean)), Y1: y + 11}}
			x = at.Box.X1
			page.Lines = append(page.Lines, grid.Line{Text: clean, Size: 11, At: at})
		}
	}
	return page, bold
}

func textAt(p *grid.Page, at model.Source) string {
	for _, l := range p.Lines {
		if l.At.Box == at.Box {
			return l.Text
		}
	}
	return ""
}

func pointers(meetings []model.Meeting) []*model.Meeting {
	var out []*model.Meeting
	for i := range meetings {
		out = append(out, &meetings[i])
	}
	return out
}

func known[T any](v T) model.Value[T] { return model.Value[T]{V: v, OK: true} }

func TestWeekdays(t *testing.T) {
	for _, tc := range []struct {
		date    model.Date
		weekday int
		wrong   bool
	}{
		{model.Date{Year: 2032, Month: 2, Day: 29}, 7, false},
		{model.Date{Year: 2032, Month: 2, Day: 29}, 6, true},
		{model.Date{Year: 2031, Month: 2, Day: 17}, 1, false},
		{model.Date{Year: 2031, Month: 12, Day: 31}, 3, false},
		{model.Date{Year: 2000, Month: 1, Day: 1}, 6, false},
		{model.Date{Year: 2000, Month: 1, Day: 1}, 7, true},
	} {
		m := &model.Meeting{Days: []model.MeetingDay{{Weekday: known(tc.weekday), Date: known(tc.date)}}}
		if got := rules.Weekdays([]*model.Meeting{m}); (len(got) == 1) != tc.wrong {
			t.Errorf("%v as day %d: %d findings", tc.date, tc.weekday, len(got))
		}
	}
	unknown := &model.Meeting{Days: []model.MeetingDay{{Weekday: known(3)}}}
	if got := rules.Weekdays([]*model.Meeting{unknown}); len(got) != 0 {
		t.Errorf("a date without year: %v", got)
	}
}

// TestChairRotations: rows are "chair vice", from 2030 on, or a chair alone.
func TestChairRotations(t *testing.T) {
	for _, tc := range []struct {
		name string
		rows []string
		want []string // year/post: expected
	}{
		{"three in turn", []string{"A B", "B C", "C A", "A B", "B C", "C A", "A B"}, nil},
		{"a chair", []string{"A B", "B C", "C A", "B B", "B C", "C A", "A B"}, []string{"2033/chair: A"}},
		{"a foreign name", []string{"A B", "B C", "C A", "A B", "D C", "C A"}, []string{"2034/chair: B"}},
		{"a slip of the pen", []string{"Alby Ekköping", "Ekköping Sund", "Sund Alby", "Albv Ekkoping", "Ekköping Sund", "Sund Alby"}, nil},
		{"the last vice chair", []string{"A B", "B C", "C A", "A B", "B A"}, []string{"2034/vice: C"}},
		{"the last chair", []string{"A B", "B C", "C A", "A B", "B C", "C A", "B B"}, []string{"2036/chair: A"}},
		{"two ahead", []string{"A C", "B A", "C B", "A C", "B C", "C B"}, []string{"2034/vice: A"}},
		{"two by turns", []string{"A B", "B A", "A B", "B B"}, []string{"2033/vice: A"}},
		{"chairs alone", []string{"A", "B", "C", "A", "B", "A"}, []string{"2035/chair: C"}},
		{"either order", []string{"A", "B", "A", "C"}, nil},
		{"no order", []string{"A B", "A C", "C A", "B A", "C B"}, nil},
		{"too few", []string{"A B", "B C", "C C"}, nil},
		{"one name", []string{"A A", "A A", "A A", "A A"}, nil},
		{"none", nil, nil},
	} {
		m := &model.Meeting{}
		for i, row := range tc.rows {
			c := model.ChairYear{Year: known(2030 + i)}
			chair, vice, ok := strings.Cut(row, " ")
			c.Chair = known(chair)
			if ok {
				c.Vice = known(vice)
			}
			m.Chairs = append(m.Chairs, c)
		}
		var got []string
		for _, f := range rules.ChairRotations([]*model.Meeting{m}) {
			got = append(got, strings.TrimPrefix(f.Path, "/0/chairs/")+": "+f.Expected)
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%s: %q, expected %q", tc.name, got, tc.want)
		}
	}
}

func TestCaseNumbers(t *testing.T) {
	item := func(kind model.ItemKind, number string, decided bool) model.Item {
		it := model.Item{Kind: kind, Title: model.Text("Taxa", model.Source{}), CaseNumber: model.Text(number, model.Source{})}
		if decided {
			it.Decision.Parts = []model.Value[string]{known("Nämnden beslutar.")}
		}
		return it
	}
	formal := func(kind model.ItemKind) model.Item {
		it := item(kind, "", true)
		it.Formal = true
		return it
	}
	proposed := item(model.ItemMatter, "", false)
	proposed.Proposal.Parts = []model.Value[string]{known("Nämnden godkänner taxan.")}
	for _, tc := range []struct {
		name  string
		items []model.Item
		want  int
	}{
		{"numbered", []model.Item{item(model.ItemMemo, "HN 2031/1", false)}, 0},
		{"a memo", []model.Item{item(model.ItemMemo, "", false)}, 1},
		{"a delegated decision", []model.Item{item(model.ItemDelegated, "", true)}, 1},
		{"minutes without numbers", []model.Item{item(model.ItemParagraph, "", true), item(model.ItemParagraph, "", true)}, 0},
		{"a decision", []model.Item{item(model.ItemParagraph, "HN 2031/1", true), item(model.ItemParagraph, "", true)}, 1},
		{"a formality", []model.Item{item(model.ItemParagraph, "HN 2031/1", true), item(model.ItemParagraph, "", false)}, 0},
		{"a formality that is decided", []model.Item{item(model.ItemParagraph, "HN 2031/1", true), formal(model.ItemParagraph)}, 0},
		{"a formality in a memo", []model.Item{formal(model.ItemMemo)}, 0},
		{"a numbered matter with a proposal", []model.Item{item(model.ItemMatter, "HN 2031/1", false), proposed}, 1},
		{"a summons without numbers", []model.Item{proposed}, 0},
	} {
		if got := rules.CaseNumbers([]*model.Meeting{{Items: tc.items}}); len(got) != tc.want {
			t.Errorf("%s: %d findings, expected %d", tc.name, len(got), tc.want)
		}
	}
}

func TestUndecidedPlans(t *testing.T) {
	plan := func(doc int32, year int, isPlan bool) model.Entry {
		return model.Entry{Register: &model.Register{Plan: isPlan, Table: model.Table{Name: "Plan", Year: year, At: model.Source{Doc: doc}}}}
	}
	meeting := &model.Meeting{Items: []model.Item{
		{Title: known("Taxa 2032"), At: model.Source{Doc: 1}},
		{Title: known("Plan för kajen"), Proposal: model.Resolution{Parts: []model.Value[string]{known("att fastställa internkontrollplan för 2032.")}}, At: model.Source{Doc: 1}},
	}}
	for _, tc := range []struct {
		name  string
		entry model.Entry
		want  int
	}{
		{"decided", plan(1, 2032, true), 0},
		{"another year's", plan(1, 2031, true), 1},
		{"an analysis", plan(1, 2031, false), 0},
		{"another document's", plan(2, 2031, true), 0},
		{"without year", plan(1, 0, true), 0},
	} {
		got := rules.UndecidedPlans([]model.Entry{tc.entry}, []*model.Meeting{meeting}, config.Vocabulary().Titles.Plan)
		if len(got) != tc.want {
			t.Errorf("%s: %d findings, expected %d", tc.name, len(got), tc.want)
		}
	}
}
