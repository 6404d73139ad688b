package rules

import (
	"slices"
	"strconv"
	"strings"

	"riskbok/rules/model"
)

var caseNumber = Rule{Name: "case-number", Severity: Warning, Fix: Judgement, Check: checkCaseNumber}

func checkCaseNumber(c *Case) []Finding {
	out := caseNumbers(c.Meetings)
	if c.Settings.Vocabulary != nil {
		out = append(out, undecidedPlans(c.Registers, c.Beside, c.Settings.Vocabulary.Titles.Plan)...)
	}
	return out
}

// caseNumbers finds the items of meetings that have no case number. A
// paragraph of minutes needs one where something is decided, and a numbered
// matter where something is proposed or decided, if any of them has one: not
// every board prints them. Formalities need none.
func caseNumbers(meetings []*model.Meeting) []Finding {
	var out []Finding
	for _, m := range meetings {
		numbered := slices.ContainsFunc(m.Items, func(it model.Item) bool {
			return ordered(&it) && it.CaseNumber.OK
		})
		for i := range m.Items {
			it := &m.Items[i]
			if it.CaseNumber.OK || it.Formal || ordered(it) && (!numbered || len(it.Decision.Parts)+len(it.Proposal.Parts) == 0) {
				continue
			}
			f := meetingFinding(m, "missing", "items/"+identity(model.Key(it.Number.V), it.Title.V)+"/case-number")
			f.At = it.At
			f.Args["item"] = it.Title.V
			if it.Title.OK {
				f.At = it.Title.At
			} else {
				f.Variant = "missing-untitled"
			}
			f.Event = it.Title.V
			f.Fix = &Fix{Class: Judgement}
			out = append(out, f)
		}
	}
	return out
}

// ordered reports whether an item is known by its number among others, in
// minutes or a summons, rather than by a letterhead of its own.
func ordered(it *model.Item) bool {
	return it.Kind == model.ItemParagraph || it.Kind == model.ItemMatter
}

// undecidedPlans finds the control plans of a meeting book in which no item
// is about the plan of that year. Titles are the words that head a plan.
func undecidedPlans(registers []model.Entry, meetings []*model.Meeting, titles []string) []Finding {
	var out []Finding
	for i := range registers {
		t := &registers[i].Table
		if !registers[i].Plan || t.Year == 0 {
			continue
		}
		items, about := 0, false
		for _, m := range meetings {
			for j := range m.Items {
				if it := &m.Items[j]; it.At.Doc == t.At.Doc {
					items++
					about = about || mentionsPlan(it, t.Year, titles)
				}
			}
		}
		if items == 0 || about {
			continue
		}
		f := Finding{Variant: "no-item", At: t.At, Board: t.Board, Year: t.Year, Table: t.Name}
		f.Path = meetingPath(t.Board, t.Year) + "/" + t.Name + "/item"
		f.Args = map[string]any{"table": t.Name, "year": t.Year}
		f.Fix = &Fix{Class: Judgement}
		out = append(out, f)
	}
	return out
}

// mentionsPlan reports whether an item names the control plan of a year, in
// its title, its proposal or decision, or its documents.
func mentionsPlan(it *model.Item, year int, titles []string) bool {
	texts := []model.Value[string]{it.Title, it.Proposal.Lead, it.Decision.Lead}
	for _, list := range [][]model.Value[string]{it.Proposal.Parts, it.Decision.Parts, it.Documents, it.Background} {
		texts = append(texts, list...)
	}
	var all strings.Builder
	for _, v := range texts {
		all.WriteString(model.Key(v.V) + "\n")
	}
	if !strings.Contains(all.String(), strconv.Itoa(year)) {
		return false
	}
	for _, title := range titles {
		if strings.Contains(all.String(), model.Key(title)) {
			return true
		}
	}
	return false
}

func meetingPath(board string, year int) string { return model.Key(board) + "/" + strconv.Itoa(year) }
