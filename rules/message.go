package rules

import (
	"fmt"
	"maps"
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
	return messenger{cat: cat, report: r, f: f, from: f.At}.message()
}

// MessageBeside is [Message] for a text that already names the finding's place:
// its own cell is left out, and other places are named as seen from elsewhere.
// What follows from another finding, told elsewhere, does not repeat where the
// threshold stands.
func MessageBeside(cat *lang.Catalog, r *Report, f *Finding, from model.Source) string {
	return tidy(messenger{cat: cat, report: r, f: f, from: from, beside: true}.message())
}

// Statement is what a finding's message says beside all places: findings that
// make the same statement can be told in one.
func Statement(cat *lang.Catalog, r *Report, f *Finding) string {
	return messenger{cat: cat, report: r, f: f, from: f.At, placeless: true}.message()
}

// Title names a finding's rule in a language, by the title of its page.
func Title(cat *lang.Catalog, rule string) string {
	page, err := PageOf(rule, cat.Tag)
	if err != nil {
		return rule
	}
	return page.Title
}

// tidy closes the gaps that places left out of a sentence have left.
func tidy(text string) string {
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == ' ' }), " ")
	for _, mark := range []string{".", ",", ":", ";"} {
		text = strings.ReplaceAll(text, " "+mark, mark)
	}
	return text
}

func (m messenger) message() string {
	cat, f := m.cat, m.f
	page, err := PageOf(f.Rule, cat.Tag)
	if err != nil {
		return f.Rule + " " + f.Variant
	}
	template, ok := page.Messages[f.Variant]
	if !ok {
		return f.Rule + " " + f.Variant
	}
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
	if t, ok := f.Args["threshold"]; ok && m.from == f.At && strings.Contains(template, "{treatment}") {
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
	if n, ok := f.Args[moreAlike].(int); ok {
		text += cat.T("message.more", "n", n)
	}
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
// nothing as "empty". No-break spaces stay: they hold an amount together.
func quote(cat *lang.Catalog, text string) string {
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' }), " ")
	if strings.Trim(text, " \u00a0") == "" {
		return cat.T("message.empty")
	}
	return Shorten(text, 80)
}

// Shorten cuts a text to at most n letters, at a word where it can.
func Shorten(text string, n int) string {
	if len(text) <= n {
		return text
	}
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

// valueRuleName names a rule of values in the catalogue, where a product has no
// empty name.
func valueRuleName(r model.ValueRule) string {
	if r == model.RuleProduct {
		return "product"
	}
	return string(r)
}

// messenger tells of a finding to a reader who is at the place from.
type messenger struct {
	cat       *lang.Catalog
	report    *Report
	f         *Finding
	from      model.Source
	beside    bool // the finding's own place is not named
	placeless bool // no place is
}

func (m messenger) arg(v any) string {
	switch v := v.(type) {
	case model.Source:
		return m.place(v)
	case model.Field:
		return m.cat.T("field." + string(v))
	case model.ValueRule:
		return m.cat.T("message.rule." + valueRuleName(v))
	case Calculation:
		key := "message.pair."
		if v.Whole {
			key = "message.value."
		}
		return m.cat.T(key+valueRuleName(model.ValueRule(v.Rule)), "likelihood", v.Likelihood, "consequence", v.Consequence, "score", v.Score)
	case ruleName:
		return Title(m.cat, string(v))
	case Problem:
		pairs := []any{}
		for k, text := range v.Args {
			pairs = append(pairs, k, text)
		}
		return joined(m.cat.T(v.Key(m.cat)+".reason", pairs...), v.More(m.cat), m.cat.T(v.Key(m.cat)+".hint", pairs...))
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

// place names a source as seen from the reader, with its preposition: "in F8",
// the sheet and the file too if they are others, or "on page 6".
func (m messenger) place(s model.Source) string {
	if s.IsZero() || m.placeless || m.beside && s == m.f.At {
		return ""
	}
	p := m.report.Place(s)
	here := m.report.Place(m.from)
	cell := s.Cell()
	if p.Sheet != here.Sheet || s.Doc != m.from.Doc {
		cell = p.Sheet + " " + cell
	}
	text := m.cat.T("message.cell", "cell", cell)
	if p.Page > 0 {
		text = m.cat.T("message.page", "n", p.Page)
	}
	if s.Doc != m.from.Doc {
		text = m.cat.T("message.file", "place", text, "file", m.report.FileName(p.File))
	}
	return text
}

// joined puts texts into one, a space between those that say something.
func joined(texts ...string) string {
	var out []string
	for _, t := range texts {
		if t != "" {
			out = append(out, t)
		}
	}
	return strings.Join(out, " ")
}
