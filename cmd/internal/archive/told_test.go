package archive

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"riskbok/exporters/workbook"
	"riskbok/rules/model"
)

// planned gives the lines of a plan as [show] does.
func planned(t *testing.T, s Settings, files ...string) []string {
	t.Helper()
	s.Words, s.Joins, s.Leaning, s.Names = words, []string{"och", "samt"}, []string{"till"}, versionNames
	in := inputs(t, files...)
	return show(in, New(in, s))
}

type told struct {
	name  string
	s     Settings
	files []string
	want  []string
}

func checkTold(t *testing.T, cases []told) {
	t.Helper()
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			if got := planned(t, tc.s, tc.files...); !reflect.DeepEqual(got, tc.want) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(tc.want, "\n  "))
			}
		})
	}
}

// TestRepeats: the same bytes under another year's name, or in another board's folder.
func TestRepeats(t *testing.T) {
	checkTold(t, []told{
		{
			"last year's plan under a new name is the new year's, and told",
			Settings{},
			[]string{"IKP 2025.xlsx|Hamnnämnden|2025|plan|a b||hash=1", "IKP 2026.xlsx|Hamnnämnden|2026|plan|a b||hash=1", "IKP 2027.xlsx|Hamnnämnden|2027|plan|a c||hash=2"},
			[]string{"hamnnamnden-2025: IKP 2025.xlsx", "hamnnamnden-2026: IKP 2026.xlsx", "hamnnamnden-2027: IKP 2027.xlsx", "IKP 2026.xlsx repeats IKP 2025.xlsx as Hamnnämnden 2026"},
		},
		{
			"one board's plan in the folder of another, and a copy beside it",
			Settings{},
			[]string{"Hamnnämnden/a.xlsx||2026|plan|a b||hash=1", "Valnämnden/a.xlsx||2026|plan|a b||hash=1", "Valnämnden/kopia av a.xlsx||2026|plan|a b||hash=1"},
			[]string{
				"hamnnamnden-2026: Hamnnämnden/a.xlsx", "valnamnden-2026: Valnämnden/a.xlsx",
				"Valnämnden/kopia av a.xlsx gives way to Valnämnden/a.xlsx: copy", "Valnämnden/a.xlsx repeats Hamnnämnden/a.xlsx as Valnämnden 2026",
			},
		},
		{
			"a heading of last year is told as such, once",
			Settings{},
			[]string{"IKP 2025.xlsx|Hamnnämnden|2025|plan|a b||hash=1", "IKP 2026.xlsx|Hamnnämnden|2025|plan|a b||hash=1"},
			[]string{"hamnnamnden-2025: IKP 2025.xlsx", "hamnnamnden-2026: IKP 2026.xlsx", "IKP 2026.xlsx says 2025 in its heading and 2026 by its file, counts as 2026"},
		},
	})
}

// TestAside: the risk analysis that a plan was drawn from, and a follow-up that repeats
// the plan's risks, are versions of nothing.
func TestAside(t *testing.T) {
	checkTold(t, []told{
		{
			"an analysis with the risks that need no measure, beside the decided plan",
			Settings{},
			[]string{"plan.xlsx|Hamnnämnden|2026|analysis plan|a b|2025-11-20", "riskanalys.xlsx|Hamnnämnden|2026|analysis|a b c"},
			[]string{"hamnnamnden-2026: plan.xlsx riskanalys.xlsx", "Hamnnämnden 2026 is made of plan.xlsx and riskanalys.xlsx"},
		},
		{
			"an analysis that has nothing else gives way",
			Settings{},
			[]string{"plan.xlsx|Hamnnämnden|2026|analysis plan|a b c|2025-11-20", "riskanalys.xlsx|Hamnnämnden|2026|analysis|a b"},
			[]string{"hamnnamnden-2026: plan.xlsx", "riskanalys.xlsx gives way to plan.xlsx: decided"},
		},
		{
			"a draft gives way, whatever has been dropped since",
			Settings{},
			[]string{"plan.xlsx|Hamnnämnden|2026|analysis plan|a b", "utkast.xlsx|Hamnnämnden|2026|analysis|a b c"},
			[]string{"hamnnamnden-2026: plan.xlsx", "utkast.xlsx gives way to plan.xlsx: draft"},
		},
		{
			"a follow-up that repeats the plan's risks is no second plan, one with others is",
			Settings{},
			[]string{
				"a/plan.xlsx|Hamnnämnden|2026|analysis plan|a b c", "a/uppföljning.xlsx|Hamnnämnden|2026|plan follow-up|a b||reported=T1",
				"b/plan.xlsx|Valnämnden|2026|plan|a b c", "b/uppföljning.xlsx|Valnämnden|2026|plan follow-up|d e||reported=T1",
			},
			[]string{"hamnnamnden-2026: a/plan.xlsx a/uppföljning.xlsx", "valnamnden-2026: b/plan.xlsx b/uppföljning.xlsx", "Valnämnden 2026 is made of b/plan.xlsx and b/uppföljning.xlsx"},
		},
	})
}

