package page

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/xuri/excelize/v2"

	"riskbok/cmd/internal/files"
	"riskbok/exporters/causes"
	"riskbok/rules"
	"riskbok/rules/model"
)

// register makes a board's register whose columns are headed as given.
func register(t testing.TB, name, board string, heads ...any) files.Part {
	t.Helper()
	return filled(t, name, [][]any{
		{board + ", riskanalys 2026"}, heads,
		{"R1", "Torgstånd välter i blåst", "Möjlig", "Kännbar", 9, "Ankra", "Torgvakt"},
		{"R2", "Avgifter tas inte ut", "Sannolik", "Lindrig", 6, "Lista", "Ekonom"},
		{"R3", "Tillstånd saknas", "Mindre sannolik", "Kännbar", 6, "Kontroll", "Handläggare"},
	})
}

// filled makes a workbook of one sheet with the rows given.
func filled(t testing.TB, name string, rows [][]any) files.Part {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", "Riskanalys"); err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := f.SetSheetRow("Riskanalys", cell, &rows[i]); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return files.Part{Name: name, Data: b.Bytes()}
}

// TestNoRisks: of a file that holds only headings nothing is offered that would have
// to be made of its risks.
func TestNoRisks(t *testing.T) {
	v := visit(t, started(t, nil))
	v.drop(false, filled(t, "tom.xlsx", [][]any{{"Torgnämnden, riskanalys 2026"}, {"Nr", "Risk", "Sannolikhet", "Konsekvens", "Riskvärde", "Åtgärd", "Ansvarig"}}))
	v.shows("Ingenting har granskats", "I filerna finns inga risker")
	for _, no := range []string{`action="plan"`, `action="next"`, `action="collect"`, "Inget fel", "Allt som lästes", "Inget att rätta"} {
		if strings.Contains(v.page, no) {
			t.Errorf("%s of a file without risks", no)
		}
	}
}

// TestAcceptGap: to accept that something was not checked does not make it checked.
func TestAcceptGap(t *testing.T) {
	v := visit(t, started(t, nil))
	v.drop(false, register(t, "udda.xlsx", "Torgnämnden", "Nr", "Risk", "Sannolikhet", "Konsekvens", "Betyg", "Åtgärd", "Ansvarig"))
	v.shows("riskvärdena på bladet Riskanalys</a>")
	var all []string
	for _, m := range regexp.MustCompile(`name="accept" value="([\d ]+)"`).FindAllStringSubmatch(v.page, -1) {
		all = append(all, "accept", m[1])
	}
	v.post("accept", append(all, "reason", "prövas i höst", "by", "Torgchefen")...)
	v.shows("prövas i höst", "Inget fel i det som kunde granskas", "riskvärdena på bladet Riskanalys</a>") // of the one file
}

// TestColumnsOfOneFile: what a cell of one file is says nothing of the same cell of
// another, and a choice may be kept after it was made.
func TestColumnsOfOneFile(t *testing.T) {
	kept := map[string]model.Field{}
	s := started(t, func(o *Options) {
		o.Keep = func(m map[string]model.Field) (string, error) { kept = m; return "riskbok.yaml", nil }
	})
	v := visit(t, s)
	odd := register(t, "udda.xlsx", "Torgnämnden", "Nr", "Risk", "Sannolikhet", "Konsekvens", "Betyg", "Åtgärd", "Ansvarig")
	usual := register(t, "vanlig.xlsx", "Parknämnden", "Nr", "Risk", "Sannolikhet", "Konsekvens", "Riskvärde", "Åtgärd", "Ansvarig")
	v.drop(false, odd, usual)
	const at = "column-udda.xlsx: Riskanalys!E2"
	v.shows(`name="`+at+`"`, "riskvärdet (troligast)", "Kolumner som du behöver avgöra")
	v.post("columns", at, "none")
	v.wait()
	if n := strings.Count(v.page, "men det står 6"); n != 1 {
		t.Errorf("the value of R2 is wrong in the file of which nothing was said: told %d times, want 1", n)
	}
	v.post("columns", at, "value")
	v.wait()
	v.post("columns", "keep", "1")
	v.wait()
	v.shows("sparade i riskbok.yaml")
	if len(kept) != 1 || kept["Betyg"] != model.FieldScore {
		t.Errorf("kept %v", kept)
	}
	v.drop(false, usual)
	v.shows("Kolumnvalen gällde de tidigare filerna")
}

