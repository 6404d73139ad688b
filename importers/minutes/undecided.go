package minutes

import (
	"strings"

	"riskbok/rules/model"
)

// undecided is an item of which no decision was read though it has a proposal, or
// tells how it was decided.
type undecided struct {
	at   model.Source
	told bool // it tells how it was decided
}

// undecidedOf gives an item of which no decision was read. What is neither proposed
// nor voted on, as information, has none.
func undecidedOf(it *model.Item, told bool) []undecided {
	if decided(it) || !told && len(it.Proposal.Parts) == 0 || it.Kind != model.ItemParagraph && it.Kind != model.ItemMatter {
		return nil
	}
	return []undecided{{it.At, told}}
}

func decided(it *model.Item) bool { return len(it.Decision.Parts) > 0 || it.Decision.Lead.OK }

// tellUndecided says of which items no decision was read. A summons only proposes:
// where few items of a meeting are decided, one must tell how it was.
func (r *reader) tellUndecided(doc *model.Document) {
	told := make(map[model.Source]bool, len(r.undecided))
	for _, u := range r.undecided {
		told[u.at] = u.told
	}
	for i := range r.meetings {
		items := r.meetings[i].Items
		settled, open := 0, 0
		for j := range items {
			if _, ok := told[items[j].At]; ok {
				open++
			} else if decided(&items[j]) {
				settled++
			}
		}
		minutes := settled > 0 && tolerances.decided.Reached(settled, settled+open)
		for j := range items {
			it := &items[j]
			if how, ok := told[it.At]; !ok || !minutes && !how {
				continue
			}
			name := strings.TrimSpace(it.Number.V + " " + it.Title.V)
			doc.NotChecked = append(doc.NotChecked, model.NotChecked{
				What: model.SubjectMeeting, Why: model.NoDecision, Part: true, Table: name,
				Args: map[string]string{"item": name}, At: it.At,
			})
		}
	}
}
