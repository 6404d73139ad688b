package excel

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"riskbok/importers/excel/xmlscan"
	"riskbok/importers/grid"
	"riskbok/importers/source"
	"riskbok/rules/model"
	"riskbok/rules/model/formula"
)

// Workbook is what a workbook's sheets hold. Tables, Places and Own run
// parallel, a worksheet each, hidden ones too, in the order of the tabs; chart,
// dialog and macro sheets are left out. Row i of a table is row i+1 of its
// sheet, and each cell stands at its own column.
type Workbook struct {
	Tables []grid.Table
	Places []model.Place
	Damage []model.Damage
	Own    []bool // sheets that riskbok added: to skip
	Maker  model.Maker

	// Beneath are the texts and formulas that merged areas cover: stored in
	// the file, shown to no reader.
	Beneath []grid.Cell

	fresh *fresh
}

// Sheets reads every worksheet of a workbook. What cannot be read at all gives
// a [*source.Error] with one of the codes not-a-workbook, encrypted, xls, xlsb,
// ods, odt, docx, pptx, html-as-xls, strict-ooxml, empty-file, damaged-zip,
// damaged-workbook and too-large, or the context's error. A part that cannot be
// read is in Damage, with one of the codes sheet-damaged, strings-missing,
// limit, row-bounds, alternate-content, sheet-without-tab, other-sheet, strings-damaged, part-twice and part-damaged; what stood before the fault is kept.
func Sheets(ctx context.Context, file model.File, opts source.Options) (*Workbook, error) {
	limits := opts.Limits.Known()
	if int64(len(file.Data)) > limits.FileBytes {
		return nil, tooLarge(limits, source.CostFile)
	}
	if opts.Cost == nil {
		cost, stop := source.NewBudget(ctx, limits)
		defer stop()
		opts.Cost = cost
	}
	if kind := outermost(file.Data); kind != zipped {
		return nil, refuse(file.Data, kind)
	}
	p, err := openPack(file.Data, limits)
	if err != nil {
		return nil, err
	}
	r := &reader{
		ctx: ctx, doc: file.ID, pack: p, limits: limits, cost: opts.Cost, wb: &Workbook{},
		cells: filledCell * limits.Cells, keepParsed: keepParsed,
	}
	if err := r.workbook(file.Name); err != nil {
		return nil, err
	}
	r.wb.fresh = &fresh{cells: newCells(r), reads: freshReads}
	r.wb.fresh.cells.stateAreas()
	return r.wb, nil
}

// maxSheets bounds the tabs of a workbook; each may cost a report of its own.
const maxSheets = 5000

// tooLarge says that a workbook was not read because of a limit.
func tooLarge(l source.Limits, c source.Cost) error {
	return &source.Error{Code: "too-large", Args: l.Args(c)}
}

// reader reads one workbook.
type reader struct {
	ctx           context.Context
	doc           int32
	pack          *pack
	limits        source.Limits
	cost          *source.Budget
	cells         int   // halves of cells, with rows and strings, that may still be stored
	waited        int64 // bytes of shared formulas written out
	formulasFull  bool  // no more of them are
	keepParsed    int   // bytes of shared formulas that may still be kept in tokens
	book          *book
	strings       []string
	struckStrings map[int]strike // shared strings of which something is struck through
	struckStyles  []bool         // of each cell style
	noStrings     error          // why strings is not all of them
	dates         []bool
	formats       formats
	fills         []uint8 // of each cell style, in palette
	palette       grid.Palette
	wb            *Workbook
	sheetParts    []string // of each table
	pending       []pending
	scanner       xmlscan.Scanner
	buf           []byte
	cutText       bool // a text was cut, which has been told
	intern        map[string]string
	slab          []grid.Cell
	slabs         int // cells of the last one
}

// pending is a formula cell without a stored result.
type pending struct{ table, row, col, style int32 }

