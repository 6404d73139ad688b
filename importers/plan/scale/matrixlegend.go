package scale

import (
	"slices"
	"strings"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// treatmentCell is what a cell of a matrix says: a treatment, what it means
// and where that stands.
type treatmentCell struct {
	label, meaning string
	at             model.Source
}

// legend is what the colours of a matrix stand for, by the cells in these
// colours around it or by their names. Clash tells that a colour stands for
// two things.
type legend struct {
	byColour map[grid.Colour]treatmentCell
	byHue    map[words.Hue]treatmentCell
	clash    bool
}

// legendOf reads the legend of a matrix on its sheet. Taken are the parts of
// the sheet that define something else.
func legendOf(w *words.Index, m *Matrix, taken []grid.Region) legend {
	l := legend{byColour: map[grid.Colour]treatmentCell{}, byHue: map[words.Hue]treatmentCell{}}
	colours := m.colours()
	painted := make(map[int32][]int32) // cells that hold nothing but a fill, by row
	for _, f := range m.table.Fills {
		painted[f.Row] = append(painted[f.Row], f.Col)
	}
	for r := range m.table.Rows {
		columns := painted[int32(r)]
		for c := range m.table.Rows[r] {
			columns = append(columns, int32(c))
		}
		slices.Sort(columns)
		seen := map[grid.Colour]bool{}
		for _, c := range slices.Compact(columns) {
			col := int(c)
			cell := m.table.Cell(r, col)
			if cell.Covered || grid.Within(taken, r, col) || m.Has(r, col) {
				continue
			}
			fill := fillAt(m.table, r, col)
			if slices.Contains(colours, fill) {
				if !seen[fill] {
					seen[fill] = true
					entry, ok := legendEntry(w, m.table, r, col)
					l.clash = put(l.byColour, fill, entry, ok) || l.clash
				}
				continue
			}
			if h := w.Hue(firstWord(cell.Text)); h != words.NoHue && utf8.RuneCountInString(cell.Text) <= tolerances.maxTreatment {
				entry, ok := legendEntry(w, m.table, r, col)
				l.clash = put(l.byHue, h, entry, ok) || l.clash
			}
		}
	}
	return l
}

// put adds an entry, and reports whether the key already stands for something
// else.
func put[K comparable](entries map[K]treatmentCell, key K, entry treatmentCell, ok bool) bool {
	if !ok {
		return false
	}
	old, known := entries[key]
	if !known {
		entries[key] = entry
	}
	return known && model.Key(old.label) != model.Key(entry.label)
}

// legendEntry reads what a coloured cell, or one that names a colour, stands
// for: its own text without the colour's name and a range, else the text to
// its right, else the one to its left.
func legendEntry(w *words.Index, t *grid.Table, row, col int) (treatmentCell, bool) {
	var parts []string
	own := fillAt(t, row, col)
	for c, gap := col, 0; c < col+4 && gap < 2; c++ {
		cell := t.Cell(row, c)
		if cell.Covered {
			continue
		}
		fill := fillAt(t, row, c)
		if c > col && (w.Hue(firstWord(cell.Text)) != words.NoHue || fill != noFill && fill != own) {
			break // the next entry
		}
		text := withoutHue(w, model.Clean(cell.Text))
		if b, ok := w.Band(text); ok {
			text = b.Label
		}
		if text == "" {
			if c > col {
				gap++
			}
			continue
		}
		parts = append(parts, text)
		gap = 0
	}
	if len(parts) == 0 && col > 0 && !t.Resolved(row, col-1).Blank() {
		parts = append(parts, model.Clean(t.Resolved(row, col-1).Text))
	}
	if len(parts) == 0 || utf8.RuneCountInString(parts[0]) > tolerances.maxTreatment || w.AxisOf(bare(parts[0])) != words.NoAxis {
		return treatmentCell{}, false
	}
	entry := treatmentCell{label: parts[0], at: t.Cell(row, col).At}
	if len(parts) > 1 {
		entry.meaning = parts[1]
	}
	return entry, true
}

func firstWord(text string) string {
	fields := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \n\t:=–-.,(/", r) })
	if len(fields) == 0 {
		return ""
	}
	return fields[0]
}

// withoutHue takes the name of a colour and a mark after it off a text, "Grön
// = Acceptera".
func withoutHue(w *words.Index, text string) string {
	word := firstWord(text)
	if word == "" || !strings.HasPrefix(text, word) {
		return strings.Trim(text, " =:–-")
	}
	if w.Hue(word) != words.NoHue {
		text = text[len(word):]
	}
	return strings.Trim(text, " =:–-")
}

// cells gives what each cell of a matrix says by the legend; nil where a
// colour is not in it, or stands for two things. Colours are told by name only
// where no cell has them, and then each by the one name it may have: of two,
// by the one that no other colour is.
func (l *legend) cells(m *Matrix) [][]treatmentCell {
	if l.clash {
		return nil
	}
	entries := l.byColour
	colours := m.colours()
	if !covers(entries, colours) {
		if entries = l.byColourNames(colours); entries == nil {
			return nil
		}
	}
	out := make([][]treatmentCell, len(m.fills))
	for i, row := range m.fills {
		for _, c := range row {
			out[i] = append(out[i], entries[c])
		}
	}
	return out
}

func covers(entries map[grid.Colour]treatmentCell, colours []grid.Colour) bool {
	return !slices.ContainsFunc(colours, func(c grid.Colour) bool { _, ok := entries[c]; return !ok })
}

// byColourNames finds the entries of colours by the names of these.
func (l *legend) byColourNames(colours []grid.Colour) map[grid.Colour]treatmentCell {
	out := map[grid.Colour]treatmentCell{}
	sure := map[words.Hue]bool{}
	for _, clear := range []bool{true, false} {
		for _, c := range colours {
			if _, ok := out[c]; ok {
				continue
			}
			var may []words.Hue
			for _, h := range hues(c) {
				if _, ok := l.byHue[h]; ok && (clear || !sure[h]) {
					may = append(may, h)
				}
			}
			if len(may) == 1 {
				out[c] = l.byHue[may[0]]
				if clear {
					sure[may[0]] = true
				}
			}
		}
	}
	if !covers(out, colours) {
		return nil
	}
	return out
}