// TestYears: three witnesses of a document's year, and the dates in it.
func TestYears(t *testing.T) {
	checkTold(t, []told{
		{
			"last year's copy, in the folder of a year of its own",
			Settings{},
			[]string{"2025/a.xlsx|Hamnnämnden|2025|plan|a b|2024-11-20|says=1", "2026/a.xlsx|Hamnnämnden|2025|plan|a b|2024-11-20|says=2"},
			[]string{"hamnnamnden-2025: 2025/a.xlsx", "hamnnamnden-2026: 2026/a.xlsx", "2026/a.xlsx says 2025 in its heading and 2026 by its folder, counts as 2026"},
		},
		{
			"the same by board, undecided and established later",
			Settings{},
			[]string{"Hamn/2025/a.xlsx|Hamnnämnden|2025|plan|a b|2024-11-20|says=1", "Hamn/2026/a.xlsx|Hamnnämnden|2025|plan|a b||established=2025-09-15|says=2"},
			[]string{"hamnnamnden-2025: Hamn/2025/a.xlsx", "hamnnamnden-2026: Hamn/2026/a.xlsx", "Hamn/2026/a.xlsx says 2025 in its heading and 2026 by its folder, counts as 2026"},
		},
		{
			"a new decision in a folder with a longer name, and no document of the year before",
			Settings{},
			[]string{"Inkomna planer 2026/Hamn/a.xlsx|Hamnnämnden|2025|plan|a b|2025-11-20"},
			[]string{"hamnnamnden-2026: Inkomna planer 2026/Hamn/a.xlsx", "Inkomna planer 2026/Hamn/a.xlsx says 2025 in its heading and 2026 by its folder, counts as 2026"},
		},
		{
			"an old decision and no document of the year before: the heading's year, and told",
			Settings{},
			[]string{"IKP 2026/a.xlsx|Hamnnämnden|2025|plan|a b|2024-11-20"},
			[]string{"hamnnamnden-2025: IKP 2026/a.xlsx", "IKP 2026/a.xlsx says 2025 in its heading and 2026 by its folder, counts as 2025"},
		},
		{
			"an identical copy is a copy, and counts once",
			Settings{},
			[]string{"2025/a.xlsx|Hamnnämnden|2025|plan|a b||hash=1", "2026/a.xlsx|Hamnnämnden|2025|plan|a b||hash=1", "2026/b.xlsx|Kulturnämnden|2026|plan|k"},
			[]string{
				"hamnnamnden-2025: 2025/a.xlsx", "kulturnamnden-2026: 2026/b.xlsx", "2026/a.xlsx gives way to 2025/a.xlsx: copy",
				"2026/a.xlsx says 2025 in its heading and 2026 by its folder, counts as 2025", "Hamnnämnden is missing",
			},
		},
		{
			"one saved again without a change never leads over that in the folder of its year",
			Settings{},
			[]string{"2026/a.xlsx|Hamnnämnden|2025|plan|a b||says=1|saved=12:00:00", "x 2025/a.xlsx|Hamnnämnden|2025|plan|a b||says=1|saved=10:00:00"},
			[]string{"hamnnamnden-2025: x 2025/a.xlsx", "2026/a.xlsx gives way to x 2025/a.xlsx: year", "2026/a.xlsx says 2025 in its heading and 2026 by its folder, counts as 2025"},
		},
		{
			"next year's plan in this year's folder, and one in its own: dates say whose it is",
			Settings{},
			[]string{"2025/b.xlsx|Hamnnämnden|2026|plan|a b|2025-11-20", "2026/a.xlsx|Hamnnämnden|2026|plan|a b||established=2025-09-15"},
			[]string{"hamnnamnden-2026: 2025/b.xlsx", "2026/a.xlsx gives way to 2025/b.xlsx: decided", "2025/b.xlsx says 2026 in its heading and 2025 by its folder, counts as 2026"},
		},
		{
			"a range is no year, and a follow-up is made the year after",
			Settings{},
			[]string{"2024-2027/a.xlsx|Hamnnämnden|2026|plan|a b", "2027/b.xlsx|Hamnnämnden|2026|follow-up"},
			[]string{"hamnnamnden-2026: 2024-2027/a.xlsx 2027/b.xlsx"},
		},
		{
			"a budget turns no year, nor does a draft",
			Settings{},
			[]string{"a.xlsx|Hamnnämnden|2026|plan|a", "b.xlsx|Kulturnämnden|2026|plan|b", "c.xlsx|Valnämnden|2026|plan|c", "d.xlsx|Hamnnämnden|2028|budget", "utkast.xlsx|Hamnnämnden|2027|plan|d", "e.xlsx|Parknämnden|2025|plan|e"},
			[]string{
				"hamnnamnden-2026: a.xlsx", "hamnnamnden-2027: utkast.xlsx", "hamnnamnden-2028: d.xlsx", "kulturnamnden-2026: b.xlsx", "parknamnden-2025: e.xlsx", "valnamnden-2026: c.xlsx",
				"Parknämnden is missing",
			},
		},
	})
	in := inputs(t, "a.xlsx|Hamnnämnden|2026|plan|a", "b.xlsx|Kulturnämnden|2026|plan|b", "c.xlsx|Valnämnden|2026|plan|c", "d.xlsx|Hamnnämnden|2027|plan|d")
	if p := New(in, Settings{}); p.Year != 2026 || p.Later != 2027 || p.LaterBoards != 1 {
		t.Errorf("year %d, later %d of %d boards", p.Year, p.Later, p.LaterBoards)
	}
}