func (r *reader) workbook(fileName string) error {
	main, err := r.pack.mainPart()
	if err != nil {
		return err
	}
	r.book, err = r.pack.readBook(main)
	switch {
	case err != nil:
		return r.pack.partProblem(err, main)
	case r.book.strict:
		return problem("strict-ooxml")
	case len(r.book.sheets) == 0:
		return problem("damaged-workbook", "part", main)
	case len(r.book.sheets) > maxSheets:
		return problem("too-large", "cost", "tabs", "limit", strconv.Itoa(maxSheets))
	}
	rels, err := r.pack.relations(main)
	if err != nil {
		return r.pack.partProblem(err, relsPart(main))
	}
	byID := make(map[string]relation, len(rels))
	styles, theme, texts := "", "", ""
	for _, rel := range rels {
		byID[rel.id] = rel
		switch rel.kind {
		case "styles":
			styles = rel.target
		case "theme":
			theme = rel.target
		case "sharedStrings":
			switch {
			case texts == "":
				texts = rel.target
				r.sharedStrings(texts)
			case partName(texts) != partName(rel.target):
				r.stringsDamaged(rel.target, errSecond) // which of them the cells mean is a guess
			}
		}
	}
	if styles != "" {
		r.styles(styles, theme)
	}
	readParts := map[string]bool{}
	for i, sheet := range r.book.sheets {
		if err := r.ctx.Err(); err != nil {
			return err
		}
		rel, ok := byID[sheet.rel]
		if ok && otherSheets[rel.kind] {
			r.otherSheet(sheet, rel.target)
			continue
		}
		if part := partName(rel.target); ok && readParts[part] {
			r.sharedPart(sheet, fileName, rel.target)
			continue
		} else if ok {
			readParts[part] = true
		}
		at := int32(len(r.wb.Tables))
		r.wb.Tables = append(r.wb.Tables, grid.Table{Name: sheet.name, Doc: r.doc, Place: at, Palette: r.palette, Confidence: 1})
		r.wb.Places = append(r.wb.Places, model.Place{File: fileName, Sheet: sheet.name, Hidden: sheet.hidden})
		r.sheetParts = append(r.sheetParts, rel.target)
		sr := &sheetReader{reader: r, s: &r.scanner, table: &r.wb.Tables[at], part: rel.target, aside: r.aside(i)}
		if err := sr.read(); err != nil {
			return err
		}
		sr.showEdges()
		sr.readBoxes()
		r.wb.Places[at].Unseen = sr.unseen.place()
		sr.table.Collected = r.marked(i, grid.CollectedName)
		r.wb.Own = append(r.wb.Own, r.isOwn(i, sr.table))
	}
	r.sheetsWithoutTab(main, rels)
	r.otherParts()
	r.wb.Maker = r.pack.maker()
	return r.evaluate()
}

// sharedPart tells of a tab that shows the sheet of another one. No program writes
// such, and to read a part for each of 5,000 tabs costs 5,000 times as much.
func (r *reader) sharedPart(sheet sheetEntry, file, part string) {
	at := int32(len(r.wb.Tables))
	r.wb.Tables = append(r.wb.Tables, grid.Table{Name: sheet.name, Doc: r.doc, Place: at, Palette: r.palette, Confidence: 1})
	r.wb.Places = append(r.wb.Places, model.Place{File: file, Sheet: sheet.name, Hidden: sheet.hidden})
	r.wb.Own = append(r.wb.Own, false)
	r.sheetParts = append(r.sheetParts, part)
	r.wb.Damage = append(r.wb.Damage, model.Damage{
		Code: "sheet-damaged", Args: map[string]string{"sheet": sheet.name, "part": part, "detail": "the part is another tab's"}, At: model.Source{Doc: r.doc, Place: at},
	})
}

// longestText is the longest text of a cell that is kept whole, in bytes: twice what
// 32,767 characters, the most that Excel takes, can be. LibreOffice takes more.
const longestText = 256 << 10

