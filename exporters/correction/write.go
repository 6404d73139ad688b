package correction

import (
	"fmt"
	"path"
	"strings"

	"riskbok/exporters/correction/opc"
	"riskbok/rules"
)

// write makes the corrected workbook.
func (j *job) write(w *workbook, fs *formulas, layouts map[int]*layout, after *followed) error {
	st, err := w.openStyles()
	if err != nil {
		return err
	}
	all := patchEdits(j.edits, fs, layouts, after.results, st, w)
	edited := map[cellKey]bool{}
	newFormula := false
	for _, e := range j.edits {
		edited[e.key] = true
		newFormula = newFormula || e.Kind == rules.SetFormula && e.change.BeforeFormula == ""
		j.result.Applied = append(j.result.Applied, e.change)
	}
	j.result.Recalculated, j.result.Cleared = patchResults(all, fs, layouts, after, edited)
	rehome(all, fs)
	notes := j.patchMarks(w, all, layouts, st, edited)
	for i, p := range all {
		data, err := p.sheet()
		if err != nil {
			return fmt.Errorf("sheet %s: %w", w.sheets[i].name, err)
		}
		w.Set(w.sheets[i].part, data)
	}
	if err := w.addNotes(notes); err != nil {
		return err
	}
	if j.result.Unsigned, err = w.DropSignatures(); err != nil {
		return err
	}
	if newFormula {
		if err := w.dropCalcChain(); err != nil {
			return err
		}
	}
	if err := j.addLog(w, st, after.unknown || j.stale()); err != nil {
		return err
	}
	if err := w.saveStyles(st); err != nil {
		return err
	}
	j.result.Data, err = w.Bytes()
	return err
}

// stale reports whether a result that is known to be wrong was left, because
// it could not be calculated.
func (j *job) stale() bool {
	for _, c := range j.result.Refused {
		if c.Kind == rules.Recalculate && c.Reason != reasonConflict {
			return true
		}
	}
	return false
}

const (
	sheetType  = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
	stylesType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
)

func (w *workbook) openStyles() (*styles, error) {
	part := w.sibling("styles")
	if part == "" {
		return readStyles([]byte(emptyStyles))
	}
	data, err := w.Read(part)
	if err != nil {
		return nil, err
	}
	return readStyles(data)
}

func (w *workbook) saveStyles(st *styles) error {
	part := w.sibling("styles")
	if part == "" {
		part = path.Join(path.Dir(w.part), "styles.xml")
		if _, err := w.addPart(part, stylesType, "styles"); err != nil {
			return err
		}
	}
	return w.Splice(part, st.data, st.cuts())
}

// addPart makes a part known: to the content types, and to the workbook by a
// relation, whose id it gives.
func (w *workbook) addPart(part, contentType, kind string) (id string, err error) {
	if err := w.AddType(part, contentType); err != nil {
		return "", err
	}
	return w.Relate(w.part, part, kind)
}

// dropCalcChain removes the order of calculation, which must name every
// formula and which the opening program makes anew.
func (w *workbook) dropCalcChain() error {
	part := w.sibling("calcChain")
	if part == "" {
		return nil
	}
	w.Remove(part)
	for _, list := range []struct{ name, attr string }{{opc.TypesPart, "PartName"}, {opc.RelationsOf(w.part), "Target"}} {
		if err := w.DropEntries(list.name, func(t opc.Tag) bool {
			target := t.Attr(list.attr)
			return target != "" && strings.HasSuffix(opc.Fold(part), opc.Fold(target))
		}); err != nil {
			return err
		}
	}
	return nil
}

