package page

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	cdpage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"riskbok/cmd/internal/files"
	"riskbok/cmd/internal/proceedings"
	"riskbok/rules/fulltest"
	"riskbok/rules/model"
)

// The variables by which .ci/browser demands what other machines may lack, a
// browser, and says where the file axe.min.js of axe-core is.
const (
	demandBrowser = "RISKBOK_TEST_BROWSER"
	axeFile       = "RISKBOK_TEST_AXE"
	picturesDir   = "RISKBOK_TEST_PICTURES" // where pictures of the page go, "": none are taken
)

// chromium gives the browser's program; without one the test is passed over,
// unless it is demanded.
func chromium(t testing.TB) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv(demandBrowser) != "" {
		t.Fatal("no Chromium on this machine, and " + demandBrowser + " demands one")
	}
	t.Skip("no Chromium on this machine: the page is not tried in a browser")
	return ""
}

// tab is a page in a real browser.
type tab struct {
	t         testing.TB
	ctx       context.Context
	downloads string
	done      chan string            // names of downloads
	chosen    chan cdp.BackendNodeID // inputs whose choice of files was opened
}

// opened opens the page in a new browser.
func opened(t testing.TB, s *Server) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(context.Background(),
		chromedp.WithAllocatorOptions(chromedp.ExecPath(chromium(t)), chromedp.NoSandbox, chromedp.WindowSize(1200, 900),
			chromedp.Env("LC_ALL=C.UTF-8"))) // else a file's name in Swedish is none where the system speaks C
	t.Cleanup(cancel)
	ctx, expire := context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(expire)
	b := &tab{t: t, ctx: ctx, downloads: t.TempDir(), done: make(chan string, 8), chosen: make(chan cdp.BackendNodeID, 1)}
	names := map[string]string{}
	if err := chromedp.Listen(ctx, func(ev any) {
		switch ev := ev.(type) {
		case *browser.EventDownloadWillBegin:
			names[ev.GUID] = ev.SuggestedFilename
		case *browser.EventDownloadProgress:
			if ev.State == browser.DownloadProgressStateCompleted {
				b.done <- names[ev.GUID]
			}
		case *cdpage.EventFileChooserOpened:
			b.chosen <- ev.BackendNodeID
		}
	}); err != nil {
		t.Fatal(err)
	}
	events := true
	call(b, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: b.downloads, EventsEnabled: &events,
	})
	b.run(chromedp.Navigate(s.Address()), chromedp.WaitVisible(chromedp.CSS("html.js #drop")))
	return b
}

// call sends a command of the protocol.
func call[P, R any](b *tab, cmd cdp.Command[P, R], params P) {
	b.t.Helper()
	if _, err := chromedp.Call(b.ctx, cmd, params); err != nil {
		b.t.Fatal(err)
	}
}

func (b *tab) run(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

// get runs what gives a value.
func get[T any](b *tab, a chromedp.Action[T]) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, a)
	if err != nil {
		b.t.Fatal(err)
	}
	return v
}

// drop drops files and folders on the page, as a hand does.
func (b *tab) drop(paths ...string) {
	b.t.Helper()
	data := &input.DragData{Items: []*input.DragDataItem{}, Files: paths, DragOperationsMask: 1}
	for _, typ := range []input.DispatchDragEventType{input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop} {
		call(b, input.DispatchDragEvent, input.DispatchDragEventParams{Type: typ, X: 600, Y: 200, Data: data})
	}
	b.run(chromedp.WaitVisible(chromedp.CSS(".verdict")))
}

// shows demands texts in the page.
func (b *tab) shows(texts ...string) {
	b.t.Helper()
	// asked in one step: a page that is drawn anew between two has other elements
	all := get(b, chromedp.Evaluate[string]("document.body.innerText"))
	for _, text := range texts {
		if !strings.Contains(all, text) {
			b.t.Errorf("the page does not show %q:\n%.2000s", text, all)
		}
	}
}

