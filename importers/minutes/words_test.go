package minutes

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// TestWordsDamaged: every heading and label of the vocabulary is known under
// the letters that recognition confuses, and none is taken for another after
// an edit.
func TestWordsDamaged(t *testing.T) {
	w := newWords(config.MeetingWords())
	r := rand.New(rand.NewPCG(5, 6))
	damaged(t, r, w.section, w.Sections)
	damaged(t, r, w.forms.line, w.Forms)
	damaged(t, r, w.labels.line, w.Labels)
}

func damaged[R ~string](t *testing.T, r *rand.Rand, line func(string) (R, ocr.Outcome), lists map[R][]string) {
	t.Helper()
	flat := strings.NewReplacer("å", "a", "ä", "4", "ö", "é", "Å", "&", "Ä", "A", "Ö", "O")
	swedish := strings.NewReplacer("å", "4", "ä", "ii", "ö", "6", "Å", "A", "Ä", "4", "Ö", "6")
	letters := []rune("abdefgikmnoprtuvx ")
	// In one order, so that every run damages the same letters.
	roles := slices.Sorted(maps.Keys(lists))
	written := map[string]R{}
	for _, role := range roles {
		for _, text := range lists[role] {
			written[model.Key(text)] = role
		}
	}
	for _, role := range roles {
		for _, text := range lists[role] {
			if rest, tail := strings.CutPrefix(text, "…"); tail {
				text = "Hamnnämnden" + rest
			}
			if strings.Contains(text, "…") {
				continue // TestSpans
			}
			text = strings.ReplaceAll(text, boardMark, "kajnämnden")
			for _, bad := range []string{flat.Replace(text), swedish.Replace(text), strings.ToUpper(text)} {
				if got, outcome := line(bad); outcome != ocr.Found || got != role {
					t.Errorf("%q as %q: %q, %v; expected %q", text, bad, got, outcome, role)
				}
			}
			for range 40 {
				out := []rune(text)
				i, c := r.IntN(len(out)), letters[r.IntN(len(letters))]
				if r.IntN(2) == 0 {
					out[i] = c
				} else {
					out = append(out[:i], append([]rune{c}, out[i:]...)...)
				}
				// "Your reference" without its first letter is "Our reference".
				if other, is := written[model.Key(string(out))]; is && other != role {
					continue
				}
				if got, outcome := line(string(out)); outcome == ocr.Found && got != role {
					t.Errorf("%q as %q was taken for %q, not %q", text, string(out), got, role)
				}
			}
		}
	}
}

// TestAmbiguousHeading: what could be either of two headings is reported as
// unread, and its text is put under neither. The same words in the size of the
// text are text.
func TestAmbiguousHeading(t *testing.T) {
	w := *config.MeetingWords()
	w.Sections = map[model.SectionRole][]string{
		model.SectionProposal:   {"Förslag till beslut"},
		model.SectionBackground: {"Sammanfattning"},
		model.SectionOther:      {"Sammanfattring"},
	}
	text := "=== 595x842\nTjänsteskrivelse\n2031-02-04\n\nDnr: HN-2031/00002\n\n# Val av justerare\n\n" +
		"## Förslag till beslut\nNämnden väljer en ledamot att justera protokollet i hamnen.\nSammanfattping\n\n" +
		"## Sammanfattping\nOrdföranden föreslår när justeringen ska äga rum.\n"
	doc := &model.Document{}
	got := Read(doc, pagesOf(t, text, false), &w, nil)
	if len(doc.Unread) != 1 || doc.Unread[0].V != "Sammanfattping" || doc.Unread[0].At.Box == (model.Rect{}) {
		t.Errorf("unread: %+v", doc.Unread)
	}
	if len(got) != 1 || len(got[0].Items) != 1 {
		t.Fatalf("read: %s", printed(got, doc))
	}
	it := got[0].Items[0]
	if len(it.Proposal.Parts) != 1 || !strings.HasSuffix(it.Proposal.Parts[0].V, "Sammanfattping") || len(it.Background) != 0 || len(it.More) != 1 || len(it.More[0].Text) != 1 {
		t.Errorf("read: %s", printed(got, doc))
	}
}

// TestSectionToBoard: a heading that ends with the name of a board is known by
// what stands before, whatever letter the name begins with.
func TestSectionToBoard(t *testing.T) {
	w := newWords(config.MeetingWords())
	for text, want := range map[string]model.SectionRole{
		"Förslag till hamnnämnden":                           model.SectionProposal,
		"Förslag till överförmyndarnämnden":                  model.SectionProposal,
		"Arbetsutskottets förslag till Överförmyndarnämnden": model.SectionProposal,
		"Beslut i äldrenämnden":                              model.SectionDecision,
		"Förslag till åtgärder":                              "",
	} {
		if role, _ := w.section(text); role != want {
			t.Errorf("%q: %q, expected %q", text, role, want)
		}
	}
}