// TestVersions: what tells which of two versions leads, and the reason that is said.
func TestVersions(t *testing.T) {
	const of = "|Hamnnämnden|2026|plan|a b|"
	for _, tc := range []struct{ lead, other, why string }{
		{"IKP.xlsx" + of + "2025-11-20", "IKP rev.xlsx" + of + "|established=2026-03-01", "decided"},
		{"IKP utkast.xlsx" + of + "2026-02-12", "IKP slutlig.xlsx" + of + "2025-11-20", "later"},
		{"b.xlsx" + of + "|established=2025-10-01", "a.xlsx" + of + "|established=2025-09-01", "later"},
		{"b.xlsx" + of + "|established=2025-10-01", "a.xlsx" + of, "dated"},
		{"IKP 2026 slutlig.xlsx" + of, "IKP 2026 utkast.xlsx" + of + "|saved=12:00:00", "draft"},
		{"IKP 2026 slutlig.xlsx" + of, "IKP 2026 v2.xlsx" + of, "final"},
		{"IKP v2.xlsx" + of, "IKP ej beslutad.xlsx" + of, "draft"},
		{"IKP_v10.xlsx" + of, "IKP_v9.xlsx" + of, "number"},
		{"IKP v1.2.xlsx" + of, "IKP v1.1.xlsx" + of, "number"},
		{"IKP rev 2.xlsx" + of, "IKP rev.xlsx" + of, "number"},
		{"IKP rev.xlsx" + of, "IKP.xlsx" + of, "number"},
		{"IKP 2026.xlsx" + of, "gammal/IKP 2026.xlsx" + of, "behind"},
		{"IKP beslutad.xlsx" + of + "|hash=1", "Kopia av IKP beslutad.xlsx" + of + "|hash=1", "copy"},
		{"2026/a.xlsx" + of, "Backup 2026-02-01/a.xlsx" + of, "behind"},
		{"b.xlsx" + of + "|saved=12:00:00", "a.xlsx" + of + "|saved=11:00:00", "saved"},
		{"a.xlsx" + of + "|saved=12:00:00", "b.xlsx" + of + "|saved=12:00:30", "unknown"},
		{"IKP till nämnden 25-10-01.xlsx" + of, "IKP.xlsx" + of, "unknown"},
		{"a.xlsx" + of + "|says=1", "b.xlsx" + of + "2026-01-01|says=2|maker=riskbok", "made"},
		{"a.pdf" + of + "|says=1", "b.xlsx" + of + "|says=2|maker=riskbok", "made"},
		{"a.xlsx" + of + "|says=1", "b.xlsx" + of + "|says=1|maker=riskbok-edited", "made"},
		{"b.xlsx" + of + "|says=2|maker=riskbok-edited", "a.xlsx" + of + "|says=1", "answered"},
		{"b.xlsx" + of + "|says=2|maker=riskbok-edited", "a.xlsx" + of + "|says=1|maker=riskbok", "made"},
		{"hamn budget beslutad.xlsx|Hamnnämnden|2026|budget|||lines=a b c", "hamn budget utkast.xlsx|Hamnnämnden|2026|budget|||lines=a b c", "draft"},
		{"a.xlsx|Hamnnämnden|2026|budget|||lines=a b c|hash=1", "b.xlsx|Hamnnämnden|2026|budget|||lines=a b c|hash=1", "copy"},
		{"a.xlsx|Hamnnämnden|2026|budget|||lines=a b c", "b.xlsx|Hamnnämnden|2026|budget|||lines=d|maker=riskbok", "made"},
	} {
		lead, _, _ := strings.Cut(tc.lead, "|")
		other, _, _ := strings.Cut(tc.other, "|")
		for _, files := range [][]string{{tc.lead, tc.other}, {tc.other, tc.lead}} {
			if slices.IsSortedFunc(files, func(a, b string) int { return strings.Compare(a, b) }) {
				got := planned(t, Settings{}, files...)
				if want := other + " gives way to " + lead + ": " + tc.why; !slices.Contains(got, want) {
					t.Errorf("want %q, got\n  %s", want, strings.Join(got, "\n  "))
				}
			}
		}
	}
}

