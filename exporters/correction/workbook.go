package correction

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// sheet is one sheet of a workbook. Data is its part, nil for a chart sheet or
// the like.
type sheet struct {
	name string
	part string
	tag  tag // in the workbook part
	data []byte
}

// definedName is one name that a workbook defines; sheet is −1 where it holds
// in all of it.
type definedName struct {
	name, text string
	sheet      int
	whole      span // in the workbook part
}

// workbook is an opened workbook.
type workbook struct {
	*archive
	part     string // where the workbook part stands, "xl/workbook.xml"
	main     []byte // and its text
	sheets   []sheet
	names    []definedName
	strings  []string
	unstruck map[int]string // what is seen of those of which some is struck through
	loaded   bool           // strings have been read
	spots    spots
	since04  bool // days are counted from 1904
}

// spots are the places in the workbook part that an added sheet needs.
type spots struct {
	root, sheetsEnd, namesEnd, calc tag
	hasNames, hasCalc               bool
	beforeNames, beforeCalc         int // where they belong if there are none
}

// strictSpace begins the namespaces of Strict OOXML, which importers refuse.
const strictSpace = "http://purl.oclc.org/ooxml/"

func openWorkbook(data []byte) (*workbook, error) {
	a, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	w := &workbook{archive: a}
	top, err := a.relations("")
	if err != nil {
		return nil, err
	}
	for _, r := range top {
		if r.kind == "officeDocument" {
			w.part = r.target
		}
	}
	if w.part == "" {
		return nil, fmt.Errorf("workbook: expected a workbook part, found none")
	}
	if w.main, err = a.read(w.part); err != nil {
		return nil, err
	}
	if err := w.scan(); err != nil {
		return nil, err
	}
	return w, w.loadSheets()
}

// followers are the elements that may stand after the sheets and before the
// names, and after them before the calculation settings (ECMA-376 part 1,
// 18.2.27).
var followers = map[string]bool{"functionGroups": true, "externalReferences": true, "definedNames": true}

// scan finds sheets, names and spots in the workbook part.
func (w *workbook) scan() error {
	w.spots = spots{}
	w.sheets, w.names = nil, nil
	open := -1
	var name tag
	for t := range tags(w.main) {
		switch {
		case t.name == "workbook" && !t.close:
			w.spots.root = t
			if strings.Contains(string(w.main[t.start:t.end]), strictSpace) {
				return &PartError{Part: w.part, Code: "strict", Err: errors.New("expected ordinary OOXML, found Strict")}
			}
		case t.name == "workbookPr" && !t.close:
			w.since04 = t.attr("date1904") == "1" || t.attr("date1904") == "true"
		case t.name == "sheet" && !t.close:
			w.sheets = append(w.sheets, sheet{name: t.attr("name"), tag: t})
		case t.name == "sheets" && (t.close || t.empty):
			w.spots.sheetsEnd = t
			w.spots.beforeNames, w.spots.beforeCalc = t.end, t.end
		case followers[t.name] && (t.close || t.empty):
			w.spots.beforeCalc = t.end
			if t.name == "definedNames" {
				w.spots.namesEnd, w.spots.hasNames = t, true
			} else {
				w.spots.beforeNames = t.end
			}
		case t.name == "calcPr" && !t.close:
			w.spots.calc, w.spots.hasCalc = t, true
		case t.name == "definedName" && !t.close && !t.empty:
			name, open = t, t.end
		case t.name == "definedName" && t.close && open >= 0:
			w.addName(name, open, t)
			open = -1
		}
	}
	if len(w.sheets) == 0 || w.spots.sheetsEnd.end == 0 || !w.spots.sheetsEnd.close {
		return fmt.Errorf("workbook: expected sheets, found none")
	}
	return nil
}

func (w *workbook) addName(t tag, from int, end tag) {
	scope := -1
	if n, err := strconv.Atoi(t.attr("localSheetId")); err == nil {
		scope = n
	}
	w.names = append(w.names, definedName{t.attr("name"), plainText(w.main[from:end.start]), scope, span{t.start, end.end}})
}

func (w *workbook) loadSheets() error {
	related, err := w.relations(w.part)
	if err != nil {
		return err
	}
	byID := map[string]relation{}
	for _, r := range related {
		byID[r.id] = r
	}
	for i := range w.sheets {
		s := &w.sheets[i]
		r := byID[relationID(s.tag)]
		s.part = r.target
		if r.kind != "worksheet" || !w.has(s.part) {
			continue
		}
		if s.data, err = w.read(s.part); err != nil {
			return err
		}
	}
	return nil
}

// relationID gives the id of a tag's relation, whatever prefix it has.
func relationID(t tag) string {
	for a := range t.attributes() {
		if strings.HasSuffix(a.name, ":id") {
			return unescape(a.value.of(t.data))
		}
	}
	return ""
}

// sheetIndex finds a sheet by its name, −1 where there is none. Names know no
// case.
func (w *workbook) sheetIndex(name string) int {
	for i := range w.sheets {
		if strings.EqualFold(w.sheets[i].name, name) {
			return i
		}
	}
	return -1
}

// sibling gives the part that a relation of the workbook names, "" where there
// is none.
func (w *workbook) sibling(kind string) string {
	related, err := w.relations(w.part)
	if err != nil {
		return ""
	}
	for _, r := range related {
		if r.kind == kind && w.has(r.target) {
			return r.target
		}
	}
	return ""
}

// texts gives the table of shared strings.
func (w *workbook) texts() []string {
	if w.loaded {
		return w.strings
	}
	w.loaded = true
	if part := w.sibling("sharedStrings"); part != "" {
		if data, err := w.read(part); err == nil {
			w.strings, w.unstruck = sharedStrings(data)
		}
	}
	return w.strings
}
