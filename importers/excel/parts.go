package excel

import (
	"bytes"
	"path"
	"strings"

	"riskbok/importers/excel/xmlscan"
	"riskbok/importers/source"
)

// relation is one line of a part's relationships (ECMA-376 part 2, 9.3).
type relation struct {
	id, kind, target string // kind is the last element of the type's URI
	strict           bool
}

// relations reads the relationships of a part; "" is the package's own.
// External targets are left out.
func (p *pack) relations(part string) ([]relation, error) {
	var s xmlscan.Scanner
	p.scan(&s, relsPart(part))
	var out []relation
	for k := s.Next(); k != xmlscan.Done; k = s.Next() {
		if k != xmlscan.Start || s.Depth() != 2 || !s.Is("Relationship") {
			continue
		}
		if string(s.Attr("TargetMode")) == "External" {
			continue
		}
		uri, target := string(s.Attr("Type")), string(s.Attr("Target"))
		if !strings.HasPrefix(target, "/") {
			target = path.Join(path.Dir(part), target)
		}
		out = append(out, relation{
			id:     string(s.Attr("Id")),
			kind:   uri[strings.LastIndexByte(uri, '/')+1:],
			target: strings.TrimLeft(path.Clean(target), "/"),
			strict: strings.HasPrefix(uri, "http://purl.oclc.org/"),
		})
	}
	return out, s.Err()
}

// relsPart names the part that holds a part's relationships.
func relsPart(part string) string {
	if part == "" {
		return "_rels/.rels"
	}
	return path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
}

// foreignZips are zips that are no workbooks but that a user may take for one.
var foreignZips = []struct{ content, code, format string }{
	{"sheet.binary", "xlsb", ".xlsb"},
	{"wordprocessingml", "docx", ".docx"},
	{"presentationml", "pptx", ".pptx"},
	{"opendocument.spreadsheet", "ods", ".ods"},
	{"opendocument.text", "odt", ".odt"},
	{"opendocument.presentation", "pptx", ".odp"},
}

// mainPart finds the part that holds the workbook, or says what the zip is
// instead.
func (p *pack) mainPart() (string, error) {
	if mime, err := p.read("mimetype"); err == nil {
		if e := foreignZip(mime); e != nil {
			return "", e
		}
	}
	if !p.has("[Content_Types].xml") {
		if p.has("xl/workbook.xml") {
			return "", problem("damaged-workbook", "part", "[Content_Types].xml")
		}
		return "", problem("not-a-workbook", "found", "zip")
	}
	types, err := p.read("[Content_Types].xml")
	if err == nil {
		err = xmlscan.WellFormed(types)
	}
	if err != nil {
		return "", p.partProblem(err, "[Content_Types].xml")
	}
	main, strict := "xl/workbook.xml", false
	rels, err := p.relations("")
	for _, r := range rels {
		if r.kind == "officeDocument" {
			main, strict = r.target, r.strict
		}
	}
	content := contentType(types, main)
	if e := foreignZip([]byte(content)); e != nil {
		return "", e
	}
	switch {
	case content != "" && !strings.Contains(content, "spreadsheetml") && !strings.Contains(content, "ms-excel"):
		return "", problem("not-a-workbook", "found", "zip")
	case strict:
		return "", problem("strict-ooxml")
	case err != nil && p.has("_rels/.rels"):
		return "", p.partProblem(err, "_rels/.rels")
	case !p.has(main):
		if strings.Contains(string(types), "spreadsheetml") {
			return "", problem("damaged-workbook", "part", main)
		}
		return "", problem("not-a-workbook", "found", "zip")
	}
	return main, nil
}

// partProblem gives the error for a part without which nothing can be read.
func (p *pack) partProblem(err error, part string) error {
	if err == errLimit {
		return tooLarge(p.limits, source.CostUnpacked)
	}
	return problem("damaged-workbook", "part", part)
}

// contentType gives the content type of a part as [Content_Types].xml states
// it, "" where it does not.
func contentType(types []byte, part string) string {
	s := xmlscan.New(types)
	for k := s.Next(); k != xmlscan.Done; k = s.Next() {
		if k == xmlscan.Start && s.Is("Override") && partName(string(s.Attr("PartName"))) == partName(part) {
			return string(s.Attr("ContentType"))
		}
	}
	return ""
}

func foreignZip(content []byte) error {
	for _, f := range foreignZips {
		if bytes.Contains(content, []byte(f.content)) {
			return problem(f.code, "format", f.format)
		}
	}
	return nil
}

// book is what workbook.xml says.
type book struct {
	sheets   []sheetEntry // in the order of the tabs, of every kind
	date1904 bool
	iterates bool // circles are calculated until they settle
	names    []definedName
	strict   bool
}

type sheetEntry struct {
	name, rel string
	hidden    bool // also "very hidden", which no menu shows
}

// definedName is a name of the workbook; local is the index of the sheet it
// belongs to, −1 for the whole workbook.
type definedName struct {
	name, refersTo string
	local          int
}

// readBook reads workbook.xml. Elements are told by their depth: extensions
// may use the same names further in.
func (p *pack) readBook(part string) (*book, error) {
	var s xmlscan.Scanner
	p.scan(&s, part)
	b := &book{}
	section := ""
	for k := s.Next(); k != xmlscan.Done; k = s.Next() {
		if k == xmlscan.Start && s.Depth() == 2 {
			section = string(s.Local())
		}
		switch {
		case section == "sheets" && k == xmlscan.Start && s.Is("AlternateContent"):
			// the sheet of a tab in it is told as one without a tab
		case section == "sheets" && isStray(&s, k, 2, "sheet"):
			return nil, errStray
		case k != xmlscan.Start:
		case s.Depth() == 1:
			if !s.Is("workbook") {
				return nil, errMissing
			}
			b.strict = isStrict(&s)
		case s.Depth() == 2 && s.Is("workbookPr"):
			b.date1904 = isTrue(s.Attr("date1904"))
		case s.Depth() == 2 && s.Is("calcPr"):
			b.iterates = isTrue(s.Attr("iterate"))
		case section == "sheets" && s.Depth() == 3 && s.Is("sheet"):
			b.sheets = append(b.sheets, sheetEntry{name: string(s.Attr("name")), rel: string(s.PrefixedAttr("id")), hidden: bytes.Contains(bytes.ToLower(s.Attr("state")), []byte("hidden"))})
		case section == "definedNames" && s.Depth() == 3 && s.Is("definedName"):
			n := definedName{name: string(s.Attr("name")), local: -1}
			if v := s.Attr("localSheetId"); v != nil {
				n.local = smallInt(v)
			}
			text, read := elementText(&s, nil)
			if read != cut {
				n.refersTo = string(text)
				b.names = append(b.names, n)
			}
		}
	}
	return b, s.Err()
}

// isStrict reports whether the root element at hand is in a namespace of
// Strict Open XML (ECMA-376 part 1; the others are part 4's, Transitional).
func isStrict(s *xmlscan.Scanner) bool {
	for i := range s.Attrs() {
		name, value := s.AttrAt(i)
		if bytes.HasPrefix(name, []byte("xmlns")) && bytes.HasPrefix(value, []byte("http://purl.oclc.org/ooxml/spreadsheetml/main")) {
			return true
		}
	}
	return false
}