// TestDoubles: what is no version of another is told.
func TestDoubles(t *testing.T) {
	checkTold(t, []told{
		{
			"two budgets of a year",
			Settings{},
			[]string{"a.xlsx|Hamnnämnden|2026|budget|||lines=a b c|saved=10:00:00", "b.xlsx|Hamnnämnden|2026|budget|||lines=a b c|saved=12:00:00"},
			[]string{"hamnnamnden-2026: a.xlsx b.xlsx", "Hamnnämnden 2026 is made of a.xlsx and b.xlsx"},
		},
		{
			"riskbok's workbook alone counts",
			Settings{},
			[]string{"a.xlsx|Hamnnämnden|2026|plan|a b||maker=riskbok"},
			[]string{"hamnnamnden-2026: a.xlsx"},
		},
		{
			"a follow-up that nobody has filled in does not keep a version from giving way",
			Settings{},
			[]string{"a.xlsx|Hamnnämnden|2026|plan|a b|2026-01-01", "b.xlsx|Hamnnämnden|2026|plan follow-up|a b"},
			[]string{"hamnnamnden-2026: a.xlsx", "b.xlsx gives way to a.xlsx: decided"},
		},
	})
}

// TestUnread: what could not be read is its board's, by its name or folder.
func TestUnread(t *testing.T) {
	checkTold(t, []told{
		{
			"files that name a board",
			Settings{},
			[]string{
				"2025/a.xlsx|Hamnnämnden|2025|plan|a", "2025/b.xlsx|Kulturnämnden|2025|plan|b", "2025/c.xlsx|Parknämnden|2025|plan|c",
				"2026/Hamnnämnden 2026.xls|unread", "2026/Parknämnden/IKP.docx|unread", "2026/Valnämnden_IKP.pdf|unread", "2026/a.xlsx|Kulturnämnden|2026|plan|b", "2026/okänd.ods|unread",
				"Kulturnämnden bilaga 2026.xlsx|unread",
			},
			[]string{
				"hamnnamnden-2025: 2025/a.xlsx", "kulturnamnden-2025: 2025/b.xlsx", "kulturnamnden-2026: 2026/a.xlsx", "parknamnden-2025: 2025/c.xlsx",
				"Hamnnämnden 2026 is unread in 2026/Hamnnämnden 2026.xls, alone true", "Parknämnden 2026 is unread in 2026/Parknämnden/IKP.docx, alone true",
				"Valnämnden 2026 is unread in 2026/Valnämnden_IKP.pdf, alone true", "Kulturnämnden 2026 is unread in Kulturnämnden bilaga 2026.xlsx, alone false",
			},
		},
		{
			"a budget is something, and its lack of a plan is told by its row",
			Settings{},
			[]string{"2025/a.xlsx|Hamnnämnden|2025|plan|a", "2026/a.xlsx|Hamnnämnden|2026|budget", "2026/b.xlsx|Kulturnämnden|2026|plan|b"},
			[]string{"hamnnamnden-2025: 2025/a.xlsx", "hamnnamnden-2026: 2026/a.xlsx", "kulturnamnden-2026: 2026/b.xlsx"},
		},
	})
}

