package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// OwnName is the hidden name, local to a sheet, that marks the sheet as
// riskbok's own: importers skip it.
const OwnName = "_riskbok_own"

// AsideName is the hidden name, local to a sheet, of the cells that riskbok added
// beside what the sheet is about: where an amount was read, and what stood there
// instead. Importers pass over them.
const AsideName = "_riskbok_aside"

// SetAside marks areas of a sheet, rows and columns from 0, as beside the matter.
func SetAside(f *excelize.File, sheet string, areas []Span) error {
	if len(areas) == 0 {
		return nil
	}
	var refs []string
	for _, a := range areas {
		refs = append(refs, Quoted(sheet)+"!"+Absolute(a.Row, a.From)+":"+Absolute(a.Last, a.To))
	}
	return hidden(f, sheet, AsideName, strings.Join(refs, ","))
}

func hidden(f *excelize.File, sheet, name, refersTo string) error {
	if err := f.SetDefinedName(&excelize.DefinedName{Name: name, Scope: sheet, RefersTo: refersTo}); err != nil {
		return err
	}
	names := f.WorkBook.DefinedNames.DefinedName
	names[len(names)-1].Hidden = true
	return nil
}

// Mark gives the sheet a hidden name that only it has.
func (s *Sheet) Mark(name string) {
	s.Names = append(s.Names, DefinedName{Name: name, RefersTo: `"riskbok"`, Hidden: true})
}

// Own marks the sheet as riskbok's own.
func (s *Sheet) Own() { s.Mark(OwnName) }
