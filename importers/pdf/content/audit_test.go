package content

import (
	"context"
	"testing"

	"riskbok/importers/pdf/objects"
	"riskbok/importers/pdf/pdftest"
)

func TestTakes(t *testing.T) {
	for op, n := range operands {
		if got, ok := takes([]byte(op)); !ok || got != n {
			t.Errorf("%s takes %d, %v; want %d", op, got, ok, n)
		}
	}
	for _, op := range []string{"", "Tx", "qq", "BTT", "BDCC", "\x00", "t", "Td2"} {
		if _, ok := takes([]byte(op)); ok {
			t.Errorf("%q is taken for an operator", op)
		}
	}
}

func TestFaults(t *testing.T) {
	for _, tt := range []struct {
		name, content string
		want          Faults
	}{
		{"sound", "q 1 0 0 1 0 0 cm BT /F0 12 Tf 10 700 Td [(a) -250 (b)] TJ (c) ' 0 0 (d) \" ET Q /P <</MCID 0>> BDC 1 1 2 2 re f EMC 0.2 scn /P0 scn 1 .5 .2 0 K [2 1] 0 d", Faults{}},
		{"an inline image", "q BI /W 1 /H 1 /BPC 8 /CS /G ID \x01\x02 EI Q", Faults{}},
		{"an inline image without an end", "q BI /W 1 /H 1 /BPC 8 /CS /G ID \x01\x02 Q BT (a) Tj ET", Faults{Saved: 1, Unfinished: 1}},
		{"the same between whole objects", "BI /W 1 /H 1 /BPC 8 /CS /G ID \x01\x02 BT (a) Tj ET", Faults{Unfinished: 1}},
		{"operators of a later version", "BX 1 2 zz EX", Faults{}},
		{"unknown", "q 1 0 0 1 0 0 cn Q", Faults{Unknown: 1}},
		{"a delimiter", "q ) Q", Faults{Unknown: 1}},
		{"too few", "BT /F0 12 Tf 700 Td (a) Tj ET", Faults{Operands: 1}},
		{"too many", "BT /F0 12 Tf 1 2 700 Td (a) Tj ET", Faults{Operands: 1}},
		{"of the wrong kind", "BT /F0 12 Tf 10 700 Td 12 Tj ET", Faults{Operands: 1}},
		{"not restored", "q q Q", Faults{Saved: 1}},
		{"restored twice", "q Q Q", Faults{Saved: 1}},
		{"text not ended", "BT /F0 12 Tf", Faults{Text: 1}},
		{"text within text", "BT BT ET", Faults{Text: 1}},
		{"ended twice", "BT ET ET", Faults{Text: 1}},
		{"mark not ended", "/P BMC", Faults{Marked: 1}},
		{"mark ended twice", "/P BMC EMC EMC", Faults{Marked: 1}},
		{"a string without an end", "BT (abc", Faults{Text: 1, Unfinished: 2}},
		{"an array without an end", "BT [(abc) TJ ET", Faults{Unfinished: 1}},
		{"operands at the end", "q Q 1 0 0", Faults{Unfinished: 1}},
		{"zeros of a lost sector", "BT /F1 9 Tf 74 7\x00\x00\x00\x00 700 Td (a) Tj ET", Faults{Operands: 1, Zeros: 4}},
		{"zeros where an operator may stand", "BT /F1 9 Tf 74 7\x00\x00\x00\x00\x00 Td (a) Tj ET", Faults{Zeros: 5}},
		{"a zero for a space", "q\x00Q", Faults{}},
		{"a letter in hex", "BT <41zz> Tj ET", Faults{Unfinished: 2}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, err := objects.Open(pdftest.Page(tt.content, ""), objects.DefaultLimits)
			if err != nil {
				t.Fatal(err)
			}
			p, err := Run(context.Background(), f.Pages[0], &Fonts{}, DefaultLimits)
			if err != nil {
				t.Fatal(err)
			}
			if p.Faults != tt.want {
				t.Errorf("got %+v, want %+v", p.Faults, tt.want)
			}
		})
	}
}
