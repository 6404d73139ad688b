package xmlscan

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// dumpStandard is dump by encoding/xml.
func dumpStandard(data []byte) (string, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	name := func(n xml.Name) string {
		if n.Space != "" {
			return n.Space + ":" + n.Local
		}
		return n.Local
	}
	var out []string
	depth := 0
	for {
		tok, err := d.RawToken()
		if err == io.EOF {
			return strings.Join(out, "|"), nil
		}
		if err != nil {
			return strings.Join(out, "|"), err
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			depth++
			tag := "(" + name(tok.Name)
			for _, a := range tok.Attr {
				tag += " " + name(a.Name) + "=" + a.Value
			}
			out = append(out, tag)
		case xml.EndElement:
			depth--
			out = append(out, ")"+name(tok.Name))
		case xml.CharData:
			if depth > 0 && len(tok) > 0 {
				out = append(out, "-"+string(tok))
			}
		}
	}
}

// joined joins texts that follow each other: where one ends and the next
// begins is not part of a document's meaning.
func joined(s string) string { return strings.ReplaceAll(s, "|-", "-") }

// What we accept encoding/xml accepts and reads the same. What it accepts and
// we do not is one of the faults marked as stricter.
func FuzzAgainstStandard(f *testing.F) {
	for _, doc := range []string{
		`<?xml version="1.0" encoding="UTF-8"?><a b="1"><c>t</c><d/></a>`, "<a>&lt;&#229;\r\n]]</a>", `<x:a xmlns:x="u" x:b='"'/>`,
		"<a><![CDATA[<b>]]><!-- c --><?p q?></a>", "<a><b></a>", "<a>&amp</a>", "<a>]]></a>", "<!DOCTYPE a><a/>", "<a b='<'/>",
		"<a>&#x10FFFF;</a>", "<a \xc3\xa5='1'/>", "<a>\x00</a>", "<a:b:c/>", "<:a/>", "<a b='1' b='2'/>", "<a>&#xD800;</a>",
	} {
		f.Add([]byte(doc))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		ours, err := dump(data)
		if bytes.Contains(data, []byte{0}) || bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) ||
			bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
			return // UTF-16 and byte order marks: encoding/xml reads neither
		}
		if !bytes.Equal(bytes.ToValidUTF8(data, nil), data) {
			return // it looks at UTF-8 in texts only
		}
		if _, decoded, _ := utf8Bytes(data); decoded {
			return // it is given the bytes as they are
		}
		for _, r := range string(data) {
			if r > 0x7f && r < 0x100 || r > 0x2fff { // its tables of name characters are of an older edition
				return
			}
		}
		standard, err2 := dumpWhole(data)
		var fault *Fault
		switch {
		case err == nil && err2 != nil:
			if !strings.Contains(err2.Error(), "invalid XML name") && !strings.Contains(err2.Error(), "invalid character entity") {
				t.Errorf("accepted, but: %v", err2)
			}
		case err == nil && joined(ours) != joined(standard):
			t.Errorf("read as\n%q, not\n%q", joined(ours), joined(standard))
		case err != nil && err2 == nil && (!errors.As(err, &fault) || !fault.Strict):
			t.Errorf("refused (%v), though encoding/xml reads it", err)
		}
	})
}

// dumpWhole is dumpStandard with the check of matching tags, which raw tokens
// lack.
func dumpWhole(data []byte) (string, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			return "", err
		}
	}
	return dumpStandard(data)
}
