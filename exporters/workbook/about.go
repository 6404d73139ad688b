package workbook

import "github.com/xuri/excelize/v2"

// About is what a workbook says of itself in file lists and to screen readers.
// Language is a tag such as "sv-SE".
type About struct{ Title, Subject, Description, Language string }

// created is the same for every workbook: equal input gives equal output.
const created = "2000-01-01T00:00:00Z"

// part writes the properties, with the prefix that Excel writes: exceljs knows them
// by it and refuses the workbook else (measured with 4.4.0).
func (a *About) part() *Part {
	title, _ := CellText(a.Title)
	subject, _ := CellText(a.Subject)
	p := NewPart(coreProperties)
	p.Text(xmlHead + `<cp:coreProperties xmlns:cp="` + metadataSpace + `" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>` + escaped(title) + `</dc:title><dc:subject>` + escaped(subject) + `</dc:subject><dc:creator>riskbok</dc:creator><dc:description>` + escaped(a.Description) + `</dc:description>` +
		`<cp:lastModifiedBy>riskbok</cp:lastModifiedBy><dc:language>` + escaped(a.Language) + `</dc:language>` +
		`<dcterms:created xsi:type="dcterms:W3CDTF">` + created + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + created + `</dcterms:modified></cp:coreProperties>`)
	return p
}

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