// TestBoardNames: one name for a board, and boards by the names of files.
func TestBoardNames(t *testing.T) {
	checkTold(t, []told{
		{
			"joined names have the name that the settings have",
			Settings{Boards: map[string][]string{"Kultur- och fritidsnämnden": {"KFN"}}},
			[]string{"a.xlsx|KFN|2025|plan|a", "b.xlsx|Kultur- och fritidsnämnden|2026|plan|a"},
			[]string{"kultur-och-fritidsnamnden-2025: a.xlsx", "kultur-och-fritidsnamnden-2026: b.xlsx"},
		},
		{
			"boards that only files name",
			Settings{},
			[]string{"Hamnnämnden.xlsx||2026|plan|a", "IKP 2026 Kultur- och fritidsnämnden.xlsx||2026|plan|b", "Tekniska nämnden_2026.xlsx||2026|plan|c", "Valnämnden_IKP_2026.xlsx||2026|plan|d", "IKP till nämnden.xlsx||2026|plan|e"},
			[]string{
				"hamnnamnden-2026: Hamnnämnden.xlsx", "ikp-till-namnden-2026: IKP till nämnden.xlsx", "kultur-och-fritidsnamnden-2026: IKP 2026 Kultur- och fritidsnämnden.xlsx",
				"tekniska-namnden-2026: Tekniska nämnden_2026.xlsx", "valnamnden-2026: Valnämnden_IKP_2026.xlsx",
			},
		},
	})
	b := newBoardNames(nil, &Settings{Words: words, Joins: []string{"och"}, Leaning: []string{"till"}})
	for name, want := range map[string]string{
		"Nämnden för teknik och fritid IKP 2026": "Nämnden för teknik och fritid", "Miljö-, bygg- och räddningsnämnden 2026": "Miljö- bygg- och räddningsnämnden",
		"kommunstyrelsen-2026": "kommunstyrelsen", "IKP nämnden": "", "plan 2026": "", "Nämnden": "",
	} {
		if got := b.called(name); got != want {
			t.Errorf("%q names %q, want %q", name, got, want)
		}
	}
}

