package correction

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/unicode"

	"riskbok/exporters/correction/opc"
	"riskbok/exporters/workbook/booktest"
	"riskbok/rules"
	"riskbok/rules/model"
)

// A part in another encoding than UTF-8 is refused, not written over in two.
func TestOtherEncodingRefused(t *testing.T) {
	data := build(t, func(f *excelize.File) { must(t, f.SetCellValue("Plan", "C3", 6)) })
	data = repack(t, data, "xl/worksheets/sheet1.xml", `<?xml version="1.0" encoding="ISO-8859-1"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="3"><c r="B3" t="inlineStr"><is><t>M`+"\xf6"+`jlig</t></is></c><c r="C3"><v>6</v></c></row></sheetData></worksheet>`)
	places, all := findings(t, change{sheet: "Plan", cell: "C3", kind: rules.SetNumber, old: "6", new: "4"})
	if _, err := correctBook(data, places, all, swedish(t)); err == nil || !strings.Contains(err.Error(), "expected UTF-8") {
		t.Errorf("error: %v", err)
	} else if part := (*opc.PartError)(nil); !errors.As(err, &part) || part.Code != "encoding" {
		t.Errorf("no error that can be told to a user: %v", err)
	}
}

// Parts in UTF-16 are read, and written as UTF-8 where they change.
func TestUTF16(t *testing.T) {
	data := build(t, func(f *excelize.File) { must(t, f.SetCellValue("Plan", "C3", 6)) })
	p := booktest.Parts(t, data)
	for _, order := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
		for _, mark := range []unicode.BOMPolicy{unicode.UseBOM, unicode.IgnoreBOM} {
			wide := func(s string) string {
				out, err := unicode.UTF16(order, mark).NewEncoder().String(s)
				must(t, err)
				return out
			}
			theme := wide(p["xl/theme/theme1.xml"])
			data := repack(t, data, "xl/theme/theme1.xml", theme, "xl/workbook.xml", wide(p["xl/workbook.xml"]), "xl/styles.xml", wide(p["xl/styles.xml"]),
				"xl/worksheets/sheet1.xml", wide(`<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="3"><c r="B3" t="inlineStr"><is><t>Möjlig</t></is></c><c r="C3"><v>6</v></c></row></sheetData></worksheet>`))
			_, after := applied(t, data, change{"Plan", "C3", rules.SetNumber, "6", "4", ""})
			if sheet := after["xl/worksheets/sheet1.xml"]; !strings.HasPrefix(sheet, `<?xml version="1.0" encoding="UTF-8"?>`) || !strings.Contains(sheet, "Möjlig") || !strings.Contains(sheet, "<v>4</v>") {
				t.Errorf("wrote %s", sheet)
			}
			if after["xl/theme/theme1.xml"] != theme {
				t.Error("a part that does not change was written anew")
			}
		}
	}
}

// An entry for a folder is no part, also where it is packed as if it held something.
func TestFolderEntries(t *testing.T) {
	data := build(t, func(f *excelize.File) { must(t, f.SetCellValue("Plan", "C3", 6)) })
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, name := range []string{"_rels#folder", "xl#folder", `xl\worksheets\`} {
		f, err := w.Create(name) // deflated, which the writer refuses for a name that ends in "/"
		must(t, err)
		_, err = f.Write(nil)
		must(t, err)
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	for _, f := range r.File {
		must(t, w.Copy(f))
	}
	must(t, w.Close())
	res, after := applied(t, bytes.ReplaceAll(buf.Bytes(), []byte("#folder"), []byte("folder/")), change{"Plan", "C3", rules.SetNumber, "6", "4", ""})
	if !strings.Contains(after["xl/worksheets/sheet1.xml"], "<v>4</v>") {
		t.Errorf("wrote %s", after["xl/worksheets/sheet1.xml"])
	}
	if raw(t, booktest.Open(t, res.Data), "Plan", "C3") != "4" {
		t.Error("the copy does not open with the corrected cell")
	}
}

// A file that is no workbook, though its document says so, gets an error that can be
// told to a user, as does one of which a part cannot be unpacked.
func TestNoWorkbook(t *testing.T) {
	places, all := findings(t, change{sheet: "Plan", cell: "C3", kind: rules.SetNumber, old: "6", new: "4"})
	sound := build(t, func(f *excelize.File) { must(t, f.SetCellValue("Plan", "C3", 6)) })
	for name, data := range map[string][]byte{"text": []byte("R1;Storm;3;3;6"), "cut": sound[:len(sound)/2], "empty": nil, "no parts": repack(t, sound, "xl/workbook.xml", "<html/>")} {
		opts := swedish(t)
		opts.Input = func(int32) (model.File, error) { return model.File{Name: "plan.xlsx", Data: data}, nil }
		r := &rules.Report{Documents: []*model.Document{{ID: all[0].At.Doc, File: "plan.xlsx", Kind: model.KindWorkbook, Places: places}}, Findings: all}
		_, err := Correct(r, opts)
		var part *opc.PartError
		if !errors.As(err, &part) || part.File != "plan.xlsx" || part.Code != "package" || !opts.Lang.Has("correction.fault."+part.Code) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
