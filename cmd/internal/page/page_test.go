package page

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"riskbok/cmd/internal/files"
	"riskbok/importers"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

const (
	hamn   = "miljo-och-hamnnamnden-2025.xlsx"
	omsorg = "omsorgsnamnden-2026.xlsx"
)

var fixBox = regexp.MustCompile(`<input type="checkbox" name="fix" value="([\d ]+)" form="mend"( checked)?>[^<]*<span class="hidden"> ([^<]*)`)

// boxes gives the fixes of a page: what it is about → value and whether it is
// ticked.
func (v *visitor) boxes() (values map[string]string, ticked map[string]bool) {
	values, ticked = map[string]string{}, map[string]bool{}
	for _, m := range fixBox.FindAllStringSubmatch(v.page, -1) {
		values[m[3]], ticked[m[3]] = m[1], m[2] != ""
	}
	return values, ticked
}

// TestMend: safe fixes are ticked and suggested ones are not, and the workbook
// that is downloaded has what was ticked and nothing else.
func TestMend(t *testing.T) {
	s := started(t, nil)
	v := visit(t, s)
	v.drop(false, sample(t, hamn))
	v.shows("F9", "F13", "D15", "Inget lämnar datorn")
	values, ticked := v.boxes()
	if len(values) == 0 {
		t.Fatal("nothing to tick")
	}
	var safe []string
	for what, on := range ticked {
		if suggested := strings.Contains(what, "D15") || strings.Contains(what, "C15"); on == suggested {
			t.Errorf("%s: ticked %v", what, on)
		}
		if on {
			safe = append(safe, "fix", values[what])
		}
	}
	reply, data := v.post("mend", safe...)
	if got, want := fileName(reply), "miljo-och-hamnnamnden-2025 - rättad.xlsx"; got != want {
		t.Errorf("saved as %q, want %q", got, want)
	}
	left := judged(t, s, data)
	for _, l := range left {
		if strings.HasPrefix(l, "risk-value") || strings.HasPrefix(l, "treatment") {
			t.Errorf("still wrong: %s", l)
		}
	}
	if !slices.Contains(left, "unknown-level D15") {
		t.Errorf("the suggestion was not ticked; left are %q", left)
	}
	all := []string{}
	for _, value := range values {
		all = append(all, "fix", value)
	}
	_, data = v.post("mend", all...)
	if left := judged(t, s, data); slices.Contains(left, "unknown-level D15") {
		t.Errorf("the suggestion was ticked; left are %q", left)
	}
	_, data = v.post("mend", safe[:2]...)
	if one := judged(t, s, data); len(one) <= len(left)-1 || len(one) >= len(judged(t, s, sample(t, hamn).Data)) {
		t.Errorf("one of %d was ticked; left are %q", len(safe)/2, one)
	}
	v.post("mend")
	v.shows("Bocka för minst en rättning")
	v.post("mend", "fix", "0 -3 99999 abc")
	v.shows("Bocka för minst en rättning")
}

