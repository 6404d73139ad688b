package correction

import (
	"slices"
	"strings"

	"riskbok/rules"
)

// remains reports whether a finding is one that a person must decide about: an
// error of this workbook that nobody has accepted.
func (j *job) remains(f *rules.Finding) bool {
	return f.At.Doc == j.doc && f.Severity == rules.Error && f.Open()
}

// cellOf gives the cell that a finding stands in.
func (j *job) cellOf(w *workbook, f *rules.Finding) (cellKey, bool) {
	if int(f.At.Place) < 0 || int(f.At.Place) >= len(j.places) || f.At.Row < 1 || f.At.Col < 1 || f.At.Row > maxRow || f.At.Col > maxCol {
		return 0, false
	}
	sheet := w.sheetIndex(j.places[f.At.Place].Sheet)
	if sheet < 0 || w.sheets[sheet].data == nil {
		return 0, false
	}
	return keyOf(sheet, position{int(f.At.Col), int(f.At.Row)}), true
}

// markedRows adds the rows that may have a cell in which something remains.
func (j *job) markedRows(w *workbook, rows map[int]map[int]bool) {
	for i := range j.findings {
		key, ok := j.cellOf(w, &j.findings[i])
		if !ok || !j.remains(&j.findings[i]) {
			continue
		}
		if rows[key.sheet()] == nil {
			rows[key.sheet()] = map[int]bool{}
		}
		rows[key.sheet()][key.position().row] = true
	}
}

// note is what is written beside a cell in which something remains.
type note struct {
	sheet int
	at    position
	text  string
}

// patchMarks marks the cells in which something remains to be decided, and
// gives the notes that say what.
func (j *job) patchMarks(w *workbook, all map[int]*patches, layouts map[int]*layout, st *styles, edited map[cellKey]bool) []note {
	texts := map[cellKey][]string{}
	var keys []cellKey
	for i := range j.findings {
		f := &j.findings[i]
		key, ok := j.cellOf(w, f)
		if !ok || !j.remains(f) || j.result.Settled[i] || edited[key] {
			continue
		}
		if text := Decide(j.lang, j.report, f, j.result.Refused, i); !slices.Contains(texts[key], text) {
			texts[key] = append(texts[key], text)
		}
		if len(texts[key]) == 1 {
			keys = append(keys, key)
		}
	}
	var notes []note
	for _, key := range keys {
		l, p := layouts[key.sheet()], key.position()
		if l == nil || l.covered(p) {
			continue
		}
		if all[key.sheet()] == nil {
			all[key.sheet()] = newPatches(l)
		}
		c := l.find(p)
		change := all[key.sheet()].at(p, c)
		change.style, change.marked = st.mark(l.styleAt(p, c), asIs, undecided), true
		j.result.Marked++
		notes = append(notes, note{key.sheet(), p, strings.Join(texts[key], "\n\n")})
	}
	return notes
}
