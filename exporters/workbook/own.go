package workbook

import "github.com/xuri/excelize/v2"

// OwnName is the hidden name, local to a sheet, that marks the sheet as
// riskbok's own: importers skip it.
const OwnName = "_riskbok_own"

// Own marks a sheet as riskbok's own.
func Own(f *excelize.File, sheet string) error { return Mark(f, sheet, OwnName) }

// Mark gives a sheet a hidden name that only it has.
func Mark(f *excelize.File, sheet, name string) error {
	if err := f.SetDefinedName(&excelize.DefinedName{Name: name, Scope: sheet, RefersTo: `"riskbok"`}); err != nil {
		return err
	}
	names := f.WorkBook.DefinedNames.DefinedName
	names[len(names)-1].Hidden = true
	return nil
}
