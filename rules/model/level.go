package model

import (
	"slices"
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
	var room [8]string // for the levels of most axes
	made := room[:0]
	keys := func() []string {
		for i := len(made); i < len(a.Levels); i++ {
			made = append(made, Key(a.Levels[i].Label))
		}
		return made
	}
	for _, text := range []string{l.Whole, l.Label} {
		if text == "" {
			continue
		}
		for i := range a.Levels {
			if a.Levels[i].Label == text {
				return &a.Levels[i]
			}
		}
		if i := slices.Index(keys(), Key(text)); i >= 0 {
			return &a.Levels[i]
		}
	}
	if l.Label == "" {
		return nil
	}
	return a.beginning(Key(l.Label), keys())
}

// beginning gives the level with the longest label that a text begins with at
// the end of a word. Where there is none labels count up to their first sign: in
// "Möjlig (1 ggr/år)" and "Möjlig – varje år" that is "Möjlig". Keys are those of
// the labels; it changes them.
func (a *Axis) beginning(text string, keys []string) *ScaleLevel {
	if found, some := a.longest(text, keys); some {
		return found
	}
	for i, key := range keys {
		keys[i] = head(key)
	}
	found, _ := a.longest(text, keys)
	return found
}

// longest finds the level of the longest of its labels that a text is or begins with. It
// is nil where another level has the same label, or is named in the rest of the
// text: "låg till medel" is neither. some: there is such a label.
func (a *Axis) longest(text string, labels []string) (found *ScaleLevel, some bool) {
	best, length := -1, 0
	for i, label := range labels {
		if len(label) > length && (text == label || beginsWith(text, label)) {
			best, length = i, len(label)
		}
	}
	if best < 0 {
		return nil, false
	}
	for i, label := range labels {
		if i != best && label != "" && (label == text[:length] || names(text[length:], label)) {
			return nil, true
		}
	}
	return &a.Levels[best], true
}

// head gives what stands before the first sign in a key.
func head(key string) string {
	end := len(key)
	for _, sign := range []string{"(", "[", ",", ";", ":", "/", " -", " –", " —"} {
		if at := strings.Index(key, sign); at > 0 {
			end = min(end, at)
		}
	}
	return strings.TrimRight(key[:end], " ")
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
