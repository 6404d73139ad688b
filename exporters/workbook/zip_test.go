package workbook

import (
	"encoding/xml"
	"testing"
)

func TestPrefixed(t *testing.T) {
	const head = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"
	in := head + `<coreProperties xmlns="urn:cp" xmlns:dc="urn:dc"><dc:title>a &lt;b&gt; c</dc:title><keywords/><lastModifiedBy>d</lastModifiedBy></coreProperties>`
	want := head + `<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc"><dc:title>a &lt;b&gt; c</dc:title><cp:keywords/><cp:lastModifiedBy>d</cp:lastModifiedBy></cp:coreProperties>`
	got := prefixed([]byte(in))
	if string(got) != want {
		t.Errorf("became %s\n    want %s", got, want)
	}
	if err := xml.Unmarshal(got, new(struct {
		XMLName xml.Name `xml:"urn:cp coreProperties"`
		By      string   `xml:"urn:cp lastModifiedBy"`
	})); err != nil {
		t.Error(err)
	}
}

func TestRelated(t *testing.T) {
	const space = `"http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	const body = `<sheetData></sheetData><drawing xmlns:relationships=` + space + ` relationships:id="rId1"></drawing>`
	for _, tt := range []struct{ in, want string }{
		{`<worksheet xmlns:r=` + space + `>` + body, `<worksheet xmlns:r=` + space + `><sheetData></sheetData><drawing r:id="rId1"></drawing>`},
		{`<worksheet>` + body, `<worksheet>` + body},
	} {
		if got := related([]byte(tt.in)); string(got) != tt.want {
			t.Errorf("became %s\n    want %s", got, tt.want)
		}
	}
}