// TestColumnWithoutHeading: the cell of a column that has no heading of its own is
// not kept for other files.
func TestColumnWithoutHeading(t *testing.T) {
	s := started(t, func(o *Options) {
		o.Keep = func(m map[string]model.Field) (string, error) { t.Errorf("kept %v", m); return "riskbok.yaml", nil }
	})
	v := visit(t, s)
	v.drop(false, register(t, "udda.xlsx", "Torgnämnden", "Nr", "Risk", "Sannolikhet", "Konsekvens", "Riskvärde", "Övrigt", "Övrigt"))
	at := regexp.MustCompile(`name="(column-udda.xlsx: Riskanalys!F\d)"`).FindStringSubmatch(v.page)
	if at == nil {
		t.Fatal("no column to settle")
	}
	v.post("columns", at[1], "action", "keep", "1")
	v.wait()
	v.shows("Kan inte sparas")
}

// TestSameName: a file that takes the place of another is told, one dropped again
// is not.
func TestSameName(t *testing.T) {
	s := started(t, nil)
	v := visit(t, s)
	one, other := sample(t, hamn), sample(t, omsorg)
	other.Name = one.Name
	v.drop(false, one)
	v.drop(true, one)
	if strings.Contains(v.page, "Ersatt") {
		t.Error("the same file dropped again is said to replace another")
	}
	v.drop(true, other)
	v.shows("Ersatt av en ny fil med samma namn: " + one.Name)
}

// TestUnsaved: acceptances that nobody has downloaded are not replaced in silence.
func TestUnsaved(t *testing.T) {
	s := started(t, nil)
	v := visit(t, s)
	v.drop(false, sample(t, hamn))
	v.post("accept", "accept", "1", "reason", "Avvaktar", "by", "Anna")
	v.drop(false, sample(t, hamn), files.Part{Name: "fjol.yaml", Data: []byte("version: 1\naccepted: []\n")})
	v.shows("1 godtagen iakttagelse som inte var hämtad ersattes")
}

// TestSuggestedApart: where one cause has fixes that are safe and others that are
// suggested, only the safe ones are ticked.
func TestSuggestedApart(t *testing.T) {
	s := started(t, nil)
	v := visit(t, s)
	v.drop(false, sample(t, hamn))
	var done *result
	for _, one := range s.sessions {
		done = one.done
	}
	all := causes.New(done.report, s.o.Lang).All()
	for i := range all {
		found := all[i].Findings()
		if len(found) < 2 || !mendable(done.report, found[0]) || !mendable(done.report, found[1]) {
			continue
		}
		fix := *found[1].Fix
		fix.Class = rules.Suggested
		found[1].Fix = &fix
		html := string(s.beside(done, false)(&all[i]))
		if strings.Count(html, `name="fix"`) != 2 || strings.Count(html, " checked") != 1 || !strings.Contains(html, s.o.Lang.T("page.tick.suggested")) {
			t.Errorf("the boxes:\n%s", html)
		}
		return
	}
	t.Fatal("no cause with two fixes")
}

// TestAside: a page that is not what a second start is to open leaves the file to the
// one that runs, also to one of another version, and when that one ends nothing is left.
// Where none runs it can be found itself.
func TestAside(t *testing.T) {
	file := filepath.Join(t.TempDir(), "page.json")
	aside := func(o *Options) { o.Running, o.Aside = file, true }
	t.Run("beside another", func(t *testing.T) {
		first := started(t, func(o *Options) { o.Running = file })
		visit(t, first)
		visit(t, started(t, aside))
		newer := started(t, func(o *Options) { aside(o); o.Version = "nyare" })
		visit(t, newer)
		newer.withdraw()
		if got := Find(file, "prov"); got != first.Address() {
			t.Errorf("a second start opens %q, want %s", got, first.Address())
		}
	})
	if left, err := os.ReadFile(file); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("when all have ended %q is left, %v", left, err)
	}
	alone := started(t, aside)
	visit(t, alone)
	if got := Find(file, "prov"); got != alone.Address() {
		t.Errorf("of a page that runs alone a second start finds %q, want %s", got, alone.Address())
	}
}

// TestWhole: what is sent is read to the last byte, however it comes, and half of it
// is no file.
func TestWhole(t *testing.T) {
	for _, size := range []int{0, 1, 32<<10 - 1, 32 << 10, 32<<10 + 1, 300_000} {
		want := bytes.Repeat([]byte("abc"), size/3+1)[:size]
		got, err := whole(iotest.HalfReader(bytes.NewReader(want)))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%d bytes: got %d, %v", size, len(got), err)
		}
	}
	broken := errors.New("broken off")
	if _, err := whole(iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
}
