package plan

import (
	"strings"
	"testing"
)

// shownFollowUp writes the rows of the only follow-up, and what was not read.
func shownFollowUp(t *testing.T, text string) string {
	t.Helper()
	doc := read("a.xlsx", sheet("Uppföljning", text))
	if len(doc.FollowUps) != 1 {
		t.Fatalf("read %d follow-ups, unread %v", len(doc.FollowUps), doc.Unread)
	}
	var out []string
	f := doc.FollowUps[0]
	for _, r := range f.Rows {
		out = append(out, r.Number.V+"/"+r.Action.V+"/"+r.Owner.V)
	}
	for _, at := range f.Leftover {
		out = append(out, "left over "+at.Cell())
	}
	for _, u := range doc.Unread {
		out = append(out, "unread "+u.At.Cell()+" "+u.V)
	}
	return strings.Join(out, ", ")
}

// TestPartRow: a number, an action or an owner alone is a row among others of a
// follow-up, and a remark or a row to fill in below them.
func TestPartRow(t *testing.T) {
	const head = "Nr | Åtgärd | Ansvarig | Återrapporteras | T1 | T2\nR1 | Larm prövas | Hamnchef | T1 | Klart |\n"
	const last = "\nR9 | Isen mäts | Vakt | T2 | | Mätt"
	for name, tt := range map[string]struct{ text, want string }{
		"number":        {head + "R2" + last, "R1/Larm prövas/Hamnchef, R2//, R9/Isen mäts/Vakt"},
		"and reporting": {head + "R2 | | | T1" + last, "R1/Larm prövas/Hamnchef, R2//, R9/Isen mäts/Vakt"},
		"action":        {head + "| Sand läggs ut" + last, "R1/Larm prövas/Hamnchef, /Sand läggs ut/, R9/Isen mäts/Vakt"},
		"owner":         {head + "| | Driftchef" + last, "R1/Larm prövas/Hamnchef, //Driftchef, R9/Isen mäts/Vakt"},
		"several":       {head + "R2\n| | Driftchef\nR3" + last, "R1/Larm prövas/Hamnchef, R2//, //Driftchef, R3//, R9/Isen mäts/Vakt"},
		"prepared":      {head + "R2\nR3", "R1/Larm prövas/Hamnchef, left over A3, left over A4"},
		"by formula":    {head + "=R2" + last, "R1/Larm prövas/Hamnchef, R9/Isen mäts/Vakt, left over A3"},
		"remark below":  {head + "| | Sammanställt av controllern", "R1/Larm prövas/Hamnchef, unread C3 Sammanställt av controllern"},
		"after a gap":   {head + "\n| | Driftchef" + last, "R1/Larm prövas/Hamnchef, R9/Isen mäts/Vakt"},
		"a gap below":   {head + "| | Sammanställt av controllern\n" + last, "R1/Larm prövas/Hamnchef, R9/Isen mäts/Vakt, unread C3 Sammanställt av controllern"},
		"next table":    {head + "| | Driftchef\nNr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde\nR1 | Storm | 2 | 2 | 4", "R1/Larm prövas/Hamnchef, unread C3 Driftchef"},
	} {
		if got := shownFollowUp(t, tt.text); got != tt.want {
			t.Errorf("%s: read %s\nwant %s", name, got, tt.want)
		}
	}
}

// TestRepeatedText: what stands on the rows of one risk's measures speaks for
// its column once; an error value is no heading, nor is a word for ranges in a
// row of a risk.
func TestRepeatedText(t *testing.T) {
	const owner = " | Larm prövas | Hamnchef | Klart |\n"
	const number = "Kajens alla förtöjningsringar" + owner
	if got := shownFollowUp(t, "Nr | Åtgärd | Ansvarig | T1 | T2\nR1"+owner+number+number+number); !strings.HasPrefix(got, "R1/Larm prövas/Hamnchef, Kajens") {
		t.Errorf("read %s", got)
	}
	if got := shownFollowUp(t, "Nr | Åtgärd | Ansvarig | T1 | T2\nR1"+owner+"#REF! | Is mäts | Vakt | Klart |\nR2 | T2 | | | T1\nR3"+owner); strings.Count(got, ", ") != 3 {
		t.Errorf("read %s", got)
	}
	const ranges = "R2 | Is mäts | Vakt | Summa | Väntar\nR3 | Is mäts | Vakt | 0 | Väntar\nR4 | Is mäts | Vakt | 1,5 | Mätt\nR5 | Is mäts | Vakt | | Mätt"
	if got := shownFollowUp(t, "Nr | Åtgärd | Ansvarig | T1 | T2\nR1"+owner+ranges); strings.Count(got, ", ") != 4 {
		t.Errorf("read %s", got)
	}
	doc := read("a.xlsx", sheet("Plan", `
Nr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde | Åtgärd
R1 | Storm | Möjlig | Kännbar | 9 | Larm prövas
R2 | Is | Möjlig | Kännbar | hög | Sand läggs ut
R2 | Is | Möjlig | Kännbar | hög | Isen mäts
R2 | Is | Möjlig | Kännbar | hög | Skyltar sätts upp`))
	if len(doc.Registers) != 1 || len(doc.Unread) != 0 || doc.Registers[0].Risks[0].Score.V != 9 {
		t.Errorf("read %d registers, unread %v", len(doc.Registers), doc.Unread)
	}
}
