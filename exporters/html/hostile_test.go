package html

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// TestNoPath: no folder of any file is told, of whichever system.
func TestNoPath(t *testing.T) {
	for _, tag := range lang.Tags() {
		p := page(t, input(t, sample(), tag))
		for _, never := range []string{"annas-mapp", "möten/", `C:\`, "/home"} {
			if strings.Contains(p, never) {
				t.Errorf("%s: the page tells of %s", tag, never)
			}
		}
		for _, always := range []string{"hamn-2025.xlsx", "hamn-2026.xlsx", "bok.pdf", "godtagna.yaml", "gammal.xls", "brev.docx"} {
			if !strings.Contains(p, always) {
				t.Errorf("%s: the page does not name %s", tag, always)
			}
		}
	}
}

// spoil puts a text into every cell of a report's documents.
func spoil(r *rules.Report, text string) {
	for _, d := range r.Documents {
		for i := range d.Registers {
			reg := &d.Registers[i]
			reg.Name, reg.Board = reg.Name+text, reg.Board+text
			for j := range reg.Columns {
				reg.Columns[j].Heading += text
			}
			for j := range reg.Risks {
				k := &reg.Risks[j]
				k.Number, k.Event = model.Text(k.Number.Raw+text, k.Number.At), model.Text(k.Event.Raw+text, k.Event.At)
				k.Likelihood.Raw, k.Treatment.Raw, k.Score.Raw = k.Likelihood.Raw+text, k.Treatment.Raw+text, k.Score.Raw+text
				for n := range k.Measures {
					k.Measures[n].Owner.Raw += text
					k.Measures[n].Action.Raw += text
				}
			}
		}
		for i := range d.FollowUps {
			for j := range d.FollowUps[i].Rows {
				d.FollowUps[i].Rows[j].Reports[0].Raw += text
			}
		}
		for i := range d.Budgets {
			d.Budgets[i].Caption += text
			d.Budgets[i].Lines[0].Name.Raw += text
		}
		for i := range d.Scales {
			for j := range d.Scales[i].Likelihood.Levels {
				d.Scales[i].Likelihood.Levels[j].Label += text
			}
			d.Scales[i].Treatments[0].Label += text
		}
		for i := range d.Places {
			d.Places[i].Title += text
			if d.Places[i].Sheet != "" {
				d.Places[i].Sheet += text
			}
		}
		d.File += text
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		f.Found, f.Expected, f.Event, f.Risk, f.Board = f.Found+text, f.Expected+text, f.Event+text, f.Risk+text, f.Board+text
		if f.Accepted != nil {
			f.Accepted.Reason += text
		}
	}
	for _, b := range r.Books {
		b.Board += text
	}
	for i := range r.Unreadable {
		r.Unreadable[i].File += text
	}
}

// TestHostile: whatever a document says stays a text.
func TestHostile(t *testing.T) {
	for _, text := range []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `javascript:alert(1)`, `' onmouseover='alert(1)`, `</style><style>*{display:none}`,
		"-->", "{{.Controls}}", "&lt;b&gt;", "]]>", `<svg onload=alert(1)>`, "</title><base href=x>", "\u202etxet desrever", "\u2066a\u2069", "\x1b[31m", "a\x00b", "\u2028", "\ufeff", "\xff\xfe",
	} {
		r := sample()
		spoil(r, text)
		p := page(t, input(t, r, "sv"))
		sound(t, p)
		once(t, p, len(r.Findings))
		for _, c := range p {
			if steers(c) {
				t.Errorf("%q: %U is left", text, c)
				break
			}
		}
		if ours, changed := Ours([]byte(p)); !ours || changed {
			t.Errorf("%q: the page is not ours", text)
		}
	}
	r := sample()
	spoil(r, "\u202e")
	if p := page(t, input(t, r, "sv")); !strings.Contains(p, "[U+202E]") {
		t.Error("what turns the direction of writing is not shown")
	}
}

// TestLong: of a text that would fill the page its beginning is shown, and the
// whole of it can be opened.
func TestLong(t *testing.T) {
	for _, text := range []string{strings.Repeat("Kajen rasar. ", 2400), strings.Repeat("å", 30_000)} {
		r := sample()
		r.Findings[0].Found = text
		p := page(t, input(t, r, "sv"))
		if n := strings.Count(p, strings.TrimSpace(text)); n != 1 {
			t.Errorf("the whole text stands %d times", n)
		}
		if !strings.Contains(p, `<details class="long">`) || !strings.Contains(p, "Visa hela texten") {
			t.Error("the text cannot be opened")
		}
		spoil(r, text[:6000])
		brief(t, page(t, input(t, r, "sv")))
	}
}

// brief holds that no text of a page is longer than what is shown at once, but
// those that must be opened.
func brief(t *testing.T, p string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(p, "<!DOCTYPE html>")))
	d.AutoClose, d.Entity, d.Strict = []string{"meta"}, xml.HTMLEntity, false
	var open []string
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			name := e.Name.Local
			for _, a := range e.Attr {
				if a.Name.Local == "class" {
					name += "." + a.Value
				} else if len(a.Value) > 500 && a.Name.Local != "data-findings" {
					t.Errorf("%v has %d letters in %s", open, len(a.Value), a.Name.Local)
				}
			}
			open = append(open, name)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if n := utf8.RuneCount(e); n > mostShown+100 && !slices.Contains(open, "div.whole") && !slices.Contains(open, "style") {
				t.Errorf("%v has %d letters: %.40s", open, n, e)
			}
		}
	}
}
