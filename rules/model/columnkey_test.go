package model

import "testing"

func TestParseColumnKey(t *testing.T) {
	for text, want := range map[string]ColumnKey{
		"Risktal":           {Heading: "Risktal"},
		" Risk (S×K) ":      {Heading: "Risk (S×K)"},
		"OBS! Risk":         {Heading: "OBS! Risk"},
		"Viktigt!":          {Heading: "Viktigt!"},
		"B3":                {Cell: "B3", Heading: "B3"},
		"b3":                {Cell: "B3", Heading: "b3"},
		"$AB$12":            {Cell: "AB12", Heading: "$AB$12"},
		"T1":                {Cell: "T1", Heading: "T1"},
		"År 2026":           {Heading: "År 2026"},
		"Plan!B3":           {Sheet: "Plan", Cell: "B3"},
		"Plan! b3":          {Sheet: "Plan", Cell: "B3"},
		"Blad 1!B3":         {Sheet: "Blad 1", Cell: "B3"},
		"'Blad 1'!B3":       {Sheet: "Blad 1", Cell: "B3"},
		"'Bo''s analys'!A1": {Sheet: "Bo's analys", Cell: "A1"},
		"s3!B3":             {Sheet: "s3", Cell: "B3"},
		"Obs!!C4":           {Sheet: "Obs!", Cell: "C4"},
		"s3!2":              {Page: 3, Column: 2},
		"P12!1":             {Page: 12, Column: 1},
	} {
		got, ok := ParseColumnKey(text)
		if !ok || got != want {
			t.Errorf("%q: got %+v, %v, want %+v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "!B3", "Plan!B", "Plan!3", "Plan!XFE1x!7", "s0!1", "s3!0", "s3!-1", "'Blad 1'", "'Blad 1'!", "'s3'!2", "s99999999999999999999!1"} {
		if got, ok := ParseColumnKey(text); ok {
			t.Errorf("%q: got %+v, want none", text, got)
		}
	}
}

func TestColumnKeyString(t *testing.T) {
	for want, k := range map[string]ColumnKey{
		"Plan!B3":         {Sheet: "Plan", Cell: "B3"},
		"Åtgärder!B3":     {Sheet: "Åtgärder", Cell: "B3"},
		"'Blad 1'!B3":     {Sheet: "Blad 1", Cell: "B3"},
		"'Bo''s plan'!B3": {Sheet: "Bo's plan", Cell: "B3"},
		"s3!2":            {Page: 3, Column: 2},
		"B3":              {Cell: "B3", Heading: "B3"},
		"Risktal":         {Heading: "Risktal"},
	} {
		if got := k.String(); got != want {
			t.Errorf("%+v: got %q, want %q", k, got, want)
		}
		if back, ok := ParseColumnKey(want); !ok || back != k {
			t.Errorf("%q: read back as %+v, %v", want, back, ok)
		}
	}
}
