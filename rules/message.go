package rules

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// Message gives a finding's text in a language: the message of its rule's page
// with the placeholders filled. Places are named from where the finding
// stands: a cell of the same sheet by its reference alone.
func Message(cat *lang.Catalog, r *Report, f *Finding) string {
	page, err := PageOf(f.Rule, cat.Tag)
	if err != nil {
		return f.Rule + " " + f.Variant
	}
	template, ok := page.Messages[f.Variant]
	if !ok {
		return f.Rule + " " + f.Variant
	}
	m := messenger{cat, r, f}
	args := map[string]string{"found": quote(cat, f.Found), "expected": quote(cat, f.Expected), "cell": m.place(f.At), "risk": f.Risk, "event": f.Event}
	for name, v := range f.Args {
		args[name] = m.arg(v)
	}
	text := lang.Fill(template, args)
	if strings.HasPrefix(template, "{field}") || strings.HasPrefix(template, "{calculation}") {
		text = capital(text)
	}
	for _, name := range []string{"headings", "guess", "map"} {
		if more := m.column(name, f.Args[name]); more != "" {
			text += " " + more
		}
	}
	if t, ok := f.Args["threshold"]; ok && strings.Contains(template, "{treatment}") {
		text += cat.T("message.threshold", "place", m.arg(t))
	}
	if origin, ok := f.Args["treatments"].(model.Origin); ok {
		text += cat.T("message.treatments." + string(origin))
	}
	if name, ok := f.Args["counts"]; ok {
		text += cat.T("message.counts", "column", name)
	}
	if origin, ok := f.Args["ruled"].(model.Origin); ok {
		text += cat.T("message.ruled." + string(origin))
	}
	if order, ok := f.Args["order"].(model.Order); ok {
		text += cat.T("message.order." + string(order))
	}
	if origin, ok := f.Args["scale"].(model.Origin); ok {
		key := "message.scale." + string(origin)
		if half, ok := f.Args["half"].(string); ok {
			key = "message.levels." + half + "." + string(origin) // the levels alone were concluded
		}
		text += cat.T(key, "template", f.Args["template"])
	}
	text += m.unseen()
	if f.Valuation != "" {
		text = capital(cat.T("message.valuation", "valuation", f.Valuation, "message", text))
	}
	return text
}

// capital gives a text a capital letter at its beginning.
func capital(text string) string {
	first, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[n:]
}

// quote shows a text as written: short ones whole, long ones shortened,
// nothing as "empty".
func quote(cat *lang.Catalog, text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if text == "" {
		return cat.T("message.empty")
	}
	return Shorten(text, 80)
}

// Shorten cuts a text to at most n letters, at a word where it can.
func Shorten(text string, n int) string {
	letters := []rune(text)
	if len(letters) <= n {
		return text
	}
	cut := string(letters[:n-1])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return cut + "…"
}

// ruleName names a rule in the catalogue, where a product has no empty name.
func ruleName(r model.ValueRule) string {
	if r == model.RuleProduct {
		return "product"
	}
	return string(r)
}

type messenger struct {
	cat    *lang.Catalog
	report *Report
	f      *Finding
}

func (m messenger) arg(v any) string {
	switch v := v.(type) {
	case model.Source:
		return m.place(v)
	case model.Field:
		return m.cat.T("field." + string(v))
	case model.ValueRule:
		return m.cat.T("message.rule." + ruleName(v))
	case Calculation:
		key := "message.pair."
		if v.Whole {
			key = "message.value."
		}
		return m.cat.T(key+ruleName(model.ValueRule(v.Rule)), "likelihood", v.Likelihood, "consequence", v.Consequence, "score", v.Score)
	case Problem:
		pairs := []any{}
		for k, text := range v.Args {
			pairs = append(pairs, k, text)
		}
		return strings.TrimSpace(m.cat.T("problem."+v.Code+".reason", pairs...) + " " + m.cat.T("problem."+v.Code+".hint", pairs...))
	case []model.Column:
		return m.columns(v, "and")
	case []model.Unclear:
		var fields []string
		for _, u := range v {
			fields = append(fields, m.cat.T("message.unclear", "field", m.arg(u.Field), "columns", m.columns(u.Columns, "or")))
		}
		return strings.Join(fields, "; ")
	case numberList:
		texts := make([]string, len(v))
		for i, n := range v {
			texts[i] = strconv.Itoa(n)
		}
		return m.list(texts, "and")
	case model.Subject:
		return m.cat.T("subject." + string(v))
	case int:
		return strconv.Itoa(v)
	case string:
		return quote(m.cat, v)
	}
	return fmt.Sprint(v)
}

// unseen says what a finding rests on that a reader does not see: where it
// stands, else what it refers to.
func (m messenger) unseen() string {
	p := m.report.Place(m.f.At)
	if sight := p.Sight(m.f.At); sight != model.Seen {
		return " " + m.cat.T("message.unseen."+string(sight))
	}
	others := slices.Concat(m.f.rests, m.f.Related)
	for _, name := range slices.Sorted(maps.Keys(m.f.Args)) {
		if s, ok := m.f.Args[name].(model.Source); ok && !s.IsZero() {
			others = append(others, s)
		}
	}
	for _, s := range others {
		p := m.report.Place(s)
		switch p.Sight(s) {
		case model.HiddenSheet, model.HiddenRow, model.HiddenColumn:
			return " " + m.cat.T("message.unseen.other", "place", m.place(s))
		case model.StruckRow, model.StruckOut:
			return " " + m.cat.T("message.unseen.other-struck", "place", m.place(s))
		}
	}
	if p.Recognized {
		return " " + m.cat.T("message.unseen.recognized")
	}
	return ""
}

// place names a source as seen from the finding, with its preposition: "in F8",
// the sheet and the file too if they are others, or "on page 6".
func (m messenger) place(s model.Source) string {
	if s.IsZero() {
		return ""
	}
	p := m.report.Place(s)
	here := m.report.Place(m.f.At)
	cell := s.Cell()
	if p.Sheet != here.Sheet || s.Doc != m.f.At.Doc {
		cell = p.Sheet + " " + cell
	}
	text := m.cat.T("message.cell", "cell", cell)
	if p.Page > 0 {
		text = m.cat.T("message.page", "n", p.Page)
	}
	if s.Doc != m.f.At.Doc {
		text = m.cat.T("message.file", "place", text, "file", path.Base(strings.ReplaceAll(p.File, `\`, "/")))
	}
	return text
}
