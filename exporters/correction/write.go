package correction

import (
	"fmt"
	"path"
	"strings"

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
		w.set(w.sheets[i].part, p.sheet())
	}
	if err := w.addNotes(notes); err != nil {
		return err
	}
	if j.result.Unsigned, err = w.dropSignatures(); err != nil {
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
	j.result.Data, err = w.bytes()
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
	relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	typesPart     = "[Content_Types].xml"
	sheetType     = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
	stylesType    = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
)

func (w *workbook) openStyles() (*styles, error) {
	part := w.sibling("styles")
	if part == "" {
		return readStyles([]byte(emptyStyles))
	}
	data, err := w.read(part)
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
	w.set(part, st.bytes())
	return nil
}

// addPart makes a part known: to the content types, and to the workbook by a
// relation, whose id it gives.
func (w *workbook) addPart(part, contentType, kind string) (id string, err error) {
	types, err := w.read(typesPart)
	if err != nil {
		return "", err
	}
	if types, err = appendChild(types, "Types", fmt.Sprintf(`Override PartName="/%s" ContentType="%s"`, escape(part), contentType)); err != nil {
		return "", fmt.Errorf("%s: %w", typesPart, err)
	}
	w.set(typesPart, types)
	return w.relate(w.part, part, kind)
}

// relate gives a part a relation to another one, and gives its id.
func (w *workbook) relate(from, part, kind string) (id string, err error) {
	name := relationsOf(from)
	if !w.has(name) {
		w.set(name, []byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+"\n"+`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`))
	}
	related, err := w.read(name)
	if err != nil {
		return "", err
	}
	for n := 1; id == ""; n++ {
		if try := fmt.Sprintf("rIdRiskbok%d", n); !strings.Contains(string(related), `"`+try+`"`) {
			id = try
		}
	}
	target := relative(path.Dir(from), part)
	if related, err = appendChild(related, "Relationships", fmt.Sprintf(`Relationship Id="%s" Type="%s/%s" Target="%s"`, id, relationSpace, kind, escape(target))); err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	w.set(name, related)
	return id, nil
}

// relative gives the way from a folder of the package to a part, as Excel writes
// it: exceljs finds notes by "../comments1.xml" alone (measured with 4.4.0).
func relative(dir, part string) string {
	up := ""
	for dir != "." && !strings.HasPrefix(part, dir+"/") {
		dir, up = path.Dir(dir), up+"../"
	}
	return up + strings.TrimPrefix(part, dir+"/")
}

// appendChild puts an empty element at the end of a list.
func appendChild(data []byte, list, element string) ([]byte, error) {
	for t := range tags(data) {
		switch {
		case t.name != list:
		case t.close:
			return splice(data, []cut{{span{t.start, t.start}, "<" + t.prefix + element + "/>"}}), nil
		case t.empty:
			return splice(data, []cut{{span{t.start, t.end}, opened(string(data[t.start:t.end])) + "<" + t.prefix + element + "/></" + t.prefix + list + ">"}}), nil
		}
	}
	return nil, fmt.Errorf("expected a list of %s", list)
}

// dropCalcChain removes the order of calculation, which must name every
// formula and which the opening program makes anew.
func (w *workbook) dropCalcChain() error {
	part := w.sibling("calcChain")
	if part == "" {
		return nil
	}
	w.remove(part)
	for _, list := range []struct{ name, attr string }{{typesPart, "PartName"}, {relationsOf(w.part), "Target"}} {
		data, err := w.read(list.name)
		if err != nil {
			return err
		}
		w.set(list.name, dropEntries(data, func(t tag) bool {
			target := t.attr(list.attr)
			return target != "" && strings.HasSuffix(fold(part), fold(target))
		}))
	}
	return nil
}

// dropEntries cuts the entries of a list that are to go, each with its closing
// tag where it has one.
func dropEntries(data []byte, drop func(tag) bool) []byte {
	var cuts []cut
	inside := ""
	for t := range tags(data) {
		switch {
		case inside != "":
			cuts[len(cuts)-1].at.end = t.end
			if t.close && t.name == inside {
				inside = ""
			}
		case !t.close && drop(t):
			cuts = append(cuts, cut{span{t.start, t.end}, ""})
			if !t.empty {
				inside = t.name
			}
		}
	}
	return splice(data, cuts)
}

