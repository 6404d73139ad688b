package proceedings

import (
	"fmt"
	"slices"
	"strings"

	"riskbok/rules/model"
)

// Figures count what was read of papers. Whole numbers are of the answers;
// Invented are items that stand in none.
type Figures struct {
	Items, FoundItems, Titles, Cases, Decisions, Proposals, Recipients, Invented int
}

// Add sums figures.
func (f *Figures) Add(o Figures) {
	f.Items += o.Items
	f.FoundItems += o.FoundItems
	f.Titles += o.Titles
	f.Cases += o.Cases
	f.Decisions += o.Decisions
	f.Proposals += o.Proposals
	f.Recipients += o.Recipients
	f.Invented += o.Invented
}

func (f Figures) String() string {
	return fmt.Sprintf("items %d of %d, titles %d, case numbers %d, decisions %d, proposals %d, recipients %d, invented %d",
		f.FoundItems, f.Items, f.Titles, f.Cases, f.Decisions, f.Proposals, f.Recipients, f.Invented)
}

// Compare counts what of an answer was read, and says what was not. Exact asks
// for every letter; without it, as for recognized text, letters may differ.
func Compare(want *Answer, meetings []model.Meeting, exact bool) (f Figures, short []string) {
	same := flat
	if !exact {
		same = rough
	}
	var items []model.Item
	for i := range meetings {
		items = append(items, meetings[i].Items...)
	}
	for i := range want.Items {
		w := &want.Items[i]
		f.Items++
		k := slices.IndexFunc(items, func(it model.Item) bool { return digits(it.Number.V) == digits(w.Number) })
		if k < 0 {
			short = append(short, "missed "+w.Number)
			continue
		}
		it := items[k]
		items = slices.Delete(items, k, k+1)
		f.FoundItems++
		tell := func(what string, count *int, got, want string) {
			if same(got) == same(want) {
				*count++
				return
			}
			short = append(short, fmt.Sprintf("%s %s: %q, not %q", w.Number, what, got, want))
		}
		tell("title", &f.Titles, it.Title.V, w.Title)
		tell("case number", &f.Cases, it.CaseNumber.V, w.Case)
		tell("decision", &f.Decisions, strings.Join(resolved(it.Decision, w.Lead, same), " | "), strings.Join(w.Decision, " | "))
		tell("proposal", &f.Proposals, strings.Join(resolved(it.Proposal, leadOf(want.Board), same), " | "), strings.Join(w.Proposal, " | "))
		var told []string
		for _, v := range it.Recipients {
			told = append(told, v.V)
		}
		tell("recipients", &f.Recipients, strings.Join(told, " | "), strings.Join(w.Recipients, " | "))
	}
	f.Invented = len(items)
	for i := range items {
		short = append(short, fmt.Sprintf("invented %s %s", items[i].Number.V, items[i].Title.V))
	}
	return f, short
}

func leadOf(board string) string { return board + " föreslås besluta" }

// resolved gives the parts of a resolution, but for what leads on to them.
func resolved(r model.Resolution, lead string, same func(string) string) []string {
	var out []string
	for i, p := range r.Parts {
		if i == 0 && lead != "" {
			words, n := strings.Fields(p.V), len(strings.Fields(lead))
			if n <= len(words) && same(strings.Join(words[:n], " ")) == same(lead) {
				if n < len(words) {
					out = append(out, strings.Join(words[n:], " "))
				}
				continue
			}
		}
		out = append(out, p.V)
	}
	return out
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// rough leaves the letters that recognition does not confuse.
func rough(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune("aåäáàâã4eéoöóòô06il1|!i&°", r):
			return -1
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		}
		return -1
	}, strings.ToLower(s))
}
