package archive

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"riskbok/rules/model"
)

// words are the ends and beginnings of boards' names that the tests need.
var words = model.BoardWords{Suffixes: []string{"nämnden", "nämnd", "styrelsen", "styrelse"}, Prefixes: []string{"nämnden för"}}

// versionNames are words of the names of versions that the tests need.
var versionNames = &model.ArchiveWords{
	Final: []string{"slutlig", "beslutad"}, Draft: []string{"utkast", "ej beslutad"}, Behind: []string{"kopia av", "gammal", "backup"},
	Version: []string{"v", "version"}, Revision: []string{"rev"},
}

// input makes an input: "rel | board | year | contents | risks | decided", where a
// path that ends in .pdf is a PDF, and then "name=value" for established, says (the
// digest), hash, maker, lines, valued, reported and saved. With only "unread" behind the path it could
// not be read, without a second field nothing is known of it.
func input(t *testing.T, line string) Input {
	t.Helper()
	f := strings.Split(line, "|")
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	in := Input{Rel: f[0]}
	if len(f) == 1 || f[1] == "unread" {
		in.Unread = len(f) > 1
		return in
	}
	named := map[string]string{}
	for i := range f {
		if name, value, ok := strings.Cut(f[i], "="); ok {
			named[name] = value
			f[i] = ""
		}
	}
	for len(f) < 6 {
		f = append(f, "")
	}
	in.Head = &Head{Kind: model.KindWorkbook}
	if strings.HasSuffix(in.Rel, ".pdf") {
		in.Head.Kind = model.KindPDF
	}
	c := Claim{Board: f[1], Risks: strings.Fields(f[4])}
	if f[2] != "" {
		if _, err := fmt.Sscan(f[2], &c.Year); err != nil {
			t.Fatal(err)
		}
	}
	for _, k := range strings.Fields(f[3]) {
		c.Contents = append(c.Contents, Content(k))
	}
	c.Decided, c.Established = date(t, f[5]), date(t, named["established"])
	c.Digest, in.Hash, in.Head.Maker = named["says"], named["hash"], model.Maker(named["maker"])
	for _, v := range strings.Fields(named["valued"]) { // "a34": the risk a is 3 × 4
		c.Valued = append(c.Valued, fmt.Sprintf("%c %c: %c:", v[0], v[1], v[2]))
	}
	c.Lines, c.Reported = strings.Fields(named["lines"]), named["reported"] != ""
	if at := named["saved"]; at != "" {
		var err error
		if in.Time, err = time.Parse(time.TimeOnly, at); err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(c.Risks)
	in.Head.Claims = []Claim{c}
	return in
}

func date(t *testing.T, s string) (d model.Date) {
	t.Helper()
	if s != "" {
		if _, err := fmt.Sscanf(s, "%d-%d-%d", &d.Year, &d.Month, &d.Day); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

func inputs(t *testing.T, lines ...string) []Input {
	t.Helper()
	var out []Input
	for _, l := range lines {
		out = append(out, input(t, l))
	}
	return out
}

// show gives a plan as lines: books with the files that they are made of, then
// all that is told.
func show(in []Input, p *Plan) []string {
	var out []string
	for _, c := range p.Chains {
		for _, b := range c.Books {
			if !b.Writes {
				continue
			}
			var files []string
			for _, i := range b.Inputs {
				files = append(files, in[i].Rel)
			}
			out = append(out, fmt.Sprintf("%s: %s", b.Stem, strings.Join(files, " ")))
		}
	}
	slices.Sort(out)
	for i := range in {
		if o, ok := p.Older[i]; ok {
			out = append(out, fmt.Sprintf("%s gives way to %s: %s", in[i].Rel, in[o.Lead].Rel, o.Why))
		}
	}
	for _, s := range p.Slips {
		out = append(out, fmt.Sprintf("%s says %d in its heading and %d by its %s, counts as %d", in[s.Input].Rel, s.Heading, s.Path, s.By, s.Counted))
	}
	for _, s := range p.Strays {
		out = append(out, fmt.Sprintf("%s is of %s and by its %s of %s", in[s.Input].Rel, s.Board, s.By, s.Path))
	}
	for _, i := range p.Far {
		out = append(out, fmt.Sprintf("%s is of a year far ahead", in[i].Rel))
	}
	for _, s := range p.Repeats {
		out = append(out, fmt.Sprintf("%s repeats %s as %s %d", in[s.Input].Rel, in[s.Same].Rel, s.Board, s.Year))
	}
	for _, d := range p.Doubles {
		var files []string
		for _, i := range d.Inputs {
			files = append(files, in[i].Rel)
		}
		out = append(out, fmt.Sprintf("%s %d is made of %s", d.Board, d.Year, strings.Join(files, " and ")))
	}
	for _, u := range p.Unread {
		out = append(out, fmt.Sprintf("%s %d is unread in %s, alone %v", u.Board, u.Year, in[u.Input].Rel, u.Alone))
	}
	for _, m := range p.Missing {
		out = append(out, fmt.Sprintf("%s is missing", m.Board))
	}
	for _, s := range p.Proposals {
		out = append(out, fmt.Sprintf("%s is %s?", s.Spelling, s.Name))
	}
	return out
}

func TestPlan(t *testing.T) {
	for _, tc := range []struct {
		name  string
		s     Settings
		files []string
		want  []string
	}{
		{
			name:  "a book for each board and year",
			files: []string{"a.xlsx|Hamnnämnden|2026|analysis plan|a b", "b.xlsx|Hamnnämnden|2025|analysis plan|a b", "c.xlsx|Kulturnämnden|2026|plan|c", "d.pdf|Kulturnämnden|2026|minutes", "e.txt"},
			want:  []string{"hamnnamnden-2025: b.xlsx", "hamnnamnden-2026: a.xlsx", "kulturnamnden-2026: c.xlsx d.pdf"},
		},
		{
			name:  "parts of a year that share no risks are all in it",
			files: []string{"a.xlsx|Hamnnämnden|2026|analysis|a b", "b.xlsx|Hamnnämnden|2026|analysis|c d", "c.xlsx|Hamnnämnden|2026|follow-up", "d.xlsx|Hamnnämnden|2026|budget"},
			want:  []string{"hamnnamnden-2026: a.xlsx b.xlsx c.xlsx d.xlsx", "Hamnnämnden 2026 is made of a.xlsx and b.xlsx"},
		},
		{
			name:  "of two versions the one decided last leads",
			files: []string{"a.xlsx|Hamnnämnden|2026|analysis plan|a b c|2025-12-01", "b.xlsx|Hamnnämnden|2026|analysis plan|a b|2025-10-01", "c.xlsx|Hamnnämnden|2026|analysis plan|a b c d"},
			want:  []string{"hamnnamnden-2026: a.xlsx", "b.xlsx gives way to a.xlsx: later", "c.xlsx gives way to a.xlsx: decided"},
		},
		{
			name:  "a version that holds more does not give way",
			files: []string{"a.xlsx|Hamnnämnden|2026|analysis|a b c|2025-12-01", "b.xlsx|Hamnnämnden|2026|analysis plan|a b|2025-10-01"},
			want:  []string{"hamnnamnden-2026: a.xlsx b.xlsx", "Hamnnämnden 2026 is made of a.xlsx and b.xlsx"},
		},
		{
			name:  "a workbook and the print of it are compared, not versions",
			files: []string{"a.xlsx|Hamnnämnden|2026|analysis plan|a b", "b.pdf|Hamnnämnden|2026|analysis plan|a b|2025-12-01"},
			want:  []string{"hamnnamnden-2026: a.xlsx b.pdf"},
		},
		{
			name:  "board and year from names",
			files: []string{"Hamnnämnden/2026/plan.xlsx|||analysis|a", "in/kulturnamnden 2025-11-12 plan 2026.xlsx|||plan|b", "x/y.xlsx|Kulturnämnden|2025|plan|b", "övrigt/lista.xlsx|||analysis|q"},
			want:  []string{"hamnnamnden-2026: Hamnnämnden/2026/plan.xlsx", "kulturnamnden-2025: x/y.xlsx", "kulturnamnden-2026: in/kulturnamnden 2025-11-12 plan 2026.xlsx", "lista: övrigt/lista.xlsx"},
		},
		{
			name:  "last year's copy with the year as it was",
			files: []string{"plan 2025.xlsx|Hamnnämnden|2025|analysis|a b", "plan 2026.xlsx|Hamnnämnden|2025|analysis|a b c"},
			want:  []string{"hamnnamnden-2025: plan 2025.xlsx", "hamnnamnden-2026: plan 2026.xlsx", "plan 2026.xlsx says 2025 in its heading and 2026 by its file, counts as 2026"},
		},
		{
			name:  "a year in the heading that nothing else has is kept and told",
			files: []string{"plan 2026.xlsx|Hamnnämnden|2025|analysis|a b c"},
			want:  []string{"hamnnamnden-2025: plan 2026.xlsx", "plan 2026.xlsx says 2025 in its heading and 2026 by its file, counts as 2025"},
		},
		{
			name:  "next year's plans in this year's folder",
			files: []string{"2025/a.xlsx|Hamnnämnden|2026|analysis|a", "2025/b.xlsx|Kulturnämnden|2026|analysis|b"},
			want:  []string{"hamnnamnden-2026: 2025/a.xlsx", "kulturnamnden-2026: 2025/b.xlsx"},
		},
		{
			name:  "one in a folder of a year",
			files: []string{"2026/a.xlsx|Hamnnämnden|2026|analysis|a", "2026/b.xlsx|Kulturnämnden|2025|analysis|b", "2026/c.xlsx|Socialnämnden|2026|analysis|c", "2025/b.xlsx|Kulturnämnden|2025|analysis|b"},
			want:  []string{"hamnnamnden-2026: 2026/a.xlsx", "kulturnamnden-2025: 2025/b.xlsx", "kulturnamnden-2026: 2026/b.xlsx", "socialnamnden-2026: 2026/c.xlsx", "2026/b.xlsx says 2025 in its heading and 2026 by its folder, counts as 2026"},
		},
		{
			name:  "boards that sent nothing",
			s:     Settings{Boards: map[string][]string{"Hamnnämnden": {"HN"}, "Valnämnden": nil}},
			files: []string{"a.xlsx|HN|2026|analysis|a", "b.xlsx|Kulturnämnden|2025|analysis|b"},
			want:  []string{"hamnnamnden-2026: a.xlsx", "kulturnamnden-2025: b.xlsx", "Kulturnämnden is missing", "Valnämnden is missing"},
		},
		{
			name:  "a year far ahead of today is a slip",
			s:     Settings{Today: 2026},
			files: []string{"2026/a.xlsx|Hamnnämnden|2026|analysis|a", "2026/b.xlsx|Kulturnämnden|2062|analysis|b", "2026/c.xlsx|Valnämnden|2026|analysis|c", "d.xlsx|Valnämnden|2062|budget"},
			want: []string{
				"hamnnamnden-2026: 2026/a.xlsx", "kulturnamnden-2026: 2026/b.xlsx", "valnamnden-2026: 2026/c.xlsx", "valnamnden-2062: d.xlsx",
				"2026/b.xlsx says 2062 in its heading and 2026 by its folder, counts as 2026", "d.xlsx is of a year far ahead",
			},
		},
		{
			name:  "the last two digits of a year that other documents are of",
			files: []string{"a.xlsx|Hamnnämnden|2026|analysis|a", "IKP 26/b.xlsx|Kulturnämnden||analysis|b", "plan -26.xlsx|Valnämnden||analysis|c", "nr 27.xlsx|Socialnämnden||analysis|d", "26-11-20.xlsx|Parknämnden||analysis|e"},
			want: []string{
				"hamnnamnden-2026: a.xlsx", "kulturnamnden-2026: IKP 26/b.xlsx", "parknamnden: 26-11-20.xlsx", "socialnamnden: nr 27.xlsx", "valnamnden-2026: plan -26.xlsx",
			},
		},
		{
			name:  "two spellings",
			files: []string{"a.xlsx|Bygg- och miljönämnden|2026|analysis|a", "b.xlsx|Bygg och miljönämnden|2025|analysis|a", "c.xlsx|Hamnämnden|2026|budget", "d.xlsx|Hamnnämnden|2026|analysis|d", "e.xlsx|Hamnnämnden|2025|analysis|d", "f.xlsx|Nämnd 1|2026|plan|f", "g.xlsx|Nämnd 2|2026|plan|g"},
			want: []string{
				"bygg-och-miljonamnden-2025: b.xlsx", "bygg-och-miljonamnden-2026: a.xlsx", "hamnamnden-2026: c.xlsx", "hamnnamnden-2025: e.xlsx", "hamnnamnden-2026: d.xlsx", "namnd-1-2026: f.xlsx", "namnd-2-2026: g.xlsx",
				"Bygg och miljönämnden is missing", "Bygg och miljönämnden is Bygg- och miljönämnden?", "Hamnämnden is Hamnnämnden?",
			},
		},
		{
			name:  "a spelling of a board that is configured, and of two that are none",
			s:     Settings{Boards: map[string][]string{"Hamnnämnden": nil, "Valnämnden 1": nil, "Valnämden 1": nil}},
			files: []string{"a.xlsx|Hamnämnden|2026|analysis|a"},
			want:  []string{"hamnamnden-2026: a.xlsx", "Hamnnämnden is missing", "Valnämden 1 is missing", "Valnämnden 1 is missing", "Hamnämnden is Hamnnämnden?"},
		},
		{
			name:  "a slip of the pen in the word for a board is never the name, however new or often written",
			files: []string{"2025/a.xlsx|Skolnämnden|2025|plan|a", "2026/a.xlsx|Skolnämden|2026|plan|a", "2027/a.xlsx|Skolnämden|2027|plan|b"},
			want:  []string{"skolnamden-2026: 2026/a.xlsx", "skolnamden-2027: 2027/a.xlsx", "skolnamnden-2025: 2025/a.xlsx", "Skolnämden is Skolnämnden?"},
		},
		{
			name:  "two books for one name",
			files: []string{"a.xlsx|Bygg- och miljönämnden|2026|analysis|a", "b.xlsx|Bygg och miljönämnden|2026|analysis|b"},
			want:  []string{"bygg-och-miljonamnden-2026-2: a.xlsx", "bygg-och-miljonamnden-2026: b.xlsx", "Bygg- och miljönämnden is Bygg och miljönämnden?"},
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			in := inputs(t, tc.files...)
			tc.s.Words, tc.s.Joins, tc.s.Leaning, tc.s.Names = words, []string{"och", "samt"}, []string{"till"}, versionNames
			got := show(in, New(in, tc.s))
			if !reflect.DeepEqual(got, tc.want) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(tc.want, "\n  "))
			}
		})
	}
}