// shortened cuts a text that no cell can hold, and says so.
func (r *reader) shortened(text string) string {
	if len(text) <= longestText {
		return text
	}
	if !r.cutText {
		r.cutText = true
		r.wb.Damage = append(r.wb.Damage, model.Damage{Code: "text-cut", Args: map[string]string{"limit": strconv.Itoa(longestText)}, At: model.Source{Doc: r.doc}})
	}
	return strings.ToValidUTF8(strings.Clone(text[:longestText]), "")
}

// isOwn reports whether riskbok itself added the sheet: by the mark, the
// index counting sheets of every kind, or by its titles.
func (r *reader) isOwn(index int, t *grid.Table) bool {
	return r.marked(index, grid.OwnName) || grid.OwnTitle(t.Name, t.Cell(0, 0).Text)
}

// marked reports whether a sheet has a defined name of its own that is called
// so.
func (r *reader) marked(index int, name string) bool {
	return slices.ContainsFunc(r.book.names, func(n definedName) bool {
		return n.local == index && strings.EqualFold(n.name, name)
	})
}

// aside gives the areas of a sheet that riskbok added beside the matter.
func (r *reader) aside(index int) []formula.Range {
	for _, n := range r.book.names {
		if n.local == index && strings.EqualFold(n.name, grid.AsideName) {
			return formula.Parse(n.refersTo).Reads().Ranges
		}
	}
	return nil
}

// styles reads what the cell styles tell of dates and fills.
func (r *reader) styles(part, theme string) {
	r.pack.scan(&r.scanner, part)
	st, err := readStyles(&r.scanner)
	if err != nil {
		r.partDamaged(part, err)
	}
	r.dates = st.dates()
	r.formats = formats{of: st.formats, codes: st.codes}
	r.struckStyles = st.struck()
	var scheme []grid.Colour
	if theme != "" && st.themed() {
		r.pack.scan(&r.scanner, theme)
		if scheme, err = readTheme(&r.scanner); err != nil {
			r.partDamaged(theme, err)
		}
	}
	r.fills, r.palette = st.palette(scheme)
}

func (r *reader) sharedStrings(part string) {
	s := &r.scanner
	r.pack.scan(s, part)
	strayed := false // within a string; the indices of the others hold
	prefix := ""     // of the vocabulary that the strings are in
	for k := s.Next(); k != xmlscan.Done; k = s.Next() {
		if k == xmlscan.Start && s.Depth() == 1 {
			prefix = string(s.Prefix())
		}
		if isStray(s, k, 1, "si") || k == xmlscan.Start && s.Depth() == 2 && s.Is("si") && string(s.Prefix()) != prefix {
			r.noStrings = errStray // the strings after it have other indices
			r.stringsDamaged(part, errStray)
			return
		}
		if k != xmlscan.Start || s.Depth() != 2 {
			continue
		}
		if !s.Is("si") {
			s.Skip()
			continue
		}
		if r.cells -= filledCell; r.cells < 0 {
			r.noStrings = errLimit
			return
		}
		text, struck, read := stringItem(s, r.buf[:0])
		r.buf = text
		if read == cut {
			break
		}
		strayed = strayed || read == straying
		if struck != (strike{}) {
			if r.struckStrings == nil {
				r.struckStrings = map[int]strike{}
			}
			r.struckStrings[len(r.strings)] = struck
		}
		r.strings = append(r.strings, r.shortened(string(unescapeString(text))))
	}
	switch r.noStrings = s.Err(); {
	case r.noStrings != nil && r.noStrings != errLimit:
		r.stringsDamaged(part, r.noStrings)
	case strayed:
		r.stringsDamaged(part, errStray)
	}
}

// stringsDamaged tells of the part that holds the texts of all cells. Which sheets
// lack some is told of each.
func (r *reader) stringsDamaged(part string, err error) {
	r.partDamaged(part, err)
	r.wb.Damage[len(r.wb.Damage)-1].Code = "strings-damaged"
}
