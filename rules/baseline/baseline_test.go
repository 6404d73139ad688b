package baseline

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

func catalog(t *testing.T) *lang.Catalog {
	t.Helper()
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	return cat
}

// register makes a document of risks "number|text|likelihood|consequence|
// value" by the usual scale, the first on the given row.
func register(row int, risks ...string) []*model.Document {
	r := model.Register{Table: model.Table{
		Name: "Riskanalys", Board: "Hamnnämnden", Year: 2026, Heads: make([]model.Head, 1),
		Columns: []model.Column{{Field: model.FieldNumber}, {Field: model.FieldEvent}, {Field: model.FieldLikelihood}, {Field: model.FieldConsequence}, {Field: model.FieldScore}},
	}, Analysis: true, Scale: -1}
	for i, text := range risks {
		f := strings.Split(text, "|")
		at := func(col int32) model.Source { return model.Source{Doc: 1, Row: int32(row + i), Col: col} }
		n, err := strconv.Atoi(f[4])
		r.Risks = append(r.Risks, model.Risk{
			Number: model.Text(f[0], at(1)), Event: model.Text(f[1], at(2)), Assessment: model.Assessment{At: at(1), Likelihood: model.Value[model.Level]{V: model.Level{Label: f[2]}, OK: true, Raw: f[2], At: at(3)}, Consequence: model.Value[model.Level]{V: model.Level{Label: f[3]}, OK: true, Raw: f[3], At: at(4)}, Score: model.Value[int]{V: n, OK: err == nil, Raw: f[4], At: at(5)}},
		})
	}
	return []*model.Document{{ID: 1, File: "hamn.xlsx", Places: []model.Place{{File: "hamn.xlsx", Sheet: "Riskanalys"}}, Registers: []model.Register{r}}}
}

// judged gives the errors of a document, and those of a stale acceptance, in
// short; accepted ones in brackets.
func judged(t *testing.T, docs []*model.Document, data []byte, s rules.Settings) []string {
	t.Helper()
	accepted, err := Parse(data, 2)
	if err != nil {
		t.Fatal(err)
	}
	books, found := rules.Check(docs, s)
	var out []string
	for _, f := range rules.Accept(books, found, accepted, s) {
		if f.Severity == rules.Info {
			continue
		}
		line := f.Rule + " " + f.Variant + " " + f.Risk + " " + f.At.Cell()
		if !f.Open() {
			line = "[" + line + "]"
		}
		out = append(out, strings.TrimSpace(line))
	}
	return out
}

var two = []string{"R1|Kajen rasar|Möjlig|Kännbar|8", "R2|Olja läcker|Sannolik|Lindrig|6"}

