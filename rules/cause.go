package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"riskbok/rules/model"
)

// joinCauses notes in every finding of one book what made it wrong, so that
// those of one cause can be told together: a wrong value with the treatment, the
// direction and the place in the plan that it led to, on every table; a text
// that stands otherwise in one table than in another, for all risks; what is the
// same of all tables. Two findings have one cause where whoever settles the one
// must see to the other.
func joinCauses(book int, found []Finding) {
	j := joiner{risks: risksOf(found), wrong: map[string][]*Finding{}, cells: map[model.Source]*Finding{}, found: found}
	for i := range found {
		if f := &found[i]; f.Rule == riskValue.Name || f.Rule == treatment.Name {
			j.wrong[j.risks[i]] = append(j.wrong[j.risks[i]], f)
			j.cells[f.At] = f
			f.cause = valueCause(j.risks[i], f)
		}
	}
	for i := range found {
		f := &found[i]
		if f.cause == "" {
			f.cause = j.cause(i)
		}
	}
	for i := range found {
		found[i].cause = strconv.Itoa(book) + "/" + found[i].cause
	}
}

// nameCauses gives findings that share their cause the path of the first of
// them, whose paths must be settled.
func nameCauses(all []Finding) {
	first, shared := map[string]int{}, map[string]bool{}
	for i := range all {
		key := all[i].cause
		if _, ok := first[key]; ok {
			shared[key] = true
		} else {
			first[key] = i
		}
	}
	for i := range all {
		if f := &all[i]; f.cause != "" && shared[f.cause] {
			f.Cause = all[first[f.cause]].Path
		}
	}
}

// joiner knows of one book's findings which risk each is about, and the wrong
// values and treatments of each risk and in each cell.
type joiner struct {
	found []Finding
	risks []string
	wrong map[string][]*Finding
	cells map[model.Source]*Finding
}

func valueCause(risk string, f *Finding) string { return join("value", risk, f.Valuation) }

func join(parts ...string) string { return strings.Join(parts, "\x00") }

// cause gives the key of what made a finding wrong. Findings of rules that are
// not named here have the cause of those that say the same of the same risk.
func (j *joiner) cause(i int) string {
	f, risk := &j.found[i], j.risks[i]
	switch f.Rule {
	case direction.Name:
		if w := j.led(risk, func(t *model.Treatment) bool { return model.LeadingWord(t.Label) == model.LeadingWord(f.Found) }); w != nil {
			return valueCause(risk, w)
		}
		return join(f.Rule, risk)
	case planMembership.Name, missingAction.Name, missingOwner.Name, missingReporting.Name:
		followed := f.Variant == acceptedFollowed
		if w := j.led(risk, func(t *model.Treatment) bool { return t.InPlan == followed }); w != nil {
			return valueCause(risk, w)
		}
		return join("plan", risk, strconv.FormatBool(followed))
	case formulaBroken.Name:
		if w := j.cells[f.At]; w != nil {
			return w.cause
		}
		return join(f.Rule, f.Variant, f.Table, fmt.Sprint(f.Args["field"]), budgetLine(f))
	case yearDrift.Name:
		if w := j.written(risk, f.Found); w != nil {
			return valueCause(risk, w)
		}
	case unknownLevel.Name:
		return join(f.Rule, model.Key(f.Found), fmt.Sprint(f.Args["field"]))
	case missingLevel.Name:
		return join(f.Rule, risk)
	case sheetDisagreement.Name:
		return j.disagreement(f, risk)
	case followUpMissing.Name:
		return join(f.Rule, f.Variant, fmt.Sprint(f.Args["period"]))
	case templateRows.Name:
		return f.Rule
	}
	return join(f.Rule, f.Variant, f.Valuation, risk, f.Found, f.Expected, arguments(f))
}

// led gives a wrong value or treatment of a risk that leads to a treatment of
// some kind, nil where none does.
func (j *joiner) led(risk string, to func(*model.Treatment) bool) *Finding {
	for _, w := range j.wrong[risk] {
		if w.led != nil && to(w.led) {
			return w
		}
	}
	return nil
}

// written gives a wrong value of a risk that is written so, nil where none is.
func (j *joiner) written(risk, text string) *Finding {
	for _, w := range j.wrong[risk] {
		if w.Rule == riskValue.Name && w.Found == text {
			return w
		}
	}
	return nil
}

// disagreement gives the cause of what two tables say differently: a name or an
// area that is written in two ways is one thing whichever risks it stands
// beside; levels and reports are each risk's own.
func (j *joiner) disagreement(f *Finding, risk string) string {
	texts := []string{model.Key(f.Found), model.Key(f.Expected)}
	slices.Sort(texts)
	field := fmt.Sprint(f.Args["field"])
	switch f.Args["field"] {
	case model.FieldArea, model.FieldOwner, model.FieldReporting, nil:
		risk = ""
	}
	return join(f.Rule, f.Variant, field, fmt.Sprint(f.Args["period"]), texts[0], texts[1], risk)
}

// budgetLine tells amounts apart, which have no field.
func budgetLine(f *Finding) string {
	if f.Args["line"] == nil {
		return ""
	}
	return fmt.Sprint(f.Args["line"], f.Args["column"])
}

// arguments gives what a finding's message says beside places and the name of
// its own table.
func arguments(f *Finding) string {
	var parts []string
	for name, v := range f.Args {
		switch v := v.(type) {
		case model.Source:
		case []model.Column:
			for _, c := range v {
				parts = append(parts, name+"="+c.Heading)
			}
		case []model.Unclear:
			for _, u := range v {
				parts = append(parts, name+"="+string(u.Field))
			}
		default:
			if name != "table" {
				parts = append(parts, name+"="+fmt.Sprint(v))
			}
		}
	}
	slices.SortFunc(parts, cmp.Compare)
	return strings.Join(parts, "\x00")
}

// risksOf names the risk that each finding of a book is about, the same for the
// same risk on every table: by its number, and where several risks have it, as
// where each unit numbers its own, by which of them the text is like. A risk
// without a number is named by its text.
func risksOf(found []Finding) []string {
	out := make([]string, len(found))
	texts := map[string][]string{}
	for i := range found {
		f := &found[i]
		number := model.NumberKey(f.Risk)
		if number == "" {
			out[i] = join("", model.Key(f.Event))
			continue
		}
		at := slices.IndexFunc(texts[number], func(text string) bool { return text == "" || f.Event == "" || alike(text, f.Event) })
		switch {
		case at >= 0 && texts[number][at] == "":
			texts[number][at] = f.Event
		case at < 0 && len(texts[number]) < maxTwins:
			at = len(texts[number])
			texts[number] = append(texts[number], f.Event)
		case at < 0:
			out[i] = join(number, model.Key(f.Event))
			continue
		}
		out[i] = join(number, strconv.Itoa(at))
	}
	return out
}
