package config

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"riskbok/rules/model"
)

// Vocabulary gives riskbok's words for tables and with them those of the user's
// own templates, so that what is written in such a template is also known where
// it stands in a document. Templates that cannot be read add nothing. It must
// not be changed.
func (l *Library) Vocabulary() *model.Vocabulary {
	var own []*model.Template
	for _, o := range l.own {
		if t, err := o.Read(); err == nil {
			own = append(own, t)
		}
	}
	if len(own) == 0 {
		return Vocabulary()
	}
	return joinVocabulary(Vocabulary(), own)
}

// joinVocabulary adds the words of templates to a copy of a vocabulary.
func joinVocabulary(v *model.Vocabulary, own []*model.Template) *model.Vocabulary {
	j := *v
	j.Headings = maps.Clone(v.Headings)
	for _, t := range own {
		j.Board.Labels = joined(j.Board.Labels, label(t.Layout.BoardLabel))
		j.Established = joined(j.Established, label(t.Layout.Established))
		j.Decided = joined(j.Decided, label(t.Layout.Decided))
		for i := range t.Layout.Registers {
			joinRegister(&j, &t.Layout.Registers[i])
		}
		joinColumns(&j, []model.LayoutColumn{
			{Field: model.FieldPrevious, Heading: t.Layout.Previous},
			{Field: model.FieldChange, Heading: t.Layout.Change},
			{Field: model.FieldEarlier, Heading: t.Layout.Earlier},
		})
		joinFollowUp(&j, &t.Layout.FollowUp)
		joinDefinitions(&j, &t.Layout.Definitions)
		joinLevels(&j, &t.Scale)
	}
	joinTreatments(&j, own)
	return &j
}

func joinRegister(v *model.Vocabulary, r *model.RegisterLayout) {
	joinColumns(v, r.Columns)
	for _, title := range r.Titles {
		list := &v.Titles.Analysis
		if title.Plan || !r.Analysis {
			list = &v.Titles.Plan
		}
		*list = joined(*list, titleWords(title.Text))
	}
}

// joinColumns makes headings known for their fields. The usual heading stays
// the first of its list; one that the vocabulary has elsewhere is known for
// both fields, and what the cells hold tells which it is.
func joinColumns(v *model.Vocabulary, columns []model.LayoutColumn) {
	for _, c := range columns {
		field := c.Field
		switch field {
		case "", model.FieldPeriod:
			continue
		case model.FieldPlanNumber:
			field = model.FieldNumber
		}
		list := v.Headings[field]
		if c.Heading == "" || known(list, c.Heading) {
			continue
		}
		v.Headings[field] = slices.Insert(slices.Clone(list), min(1, len(list)), c.Heading)
	}
}

// lastMonth is when a period is due that only a template of the user's names:
// at the end of the year, so that none is called late before it is.
const lastMonth = 12

func joinFollowUp(v *model.Vocabulary, f *model.FollowUpLayout) {
	joinColumns(v, f.Columns)
	v.Titles.FollowUp = joined(v.Titles.FollowUp, titleWords(f.Title))
	for _, p := range f.Periods {
		if !slices.ContainsFunc(v.Periods, func(w model.PeriodWords) bool { return known(w.Words, p) }) {
			v.Periods = append(slices.Clip(v.Periods), model.PeriodWords{Key: p, Month: lastMonth, Words: []string{p}})
		}
	}
}

func joinDefinitions(v *model.Vocabulary, d *model.DefinitionsLayout) {
	w := &v.Definitions
	w.Likelihood = joined(w.Likelihood, d.Likelihood)
	w.Consequence = joined(w.Consequence, d.Consequence)
	w.Number = joined(w.Number, d.Number)
	w.Definition = joined(w.Definition, d.Definition)
	w.Range = joined(w.Range, d.Range)
	w.Treatment = joined(w.Treatment, d.Treatment)
	w.Meaning = joined(w.Meaning, d.Means)
	v.Titles.Definitions = joined(v.Titles.Definitions, titleWords(d.Title))
}

// joinLevels makes known in which order the labels of a scale stand.
func joinLevels(v *model.Vocabulary, s *model.Scale) {
	for _, a := range []*model.Axis{&s.Likelihood, &s.Consequence} {
		levels := slices.SortedFunc(slices.Values(a.Levels), func(x, y model.ScaleLevel) int { return cmp.Compare(x.Value, y.Value) })
		order := make([]string, len(levels))
		for i, l := range levels {
			order[i] = l.Label
		}
		v.Levels = append(slices.Clip(v.Levels), order)
	}
}

// joinTreatments makes known which treatments need no place in the plan. A word
// that one template uses for a treatment that needs one says nothing by itself.
func joinTreatments(v *model.Vocabulary, own []*model.Template) {
	need, planned := map[string]bool{}, ""
	for _, t := range own {
		for _, tr := range t.Scale.Treatments {
			if tr.InPlan {
				need[model.LeadingWord(tr.Label)] = true
				planned += model.Key(tr.Label+" "+tr.Meaning) + "\n"
			}
		}
	}
	accept := slices.DeleteFunc(slices.Clone(v.Definitions.Accept), func(word string) bool { return need[model.Key(word)] })
	for _, t := range own {
		for _, tr := range t.Scale.Treatments {
			word := model.LeadingWord(tr.Label)
			if !tr.InPlan && !need[word] {
				accept = joined(accept, word)
			}
			if !tr.InPlan && strings.Contains(model.Clean(tr.Meaning), " ") && !strings.Contains(planned, model.Key(tr.Meaning)) {
				v.Definitions.NotInPlan = joined(v.Definitions.NotInPlan, tr.Meaning)
			}
		}
	}
	v.Definitions.Accept = accept
}

// joined appends a word that a list does not have; the list itself stays as it
// is.
func joined(list []string, word string) []string {
	if word == "" || known(list, word) {
		return list
	}
	return append(slices.Clip(list), word)
}

func known(list []string, word string) bool {
	return slices.ContainsFunc(list, func(w string) bool { return bareKey(w) == bareKey(word) })
}

// bareKey is a word without what no comparison of headings looks at.
func bareKey(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '*' {
			return r
		}
		return -1
	}, model.Key(s))
}

// label gives a label without the colon that ends it.
func label(s string) string { return strings.TrimRight(model.Clean(s), " :.") }

// titleWords gives a title up to its first placeholder: what is the same every
// year. One letter or two are no title.
func titleWords(s string) string {
	before, _, _ := strings.Cut(s, "{")
	before = strings.TrimRight(model.Clean(before), " :.,–-")
	if len([]rune(before)) < 4 {
		return ""
	}
	return before
}