func baselineOf(t *testing.T, docs []*model.Document, existing []byte) []byte {
	t.Helper()
	_, found := rules.Check(docs, rules.Settings{}.Only("risk-value"))
	by := By{Reason: "Beslutas om i februari: \"avvakta\"", Name: "Anna Å", Date: model.Date{Year: 2026, Month: 2, Day: 17}, Decision: "§ 12"}
	data, _, err := Append(existing, found, by, catalog(t))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestRoundTrip: what is written and read back accepts every finding, and
// says why.
func TestRoundTrip(t *testing.T) {
	docs := register(5, two...)
	data := baselineOf(t, docs, nil)
	if got, want := judged(t, docs, data, rules.Settings{}), []string{"[risk-value wrong R1 E5]", "[risk-value wrong R2 E6]"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q\n%s", got, want, data)
	}
	accepted, err := Parse(data, 2)
	if err != nil {
		t.Fatal(err)
	}
	a := accepted[len(accepted)-1]
	if a.Reason != `Beslutas om i februari: "avvakta"` || a.By != "Anna Å" || a.Date.String() != "2026-02-17" || a.Decision != "§ 12" || a.At.Doc != 2 ||
		!strings.Contains(strings.Split(string(data), "\n")[a.At.Row-1], a.Path) {
		t.Errorf("read back as %+v", a)
	}
	again, n, err := Append(data, nil, By{}, catalog(t))
	if err != nil || n != 0 || string(again) != string(data) {
		t.Errorf("nothing to add: %d added, %v, %q", n, err, again)
	}
}

// TestRows: a finding is known by its path and content wherever it stands.
func TestRows(t *testing.T) {
	data := baselineOf(t, register(5, two...), nil)
	for name, tc := range map[string]struct {
		docs []*model.Document
		s    rules.Settings
		want []string
	}{
		"rows inserted above": {register(25, two...), rules.Settings{}, []string{"[risk-value wrong R1 E25]", "[risk-value wrong R2 E26]"}},
		"the row above deleted": {register(5, two[1]), rules.Settings{},
			[]string{"[risk-value wrong R2 E5]", "stale-acceptance gone"}},
		"a new risk above": {register(5, "R9|Is på kajen|Möjlig|Kännbar|1", two[0], two[1]), rules.Settings{},
			[]string{"risk-value wrong R9 E5", "[risk-value wrong R1 E6]", "[risk-value wrong R2 E7]"}},
		"another wrong value": {register(5, strings.Replace(two[0], "|8", "|6", 1), two[1]), rules.Settings{},
			[]string{"risk-value wrong R1 E5", "[risk-value wrong R2 E6]", "stale-acceptance changed R1"}},
		"other levels, so another right value": {register(5, strings.Replace(two[0], "Kännbar", "Lindrig", 1), two[1]), rules.Settings{},
			[]string{"risk-value wrong R1 E5", "[risk-value wrong R2 E6]", "stale-acceptance changed R1"}},
		"another risk under the number": {register(5, strings.Replace(two[0], "Kajen rasar", "Elavbrott", 1), two[1]), rules.Settings{},
			[]string{"risk-value wrong R1 E5", "[risk-value wrong R2 E6]", "stale-acceptance changed R1"}},
		"the error is corrected": {register(5, strings.Replace(two[0], "|8", "|9", 1), two[1]), rules.Settings{},
			[]string{"[risk-value wrong R2 E6]", "stale-acceptance gone"}},
		"the rule is off": {register(5, two...), rules.Settings{Severities: map[string]rules.Severity{"risk-value": rules.Off}}, nil},
		"stale acceptances are off": {register(5, two[1]), rules.Settings{Severities: map[string]rules.Severity{"stale-acceptance": rules.Off}},
			[]string{"[risk-value wrong R2 E5]"}},
	} {
		if got := judged(t, tc.docs, data, tc.s); !slices.Equal(got, tc.want) {
			t.Errorf("%s:\n got  %q\n want %q", name, got, tc.want)
		}
	}
	other := register(5, two...)
	other[0].Registers[0].Year = 2027
	if got, want := judged(t, other, data, rules.Settings{}), []string{"risk-value wrong R1 E5", "risk-value wrong R2 E6"}; !slices.Equal(got, want) {
		t.Errorf("another year: got %q, want %q", got, want)
	}
}

// TestAppend keeps what people wrote.
func TestAppend(t *testing.T) {
	edited := "# Vår fil\nversion: 1\naccepted:\n  # kommer tillbaka i höst\n  - finding: risk-value/hamnnämnden/2026/Riskanalys/r1/value\n    found: 8\n    expected: 9\n    reason: >\n      Nämnden vet\n      om det\n"
	docs := register(5, two...)
	accepted, err := Parse([]byte(edited), 2)
	if err != nil {
		t.Fatal(err)
	}
	if r := accepted[0].Reason; r != "Nämnden vet om det" {
		t.Errorf("a folded reason is %q", r)
	}
	books, found := rules.Check(docs, rules.Settings{})
	found = rules.Accept(books, found, accepted, rules.Settings{})
	data, n, err := Append([]byte(edited), found, By{}, catalog(t))
	if err != nil || n != 1+count(found, rules.Info) || !strings.HasPrefix(string(data), edited) {
		t.Errorf("%d added, %v:\n%s", n, err, data)
	}
	for name, existing := range map[string]string{
		"a list on one line": "accepted: [{finding: a}]\n",
		"a key after it":     "accepted:\n  - finding: a\nversion: 1\n",
		"another indent":     "accepted:\n      - finding: a\n",
		"no list":            "version: 1\n",
	} {
		var fault *Error
		if _, _, err := Append([]byte(existing), found, By{}, catalog(t)); !errors.As(err, &fault) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func count(found []rules.Finding, s rules.Severity) int {
	n := 0
	for _, f := range found {
		if f.Severity == s {
			n++
		}
	}
	return n
}

func TestFaults(t *testing.T) {
	for text, want := range map[string]string{
		"":                        "",
		"version: 1\naccepted:\n": "",
		"# bara en kommentar\n":   "",
		"version: 2\n":            "1 version",
		"version: 1\naccept:\n":   "2 unknown",
		"accepted: 3\n":           "1 list",
		"accepted:\n  - a\n":      "2 mapping",
		"accepted:\n  - finding: a\n    finding: b\n":       "3 twice",
		"accepted:\n  - reason: a\n":                        "2 no-finding",
		"accepted:\n  - finding: a\n    date: 17/2\n":       "3 date",
		"accepted:\n  - finding: a\n    date: 2026-13-01\n": "3 date",
		"accepted:\n  - finding: [a]\n":                     "2 plain",
		"accepted:\n  - finding: \"a\n":                     "2 syntax",
		"a: 1\n---\nb: 2\n":                                 "3 documents",
	} {
		_, err := Parse([]byte(text), 1)
		var fault *Error
		got := ""
		if errors.As(err, &fault) {
			got = strconv.Itoa(fault.Line) + " " + fault.Code
			for _, tag := range lang.Tags() {
				cat, _ := lang.Get(tag)
				if words := fault.Text(cat); strings.ContainsAny(words, "{}") || strings.Contains(words, "findings.baseline") {
					t.Errorf("%q in %s: %s", text, tag, words)
				}
			}
		}
		if got != want {
			t.Errorf("%q: got %q (%v), want %q", text, got, err, want)
		}
	}
}

// Brackets that texts leave open do not add up over a list.
func TestAppendBrackets(t *testing.T) {
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	findings := make([]rules.Finding, 100)
	for i := range findings {
		findings[i] = rules.Finding{Path: "a/" + strconv.Itoa(i), Event: "Kajen [norra"}
	}
	data, n, err := Append(nil, findings, By{}, cat)
	if err != nil || n != len(findings) {
		t.Fatalf("%d added, %v", n, err)
	}
	if got, err := Parse(data, 1); err != nil || len(got) != n || got[99].Event != "Kajen [norra" {
		t.Errorf("%d read back, %v", len(got), err)
	}
}

// Whatever a finding says is read back as it was.
func FuzzAppend(f *testing.F) {
	f.Add("a/b", "text\nmed rad", "=1+1", "\"citat\" # inte kommentar")
	f.Add("å: ä", "- lista", "'", "\u2028\t\\")
	cat, err := lang.Get("sv")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, path, event, found, reason string) {
		clean := func(s string) string { return strings.ToValidUTF8(s, "") }
		path, event, found, reason = clean(path), clean(event), clean(found), clean(reason)
		if path == "" {
			return
		}
		finding := rules.Finding{Path: path, Event: event, Found: found}
		data, _, err := Append(nil, []rules.Finding{finding}, By{Reason: reason}, cat)
		if err != nil {
			t.Fatalf("%v", err)
		}
		got, err := Parse(data, 1)
		if err != nil || len(got) != 1 || got[0].Path != path || got[0].Event != event || got[0].Found != found || got[0].Reason != reason {
			t.Errorf("%+v, %v\n%s", got, err, data)
		}
	})
}
