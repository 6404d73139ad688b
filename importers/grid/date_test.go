package grid

import "testing"

var months = []string{"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"}

// TestBackwardDate: day and month before the year with hyphens, as Danes write them; a
// part of a longer number is none.
func TestBackwardDate(t *testing.T) {
	const want = "2031-05-12"
	for text, ok := range map[string]bool{"12-05-2031": true, "mødet den 12-05-2031 kl. 16": true, "12–5–2031": true, "4-12-05-2031": false, "12-05-2031-7": false, "31-02-2031": false} {
		if d, found := FindDate(text, nil); found != ok || ok && d.String() != want {
			t.Errorf("%q: %v %v", text, d, found)
		}
	}
}

func TestFindDate(t *testing.T) {
	for text, want := range map[string]string{
		"2025-10-31": "2025-10-31", "Upprättad: 2025-10-31": "2025-10-31", "20251031": "2025-10-31",
		"31 oktober 2025": "2025-10-31", "den 3:e mars 2025": "2025-03-03", "3 okt. 2025": "2025-10-03",
		"12:e mars 2025": "2025-03-12", "den 12:e mars 2025": "2025-03-12", "1:a maj 2025": "2025-05-01", "12. mars 2025": "2025-03-12",
		"2025–10–31": "2025-10-31", "2025‑10‑31": "2025-10-31", "2025−10−31": "2025-10-31", "2025 - 10 - 31": "2025-10-31",
		"20 november, 2025": "2025-11-20", "20 nov., 2025": "2025-11-20", "31.10.2025": "2025-10-31",
		"20 nov. -25": "2025-11-20", "3 maj ’26": "2026-05-03", "den 3:e maj -26": "2026-05-03", "3 maj -265": "", "3-maj-26": "",
		"2025 11 20": "2025-11-20", "2025 110 20": "", "sida 3 av 4 -25": "",
		"31/10 2025": "2025-10-31", "2024-02-29": "2024-02-29",
		"2025-02-29": "", "2025-13-01": "", "oktober 2025": "", "KS 2025/123": "", "": "", "31 tober 2025": "",
	} {
		d, ok := FindDate(text, months)
		if got := d.String(); ok != (want != "") || ok && got != want {
			t.Errorf("FindDate(%q) = %s, %v; want %q", text, got, ok, want)
		}
	}
}

func TestShortDate(t *testing.T) {
	for text, want := range map[string]string{"251120": "2025-11-20", "25-11-20": "2025-11-20", "25–11–20": "2025-11-20", "251340": "", "25-1120": "", "2511": "", "nr 251120": ""} {
		d, ok := ShortDate(text)
		if ok != (want != "") || ok && d.String() != want {
			t.Errorf("ShortDate(%q) = %s, %v; want %q", text, d, ok, want)
		}
	}
}

func TestNoDay(t *testing.T) {
	for text, want := range map[string]bool{
		"2025-02-30": true, "Beslutad 31 april 2025": true, "31:a november 2025": true, "31 nov -25": true, "32/10 2025": true, "2025–13–01": true,
		"2025-02-28": false, "2025": false, "av Anna 2025": false, "KS 2025/123": false, "": false, "31 tober 2025": false,
	} {
		if got := NoDay(text, months); got != want {
			t.Errorf("NoDay(%q) = %v", text, got)
		}
	}
}

func TestFindYear(t *testing.T) {
	for text, want := range map[string]int{
		"Internkontrollplan 2026": 2026, "IKP 2026, reviderad 2026": 2026, "2026": 2026, "(2026)": 2026,
		"Upprättad 2025-10-31": 0, "2025–2026": 0, "2025-2026": 0, "2025/2026": 0, "Plan 2025 och 2026": 0,
		"Dnr 20251": 0, "1999": 0, "": 0, "plan_2026.xlsx": 2026,
	} {
		if got, ok := FindYear(text); got != want || ok != (want != 0) {
			t.Errorf("FindYear(%q) = %d, %v; want %d", text, got, ok, want)
		}
	}
}

func TestParseLevel(t *testing.T) {
	for text, want := range map[string][2]any{
		"Möjlig": {"Möjlig", 0}, "3": {"", 3}, "3,0": {"", 3}, "3 - Möjlig": {"Möjlig", 3}, "3. Möjlig": {"Möjlig", 3},
		"(3) Möjlig": {"Möjlig", 3}, "Möjlig (3)": {"Möjlig", 3}, "Möjlig – 3": {"Möjlig", 3}, "3=Möjlig": {"Möjlig", 3},
		"1 gång per år": {"gång per år", 1},
	} {
		l := ParseLevel(text)
		if l.Label != want[0] || l.Number != want[1] || l.HasNumber != (want[1] != 0) {
			t.Errorf("ParseLevel(%q) = %+v, want %v", text, l, want)
		}
	}
}

func TestScoreValue(t *testing.T) {
	for text, want := range map[string]int{"12": 12, "12,0": 12, "12.00": 12, "12 (hög)": 12, "12 Minimera risk": 12, "3 x 4 = 12": 12, "3×4=15": 15, "3x4": -1, "4-11": -1, "hög": -1, "7,5": -1, "": -1} {
		v := ScoreValue(&Cell{Text: text})
		if v.OK != (want >= 0) || v.OK && v.V != want {
			t.Errorf("ScoreValue(%q) = %+v, want %d", text, v, want)
		}
	}
}

func TestFileYear(t *testing.T) {
	for path, want := range map[string]int{"in/IKP 2026.xlsx": 2026, `C:\arkiv 2024\budget.xlsx`: 0, "arkiv 2024/plan 2025.xlsx": 2025, "plan.xlsx": 0, "arkiv 2024/": 0} {
		if got, ok := FileYear(path); got != want || ok != (want != 0) {
			t.Errorf("FileYear(%q) = %d, %v; want %d", path, got, ok, want)
		}
	}
}