// addLog writes the sheet that lists the corrections, in place of an earlier
// one if there is one, and enters it in the workbook.
func (j *job) addLog(w *workbook, st *styles, calculate bool) error {
	l := newLog(j, st)
	index, earlier := w.findLog()
	root := w.spots.root.prefix
	var cuts []cut
	if index >= 0 {
		l.name = w.sheets[index].name
		l.earlier = earlier
		w.set(w.sheets[index].part, l.sheet())
		cuts = w.dropNames(index)
	} else {
		index = len(w.sheets)
		l.name = w.freeName(j.lang.T("correction.sheet"))
		part := w.freePart()
		id, err := w.addPart(part, sheetType, "worksheet")
		if err != nil {
			return err
		}
		w.set(part, l.sheet())
		at := w.spots.sheetsEnd.start
		cuts = append(cuts, cut{span{at, at}, fmt.Sprintf(`<%ssheet%s name="%s" sheetId="%d" %sid="%s"/>`, root, w.relationSpace(), escape(l.name), w.freeID(), w.relationPrefix(), id)})
	}
	j.result.Log = l.name
	cuts = append(cuts, w.addNames(l.names(root, index)))
	if calculate {
		cuts = append(cuts, w.calculateOnLoad())
	}
	w.set(w.part, splice(w.main, cuts))
	return nil
}

// calculateOnLoad tells the opening program to calculate every formula.
func (w *workbook) calculateOnLoad() cut {
	if t := w.spots.calc; w.spots.hasCalc {
		return cut{span{t.start, t.end}, t.with("fullCalcOnLoad", "1")}
	}
	at := w.spots.beforeCalc
	return cut{span{at, at}, "<" + w.spots.root.prefix + `calcPr fullCalcOnLoad="1"/>`}
}

func (w *workbook) addNames(names string) cut {
	list := w.spots.root.prefix + "definedNames"
	switch t := w.spots.namesEnd; {
	case !w.spots.hasNames:
		at := w.spots.beforeNames
		return cut{span{at, at}, "<" + list + ">" + names + "</" + list + ">"}
	case t.empty:
		return cut{span{t.start, t.end}, "<" + list + ">" + names + "</" + list + ">"}
	default:
		return cut{span{t.start, t.start}, names}
	}
}

// dropNames cuts the names that belong to an earlier log.
func (w *workbook) dropNames(index int) []cut {
	var cuts []cut
	for _, d := range w.names {
		if d.sheet == index && (d.name == ownName || d.name == logName || d.name == titlesName) {
			cuts = append(cuts, cut{d.whole, ""})
		}
	}
	return cuts
}

// relationPrefix gives the prefix that the workbook's relation ids have.
func (w *workbook) relationPrefix() string {
	for a := range w.sheets[0].tag.attributes() {
		if p, ok := strings.CutSuffix(a.name, ":id"); ok {
			return p + ":"
		}
	}
	return "r:"
}

// relationSpace declares that prefix as the first sheet does, where it does so
// itself: openpyxl declares it on every sheet and nowhere else.
func (w *workbook) relationSpace() string {
	name := "xmlns:" + strings.TrimSuffix(w.relationPrefix(), ":")
	if space, ok := w.sheets[0].tag.raw(name); ok {
		return fmt.Sprintf(` %s="%s"`, name, space)
	}
	return ""
}

func (w *workbook) freeID() int {
	id := 0
	for _, s := range w.sheets {
		n := 0
		_, _ = fmt.Sscan(s.tag.attr("sheetId"), &n)
		id = max(id, n)
	}
	return id + 1
}

func (w *workbook) freePart() string {
	for n := len(w.sheets) + 1; ; n++ {
		if part := path.Join(path.Dir(w.part), fmt.Sprintf("worksheets/sheet%d.xml", n)); !w.has(part) {
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
