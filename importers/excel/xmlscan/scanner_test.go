package xmlscan

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// dump writes a document's tokens: "(a b=1" for a start, ")a" for an end, "-t"
// for a text.
func dump(data []byte) (string, error) {
	s := New(data)
	var out []string
	for {
		switch s.Next() {
		case Start:
			tag := "(" + string(s.Name())
			for i := range s.Attrs() {
				name, value := s.AttrAt(i)
				tag += fmt.Sprintf(" %s=%s", name, value)
			}
			out = append(out, tag)
		case End:
			out = append(out, ")"+string(s.Name()))
		case Text:
			out = append(out, "-"+string(s.Text()))
		case Done:
			return strings.Join(out, "|"), s.Err()
		}
	}
}

func TestTokens(t *testing.T) {
	tests := map[string]string{
		`<a/>`: "(a|)a",
		`<?xml version="1.0" encoding="UTF-8"?>` + "\n<a></a>\n": "(a|)a",
		"\xef\xbb\xbf<a>b</a>":                                "(a|-b|)a",
		`<x:a x:b='1' c = "2" />`:                             "(x:a x:b=1 c=2|)x:a",
		`<a b="&lt;&#229;&#xE5;&quot;&apos;">&amp;</a>`:       `(a b=<åå"'|-&|)a`,
		"<a>1\r\n2\r3&#13;</a>":                               "(a|-1\n2\n3\r|)a",
		"<a b=\"1\r\n2\"/>":                                   "(a b=1\n2|)a",
		`<a>1<!-- <b> & -->2<?pi ?>3</a>`:                     "(a|-1|-2|-3|)a",
		"<a><![CDATA[<b>&amp;]] >\r\n]]></a>":                 "(a|-<b>&amp;]] >\n|)a",
		`<a><b>å</b><b/></a>`:                                 "(a|(b|-å|)b|(b|)b|)a",
		`<a >]] ></a >`:                                       "(a|-]] >|)a",
		"\xff\xfe<\x00a\x00/\x00>\x00":                        "(a|)a",
		"\xfe\xff\x00<\x00a\x00>\x00\xe5\x00<\x00/\x00a\x00>": "(a|-å|)a",
		"<\x00a\x00/\x00>\x00":                                "(a|)a",
	}
	for doc, want := range tests {
		if got, err := dump([]byte(doc)); err != nil || got != want {
			t.Errorf("%q: %q %v, want %q", doc, got, err, want)
		}
	}
}

func TestFaults(t *testing.T) {
	tests := map[string]string{
		"": "no root", "  ": "no root", "<!-- -->": "no root", "hej": "outside", "<a/>hej": "outside", "<a/><b/>": "second root",
		"<![CDATA[a]]>": "outside", "<a>": "early", "<a><b></a>": "another element", "<a></b>": "another element", "</a>": "without a start",
		"<a": "early", "<a b": "early", "<a b=": "early", `<a b="`: "early", "<a b=1/>": "without quotes", "<a b/>": "without a value",
		`<a b="<"/>`: "'<'", `<a b="1" b="2"/>`: "twice", `<a b="1"c="2"/>`: "space", "<a/ >": "'>'", "< a/>": "name", "<1/>": "name",
		"<a:b:c/>": "colon", "<a>&</a>": "'&'", "<a>&;</a>": "unknown reference", "<a>&nbsp;</a>": "unknown reference", "<a>&#0;</a>": "unknown reference",
		"<a>&#x110000;</a>": "unknown reference", "<a>&#xD800;</a>": "half a character", "<a>&#;</a>": "unknown reference", "<a>&amp</a>": "'&'",
		"<a>&am": "early", "<a>]]></a>": "']]>'", "<a>\x01</a>": "forbids", "<a b='\x01'/>": "forbids", "<a><![CDATA[\x01]]></a>": "forbids",
		"<a>\xff</a>": "UTF-8", "<a>\xef\xbf\xbf</a>": "UTF-8", "<a><!-- -- --></a>": "'--'", "<a><!-- ": "early", "<a><![CDATA[ ": "early",
		"<!DOCTYPE a><a/>": "document type", "<a><!ELEMENT b></a>": "unknown declaration", "<a><?": "early", "<a><?b": "early",
		" <?xml version=\"1.0\"?><a/>": "inside", `<?xml version="1.1"?><a/>`: "version", `<?xml version="1.0" encoding="koi8-r"?><a/>`: "encoding",
		"<a" + strings.Repeat(" ", 9) + "/><": "early", strings.Repeat("<a>", 2000): "too deep",
	}
	for doc, want := range tests {
		_, err := dump([]byte(doc))
		var f *Fault
		if !errors.As(err, &f) || !strings.Contains(f.Reason, want) {
			t.Errorf("%.40q: %v, want %q", doc, err, want)
		}
		if (WellFormed([]byte(doc)) == nil) != (err == nil) {
			t.Errorf("%.40q: WellFormed disagrees", doc)
		}
	}
}

// What stands before a fault is given.
func TestBeforeTheFault(t *testing.T) {
	got, err := dump([]byte("<a><b>1</b>\xff<b>2</b></a>"))
	if got != "(a|(b|-1|)b" || err == nil {
		t.Errorf("%q %v", got, err)
	}
}

func TestCutBy(t *testing.T) {
	cause := errors.New("checksum")
	for _, doc := range []string{"<a><b", "<a>hej", "<a/>", "", "<a><!-", "<a>&am"} {
		s := New([]byte(doc))
		s.CutBy(cause)
		for s.Next() != Done {
			continue
		}
		if s.Err() != cause {
			t.Errorf("%q: %v", doc, s.Err())
		}
	}
}

func TestSkipAndDepth(t *testing.T) {
	s := New([]byte(`<a><b c="1" x:c="2"><d>t</d><b/></b><e/></a>`))
	s.Next()
	if s.Depth() != 1 || s.Next() != Start || s.Depth() != 2 {
		t.Fatal("depth")
	}
	if string(s.Attr("c")) != "1" || string(s.PrefixedAttr("c")) != "2" || s.Attr("d") != nil {
		t.Error("attributes")
	}
	if !s.Skip() || s.Next() != Start || !s.Is("e") || s.Depth() != 2 {
		t.Error("not at <e> after Skip")
	}
}

func BenchmarkScan(b *testing.B) {
	doc := []byte("<a>" + strings.Repeat(`<row r="12" spans="1:3"><c r="A12" s="4" t="s"><v>123</v></c><c r="B12"><f>A1+B2</f><v>4</v></c></row>`, 10_000) + "</a>")
	b.SetBytes(int64(len(doc)))
	for b.Loop() {
		if err := WellFormed(doc); err != nil {
			b.Fatal(err)
		}
	}
}