// downloaded waits for a download and gives its name and content.
func (b *tab) downloaded() (string, []byte) {
	b.t.Helper()
	select {
	case name := <-b.done:
		data, err := os.ReadFile(filepath.Join(b.downloads, name))
		if err != nil {
			b.t.Fatal(err)
		}
		return name, data
	case <-b.ctx.Done():
		b.t.Fatal("nothing was downloaded")
		return "", nil
	}
}

// stored puts files into a folder and gives its path.
func stored(t testing.TB, parts ...files.Part) string {
	t.Helper()
	dir := t.TempDir()
	for _, p := range parts {
		path := filepath.Join(dir, filepath.FromSlash(p.Name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, p.Data, 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestBrowserDrop: the sample is dropped, its errors stand there with their cells,
// a fix is left out and the workbook downloaded: it is clean but for that and for
// what no fix was ticked for.
func TestBrowserDrop(t *testing.T) {
	s := started(t, nil)
	b := opened(t, s)
	dir := stored(t, sample(t, hamn))
	begin := time.Now()
	b.drop(filepath.Join(dir, hamn))
	t.Logf("from drop to report: %v", time.Since(begin).Round(time.Millisecond))
	b.shows("F9", "F13", "D15", "Hamnavgifter tas inte ut enligt taxan")
	const box = `//input[@name="fix"][following-sibling::span[contains(., "F9")]]`
	if !get(b, chromedp.JavascriptAttribute[bool](box, "checked")) {
		t.Error("the safe fix of F9 is not ticked")
	}
	b.run(chromedp.Click(box), chromedp.Click(chromedp.CSS("#mend button")))
	name, data := b.downloaded()
	if want := "miljo-och-hamnnamnden-2025 - rättad.xlsx"; name != want {
		t.Errorf("saved as %q, want %q", name, want)
	}
	var wrong []string
	for _, l := range judged(t, s, data) {
		switch l {
		case "risk-value F9", "risk-value E9": // left out
		case "unknown-level D15", "unknown-level C15": // a suggestion, not ticked
		case "missing-owner J16", "plan-membership A5": // for the board to decide
		default:
			wrong = append(wrong, l)
		}
	}
	if len(wrong) > 0 {
		t.Errorf("in the corrected workbook is still %q", wrong)
	}
}

// BenchmarkBrowserDrop is what a user waits for: from the drop of a control plan of 25
// risks and minutes of 20 pages to the report in the browser.
func BenchmarkBrowserDrop(b *testing.B) {
	s := started(b, nil)
	v := visit(b, s)
	v.drop(false, sample(b, "skargardsnamnden-2026.xlsx"))
	_, plan := v.post("plan")
	paper, _ := proceedings.Compose(&proceedings.Forms[0])
	for blocks := paper.Blocks; bytes.Count(proceedings.PDF(paper), []byte("/Type/Page/")) < 20; {
		paper.Blocks = append(paper.Blocks, blocks...)
	}
	dir := stored(b, files.Part{Name: "plan.xlsx", Data: plan}, files.Part{Name: "protokoll.pdf", Data: proceedings.PDF(paper)})
	tab := opened(b, s)
	for b.Loop() {
		b.StopTimer()
		tab.run(chromedp.Navigate(s.Address()), chromedp.WaitVisible(chromedp.CSS("html.js #drop")))
		b.StartTimer()
		tab.drop(filepath.Join(dir, "plan.xlsx"), filepath.Join(dir, "protokoll.pdf"))
	}
	tab.shows("plan.xlsx", "protokoll.pdf")
	b.SetBytes(int64(len(plan)))
}

// TestBrowserPrint: on paper stands the report whole, its bars too, and nothing to
// press.
func TestBrowserPrint(t *testing.T) {
	b := opened(t, started(t, nil))
	b.drop(filepath.Join(stored(t, sample(t, hamn)), hamn))
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	for selector, want := range map[string]bool{"dl.periods svg.bar": true, "svg.map": true, "header.bar": false, ".make": false, ".ticks": false} {
		shown := get(b, chromedp.Evaluate[[]bool](fmt.Sprintf(`[...document.querySelectorAll(%q)].map(e => e.getClientRects().length > 0)`, selector)))
		if len(shown) == 0 || slices.Contains(shown, !want) {
			t.Errorf("%s: shown on paper %v, want all %v", selector, shown, want)
		}
	}
}

// TestBrowserTicks: what was not ticked stays so when something is accepted and the
// page is made anew, and a folder without files is told.
func TestBrowserTicks(t *testing.T) {
	s := started(t, nil)
	b := opened(t, s)
	dir := stored(t, sample(t, hamn))
	b.drop(filepath.Join(dir, hamn))
	const box = `//input[@name="fix"][following-sibling::span[contains(., "F9")]]`
	b.run(chromedp.Click(box))
	get(b, chromedp.Evaluate[bool](`(() => {
		[...document.querySelectorAll("input[name=accept]")].find(e => e.closest("label").textContent.includes("J16")).checked = true;
		document.querySelector("#reason").value = "Avvaktar"; document.querySelector("#by").value = "Anna";
		document.querySelector("#accept button").click();
		return true;
	})()`))
	b.run(chromedp.WaitVisible(chromedp.CSS("#accepted")))
	if get(b, chromedp.JavascriptAttribute[bool](box, "checked")) {
		t.Error("the tick that was taken away is there again")
	}
	b.drop(t.TempDir())
	get(b, chromedp.Evaluate[bool](`new Promise(done => {
		const look = () => document.querySelector("#alert").textContent.includes("Där fanns inga filer") ? done(true) : setTimeout(look, 20);
		look();
	})`, chromedp.EvalAwaitPromise))
}

// TestBrowserKeyboard: the same by keyboard alone.
func TestBrowserKeyboard(t *testing.T) {
	s := started(t, nil)
	b := opened(t, s)
	path := filepath.Join(stored(t, sample(t, hamn)), hamn)
	call(b, cdpage.SetInterceptFileChooserDialog, cdpage.SetInterceptFileChooserDialogParams{Enabled: true})
	b.tabTo("#files")
	b.run(chromedp.KeyEvent(kb.Enter))
	select {
	case node := <-b.chosen:
		call(b, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: []string{path}, BackendNodeID: node})
	case <-b.ctx.Done():
		t.Fatal("Enter does not open the choice of files")
	}
	b.run(chromedp.WaitVisible(chromedp.CSS(".verdict")))
	b.tabTo(`input[name="fix"]`)
	b.run(chromedp.KeyEvent(" "))
	if get(b, chromedp.Evaluate[bool](`document.activeElement.checked`)) {
		t.Error("space does not take the tick away")
	}
	b.run(chromedp.KeyEvent(" "))
	get(b, chromedp.Evaluate[bool](`document.querySelector(".skip").focus(), true`))
	b.tabTo("#mend button")
	b.run(chromedp.KeyEvent(kb.Enter))
	_, data := b.downloaded()
	for _, l := range judged(t, s, data) {
		if strings.HasPrefix(l, "risk-value") {
			t.Errorf("still wrong: %s", l)
		}
	}
}

// tabTo presses the tabulator until an element has the focus, which must be seen.
func (b *tab) tabTo(selector string) {
	b.t.Helper()
	for range 200 {
		b.run(chromedp.KeyEvent(kb.Tab))
		at := get(b, chromedp.Evaluate[string](fmt.Sprintf(`(() => {
			const e = document.activeElement;
			if (!e.matches(%q)) return "";
			const seen = [e, e.parentElement].some(x => getComputedStyle(x).outlineStyle !== "none");
			return seen ? "seen" : "unseen";
		})()`, selector)))
		if at == "unseen" {
			b.t.Errorf("%s has the focus, and it is not seen", selector)
		}
		if at != "" {
			return
		}
	}
	b.t.Fatalf("the tabulator does not lead to %s", selector)
}

// TestBrowserMany: a folder of 20 files, a PDF, a broken file, and what tries to be
// code.
func TestBrowserMany(t *testing.T) {
	fulltest.Only(t)
	s := started(t, nil)
	b := opened(t, s)
	var parts []files.Part
	for i := range 20 {
		p := sample(t, hamn)
		p.Name = fmt.Sprintf("Möte/nämnd %d.xlsx", i+1)
		parts = append(parts, p)
	}
	b.drop(filepath.Join(stored(t, parts...), "Möte"))
	b.shows("nämnd 1.xlsx", "nämnd 20.xlsx")

	whole := sample(t, hamn)
	pdf, err := os.ReadFile("../../../importers/pdf/testdata/chromium-borders.pdf")
	if err != nil {
		t.Fatal(err)
	}
	dir := stored(t, files.Part{Name: "halv.xlsx", Data: whole.Data[:len(whole.Data)/2]}, files.Part{Name: "plan.pdf", Data: pdf},
		files.Part{Name: "a<img src=x onerror=alert(1)>.xlsx", Data: whole.Data})
	other := opened(t, s)
	other.drop(filepath.Join(dir, "halv.xlsx"), filepath.Join(dir, "plan.pdf"), filepath.Join(dir, "a<img src=x onerror=alert(1)>.xlsx"))
	other.shows("halv.xlsx", "plan.pdf")
	strange := get(other, chromedp.Evaluate[int](`document.querySelectorAll("img, iframe, [onerror], script:not([src*='page.js'])").length`))
	if strange != 0 {
		t.Errorf("%d elements came out of a file's name", strange)
	}
}

// TestBrowserAccess: axe-core finds nothing on the empty page, nor on one with a
// report, light and dark. Pictures are taken where somebody wants to look.
func TestBrowserAccess(t *testing.T) {
	chromium(t)
	name := os.Getenv(axeFile)
	axe, err := os.ReadFile(name)
	switch {
	case name == "" && os.Getenv(picturesDir) == "":
		t.Skip(axeFile + " does not say where axe.min.js is: the page is not held to axe-core")
	case name != "" && err != nil:
		t.Fatal(err)
	}
	s := started(t, func(o *Options) { o.Keep = func(map[string]model.Field) (string, error) { return "riskbok.yaml", nil } })
	b := opened(t, s)
	b.looked("empty", axe)
	b.drop(filepath.Join(stored(t, sample(t, hamn), sample(t, omsorg)), hamn))
	b.looked("report", axe)
	c := opened(t, s)
	c.drop(filepath.Join(stored(t, sample(t, omsorg)), omsorg))
	c.looked("columns", axe)
}

// looked holds the page to axe-core, and takes pictures, light and dark.
func (b *tab) looked(what string, axe []byte) {
	b.t.Helper()
	for _, scheme := range []string{"light", "dark"} {
		call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
		})
		if len(axe) > 0 {
			get(b, chromedp.Evaluate[bool](string(axe)+"; true"))
			for _, fault := range get(b, chromedp.Evaluate[[]string](axeRun, chromedp.EvalAwaitPromise)) {
				b.t.Errorf("%s, %s: %s", what, scheme, fault)
			}
		}
		if dir := os.Getenv(picturesDir); dir != "" {
			picture := get(b, chromedp.FullScreenshot(100))
			if err := os.WriteFile(filepath.Join(dir, what+"-"+scheme+".png"), picture, 0o666); err != nil {
				b.t.Fatal(err)
			}
		}
	}
}

// axeRun gives what axe-core finds, a line each.
const axeRun = `axe.run(document, {resultTypes: ["violations"]}).then(r => r.violations.map(
	v => v.id + ": " + v.help + ": " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + " " + n.failureSummary).join(" | ")))`
