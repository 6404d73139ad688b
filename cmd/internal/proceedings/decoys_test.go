package proceedings

import (
	"context"
	"testing"

	"riskbok/config"
	"riskbok/importers"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// TestDecoys: papers that are none of a meeting give no item, and nothing is
// said to be unread of them.
func TestDecoys(t *testing.T) {
	for name, typed := range Decoys {
		doc, err := importers.Read(context.Background(), model.File{Name: name + ".pdf", Data: PDF(Typed(typed))}, source.Options{Vocabulary: config.Vocabulary(), Meeting: config.MeetingWords()})
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range doc.Meetings {
			for _, it := range m.Items {
				t.Errorf("%s: item %q %q", name, it.Number.V, it.Title.V)
			}
		}
		for _, n := range doc.NotChecked {
			t.Errorf("%s: not checked: %+v", name, n)
		}
	}
}

// TestEmpty: minutes and summonses whose items cannot be told apart are said
// not to be checked.
func TestEmpty(t *testing.T) {
	for name, typed := range map[string]string{
		"minutes":   "# Sammanträdesprotokoll\nHamnnämnden 2031-05-19\n\nBeslutande Ada Holm (A)\n\nOrdföranden öppnar mötet. Taxan för gästplatser antas. Mötet avslutas.",
		"extract":   "Hamnnämnden\n# PROTOKOLLSUTDRAG\nSammanträdesdatum 2031-05-19\n\nTaxan för gästplatser antas och gäller från den 1 april.",
		"summons":   "# Kallelse\nTekniska nämnden kallas till sammanträde den 19 maj 2031 i Kajsalen.\n\nTaxan för gästplatser ska behandlas.",
		"norwegian": "# Møteprotokoll\nUtvalg: Havneutvalget\nDato: 19.05.2031\n\nGebyret for gjesteplasser vedtas.",
	} {
		doc, err := importers.Read(context.Background(), model.File{Name: name + ".pdf", Data: PDF(Typed(typed))}, source.Options{Vocabulary: config.Vocabulary(), Meeting: config.MeetingWords()})
		if err != nil {
			t.Fatal(err)
		}
		if len(doc.NotChecked) != 1 || doc.NotChecked[0].Why != model.NoItems || doc.NotChecked[0].At.Box == (model.Rect{}) {
			t.Errorf("%s: not checked: %+v", name, doc.NotChecked)
		}
	}
}
