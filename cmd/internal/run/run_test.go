package run

import (
	"context"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"riskbok/cmd/internal/files"
	"riskbok/importers/source"
	"riskbok/rules"
	"riskbok/rules/model"
)

// fake is an importer that is told by the content what to do.
func fake(ctx context.Context, f model.File, _ source.Options) (*model.Document, error) {
	what, _, _ := strings.Cut(string(f.Data), " ")
	doc := &model.Document{ID: f.ID, File: f.Name}
	switch what {
	case "panic":
		var none []int
		return nil, fmt.Errorf("%d", none[len(f.Data)])
	case "table":
		// the first is done last
		time.Sleep(time.Duration(20/f.ID) * time.Millisecond)
		doc.Scales = make([]model.Scale, 1)
	case "damage":
		doc.Damage = []model.Damage{{Code: "sheet-damaged"}}
	case "suspect":
		doc.NotChecked = []model.NotChecked{{What: model.SubjectRegister, Why: model.NotUnderstood}}
	case "empty":
	default:
		return nil, &source.Error{Code: what, Args: map[string]string{"a": "b"}}
	}
	return doc, ctx.Err()
}

func read(t *testing.T, contents map[string]string, paths ...string) *Outcome {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, data := range contents {
		if dir, _, ok := strings.Cut(name, "/"); ok {
			_ = os.MkdirAll(dir, 0o777)
		}
		if err := os.WriteFile(name, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	out, err := Read(context.Background(), files.Expand(paths), Options{Import: fake, Stdin: strings.NewReader("table in")})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func summary(r *rules.Report) (docs, unreadable []string) {
	for _, d := range r.Documents {
		docs = append(docs, d.File)
	}
	for _, u := range r.Unreadable {
		unreadable = append(unreadable, u.File+" "+u.Code)
	}
	return docs, unreadable
}

func TestNamed(t *testing.T) {
	out := read(t, map[string]string{"1": "table", "2": "table", "3": "panic", "4": "encrypted", "5": "empty", "6": "damage"},
		"2", "3", "1", "4", "5", "6", "gone")
	docs, unreadable := summary(out.Report)
	if want := []string{"2", "1", "6"}; !reflect.DeepEqual(docs, want) {
		t.Errorf("documents %v, want %v", docs, want)
	}
	if want := []string{"3 panic", "4 encrypted", "5 no-table", "6 no-table", "gone not-found"}; !reflect.DeepEqual(unreadable, want) {
		t.Errorf("unreadable %v, want %v", unreadable, want)
	}
	if !out.Failed || len(out.Report.Skipped) > 0 {
		t.Errorf("failed %v, skipped %v", out.Failed, out.Report.Skipped)
	}
	if d := out.Report.Document(3); d == nil || d.File != "1" {
		t.Errorf("document 3 is %v", d)
	}
}

// A path that leads nowhere fails the run on its own.
func TestMissing(t *testing.T) {
	if out := read(t, map[string]string{"1": "table"}, "1", "gone"); !out.Failed || len(out.Report.Documents) != 1 {
		t.Errorf("failed %v, documents %v", out.Failed, out.Report.Documents)
	}
}

func TestFound(t *testing.T) {
	out := read(t, map[string]string{
		"d/a.xlsx": "table", "d/b.xlsx": "empty", "d/c.xlsx": "encrypted", "d/d.docx": "docx", "d/e.txt": "unknown-format",
		"d/f.xlsx": "unknown-format", "d/g.xlsx": "damage", "d/h.xls": "xls", "d/i.pdf": "empty",
	}, "d")
	docs, unreadable := summary(out.Report)
	if want := []string{"d/a.xlsx", "d/g.xlsx"}; !reflect.DeepEqual(docs, want) {
		t.Errorf("documents %v, want %v", docs, want)
	}
	if want := []string{"d/c.xlsx encrypted", "d/f.xlsx unknown-format", "d/h.xls xls"}; !reflect.DeepEqual(unreadable, want) {
		t.Errorf("unreadable %v, want %v", unreadable, want)
	}
	if want := []string{"d/b.xlsx", "d/d.docx", "d/e.txt", "d/i.pdf"}; !reflect.DeepEqual(out.Report.Skipped, want) {
		t.Errorf("skipped %v, want %v", out.Report.Skipped, want)
	}
	var over []string
	for _, u := range out.Report.PassedOver {
		over = append(over, u.File+" "+u.Code)
	}
	if want := []string{"d/b.xlsx no-table", "d/d.docx docx", "d/i.pdf no-table"}; !reflect.DeepEqual(over, want) {
		t.Errorf("passed over %v, want %v", over, want)
	}
	if !out.Failed {
		t.Error("an encrypted workbook in a folder does not fail the run")
	}
}

// What fails a run though it was only found in a folder.
func TestFoundFails(t *testing.T) {
	for _, tc := range []struct {
		name, content string
		want          bool
	}{
		{"a.xlsx", "encrypted", true}, {"a.xlsx", "damaged-zip", true}, {"a.pdf", "pdf-damaged", true}, {"a.pdf", "pdf-encrypted", true},
		{"a.xlsx", "unknown-format", true}, {"a.xlsx", "panic", true}, {"a", "encrypted", true},
		{"a.xls", "xls", false}, {"a.ods", "ods", false}, {"a.doc", "docx", false}, {"a.docx", "docx", false}, {"a.txt", "unknown-format", false},
		{"a.xlsx", "empty", false}, {"a.pdf", "empty", false}, {"a.xlsx", "damage", false}, {"a.xlsx", "suspect", false},
	} {
		if out := read(t, map[string]string{"d/" + tc.name: tc.content, "d/b.xlsx": "table"}, "d"); out.Failed != tc.want {
			t.Errorf("%s that is %s: failed %v, want %v", tc.name, tc.content, out.Failed, tc.want)
		}
	}
}

// A document that only looks like something stays, for a rule to say so.
func TestSuspect(t *testing.T) {
	for _, paths := range [][]string{{"d"}, {"d/a.xlsx"}} {
		out := read(t, map[string]string{"d/a.xlsx": "suspect"}, paths...)
		if out.Failed || len(out.Report.Documents) != 1 || len(out.Report.Skipped) > 0 || len(out.Report.Findings) != 1 || out.Report.Findings[0].Rule != "not-checked" {
			t.Errorf("%v: %+v, failed %v", paths, out.Report, out.Failed)
		}
	}
}

func TestInput(t *testing.T) {
	out := read(t, map[string]string{"d/sub.xlsx": "table 1", "x": "table 2"}, "d", "x", "-")
	for id, want := range map[int32]string{1: "table 1", 2: "table 2", 3: "table in"} {
		if f, err := out.Input(id); err != nil || string(f.Data) != want || f.ID != id {
			t.Errorf("input %d: %q, %v", id, f.Data, err)
		}
	}
	if got := out.Rel("d/sub.xlsx"); got != "sub.xlsx" {
		t.Errorf("Rel gave %q", got)
	}
	if _, err := out.Input(9); err == nil {
		t.Error("an unknown document has an input")
	}
	if err := os.WriteFile("x", []byte("table 3"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := out.Input(2); err == nil {
		t.Error("a changed file was not noticed")
	}
}

func TestTooLarge(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("x.xlsx", make([]byte, 3000), 0o666); err != nil {
		t.Fatal(err)
	}
	o := Options{Import: fake, Source: source.Options{Limits: source.Limits{FileBytes: 2048}}}
	out, err := Read(context.Background(), files.Expand([]string{"x.xlsx"}), o)
	if err != nil {
		t.Fatal(err)
	}
	want := rules.Unreadable{File: "x.xlsx", Code: "too-large", Args: o.Source.Limits.Args(source.CostFile)}
	if len(out.Report.Unreadable) != 1 || !reflect.DeepEqual(out.Report.Unreadable[0], want) {
		t.Errorf("got %v, want %v", out.Report.Unreadable, want)
	}
}

func TestCancelled(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("x", []byte("table"), 0o666); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, files.Expand([]string{"x"}), Options{Import: fake}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// TestFails: what could not be reached fails the run where it may have been a document.
func TestFails(t *testing.T) {
	for _, tc := range []struct {
		p    files.Problem
		want bool
	}{
		{files.Problem{Name: "plan.xlsx", Code: "not-found"}, true},
		{files.Problem{Name: "bild.jpg", Code: "not-found"}, false},
		{files.Problem{Name: "bild.jpg", Code: "not-found", Named: true}, true},
		{files.Problem{Name: "in/nämnd", Code: "folder-no-access", Folder: "nämnd"}, true},
	} {
		if got := Fails(tc.p); got != tc.want {
			t.Errorf("%+v: %v", tc.p, got)
		}
	}
}