func TestChains(t *testing.T) {
	in := inputs(t, "a.xlsx|Hamnnämnden|2026|analysis|a", "b.xlsx|Hamnnämnden|2025|analysis|a", "c.xlsx|Kulturnämnden|2026|plan|c", "d.pdf|Socialnämnden|2026|plan|d")
	in[3].Head.Claims = append(in[3].Head.Claims, Claim{Board: "Kulturnämnden", Year: 2025, Contents: []Content{ContentPlan}})
	p := New(in, Settings{Words: words})
	if len(p.Chains) != 2 || !reflect.DeepEqual(p.Chains[0].Inputs, []int{0, 1}) || !reflect.DeepEqual(p.Chains[1].Inputs, []int{2, 3}) {
		t.Fatalf("chains %+v", p.Chains)
	}
	c := &p.Chains[0]
	if before := c.Before(c.Books[1]); before != c.Books[0] {
		t.Errorf("before 2026 comes %+v", before)
	}
	if before := c.Before(c.Books[0]); before != nil {
		t.Errorf("before 2025 comes %+v", before)
	}
}

func TestYearIn(t *testing.T) {
	for name, want := range map[string]int{
		"plan 2026": 2026, "2026_plan": 2026, "plan2026v2": 2026, "plan 2025-2027": 0, "2025-11-12 plan": 0, "beslut 2025-11-12 plan 2026": 2026,
		"plan 2025 och 2026": 0, "20251112": 0, "plan 2025/26": 0, "1999": 0, "plan 2026-01": 0, "riskanalys 2026 2026": 2026, "dnr 2025.0123": 0,
	} {
		if got := yearIn(name); got != want {
			t.Errorf("%q tells %d, want %d", name, got, want)
		}
	}
}
