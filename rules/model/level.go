package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Level is a likelihood or consequence as written: by label ("Mindre
// sannolik"), by number ("2") or both ("2 - Mindre sannolik"). What it is worth
// is for a [Scale] to say; see [Axis.Find].
//
// Whole is the whole text where Label leaves something of it out. Of is the
// greatest number as written beside it ("3 av 4"), 0 for none. Loose says that
// the number counts only where a label of the axis stands beside it: in "3
// månader" or "Bilaga 2" it is something else's.
type Level struct {
	Label     string
	Number    int
	HasNumber bool
	Loose     bool
	Of        int
	Whole     string
}

// Find gives the level that is written, or nil for one that is not on the axis.
// In this order: the level with the whole text as its label; with the label
// alone; the longest label that the text begins with, so that "Möjlig (1 ggr/år)"
// is "Möjlig", where the rest names no other level; the number, where no label
// stands beside it. A label decides; a number that contradicts it is for the
// caller to notice. "Mindre sannolik" is never "Sannolik", and no misspelling is
// taken for the label that it is near.
func (a *Axis) Find(l Level) *ScaleLevel {
	if (l.Label != "" || l.Whole != "") && a.labelled() {
		if found := a.byLabel(l); found != nil || l.Label != "" {
			return found
		}
	}
	if !l.HasNumber || l.Loose || l.Of != 0 && l.Of != a.top() {
		return nil
	}
	return a.ByValue(l.Number)
}

func (a *Axis) byLabel(l Level) *ScaleLevel {
	for _, text := range []string{l.Whole, l.Label} {
		if text == "" {
			continue
		}
		for i := range a.Levels {
			if a.Levels[i].Label == text {
				return &a.Levels[i]
			}
		}
		key := Key(text)
		for i := range a.Levels {
			if Key(a.Levels[i].Label) == key {
				return &a.Levels[i]
			}
		}
	}
	if l.Label == "" {
		return nil
	}
	return a.beginning(Key(l.Label))
}

// beginning gives the level with the longest label that a text begins with at
// the end of a word, or whose own label goes on where the text ends: "Möjlig"
// is "Möjlig (1 ggr/år)" where no other level begins so. The rest of the text
// must not name another level: "låg till medel" is neither.
func (a *Axis) beginning(text string) *ScaleLevel {
	best, longest := -1, 0
	for i := range a.Levels {
		if label := Key(a.Levels[i].Label); len(label) > longest && beginsWith(text, label) {
			best, longest = i, len(label)
		}
	}
	if best < 0 {
		return a.goingOn(text)
	}
	for i := range a.Levels {
		if label := Key(a.Levels[i].Label); i != best && label != "" && names(text[longest:], label) {
			return nil
		}
	}
	return &a.Levels[best]
}

// goingOn gives the only level whose label is a text and something more that a
// sign sets off: "Möjlig (1 ggr/år)" and "Möjlig – varje år" are "Möjlig".
func (a *Axis) goingOn(text string) *ScaleLevel {
	var found *ScaleLevel
	for i := range a.Levels {
		label := Key(a.Levels[i].Label)
		if !beginsWith(label, text) || !strings.ContainsAny(firstSign(label[len(text):]), "(,;:–—-/[") {
			continue
		}
		if found != nil {
			return nil
		}
		found = &a.Levels[i]
	}
	return found
}

// firstSign gives the first letter or sign of a text that is no space.
func firstSign(s string) string {
	s = strings.TrimLeft(s, " ")
	_, size := utf8.DecodeRuneInString(s)
	return s[:size]
}

// beginsWith reports whether a text goes on after a label, at the end of a
// word: "hög-medel" does not after "hög".
func beginsWith(text, label string) bool {
	rest, ok := strings.CutPrefix(text, label)
	if !ok || label == "" || rest == "" {
		return false
	}
	next, size := utf8.DecodeRuneInString(rest)
	if next == '-' && size < len(rest) {
		next, _ = utf8.DecodeRuneInString(rest[size:])
	}
	return !unicode.IsLetter(next) && !unicode.IsDigit(next)
}

// names reports whether a label stands in a text as words of its own.
func names(text, label string) bool {
	for from := 0; ; {
		at := strings.Index(text[from:], label)
		if at < 0 {
			return false
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(label):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
		from = at + len(label)
	}
}

// top gives the greatest value of the axis.
func (a *Axis) top() int {
	top := 0
	for i := range a.Levels {
		top = max(top, a.Levels[i].Value)
	}
	return top
}
