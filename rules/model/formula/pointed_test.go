package formula

import (
	"slices"
	"testing"
)

func TestPointed(t *testing.T) {
	for text, want := range map[string][]string{
		`INDIRECT("Plan!E4")`:                       {"Plan!E4"},
		`SUM(indirect( "E2:E9" ),2)`:                {"E2:E9"},
		`INDIRECT("'Plan ""A""'!E4",TRUE)`:          {`'Plan "A"'!E4`},
		`INDIRECT("E4",1)+INDIRECT("Poäng")`:        {"E4", "Poäng"},
		`INDIRECT("R4C5",FALSE)`:                    {"$E$4"},
		`INDIRECT("Plan!R4K5:R[1]K",0)`:             {"Plan!$E$4:$C$8"},
		`INDIRECT("R[-9]C",FALSE)`:                  nil, // above the sheet
		`INDIRECT("E4",FALSE)`:                      nil,
		`INDIRECT("E"&4)`:                           nil,
		`INDIRECT(B1)`:                              nil,
		`INDIRECT("E4",B1)`:                         nil,
		`ROW(INDIRECT("1:9"))`:                      nil,
		`SUM(ROW(INDIRECT("1:9")),INDIRECT("2:2"))`: {"2:2"},
		`MYFUNC(INDIRECT("Plan!E4"))`:               {"Plan!E4"},
		`"INDIRECT("&"E4"`:                          nil,
	} {
		if got := Parse(text).Pointed(7, 3); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
