package page

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"riskbok/cmd/internal/files"
	"riskbok/importers/source"
)

// form makes a form of parts: each a disposition and a content.
func form(parts ...[2]string) string {
	var b strings.Builder
	for _, p := range parts {
		fmt.Fprintf(&b, "--x\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n", p[0], p[1])
	}
	return b.String() + "--x--\r\n"
}

// TestHostileForms: whatever a form holds, the page answers in words, what was there
// stays, and the next form is taken.
func TestHostileForms(t *testing.T) {
	s := started(t, func(o *Options) { o.Bounds = Bounds{Upload: 1 << 20, Held: 8 << 20, Files: 20, Sessions: 8} })
	v := visit(t, s)
	v.drop(false, sample(t, hamn))
	v.shows("F9")
	many := make([][2]string, 20+otherFields+1)
	for i := range many {
		many[i] = [2]string{fmt.Sprintf(`name="f%d"`, i), ""}
	}
	for name, c := range map[string]struct{ body, says string }{
		"fields without end":    {form(many...), "fler än 20 filer"},
		"a part without a head": {"--x\r\n\r\n--x--\r\n", "Inga filer var valda"},
		"a head without an end": {"--x\r\nContent-Disposition: form-data; name=\"" + strings.Repeat("a", 1<<19), "Filerna kom inte fram"},
		"heads without end":     {"--x\r\n" + strings.Repeat("A: b\r\n", 100_000) + "\r\n--x--\r\n", "Filerna kom inte fram"},
		"another boundary":      {strings.ReplaceAll(form([2]string{`name="file"; filename="a.xlsx"`, "a"}), "--x", "--y"), "Filerna kom inte fram"},
		"nothing":               {"", "Filerna kom inte fram"},
	} {
		v.read(http.Post(v.at+"files", "multipart/form-data; boundary=x", strings.NewReader(c.body)))
		if !strings.Contains(v.page, c.says) || !strings.Contains(v.page, "F9") {
			t.Errorf("%s: does not say %q, or what was there is gone", name, c.says)
		}
	}
	// names as long as a form can hold, or that lead elsewhere, are names of files
	v.read(http.Post(v.at+"files", "multipart/form-data; boundary=x", strings.NewReader(form(
		[2]string{`name="file"; filename="` + strings.Repeat("å/", 50_000) + `a.xlsx"`, "a"},
		[2]string{`name="file"; filename="../../../etc/passwd"`, "a"},
	))))
	v.wait()
	if strings.Contains(v.page, "../") || len(v.page) > 1<<20 {
		t.Errorf("a name of %d bytes, or one that leads elsewhere, is shown", len(v.page))
	}
	v.drop(false, sample(t, hamn))
	v.shows("F9")
}

// TestSlowClients: who sends slowly, promises more than he sends or goes away keeps
// nobody else waiting.
func TestSlowClients(t *testing.T) {
	s := started(t, nil)
	v := visit(t, s)
	inner := strings.TrimPrefix(v.at, "http://"+s.host)
	for range 20 {
		c, err := net.Dial("tcp", s.host)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { c.Close() })
		fmt.Fprintf(c, "POST %sfiles HTTP/1.1\r\nHost: %s\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000000\r\n\r\n--x\r\n", inner, s.host)
	}
	gone, err := net.Dial("tcp", s.host)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(gone, "POST %sfiles HTTP/1.1\r\nHost: %s\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 99\r\n\r\n%s", inner, s.host, form([2]string{`name="file"; filename="halv.xlsx"`, "a"})[:60])
	gone.Close()
	start := time.Now()
	v.drop(false, sample(t, hamn))
	v.shows("F9")
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
	if strings.Contains(v.page, "halv.xlsx") {
		t.Error("half a form was taken")
	}
}

// TestBombs: a workbook that unpacks to more than it may, and lists of accepted
// findings that would fill the memory, are told, and the others are read.
func TestBombs(t *testing.T) {
	var bomb bytes.Buffer
	z := zip.NewWriter(&bomb)
	for name, text := range map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
		"_rels/.rels":                `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="a.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Riskanalys" sheetId="1" r:id="a"/></sheets></workbook>`,
		"xl/a.xml":                   `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + strings.Repeat(`<row><c t="inlineStr"><is><t>Kajen rasar</t></is></c></row>`, 200_000) + `</sheetData></worksheet>`,
	} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.WriteString(w, text)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	s := started(t, func(o *Options) { o.Run.Source.Limits = source.Limits{TotalBytes: 4 << 20} })
	v := visit(t, s)
	v.drop(false, sample(t, hamn), files.Part{Name: "bomb.xlsx", Data: bomb.Bytes()}, files.Part{Name: "godkänt.yaml", Data: []byte("accepted: " + strings.Repeat("[", 40_000))})
	v.shows("F9", "bomb.xlsx", "godkänt.yaml")

	// as many files as a page holds, and 500 more
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for i := range DefaultBounds.Files + 500 {
		f, err := w.CreateFormFile("file", fmt.Sprintf("%d.xlsx", i))
		if err != nil {
			t.Fatal(err)
		}
		_, _ = f.Write([]byte("x"))
	}
	w.Close()
	v.read(http.Post(v.at+"files", w.FormDataContentType(), &b))
	v.shows("fler än 2000 filer", "F9")
}