// TestTwenty: several files come back as one archive with a receipt.
func TestTwenty(t *testing.T) {
	s := started(t, nil)
	v := visit(t, s)
	var parts []files.Part
	for i := range 20 {
		p := sample(t, hamn)
		p.Name = fmt.Sprintf("Möte/nämnd %d/plan.xlsx", i+1)
		parts = append(parts, p)
	}
	parts = append(parts, files.Part{Name: "Möte/~$plan.xlsx", Data: []byte("lås")}, files.Part{Name: "Möte/.dold/plan.xlsx", Data: []byte("x")})
	v.drop(false, parts...)
	values, _ := v.boxes()
	var all []string
	for _, value := range values {
		all = append(all, "fix", value)
	}
	reply, data := v.post("mend", all...)
	if got := fileName(reply); got != "rättade arbetsböcker.zip" {
		t.Fatalf("saved as %q", got)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	if len(names) != 21 || names[0] != "Möte/nämnd 1/plan - rättad.xlsx" || names[20] != receiptName {
		t.Errorf("the archive holds %q", names)
	}
}

// TestMake: what a workbook can become.
func TestMake(t *testing.T) {
	s := started(t, nil)
	v := visit(t, s)
	v.drop(false, sample(t, hamn))
	for _, tc := range []struct{ what, name string }{
		{"plan", "2025-internkontrollplan.xlsx"}, {"next", "2026-internkontrollplan.xlsx"},
	} {
		reply, data := v.post(tc.what)
		if got := fileName(reply); !strings.HasSuffix(got, tc.name) || len(data) < 1000 {
			t.Errorf("%s: %q, %d bytes", tc.what, got, len(data))
		}
	}
	if m := regexp.MustCompile(`<option>([^<]+)</option>`).FindStringSubmatch(v.page); m == nil {
		t.Error("no period to collect")
	} else if reply, _ := v.post("collect", "period", m[1]); !strings.HasSuffix(fileName(reply), ".zip") && !strings.HasSuffix(fileName(reply), ".xlsx") {
		t.Errorf("collection sheets for %q: saved as %q\n%.300s", m[1], fileName(reply), v.page)
	}
	v.post("collect", "period", "T9")
	v.shows("ingen period")
	if strings.Contains(v.page, `action="budget"`) {
		t.Error("a budget is offered, and there is none")
	}
	reply, data := v.get("report")
	if fileName(reply) != "miljo-och-hamnnamnden-2025-granskning.html" || !bytes.Contains(data, []byte("F9")) {
		t.Errorf("the report is saved as %q", fileName(reply))
	}
	if bytes.Contains(data, []byte(s.token)) || bytes.Contains(data, []byte("<form")) {
		t.Error("the saved report has something of the page")
	}

	next := v
	_, plan := v.post("next")
	next.drop(true, files.Part{Name: "nästa.xlsx", Data: plan})
	next.shows("Jämför 2025 med 2026")
	if _, data := next.get("compare"); !bytes.Contains(data, []byte("<del>")) && !bytes.Contains(data, []byte("2026")) {
		t.Errorf("the comparison: %.500s", data)
	}
}

// TestUnreadable: a file that cannot be read is told by name, and does not stop
// the others; texts of files are shown as texts.
func TestUnreadable(t *testing.T) {
	s := started(t, nil)
	v := visit(t, s)
	whole := sample(t, hamn)
	v.drop(false, files.Part{Name: "halv.xlsx", Data: whole.Data[:len(whole.Data)/2]}, files.Part{Name: "tom.xlsx"}, whole)
	v.shows("halv.xlsx", "tom.xlsx", "F9")
	pdf, err := os.ReadFile("../../../importers/pdf/testdata/chromium-borders.pdf")
	if err != nil {
		t.Fatal(err)
	}
	v.drop(false, files.Part{Name: "plan.pdf", Data: pdf})
	v.shows("plan.pdf", "Internkontrollplan")
	if strings.Contains(v.page, `id="mend"`) {
		t.Error("a PDF is offered to be mended")
	}
	v.drop(false, files.Part{Name: `C:\Users\anna\<script>alert(1)</script>.xlsx`, Data: whole.Data})
	if strings.Contains(v.page, "<script>alert") || strings.Contains(v.page, "Users") {
		t.Error("the name of a file is code, or shows folders")
	}
	v.drop(false, files.Part{Name: "plan\u202exslx.exe.xlsx", Data: whole.Data})
	if strings.Contains(v.page, "\u202e") {
		t.Error("the name of a file turns the direction of writing")
	}
}

// TestAccept: a finding is accepted with why and who, stands so in the report, and
// the file of what is accepted holds the next time it is dropped.
func TestAccept(t *testing.T) {
	for _, kept := range []bool{false, true} {
		file := ""
		if kept {
			file = filepath.Join(t.TempDir(), "godtaget.yaml")
		}
		s := started(t, func(o *Options) { o.Baseline = file })
		v := visit(t, s)
		v.drop(false, sample(t, hamn))
		box := regexp.MustCompile(`name="accept" value="([\d ]+)" form="accept">[^<]*<span class="hidden"> [^<]*F9`).FindStringSubmatch(v.page)
		if box == nil {
			t.Fatal("nothing to accept")
		}
		v.post("accept", "accept", box[1], "reason", "", "by", "Anna")
		v.shows("Skriv varför")
		v.post("accept", "reason", "a", "by", "b")
		v.shows("Inget är förbockat")
		v.post("accept", "accept", box[1], "reason", "Avvaktar ny skala <b>", "by", "Anna Å", "decision", "§ 12")
		v.shows("godtagen", "Avvaktar ny skala &lt;b&gt;", "Anna Å", "§ 12")
		reply, data := v.get("baseline")
		_, report := v.get("report")
		_, receipt, _ := bytes.Cut(report, []byte(`id="receipt"`))
		if !bytes.Contains(report, []byte("Avvaktar ny skala")) || !bytes.Contains(receipt, []byte("Godtaget")) || !bytes.Contains(spaceless(receipt), []byte(files.Hash(data))) {
			t.Errorf("the saved report does not tell what is accepted; its receipt:\n%.1500s", receipt)
		}
		if fileName(reply) != "godtaget.yaml" || !bytes.Contains(data, []byte("Avvaktar ny skala")) {
			t.Errorf("saved as %q:\n%s", fileName(reply), data)
		}
		if kept {
			if on, err := os.ReadFile(file); err != nil || !bytes.Equal(on, data) {
				t.Errorf("the file: %v", err)
			}
		}
		again := visit(t, s)
		parts := []files.Part{sample(t, hamn)}
		if !kept {
			parts = append(parts, files.Part{Name: "godtaget.yaml", Data: data})
		}
		again.drop(false, parts...)
		again.shows("Avvaktar ny skala")
		// what was accepted holds when the file is dropped anew, and no longer when it is forgotten
		v.drop(false, sample(t, hamn))
		v.shows("Avvaktar ny skala &lt;b&gt;")
		v.post("forget")
		v.drop(false, sample(t, hamn))
		if strings.Contains(v.page, "Avvaktar") != kept {
			t.Errorf("after forgetting, with a file of acceptances %v: accepted %v", kept, !kept)
		}
		again.drop(false, sample(t, hamn), files.Part{Name: "fel.yaml", Data: []byte("accepted: 3\n")})
		if !kept {
			again.shows("fel.yaml")
		}
	}
}

// TestColumns: a column that was not understood is settled on the page, the report
// is made anew, and the choice is kept where the user says so.
func TestColumns(t *testing.T) {
	var kept map[string]model.Field
	s := started(t, func(o *Options) {
		o.Keep = func(m map[string]model.Field) (string, error) { kept = m; return "riskbok.yaml", nil }
	})
	v := visit(t, s)
	v.drop(false, sample(t, omsorg))
	v.shows("Kontrollmetod", `name="column-omsorgsnamnden-2026.xlsx: &#39;Plan 2026&#39;!H6"`)
	before := strings.Count(v.page, "Kontrollmetod")
	v.post("columns")
	v.shows("Inget val är ändrat")
	v.post("columns", "column-omsorgsnamnden-2026.xlsx: 'Plan 2026'!H6", "reporting", "column-omsorgsnamnden-2026.xlsx: 'Plan 2026'!I6", "none", "column-omsorgsnamnden-2026.xlsx: Annat!A1", "value", "keep", "1")
	v.shows("sparade i riskbok.yaml", "låt riskbok avgöra")
	if strings.Contains(v.page, "”Kontrollmetod” (H) känns inte igen") || before == 0 {
		t.Error("the column is still not understood")
	}
	if len(kept) != 2 || kept["Kontrollmetod"] != model.FieldReporting || kept["Frekvens"] != "" {
		t.Errorf("kept %v", kept)
	}
	other := visit(t, s)
	other.drop(false, sample(t, omsorg))
	if strings.Contains(other.page, "”Kontrollmetod” (H) känns inte igen") {
		t.Error("what was kept does not hold for the next files")
	}
	v.post("columns", "column-omsorgsnamnden-2026.xlsx: 'Plan 2026'!H6", "auto")
	s.mu.Lock()
	clear(s.kept)
	s.mu.Unlock()
	v.drop(true, sample(t, omsorg))
	v.shows("”Kontrollmetod” (H) känns inte igen")
}

// TestOldForm: a form of a report that has been made anew does nothing.
func TestOldForm(t *testing.T) {
	s := started(t, nil)
	v := visit(t, s)
	v.drop(false, sample(t, hamn))
	old := v.page
	v.drop(false, sample(t, omsorg))
	v.page = old
	if reply, _ := v.post("mend", "fix", "1 2 3"); fileName(reply) != "" {
		t.Error("the form of an older report was taken")
	}
	v.shows("gjorts om", "E8")
}

// TestScripted: a page with scripts is answered in JSON.
func TestScripted(t *testing.T) {
	s := started(t, nil)
	v := visit(t, s)
	r, err := http.NewRequest("POST", v.at+"files", strings.NewReader(""))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept", "application/json")
	reply, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer reply.Body.Close()
	data, _ := io.ReadAll(reply.Body)
	if reply.StatusCode != 400 || !bytes.Contains(data, []byte(`"error":"Filerna kom inte fram`)) {
		t.Errorf("%d %s", reply.StatusCode, data)
	}
	r, _ = http.NewRequest("GET", s.Address()+"s/gone/state", nil)
	r.Header.Set("Accept", "application/json")
	if reply, err := http.DefaultClient.Do(r); err != nil || reply.StatusCode != http.StatusGone {
		t.Errorf("a forgotten page: %v, %v", reply.StatusCode, err)
	}
}

// TestProgress: who drops what takes long sees how far it has come, and may drop
// something else meanwhile.
func TestProgress(t *testing.T) {
	release := make(chan struct{})
	s := started(t, func(o *Options) {
		o.Run.Workers = 1
		o.Run.Import = func(ctx context.Context, f model.File, so source.Options) (*model.Document, error) {
			if strings.HasPrefix(f.Name, "tung") {
				select {
				case <-release:
				case <-ctx.Done():
					return nil, ctx.Err()
				}
			}
			return importers.Read(ctx, f, so)
		}
	})
	v := visit(t, s)
	plan := sample(t, hamn)
	heavy := files.Part{Name: "tung.xlsx", Data: plan.Data}
	v.send(false, plan, heavy)
	v.shows("Filerna granskas", `data-reading="yes"`, `<noscript><meta http-equiv="refresh"`, "Läser fil 2 av 2: tung.xlsx", "<progress")
	if _, data := v.get("state"); !bytes.Contains(data, []byte(`"reading":true`)) || !bytes.Contains(data, []byte(`"done":1,"total":2`)) {
		t.Errorf("state: %s", data)
	}
	v.drop(false, sample(t, omsorg))
	v.shows("E8")
	v.send(false, heavy)
	v.shows("Läser fil 1 av 1: tung.xlsx")
	close(release)
	v.wait()
	v.shows("F9")
}

// BenchmarkDrop is what a user waits for beside her browser: from the drop of a
// control plan of 25 risks to the page with its report.
func BenchmarkDrop(b *testing.B) {
	s := started(b, nil)
	v := visit(b, s)
	v.drop(false, sample(b, "skargardsnamnden-2026.xlsx"))
	_, plan := v.post("plan")
	b.SetBytes(int64(len(plan)))
	for b.Loop() {
		v.drop(false, files.Part{Name: "plan.xlsx", Data: plan})
	}
}

// spaceless takes out what groups the digits of a hash.
func spaceless(data []byte) []byte {
	data = regexp.MustCompile(`</?(wbr|span)[^>]*>|\s`).ReplaceAll(data, nil)
	return data
}
