package excel

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"strings"
	"testing"

	"riskbok/importers/source"
	"riskbok/rules/model"
)

// compoundFile makes the start of an OLE2 file with these streams.
func compoundFile(streams ...string) []byte {
	data := make([]byte, 512, 512+128*8)
	copy(data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	for _, name := range append([]string{"Root Entry"}, streams...) {
		entry := make([]byte, 128)
		for i := range name {
			entry[2*i] = name[i]
		}
		binary.LittleEndian.PutUint16(entry[64:], uint16(2*len(name)+2))
		entry[66] = 2
		data = append(data, entry...)
	}
	return data
}

func zipOf(t *testing.T, pairs ...string) []byte {
	p := parts{}
	for i := 0; i < len(pairs); i += 2 {
		p[pairs[i]] = pairs[i+1]
	}
	return p.zipped(t)
}

func typesWith(part, content string) string {
	return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="` + part + `" ContentType="` + content + `"/></Types>`
}

func TestErrors(t *testing.T) {
	good := workbookOf(rowsOf(`<row r="1"><c r="A1"><v>4</v></c></row>`))
	whole := good.zipped(t)
	strict := good.with("_rels/.rels", strings.ReplaceAll(good["_rels/.rels"], relURI, "http://purl.oclc.org/ooxml/officeDocument/relationships/"))
	office := func(part string) string {
		return relsOf(`<Relationship Id="rId1" Type="` + relURI + `officeDocument" Target="` + part + `"/>`)
	}
	folder := compoundFile("Workbook")
	folder[512+128+66] = 1
	const wordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"nothing", nil, "empty-file"},
		{"encrypted", compoundFile("EncryptionInfo", "EncryptedPackage"), "encrypted format=.xlsx"},
		{"xls", compoundFile("Workbook"), "xls format=.xls"},
		{"xls of Excel 5", compoundFile("Book"), "xls format=.xls"},
		{"doc", compoundFile("WordDocument"), "docx format=.doc"},
		{"ppt", compoundFile("PowerPoint Document"), "pptx format=.ppt"},
		{"other OLE2", compoundFile("__substg1.0_0037001E"), "not-a-workbook found=OLE2"},
		{"OLE2 with a folder named so", folder, "not-a-workbook found=OLE2"},
		{"cut OLE2", compoundFile()[:40], "not-a-workbook found=OLE2"},
		{"BIFF", []byte("\x09\x08\x10\x00\x00\x06\x05\x00"), "xls format=.xls"},
		{"XML 2003", []byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`), "xls format=SpreadsheetML 2003"},
		{"flat ODS", []byte(`<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>`), "ods format=.fods"},
		{"HTML", []byte("\ufeff\r\n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td>1</td></tr></table></html>"), "html-as-xls format=HTML"},
		{"HTML table", []byte("<TABLE border=1></TABLE>"), "html-as-xls format=HTML"},
		{"xlsb", zipOf(t, "[Content_Types].xml", typesWith("/xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroEnabled.main"), "_rels/.rels", office("xl/workbook.bin"), "xl/workbook.bin", "x"), "xlsb format=.xlsb"},
		{"docx", zipOf(t, "[Content_Types].xml", typesWith("/word/document.xml", wordMain), "_rels/.rels", office("word/document.xml"), "word/document.xml", "<a/>"), "docx format=.docx"},
		{"pptx", zipOf(t, "[Content_Types].xml", typesWith("/ppt/p.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), "_rels/.rels", office("ppt/p.xml"), "ppt/p.xml", "<a/>"), "pptx format=.pptx"},
		{"ods", zipOf(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<a/>"), "ods format=.ods"},
		{"odt", zipOf(t, "mimetype", "application/vnd.oasis.opendocument.text"), "odt format=.odt"},
		{"other zip", zipOf(t, "bild.jpg", "x"), "not-a-workbook found=zip"},
		{"empty zip", zipOf(t), "not-a-workbook found=zip"},
		{"other package", zipOf(t, "[Content_Types].xml", typesWith("/visio/document.xml", "application/vnd.ms-visio.drawing.main+xml"), "_rels/.rels", office("visio/document.xml"), "visio/document.xml", "<a/>"), "not-a-workbook found=zip"},
		{"package without workbook", zipOf(t, "[Content_Types].xml", typesWith("/a.xml", "x"), "a.xml", "<a/>"), "not-a-workbook found=zip"},
		{"strict by relation", strict.zipped(t), "strict-ooxml"},
		{"strict by namespace", good.with("xl/workbook.xml", strings.ReplaceAll(good["xl/workbook.xml"], "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")).zipped(t), "strict-ooxml"},
		{"strict sheet", good.with("xl/worksheets/sheet1.xml", `<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>`).zipped(t), "strict-ooxml"},
		{"cut zip", whole[:len(whole)-30], "damaged-zip"},
		{"half a zip", whole[:len(whole)/2], "damaged-zip"},
		{"start of a zip", []byte("PK\x03\x04"), "damaged-zip"},
		{"no workbook part", good.with("xl/workbook.xml", "").zipped(t), "damaged-workbook part=xl/workbook.xml"},
		{"workbook cut", good.with("xl/workbook.xml", good["xl/workbook.xml"][:200]).zipped(t), "damaged-workbook part=xl/workbook.xml"},
		{"workbook of another kind", good.with("xl/workbook.xml", "<a/>").zipped(t), "damaged-workbook part=xl/workbook.xml"},
		{"no sheets", good.with("xl/workbook.xml", "<workbook/>").zipped(t), "damaged-workbook part=xl/workbook.xml"},
		{"no relations", good.with("xl/_rels/workbook.xml.rels", "").zipped(t), "damaged-workbook part=xl/_rels/workbook.xml.rels"},
		{"package relations cut", good.with("_rels/.rels", "<Relationships").zipped(t), "damaged-workbook part=_rels/.rels"},
		{"content types cut", good.with("[Content_Types].xml", "<Types>").zipped(t), "damaged-workbook part=[Content_Types].xml"},
		{"no content types", good.with("[Content_Types].xml", "").zipped(t), "damaged-workbook part=[Content_Types].xml"},
	}
	for _, tt := range tests {
		if !Sniff(tt.data) {
			t.Errorf("%s: not sniffed", tt.name)
		}
		_, err := read(t, tt.data)
		var e *source.Error
		if !errors.As(err, &e) || e.Error() != tt.want {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
	}
}

func TestSniffForeign(t *testing.T) {
	for _, data := range []string{"hej", "a;b;c\n1;2;3", "%PDF-1.7", "\x89PNG\r\n\x1a\n", "<html><body>hej</body></html>", "<?xml version=\"1.0\"?><svg/>", "{}"} {
		if Sniff([]byte(data)) {
			t.Errorf("%q sniffed", data)
		}
		if _, err := read(t, []byte(data)); err == nil || !strings.HasPrefix(err.Error(), "not-a-workbook") {
			t.Errorf("%q: %v", data, err)
		}
	}
}

func TestTooLarge(t *testing.T) {
	data := workbookOf(rowsOf("")).zipped(t)
	for _, limits := range []source.Limits{{FileBytes: 100}, {TotalBytes: 300}} {
		_, err := Sheets(context.Background(), model.File{Data: data}, source.Options{Limits: limits})
		var e *source.Error
		if !errors.As(err, &e) || e.Code != "too-large" {
			t.Errorf("%+v: %v", limits, err)
		}
	}
	p := workbookOf(rowsOf(""))
	p["xl/workbook.xml"] = strings.Replace(p["xl/workbook.xml"], "</sheets>", strings.Repeat(`<sheet name="T" sheetId="9" r:id="rId1"/>`, maxSheets)+"</sheets>", 1)
	var e *source.Error
	if _, err := read(t, p.zipped(t)); !errors.As(err, &e) || e.Args["cost"] != "tabs" || e.Args["limit"] != "5000" {
		t.Errorf("%d tabs: %v", maxSheets+1, err)
	}
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for range maxParts + 1 {
		if _, err := w.CreateHeader(&zip.FileHeader{Name: "a", Method: zip.Store}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := read(t, buf.Bytes()); err == nil || !strings.HasPrefix(err.Error(), "too-large") {
		t.Errorf("%d parts: %v", maxParts+1, err)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	data := workbookOf(rowsOf("")).zipped(t)
	if _, err := Sheets(ctx, model.File{Data: data}, source.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
