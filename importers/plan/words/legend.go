package words

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/rules/model"
)

// dividers are what stands between the entries of a legend in one text, the
// surest first.
var dividers = []string{"\n", ";", "|", "•", ", ", ". ", ",", " / "}

// Legend reads ranges that stand in one text, each with its own words: "Grön 1–3,
// Gul 4–8, Röd 9–16", "1–3 är grönt, 4–8 gult och 9–16 rött". nil: it is none.
func (x *Index) Legend(text string) []Band {
	if len(text) > tolerances.maxLegend || len(text) < tolerances.shortLegend || Numbers(text) < 2 || !x.ranges().spans(text) {
		return nil // two entries at least, and not all of single values
	}
	return x.heard.legend.Of(text, x.legend)
}

func (x *Index) legend(text string) []Band {
	text = strings.Trim(model.Clean(text), " .")
	if before, after, ok := strings.Cut(text, ":"); ok && firstDigit(before) < 0 && strings.ContainsAny(after, ",;\n.") {
		if found := x.entries(after); found != nil {
			return found // "Riskvärde: grön 1–3, …"
		}
	}
	return x.entries(text)
}

// LegendWithin reads a legend in parentheses, after words of its own: "Riskvärde
// (1–3 grön, 4–8 gul, 9–16 röd)". nil: there is none.
func (x *Index) LegendWithin(text string) []Band {
	before, after, ok := strings.Cut(text, "(")
	if !ok || firstDigit(before) >= 0 || !strings.HasSuffix(strings.TrimSpace(after), ")") {
		return nil
	}
	return x.Legend(strings.TrimSuffix(strings.TrimSpace(after), ")"))
}

func (x *Index) entries(text string) []Band {
	for _, divider := range dividers {
		if strings.Contains(text, divider) {
			if found := x.bands(strings.Split(text, divider)); found != nil {
				return found
			}
		}
	}
	return x.bands(x.ranges().undivided(text))
}

// bands reads the entries of a legend; a part may hold two that "och" divides.
func (x *Index) bands(parts []string) []Band {
	if slices.ContainsFunc(parts, noEntry) {
		return nil
	}
	var out []Band
	for i, part := range parts {
		part = strings.Trim(part, " .,;\n")
		if part == "" {
			continue
		}
		if i > 0 {
			part = x.ranges().withoutAnd(part)
		}
		if b, ok := x.entry(part); ok {
			out = append(out, b)
			continue
		}
		two := x.halves(part)
		if two == nil {
			return nil
		}
		out = append(out, two...)
	}
	CloseEnds(len(out), func(i int) (low, high *int) { return &out[i].Low, &out[i].High })
	if len(out) < 2 || !tellApart(out) {
		return nil
	}
	return out
}

// withoutAnd takes the word off that stands before the last of several.
func (w *rangeWords) withoutAnd(text string) string {
	for _, and := range w.and {
		if rest, ok := cutWord(text, and); ok {
			return rest
		}
	}
	return text
}

// noEntry reports whether a part of a legend is something, but has no number or no
// name: then none of its words need be read.
func noEntry(part string) bool {
	part = strings.Trim(part, " .,;\n")
	return part != "" && (firstDigit(part) < 0 || !strings.ContainsFunc(part, unicode.IsLetter))
}

// firstDigit gives where the first digit of a text stands, -1 for nowhere.
func firstDigit(text string) int {
	for i := range len(text) {
		if text[i]-'0' <= 9 {
			return i
		}
	}
	return -1
}

// Numbers counts the runs of digits in a text.
func Numbers(text string) int {
	n, inside := 0, false
	for i := range len(text) {
		digit := text[i] >= '0' && text[i] <= '9'
		if digit && !inside {
			n++
		}
		inside = digit
	}
	return n
}

// entry reads a range with its name, which is not that of risk values.
func (x *Index) entry(text string) (Band, bool) {
	b, ok := x.Band(text)
	if colour, rest, cut := strings.Cut(text, " "); !ok && cut && x.Hue(colour) != NoHue {
		b, ok = x.Band(rest)
		b.Colour = colour
	}
	return b, ok && b.Label != "" && utf8.RuneCountInString(b.Label) <= MaxTitle && firstDigit(b.Label) < 0 &&
		!x.Heads(b.Label, model.FieldScore)
}

// halves reads two entries with a word between them.
func (x *Index) halves(text string) []Band {
	for _, and := range x.ranges().and {
		before, after, ok := strings.Cut(text, " "+and+" ")
		if !ok {
			continue
		}
		a, okA := x.entry(before)
		b, okB := x.entry(after)
		if okA && okB {
			return []Band{a, b}
		}
	}
	return nil
}

// undivided cuts a text without marks between its entries where a range ends and
// the next name begins, or before each range where the first entry begins with
// one: "Grön 1–3 Gul 4–8 Röd 9–16".
func (w *rangeWords) undivided(text string) []string {
	var out []string
	start, named := 0, false
	first, _ := utf8.DecodeRuneInString(text)
	front := unicode.IsLetter(first)
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		before := strings.TrimRight(text[start:at], " )")
		digit := before != "" && strings.IndexByte(digits+"+", before[len(before)-1]) >= 0
		switch {
		case front && unicode.IsLetter(r) && digit:
			if end := w.rightEnd(text, at-len(text[start:at])+len(before)); end > at {
				at = end // "12 eller högre"
				continue
			}
			if w.joins(text[at:]) {
				break // "4 till 8"
			}
			out, start = append(out, text[start:at]), at
		case !front && named && r >= '0' && r <= '9' && !digit && !w.joined(before):
			out, start, named = append(out, text[start:at]), at, false
		case unicode.IsLetter(r):
			named = true
		}
		at += size
	}
	return append(out, text[start:])
}

// joins reports whether a text begins with a word between two numbers.
func (w *rangeWords) joins(text string) bool {
	if !w.joints.begin(text) {
		return false
	}
	p := rangeText{w, strings.ToLower(text)}
	return p.word(w.to) || p.word(w.and)
}

// joined reports whether a text ends with one.
func (w *rangeWords) joined(text string) bool {
	last := strings.ToLower(text[strings.LastIndexByte(text, ' ')+1:])
	p := rangeText{w, last}
	return p.word(w.to) || p.word(w.and)
}

// tellApart reports whether ranges have different names, do not lie in each other,
// and are more than single values.
func tellApart(bands []Band) bool {
	names, wide := map[string]bool{}, false
	for i, b := range bands {
		name := model.LeadingWord(b.Label)
		if name == "" || names[name] {
			return false
		}
		names[name] = true
		wide = wide || b.Low != b.High
		for _, o := range bands[:i] {
			if b.Low <= o.High && o.Low <= b.High {
				return false
			}
		}
	}
	return wide
}
