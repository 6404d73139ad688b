package minutes

import (
	"slices"
	"strings"

	"riskbok/rules/model"
)

// undecided is an item of which no decision was read though it has a proposal, or
// tells how it was decided.
type undecided struct {
	at   model.Source
	told bool // it tells how it was decided
}

// noteUndecided keeps an item of which no decision was read. What is neither proposed
// nor voted on, as information, has none.
func (r *reader) noteUndecided(it *model.Item, told bool) {
	if decided(it) || !told && len(it.Proposal.Parts) == 0 || it.Kind != model.ItemParagraph && it.Kind != model.ItemMatter {
		return
	}
	r.undecided = append(r.undecided, undecided{it.At, told})
}

func decided(it *model.Item) bool { return len(it.Decision.Parts) > 0 || it.Decision.Lead.OK }

// tellUndecided says of which items no decision was read. A summons only proposes:
// where no item of a meeting is decided, one must tell how it was.
func (r *reader) tellUndecided(doc *model.Document) {
	for i := range r.meetings {
		items := r.meetings[i].Items
		minutes := slices.ContainsFunc(items, func(it model.Item) bool { return decided(&it) })
		for j := range items {
			it := &items[j]
			k := slices.IndexFunc(r.undecided, func(u undecided) bool { return u.at == it.At })
			if k < 0 || !minutes && !r.undecided[k].told {
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
