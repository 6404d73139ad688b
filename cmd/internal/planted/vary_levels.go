package planted

import (
	"math/rand/v2"
	"strconv"
	"strings"
)

// Way is a way to write a level over a whole column: {n} is its number, {label}
// its word, {top} the highest number, {roman} the number in Roman numerals,
// {axis} the axis's letter, {note} an explanation, and {level}, {points}, {of},
// {grade} and {step} the words in the layout's language. "" is the layout's own.
type Way string

// Ways are the ways that were met in public documents.
var Ways = []Way{
	"{n}\n({label})", "{n}/{label}", "[{n}] {label}", "{n} - {label}", "{n} – {label}", "{n} — {label}", "{n}: {label}", "{n}. {label}",
	"{n}) {label}", "({n}) {label}", "{n} {label}", "{n}, {label}", "{n} = {label}", "{n}\n{label}",
	"{label}: {n}", "{label} ({n})", "{label} {n}", "{label} - {n}", "{label}, {n}", "{label}/{n}", "{label} [{n}]", "{label}\n{n}",
	"{level} {n} - {label}", "{axis}{n} {label}", "{label} ({level} {n})",
	"{level} {n}", "{axis}{n}", "{axis}={n}", "{roman}", "{n} {points}", "{n} p", "{n}/{top}", "{n} {of} {top}", "({n})", "{grade} {n}", "{step} {n}",
	"{label}*", "{label} ({note})", "{label}.", "- {label}",
}

var (
	roman     = []string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}
	swedish   = []string{"{level}", "Nivå", "{points}", "poäng", "{of}", "av", "{grade}", "Grad", "{step}", "Steg"}
	inEnglish = []string{"{level}", "Level", "{points}", "points", "{of}", "of", "{grade}", "Grade", "{step}", "Step"}
	how       = [2][]string{
		{"1 ggr/10 år", "1 ggr/3 år", "1 ggr/år", "4 ggr/år", "varje vecka"},
		{"under 10 tkr", "högst 100 tkr", "högst 1 mnkr", "över 1 mnkr", "över 10 mnkr"},
	}
	howEnglish = [2][]string{
		{"once in 10 years", "once in 3 years", "once a year", "4 times a year", "every week"},
		{"below 1k", "up to 10k", "up to 100k", "above 100k", "above 1m"},
	}
)

// Name is how the way writes the third of four levels, in one line.
func (w Way) Name() string {
	d := &Draft{Layout: &Layout{Way: w}, Plan: &Plan{Scale: scale4()}}
	axis := d.Plan.Scale.Likelihood
	return strings.ReplaceAll(d.written(axis, 3, axis[2].Label), "\n", "⏎")
}

func (w Way) labelled() bool { return strings.Contains(string(w), "{label}") }

func (w Way) numbered() bool {
	return strings.Contains(string(w), "{n}") || strings.Contains(string(w), "{roman}")
}

// written writes a number and a label, either of them perhaps wrong, in the
// layout's way.
func (d *Draft) written(axis []Step, n int, label string) string {
	words, notes := swedish, how
	if d.Layout.English {
		words, notes = inEnglish, howEnglish
	}
	place, letter := 0, "S"
	if &axis[0] == &d.Plan.Scale.Consequence[0] {
		place, letter = 1, "K"
	}
	note := notes[place][min(n, len(notes[place]))-1]
	out := strings.NewReplacer(append([]string{"{n}", strconv.Itoa(n), "{label}", label, "{top}", strconv.Itoa(len(axis)), "{roman}", roman[n],
		"{axis}", letter, "{note}", note}, words...)...).Replace(string(d.Layout.Way))
	return out
}

// labelled writes a level as the layouts that write labels do.
func (d *Draft) labelled(axis []Step, n int) string {
	if d.Layout.Way == "" {
		return axis[n-1].Label
	}
	return d.written(axis, n, axis[n-1].Label)
}

// Written writes every level in one way. Values are typed: no formula reads
// such a cell.
func Written(w Way) Variation {
	return Variation{Layout: func(_ *rand.Rand, l *Layout) bool {
		l.Way = w
		switch {
		case w.labelled() && w.numbered():
			l.Levels = ByBoth
		case w.labelled():
			l.Levels = ByLabel
		default:
			l.Levels = ByNumberText
		}
		l.typed()
		return true
	}}
}

// typed takes the formulas out of a layout.
func (l *Layout) typed() {
	if l.Values >= Lookup {
		l.Values = Typed
	}
}