// addLog writes the sheet that lists the corrections, in place of an earlier
// one if there is one, and enters it in the workbook.
func (j *job) addLog(w *workbook, st *styles, calculate bool) error {
	l := newLog(j, st)
	index, earlier := w.findLog()
	root := w.spots.root.Prefix
	var cuts []opc.Cut
	if index >= 0 {
		l.name = w.sheets[index].name
		l.earlier = earlier
		w.Set(w.sheets[index].part, l.sheet())
		cuts = w.dropNames(index)
	} else {
		index = len(w.sheets)
		l.name = w.freeName(j.lang.T("correction.sheet"))
		part := w.freePart()
		id, err := w.addPart(part, sheetType, "worksheet")
		if err != nil {
			return err
		}
		w.Set(part, l.sheet())
		at := w.spots.sheetsEnd.Start
		cuts = append(cuts, opc.Cut{At: opc.Span{Start: at, End: at}, Text: fmt.Sprintf(`<%ssheet%s name="%s" sheetId="%d" %sid="%s"/>`, root, w.relationSpace(), opc.Escape(l.name), w.freeID(), w.relationPrefix(), id)})
	}
	j.result.Log = l.name
	cuts = append(cuts, w.addNames(l.names(root, index)))
	if calculate {
		cuts = append(cuts, w.calculateOnLoad())
	}
	return w.Splice(w.part, w.main, cuts)
}

// calculateOnLoad tells the opening program to calculate every formula.
func (w *workbook) calculateOnLoad() opc.Cut {
	if t := w.spots.calc; w.spots.hasCalc {
		return opc.Cut{At: opc.Span{Start: t.Start, End: t.End}, Text: t.With("fullCalcOnLoad", "1")}
	}
	at := w.spots.beforeCalc
	return opc.Cut{At: opc.Span{Start: at, End: at}, Text: "<" + w.spots.root.Prefix + `calcPr fullCalcOnLoad="1"/>`}
}

func (w *workbook) addNames(names string) opc.Cut {
	list := w.spots.root.Prefix + "definedNames"
	switch t := w.spots.namesEnd; {
	case !w.spots.hasNames:
		at := w.spots.beforeNames
		return opc.Cut{At: opc.Span{Start: at, End: at}, Text: "<" + list + ">" + names + "</" + list + ">"}
	case t.Empty:
		return opc.Cut{At: opc.Span{Start: t.Start, End: t.End}, Text: "<" + list + ">" + names + "</" + list + ">"}
	default:
		return opc.Cut{At: opc.Span{Start: t.Start, End: t.Start}, Text: names}
	}
}

// dropNames cuts the names that belong to an earlier log.
func (w *workbook) dropNames(index int) []opc.Cut {
	var cuts []opc.Cut
	for _, d := range w.names {
		if d.sheet == index && (d.name == ownName || d.name == logName || d.name == titlesName) {
			cuts = append(cuts, opc.Cut{At: d.whole, Text: ""})
		}
	}
	return cuts
}

// relationPrefix gives the prefix that the workbook's relation ids have.
func (w *workbook) relationPrefix() string {
	for a := range w.sheets[0].tag.Attributes() {
		if p, ok := strings.CutSuffix(a.Name, ":id"); ok {
			return p + ":"
		}
	}
	return "r:"
}

// relationSpace declares that prefix as the first sheet does, where it does so
// itself: openpyxl declares it on every sheet and nowhere else.
func (w *workbook) relationSpace() string {
	name := "xmlns:" + strings.TrimSuffix(w.relationPrefix(), ":")
	if space, ok := w.sheets[0].tag.Raw(name); ok {
		return fmt.Sprintf(` %s="%s"`, name, space)
	}
	return ""
}

func (w *workbook) freeID() int {
	id := 0
	for _, s := range w.sheets {
		n := 0
		_, _ = fmt.Sscan(s.tag.Attr("sheetId"), &n)
		id = max(id, n)
	}
	return id + 1
}

func (w *workbook) freePart() string {
	for n := len(w.sheets) + 1; ; n++ {
		if part := path.Join(path.Dir(w.part), fmt.Sprintf("worksheets/sheet%d.xml", n)); !w.Has(part) {
			return part
		}
	}
}

// freeName gives a name that no sheet has: the wanted one, or the wanted one
// with a number.
func (w *workbook) freeName(want string) string {
	name := want
	for n := 2; w.sheetIndex(name) >= 0; n++ {
		name = fmt.Sprintf("%s (%d)", want, n)
	}
	return name
}
