package workbook

import "github.com/xuri/excelize/v2"

// Tabs makes a new workbook's sheets, in their order, and opens it on the
// first. The names must be sheets' names by Excel's rules, no two alike.
func Tabs(f *excelize.File, names ...string) error {
	for i, name := range names {
		var err error
		if i == 0 {
			err = f.SetSheetName(f.GetSheetName(0), name)
		} else {
			_, err = f.NewSheet(name)
		}
		if err != nil {
			return err
		}
	}
	f.SetActiveSheet(0)
	return nil
}

// About is what a workbook says of itself in file lists and to screen readers.
// Language is a tag such as "sv-SE".
type About struct{ Title, Subject, Description, Language string }

// created is the same for every workbook: equal input gives equal output.
const created = "2000-01-01T00:00:00Z"

// Describe writes the properties of a workbook, as riskbok's own.
func Describe(f *excelize.File, a About) error {
	title, _ := CellText(a.Title)
	subject, _ := CellText(a.Subject)
	if err := f.SetDocProps(&excelize.DocProperties{
		Title: title, Subject: subject, Creator: "riskbok", LastModifiedBy: "riskbok",
		Description: a.Description, Language: a.Language, Created: created, Modified: created,
	}); err != nil {
		return err
	}
	return f.SetAppProps(&excelize.AppProperties{Application: "riskbok"})
}
