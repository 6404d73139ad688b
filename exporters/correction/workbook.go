package correction

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"riskbok/exporters/correction/opc"
)

// sheet is one sheet of a workbook. Data is its part, nil for a chart sheet or
// the like.
type sheet struct {
	name string
	part string
	tag  opc.Tag // in the workbook part
	data []byte
}

// definedName is one name that a workbook defines; sheet is −1 where it holds
// in all of it.
type definedName struct {
	name, text string
	sheet      int
	whole      opc.Span // in the workbook part
}

// workbook is an opened workbook.
type workbook struct {
	*opc.Package
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
	root, sheetsEnd, namesEnd, calc opc.Tag
	hasNames, hasCalc               bool
	beforeNames, beforeCalc         int // where they belong if there are none
}

// strictSpace begins the namespaces of Strict OOXML, which importers refuse.
const strictSpace = "http://purl.oclc.org/ooxml/"

func openWorkbook(data []byte) (*workbook, error) {
	a, err := opc.Open(data)
	if err != nil {
		return nil, err
	}
	w := &workbook{Package: a}
	top, err := a.Relations("")
	if err != nil {
		return nil, err
	}
	for _, r := range top {
		if r.Kind == "officeDocument" {
			w.part = r.Target
		}
	}
	if w.part == "" {
		return nil, fmt.Errorf("workbook: expected a workbook part, found none")
	}
	if w.main, err = a.Read(w.part); err != nil {
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
	var name opc.Tag
	for t := range opc.Tags(w.main) {
		switch {
		case t.Name == "workbook" && !t.Close:
			w.spots.root = t
			if strings.Contains(string(w.main[t.Start:t.End]), strictSpace) {
				return &opc.PartError{Part: w.part, Code: "strict", Err: errors.New("expected ordinary OOXML, found Strict")}
			}
		case t.Name == "workbookPr" && !t.Close:
			w.since04 = t.Attr("date1904") == "1" || t.Attr("date1904") == "true"
		case t.Name == "sheet" && !t.Close:
			w.sheets = append(w.sheets, sheet{name: t.Attr("name"), tag: t})
		case t.Name == "sheets" && (t.Close || t.Empty):
			w.spots.sheetsEnd = t
			w.spots.beforeNames, w.spots.beforeCalc = t.End, t.End
		case followers[t.Name] && (t.Close || t.Empty):
			w.spots.beforeCalc = t.End
			if t.Name == "definedNames" {
				w.spots.namesEnd, w.spots.hasNames = t, true
			} else {
				w.spots.beforeNames = t.End
			}
		case t.Name == "calcPr" && !t.Close:
			w.spots.calc, w.spots.hasCalc = t, true
		case t.Name == "definedName" && !t.Close && !t.Empty:
			name, open = t, t.End
		case t.Name == "definedName" && t.Close && open >= 0:
			w.addName(name, open, t)
			open = -1
		}
	}
	if len(w.sheets) == 0 || w.spots.sheetsEnd.End == 0 || !w.spots.sheetsEnd.Close {
		return fmt.Errorf("workbook: expected sheets, found none")
	}
	return nil
}

func (w *workbook) addName(t opc.Tag, from int, end opc.Tag) {
	scope := -1
	if n, err := strconv.Atoi(t.Attr("localSheetId")); err == nil {
		scope = n
	}
	w.names = append(w.names, definedName{t.Attr("name"), plainText(w.main[from:end.Start]), scope, opc.Span{Start: t.Start, End: end.End}})
}

func (w *workbook) loadSheets() error {
	related, err := w.Relations(w.part)
	if err != nil {
		return err
	}
	byID := map[string]opc.Relation{}
	for _, r := range related {
		byID[r.ID] = r
	}
	for i := range w.sheets {
		s := &w.sheets[i]
		r := byID[relationID(s.tag)]
		s.part = r.Target
		if r.Kind != "worksheet" || !w.Has(s.part) {
			continue
		}
		if s.data, err = w.Read(s.part); err != nil {
			return err
		}
	}
	return nil
}

// relationID gives the id of a tag's relation, whatever prefix it has.
func relationID(t opc.Tag) string {
	for a := range t.Attributes() {
		if strings.HasSuffix(a.Name, ":id") {
			return opc.Unescape(a.Value.Of(t.Data))
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
	related, err := w.Relations(w.part)
	if err != nil {
		return ""
	}
	for _, r := range related {
		if r.Kind == kind && w.Has(r.Target) {
			return r.Target
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
		if data, err := w.Read(part); err == nil {
			w.strings, w.unstruck = sharedStrings(data)
		}
	}
	return w.strings
}
