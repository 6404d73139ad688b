package grid

import "testing"

// Amounts are read alike wherever they stand.
func TestDecimalValue(t *testing.T) {
	for text, want := range map[string]string{"1.500": "1500", "50 000": "50000", "1 250,50": "1250.5", "-3,5": "-3.5", "12.5": "12.5", "efter beslut": "", "": "", "12-16": ""} {
		v := DecimalValue(&Cell{Kind: Text, Text: text})
		if v.OK != (want != "") || v.OK && v.V.String() != want {
			t.Errorf("%q is %s %v, not %q", text, v.V, v.OK, want)
		}
	}
	if v := DecimalValue(&Cell{Kind: Number, Text: "1.5"}); !v.OK || v.V.String() != "1.5" {
		t.Errorf("a stored number: %v", v)
	}
}
