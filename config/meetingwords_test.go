package config

import (
	"slices"
	"strings"
	"testing"

	"riskbok/rules/model"
)

func TestMeetingWords(t *testing.T) {
	w := MeetingWords()
	for _, f := range []model.ItemForm{model.FormCover, model.FormMemo, model.FormDelegated, model.FormMinutes} {
		if len(w.Forms[f]) == 0 {
			t.Errorf("no words for the form %q", f)
		}
	}
	for _, s := range []model.SectionRole{
		model.SectionProposal, model.SectionDecision, model.SectionBackground, model.SectionDocuments,
		model.SectionPreparers, model.SectionRecipients, model.SectionAgenda, model.SectionProcedure, model.SectionOther,
	} {
		if len(w.Sections[s]) == 0 {
			t.Errorf("no headings for the section %q", s)
		}
	}
	for _, l := range []model.LabelRole{
		model.LabelCaseNumber, model.LabelDate, model.LabelMeetingDate, model.LabelPlace, model.LabelBoard, model.LabelFront, model.LabelOther,
	} {
		if len(w.Labels[l]) == 0 {
			t.Errorf("no words for the label %q", l)
		}
	}
	for _, c := range []model.AgendaRole{model.AgendaNumber, model.AgendaTitle, model.AgendaCaseNumber, model.AgendaPage, model.AgendaOther} {
		if len(w.Columns[c]) == 0 {
			t.Errorf("no words for the column %q", c)
		}
	}
	if len(w.Weekdays)%7 != 0 || len(w.Weekdays) == 0 || len(w.Months)%12 != 0 || len(w.Months) == 0 {
		t.Errorf("%d weekdays and %d months: expected whole weeks and years", len(w.Weekdays), len(w.Months))
	}
	for i, list := range [][]string{w.Signature, w.Signers, w.Page, w.Of, w.Paragraph, w.Matter, w.Formal, w.Bodies, w.Decides, w.Proposes, w.Finds, w.Votes, w.Meets, w.Genitive, w.Leaning, w.Series, w.Onward, w.Clause, w.Join, w.Board.Prefixes, w.Board.Suffixes, w.Year, w.Chair, w.ViceChair} {
		if len(list) == 0 {
			t.Errorf("list %d is empty", i)
		}
	}
}

// TestMeetingWordsOnce: no heading means two things.
func TestMeetingWordsOnce(t *testing.T) {
	w := MeetingWords()
	once(t, w.Forms)
	once(t, w.Sections)
	once(t, w.Labels)
	once(t, w.Columns)
}

func once[K ~string](t *testing.T, lists map[K][]string) {
	t.Helper()
	seen := map[string]K{}
	for role, words := range lists {
		for _, word := range words {
			key := strings.ToLower(word)
			if other, ok := seen[key]; ok {
				t.Errorf("%q stands under %q and %q", word, other, role)
			}
			seen[key] = role
		}
	}
}

func TestMeetingWordsUnknownKey(t *testing.T) {
	if _, err := parseMeetingWords([]byte("heading: {}\n")); err == nil {
		t.Error("an unknown key was accepted")
	}
}

// TestMeetingWordsMonths: a date is found by the same names as in tables, and by
// those of the languages that tables are not read in.
func TestMeetingWordsMonths(t *testing.T) {
	months := MeetingWords().Months
	if own := Vocabulary().Months; !slices.Equal(months[:len(own)], own) {
		t.Error("the months are not those of the vocabulary")
	}
	for _, name := range []string{"mai", "marts"} {
		if !slices.Contains(months, name) {
			t.Errorf("%s is no month", name)
		}
	}
}