// TestProposals: spellings of one board, and boards that only look alike.
func TestProposals(t *testing.T) {
	for _, tc := range []struct {
		a, b string // a of 2025, b of 2026
		want bool
	}{
		{"Miljö & byggnadsnämnden", "Miljö- och byggnadsnämnden", true},
		{"Teknisk nämnd", "Tekniska nämnden", true},
		{"Kommunstyrelse", "Kommunstyrelsen", true},
		{"Nämnden för utbildning", "Utbildningsnämnden", true},
		{"Nämnden för teknik och fritid", "Teknik- och fritidsnämnden", true},
		{"Omsorgs- och vårdnämnden", "Vård- och omsorgsnämnden", true},
		{"KFN", "Kultur- och fritidsnämnden", true},
		{"KS", "Kommunstyrelsen", true},
		{"TN", "Tekniska nämnden", true},
		{"Miljönämnden (MN)", "Miljönämnden", true},
		{"Kulturnämden", "Kulturnämnden", true},
		{"Hamnämnden", "Hamnnämnden", true},
		{"Social nämnden", "Socialnämnden", true},
		{"Norra stadsdelsnämnden", "Södra stadsdelsnämnden", false},
		{"Skolnämnden", "Skogsnämnden", false},
		{"Valnämnden", "Vägnämnden", false},
		{"Hamnnämnden", "Valnämnden", false},
		{"Fritidsnämnden", "Friluftsnämnden", false},
		{"Kommunstyrelsen", "Kommunnämnden", false},
		{"Nämnd 1", "Nämnd 2", false},
	} {
		got := planned(t, Settings{}, "a.xlsx|"+tc.a+"|2025|plan|a", "b.xlsx|"+tc.b+"|2026|plan|b")
		if told := slices.ContainsFunc(got, func(s string) bool { return strings.HasSuffix(s, "?") }); told != tc.want {
			t.Errorf("%s and %s proposed: %v", tc.a, tc.b, told)
		}
	}
	for name, files := range map[string][]string{
		"both sent in for one year":    {"a.xlsx|Byggnadsnämnden|2026|plan|a", "b.xlsx|Byggnadnämnden|2026|plan|b"},
		"letters that a slug loses":    {"a.xlsx|Ö-nämnden|2026|plan|a", "b.xlsx|O-nämnden|2026|plan|b"},
		"an abbreviation of two names": {"a.xlsx|KN|2025|plan|a", "b.xlsx|Kulturnämnden|2026|plan|b", "c.xlsx|Kyrkonämnden|2026|plan|c"},
	} {
		if got := planned(t, Settings{}, files...); slices.ContainsFunc(got, func(s string) bool { return strings.HasSuffix(s, "?") }) {
			t.Errorf("%s: %v", name, got)
		}
	}
	chain := oneName([]Proposal{{"A", "B"}, {"B", "C"}})
	if want := []Proposal{{"A", "B"}, {"A", "C"}}; !reflect.DeepEqual(chain, want) {
		t.Errorf("proposals that hang together: %v", chain)
	}
}

// TestAdopt: minutes go with the plan that they adopt.
func TestAdopt(t *testing.T) {
	titles := model.Titles{Plan: []string{"Internkontrollplan"}, FollowUp: []string{"Uppföljning"}}
	decided := model.Resolution{Parts: []model.Value[string]{{V: "att anta planen", OK: true}}}
	item := func(title string) model.Item {
		return model.Item{Title: model.Value[string]{V: title, OK: true}, Decision: decided}
	}
	for _, tc := range []struct {
		items []model.Item
		want  int
	}{
		{[]model.Item{item("Budget 2027"), item("Internkontrollplan 2026")}, 2026},
		{[]model.Item{item("Uppföljning av internkontrollplan 2025")}, 0},
		{[]model.Item{item("Internkontrollplan 2025–2027")}, 0},
		{[]model.Item{{Title: model.Value[string]{V: "Internkontrollplan 2026", OK: true}}}, 0},
	} {
		d := &model.Document{Meetings: []model.Meeting{{Board: model.Value[string]{V: "Hamnnämnden", OK: true}, Date: model.Value[model.Date]{V: model.Date{Year: 2025, Month: 11, Day: 20}, OK: true}, Items: tc.items}}}
		Adopt(d, titles)
		if got := d.Meetings[0].PlanYear; got != tc.want {
			t.Errorf("%v adopts %d, want %d", tc.items, got, tc.want)
		}
		h := HeadOf(d, nil)
		year, decided := 2025, false
		if tc.want != 0 {
			year, decided = tc.want, true
		}
		if len(h.Claims) != 1 || h.Claims[0].Year != year || h.Claims[0].Decided.IsZero() == decided {
			t.Errorf("%v counts as %+v", tc.items, h.Claims)
		}
	}
}

