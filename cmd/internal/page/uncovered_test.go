package page

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"riskbok/cmd/internal/files"
)

// misspelt is a plan in which a level of R2 is misspelt, of which the value should be 8.
func misspelt(t testing.TB) files.Part {
	t.Helper()
	return filled(t, "kajen.xlsx", [][]any{
		{"Riskanalys och internkontrollplan 2026"}, {"Nämnd: Hamnnämnden"}, {"Upprättad: 2025-10-03"}, {"Beslutad: 2025-11-20"},
		{"Nr", "Identifierad risk", "Sannolikhet", "Konsekvens", "Riskvärde", "Rekommenderad riskhantering", "Åtgärd", "Ansvarig"},
		{"R1", "Kajen stängs vid storm", "Mindre sannolik", "Allvarlig", 4, "Reducera risk", "Rutin för storm tas fram", "Hamnchefen"},
		{"R2", "Bommen fastnar", "Mindre sanolik", "Allvarlig", 6, "Reducera risk", "Bommen smörjs", "Hamnchefen"},
		{"R3", "Kranen står still", "Möjlig", "Allvarlig", 12, "Minimera risk", "Avtal om jour", "Hamnchefen"},
	})
}

const cameToLight = "I kajen - rättad.xlsx syns 1 fel som inte gick att se förrän förslagen var införda: Riskanalys E7. Släpp den filen på sidan, så ser du vad som är fel."

// choices gives what a form says of the boxes for fixes: of those that are ticked, and
// of the others.
func (v *visitor) choices() (safe, suggested []string) {
	values, ticked := v.boxes()
	for what, value := range values {
		if ticked[what] {
			safe = append(safe, "fix", value)
		} else {
			suggested = append(suggested, "fix", value)
		}
	}
	return safe, suggested
}

// TestUncovered: an error that only the ticked suggestion brings to light is told, once,
// to a page with scripts when the copy has been made, to one without on its next page.
func TestUncovered(t *testing.T) {
	v := visit(t, started(t, nil))
	v.drop(false, misspelt(t))
	safe, suggested := v.choices()
	if len(safe) == 0 || len(suggested) != 2 {
		t.Fatalf("fixes: safe %v, suggested %v", safe, suggested)
	}
	asked := func(n string) (ready bool, notice string) {
		reply, data := v.post("told?mended=" + n)
		var said struct {
			Ready  bool
			Notice string
		}
		if err := json.Unmarshal(data, &said); err != nil || reply.StatusCode != 200 {
			t.Fatalf("%d, %v: %s", reply.StatusCode, err, data)
		}
		return said.Ready, said.Notice
	}
	v.post("mend", safe...)
	if ready, text := asked("1"); !ready || text != "" {
		t.Errorf("of the safe fixes it says %v, %q", ready, text)
	}
	if ready, _ := asked("2"); ready {
		t.Error("a copy that nobody has asked for is said to have been made")
	}
	_, copied := v.post("mend", append(safe, suggested...)...)
	if ready, text := asked("2"); !ready || text != cameToLight {
		t.Errorf("it says %v, %q", ready, text)
	}
	v.get("")
	if strings.Contains(v.page, "förrän förslagen") {
		t.Error("what was said is said again")
	}
	v.post("mend", suggested...)
	v.get("")
	v.shows(cameToLight)
	if reply, _ := v.post("told?mended=x"); reply.StatusCode != 403 {
		t.Errorf("what is no number is answered %d", reply.StatusCode)
	}

	v.drop(false, files.Part{Name: "kajen - rättad.xlsx", Data: copied})
	v.shows("men det står 6")
	safe, suggested = v.choices()
	v.post("mend", append(safe, suggested...)...)
	v.get("")
	if strings.Contains(v.page, "förrän förslagen") {
		t.Error("of a copy in which all is right something is said to have come to light")
	}
}

// TestUncoveredColumns: a column that is settled on the page is so, too, in the copy
// that is looked at.
func TestUncoveredColumns(t *testing.T) {
	v := visit(t, started(t, nil))
	v.drop(false, filled(t, "kajen.xlsx", [][]any{
		{"Hamnnämnden, riskanalys 2026"}, {"Nr", "Risk", "Sannolikhet", "Konsekvens", "Betyg", "Åtgärd", "Ansvarig"},
		{"R1", "Kajen stängs vid storm", "Mindre sannolik", "Allvarlig", 8, "Rutin", "Hamnchefen"},
		{"R2", "Bommen fastnar", "Mindre sanolik", "Allvarlig", 6, "Bommen smörjs", "Hamnchefen"},
		{"R3", "Kranen står still", "Möjlig", "Allvarlig", 12, "Avtal om jour", "Hamnchefen"},
	}))
	v.post("columns", "column-kajen.xlsx: Riskanalys!E2", "value")
	v.wait()
	_, suggested := v.choices()
	v.post("mend", suggested...)
	v.get("")
	v.shows("förrän förslagen var införda: Riskanalys E4")
}

// TestBrowserUncovered: the page says what has come to light when the copy has been
// downloaded, without being loaded anew, and no longer of the next copy.
func TestBrowserUncovered(t *testing.T) {
	b := opened(t, started(t, nil))
	dir := stored(t, misspelt(t))
	b.drop(filepath.Join(dir, "kajen.xlsx"))
	told := func(want string) {
		t.Helper()
		if got := get(b, chromedp.Evaluate[string](`new Promise(done => {
			const until = Date.now() + 10000;
			const look = () => {
				const e = document.querySelector("#alert"), text = e.hidden ? "" : e.textContent;
				if (text === `+"`"+want+"`"+` || Date.now() > until) done(text); else setTimeout(look, 20);
			};
			look();
		})`, chromedp.EvalAwaitPromise)); got != want {
			t.Errorf("the page says %q, want %q", got, want)
		}
	}
	const box = `//input[@name="fix"][following-sibling::span[contains(., "C7")]]`
	b.run(chromedp.Click(box), chromedp.Click(chromedp.CSS("#mend button")))
	b.downloaded()
	told(cameToLight)
	if dir := os.Getenv(picturesDir); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, "uncovered.png"), get(b, chromedp.CaptureScreenshot()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	b.run(chromedp.Click(box), chromedp.Click(chromedp.CSS("#mend button")))
	b.downloaded()
	told("")
}
