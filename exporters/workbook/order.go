package workbook

import (
	"bytes"
	"encoding/xml"
	"regexp"
	"slices"
	"strconv"
	"sync"
)

// seriesOrder is the order of the elements of a chart's series, by the kind of
// the chart (ISO/IEC 29500-1, 21.2.2: CT_BarSer, CT_PieSer, CT_LineSer). What is
// not listed has no place in it: excelize v2.11.0 writes invertIfNegative after
// the labels and in pies, and smooth in bars and pies, and Excel repairs such
// workbooks.
var seriesOrder = map[string][]string{
	"barChart":  {"idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "dPt", "dLbls", "trendline", "errBars", "cat", "val", "shape", "extLst"},
	"pieChart":  {"idx", "order", "tx", "spPr", "explosion", "dPt", "dLbls", "cat", "val", "extLst"},
	"lineChart": {"idx", "order", "tx", "spPr", "marker", "dPt", "dLbls", "trendline", "errBars", "cat", "val", "smooth", "extLst"},
}

// seriesOrdered puts the elements of every series of a chart in the order that
// the standard has, and leaves out those that it does not know there. A chart of
// another kind, or one that is no XML, stays as it is.
func seriesOrdered(data []byte) []byte {
	var out []byte
	kind, from := "", 0
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		begin := d.InputOffset()
		token, err := d.RawToken()
		if err != nil {
			return append(out, data[from:]...)
		}
		start, ok := token.(xml.StartElement)
		switch {
		case !ok:
		case seriesOrder[start.Name.Local] != nil:
			kind = start.Name.Local
		case start.Name.Local == "ser" && kind != "":
			inner := d.InputOffset()
			parts, end := children(d, data)
			if parts == nil {
				return data
			}
			out = append(append(out, data[from:begin]...), data[begin:inner]...)
			out = append(out, inOrder(parts, seriesOrder[kind])...)
			from = end
		}
	}
}

// child is an element within another, with its name and its text.
type child struct {
	name string
	text []byte
}

// children gives the elements up to the end of the one that a decoder stands in,
// and where that end begins; nil where it has none.
func children(d *xml.Decoder, data []byte) (out []child, end int) {
	depth, name, from := 0, "", 0
	for {
		begin := int(d.InputOffset())
		token, err := d.RawToken()
		if err != nil {
			return nil, 0
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth == 1 {
				name, from = t.Name.Local, begin
			}
		case xml.EndElement:
			if depth == 0 {
				return out, begin
			}
			if depth--; depth == 0 {
				out = append(out, child{name, data[from:d.InputOffset()]})
			}
		}
	}
}

// inOrder joins elements in an order; those of one name keep theirs.
func inOrder(parts []child, order []string) []byte {
	var out []byte
	for _, name := range order {
		for _, p := range parts {
			if p.name == name {
				out = append(out, p.text...)
			}
		}
	}
	return out
}

var (
	columns = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`<cols>(?:<col [^>]*/>)+</cols>`) })
	column  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`<col [^>]*\bmin="(\d+)"[^>]*/>`) })
)

// columnsOrdered puts the columns of a sheet in rising order, as Excel writes
// them; excelize's stream writes them in that of their widths' setting, reversed.
func columnsOrdered(data []byte) []byte {
	head, _, _ := bytes.Cut(data, []byte("<sheetData"))
	at := columns().FindIndex(head)
	if at == nil {
		return data
	}
	all := column().FindAllSubmatch(head[at[0]:at[1]], -1)
	first := func(m [][]byte) int {
		n, _ := strconv.Atoi(string(m[1]))
		return n
	}
	slices.SortStableFunc(all, func(a, b [][]byte) int { return first(a) - first(b) })
	out := append(slices.Clone(data[:at[0]]), "<cols>"...)
	for _, m := range all {
		out = append(out, m[0]...)
	}
	return append(append(out, "</cols>"...), data[at[1]:]...)
}

// emptyTexts gives formulas with an empty text as their result that result, which
// excelize leaves out.
func emptyTexts(data []byte) []byte {
	const end, begin = "</f></c>", "><f>"
	var out []byte
	from := 0
	for at := 0; ; {
		i := bytes.Index(data[at:], []byte(end))
		if i < 0 {
			break
		}
		at += i + len("</f>")
		head := data[from : at-len("</f>")]
		f := bytes.LastIndexByte(head, '<')
		if f < 1 || !bytes.HasPrefix(head[f-1:], []byte(begin)) {
			continue // an attribute of the formula, or no formula at all
		}
		if tag := head[bytes.LastIndexByte(head[:f-1], '<')+1 : f-1]; bytes.Contains(tag, []byte(` t="str"`)) {
			out = append(append(out, data[from:at]...), "<v></v>"...)
			from = at
		}
	}
	if from == 0 {
		return data
	}
	return append(out, data[from:]...)
}