// TestStrays: a document in the folder, or under the name, of another board.
func TestStrays(t *testing.T) {
	own := []string{"Hamnnämnden/a.xlsx|Hamnnämnden|2026|plan|a", "Kulturnämnden/b.xlsx|Kulturnämnden|2026|plan|b"}
	for _, tc := range []struct {
		name  string
		files []string
		want  []string
	}{
		{"in another board's folder", []string{"Hamnnämnden/2026/c.xlsx|Valnämnden|2026|plan|c"}, []string{"Hamnnämnden/2026/c.xlsx is of Valnämnden and by its folder of Hamnnämnden"}},
		{"in the folder of a board that nothing else is of", []string{"Parknämnden/c.xlsx|Valnämnden|2026|plan|c"}, []string{"Parknämnden/c.xlsx is of Valnämnden and by its folder of Parknämnden"}},
		{"under another board's name", []string{"Hamnnämnden IKP 2026.xlsx|Valnämnden|2026|plan|c"}, []string{"Hamnnämnden IKP 2026.xlsx is of Valnämnden and by its file of Hamnnämnden"}},
		{"in another board's folder under its own name", []string{"Hamnnämnden/Valnämnden 2026.xlsx|Valnämnden|2026|plan|c"}, []string{"Hamnnämnden/Valnämnden 2026.xlsx is of Valnämnden and by its folder of Hamnnämnden"}},
		{"the folder is right", []string{"Valnämnden/svar till Hamnnämnden.xlsx|Valnämnden|2026|plan|c"}, nil},
		{"one of the folders is right", []string{"Valnämnden/till Hamnnämnden/c.xlsx|Valnämnden|2026|plan|c"}, nil},
		{"another spelling", []string{"Hamnämnden/c.xlsx|Hamnnämnden|2025|plan|c", "Kultur nämnden.xlsx|Kulturnämnden|2025|plan|d"}, nil},
		{"a part of the name", []string{"Hamnnämnden/c.xlsx|Miljö- och hamnnämnden|2026|plan|c"}, nil},
		{"the folder of who gathers them all", []string{"Kommunstyrelsen/c.xlsx|Valnämnden|2026|plan|c", "Kommunstyrelsen/d.xlsx|Parknämnden|2026|plan|d", "Kommunstyrelsen/e.xlsx|Kommunstyrelsen|2026|plan|e"}, nil},
		{"no board in the document", []string{"Hamnnämnden/c.xlsx||2025|plan|c"}, nil},
		{"several boards' document", []string{"Kulturnämnden/m.pdf|Hamnnämnden|2026|minutes"}, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var got []string
			for _, line := range planned(t, Settings{}, append(slices.Clone(own), tc.files...)...) {
				if strings.Contains(line, " and by its ") && strings.Contains(line, " is of ") {
					got = append(got, line)
				}
			}
			if !reflect.DeepEqual(got, tc.want) {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

// Of names that hold one another the longest that stands in a path as whole words counts.
func TestNamesWithinOneAnother(t *testing.T) {
	b := &boardNames{slugs: map[string]string{}}
	for _, name := range []string{"Nämnden", "Socialnämnden", "Socialnämnden Norr", "Barn & ungdom"} {
		b.slugs[workbook.Slug(name)] = name
	}
	for text, want := range map[string]string{
		"IKP Socialnämnden Norr 2026": "Socialnämnden Norr",
		"socialnamnden_norr_2026":     "Socialnämnden Norr",
		"Norr Socialnämnden":          "Socialnämnden",
		"Socialnämnden Norra":         "Socialnämnden",
		"plan Nämnden":                "Nämnden",
		"Hamnnämnden":                 "",
		"2026 Barn & ungdom v2":       "Barn & ungdom",
		"":                            "",
	} {
		if got := b.within(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
