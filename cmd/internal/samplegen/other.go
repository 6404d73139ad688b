package samplegen

import (
	"archive/zip"
	"bytes"
	"io"
)

// priceBook is a workbook without any risk: the fees of the guest harbour.
func priceBook() ([]byte, error) {
	s := newSheet("Taxa", 8, 44, 14, 12)
	s.set(1, 1, "title", "Taxa för gästhamnen 2026")
	s.set(2, 1, "line", "Miljö- och hamnnämnden")
	s.row(4, 1, "head", "Nr", "Avgift", "Belopp", "Enhet")
	s.heading = 4
	for i, p := range []struct {
		name string
		fee  int
		unit string
	}{
		{"Gästplats, båt under 8 meter", 210, "dygn"},
		{"Gästplats, båt 8–12 meter", 290, "dygn"},
		{"Gästplats, båt över 12 meter", 380, "dygn"},
		{"Fast plats vid Norra kajen", 4200, "år"},
		{"Kranlyft", 950, "lyft"},
		{"Ställplats för husbil", 250, "dygn"},
		{"Tömning av latrin", 0, "gång"},
	} {
		s.set(5+i, 1, "number", i+1)
		s.set(5+i, 2, "text", p.name)
		s.set(5+i, 3, "money", p.fee)
		s.set(5+i, 4, "text", p.unit)
	}
	s.fit(4)
	return build("Taxa för gästhamnen 2026", "Miljö- och hamnnämnden", s)
}

const (
	odsType     = "application/vnd.oasis.opendocument.spreadsheet"
	odsManifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="` + odsType + `"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`
	odsContent = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Riskanalys"><table:table-row><table:table-cell office:value-type="string"><text:p>Riskanalys 2019</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="string"><text:p>Identifierad risk</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Sannolikhet</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Konsekvens</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`
)

// openDocument is an old plan in a format that riskbok does not read.
func openDocument() ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range []struct {
		name, text string
		method     uint16
	}{
		{"mimetype", odsType, zip.Store}, // first and unpacked, so that the type can be told from the file's start
		{"META-INF/manifest.xml", odsManifest, zip.Deflate},
		{"content.xml", odsContent, zip.Deflate},
	} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: part.method})
		if err != nil {
			return nil, err
		}
		if _, err := io.WriteString(w, part.text); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
