package compare

import (
	"slices"
	"strings"

	"riskbok/exporters/findinglist"
	"riskbok/exporters/summary"
	"riskbok/rules"
	"riskbok/rules/compare"
	"riskbok/rules/model"
)

// view is a comparison as it is told: pairs, each with headed sections.
type view struct {
	Pairs      []pairView
	Alone      []string
	NotChecked []string // what could not be read, so that it was not compared
}

type pairView struct {
	Title    string
	Notes    []string
	Counts   string
	Sections []section
	FollowUp []section
	After    string // on the follow-up, where there is nothing to list
}

// section is a heading, how many risks it is about, and what there is to tell.
type section struct {
	Heading string
	Count   int
	Entries []riskChanges
}

// riskChanges is one risk, or several that changed alike, and what changed.
type riskChanges struct {
	Who   string
	Lines []line
}

// line is one change. Where Texts is set the change is from Old to New, else
// What tells of it. Label stands in front, Place is where to look.
type line struct {
	Label, What, Old, New, Place string
	Texts                        bool
}

func newView(w wording, c *compare.Comparison) view {
	var v view
	for i := range c.Pairs {
		v.Pairs = append(v.Pairs, w.pair(&c.Pairs[i]))
	}
	for _, a := range c.Alone {
		key := "compare.alone.new"
		if a.Old {
			key = "compare.alone.old"
		}
		v.Alone = append(v.Alone, w.cat.T(key, "edition", w.edition(a.Edition)))
	}
	for _, n := range w.unchecked() {
		v.NotChecked = append(v.NotChecked, w.cat.T("compare.not-checked.line", "place", n.Place, "message", n.Message))
	}
	return v
}

// unchecked is something that was not checked, and where.
type unchecked struct {
	Place, Message string
	At             locationJSON
}

// unchecked gives what the report says was not checked, then the files that
// were not read: what they hold is not compared either.
func (w wording) unchecked() []unchecked {
	var out []unchecked
	for i := range w.r.Findings {
		f := &w.r.Findings[i]
		if f.Rule != rules.NotChecked {
			continue
		}
		_, place, cell := findinglist.Where(w.r, w.cat, f.At)
		if w.r.Place(f.At).Page > 0 {
			place = w.cat.T("findings.at.page", "n", place)
		}
		out = append(out, unchecked{model.Clean(strings.Join([]string{w.r.FileOf(f.At), place, cell}, " ")), rules.MessageBeside(w.cat, w.r, f, f.At), w.locationJSON(f.At)})
	}
	for _, u := range slices.Concat(w.r.Unreadable, w.r.PassedOver) {
		reason, hint := summary.Problem(w.cat, u.Code, u.Args)
		out = append(out, unchecked{w.r.FileName(u.File), reason + " " + hint, locationJSON{File: u.File}})
	}
	return out
}

func (w wording) pair(p *compare.Pair) pairView {
	v := pairView{
		Title: w.cat.T("compare.pair", "old", w.edition(p.Old), "new", w.edition(p.New)),
		Notes: []string{
			w.cat.T("compare.files.old", "files", w.names(p.Old)),
			w.cat.T("compare.files.new", "files", w.names(p.New)),
		},
		Counts: w.counts(p.Items),
	}
	if key := "compare.by." + string(p.By); p.By != compare.ByName && model.Key(p.Old.Board) != model.Key(p.New.Board) {
		v.Notes = append(v.Notes, w.cat.T(key))
	}
	if p.ScaleChanged {
		v.Notes = append(v.Notes, w.cat.T("compare.scale"))
	}
	v.Sections = w.sections(p.Items, false)
	v.Sections = append(v.Sections, w.matches(p.Items)...)
	v.FollowUp = w.sections(p.Rows, true)
	switch {
	case p.NoFollowUp == compare.OldSide || p.NoFollowUp == compare.NewSide:
		v.After = w.cat.T("compare.no-followup." + string(p.NoFollowUp))
	case p.NoFollowUp == compare.Neither && len(v.FollowUp) == 0:
		v.After = w.cat.T("compare.no-followup-change")
	}
	return v
}

// counts says how many risks were matched, added, dropped and left as they
// were.
func (w wording) counts(items []compare.Item) string {
	matched, unchanged := 0, 0
	for i := range items {
		if items[i].Match != nil {
			matched++
			if len(items[i].Changes) == 0 {
				unchanged++
			}
		}
	}
	n := compare.Counts(items)
	return w.cat.T("compare.counts", "matched", w.cat.N("compare.matched", matched), "added", w.cat.N("compare.added", n[compare.Added]),
		"dropped", w.cat.N("compare.dropped", n[compare.Dropped]), "unchanged", w.cat.N("compare.unchanged", unchanged))
}

// told is a change and the item that it is of.
type told struct {
	item *compare.Item
	*compare.Change
}

// sections lists the changes by kind: those of risks, or of the rows of a follow-up.
func (w wording) sections(items []compare.Item, followUp bool) []section {
	byKind := map[compare.Kind][]told{}
	matched := 0
	for i := range items {
		if items[i].Match != nil {
			matched++
		}
		for j := range items[i].Changes {
			c := &items[i].Changes[j]
			byKind[c.Kind] = append(byKind[c.Kind], told{&items[i], c})
		}
	}
	counts := compare.Counts(items)
	var out []section
	for _, kind := range compare.Kinds {
		all := byKind[kind]
		if len(all) == 0 {
			continue
		}
		key := "section." + string(kind)
		var entries []riskChanges
		switch kind {
		case compare.Added, compare.Dropped:
			if followUp {
				key = "section.row-" + string(kind)
			}
			entries = w.each(all, w.risk, w.plain)
		case compare.Renumbered:
			entries = w.renumbered(all)
		case compare.Changed:
			blank, rest := []riskChanges(nil), all
			if followUp {
				blank, rest = w.blanks(items, all, matched)
			}
			entries = append(blank, w.changed(rest, matched)...)
		case compare.Reworded:
			entries = w.each(all, w.numbersOf, w.texts)
		case compare.MeasureAdded, compare.MeasureDropped:
			entries = w.each(all, w.risk, w.measure)
		default:
			entries = w.each(all, w.risk, w.valued)
		}
		out = append(out, section{w.cat.T("compare." + key), counts[kind], entries})
	}
	return out
}

// each makes an entry of every change; those of one risk that follow each
// other share it.
func (w wording) each(all []told, who func(told) string, of func(told) line) []riskChanges {
	out := make([]riskChanges, 0, len(all))
	for i, t := range all {
		l := of(t)
		l.Place = w.placeOf(t.Change)
		if i > 0 && all[i-1].item == t.item {
			last := &out[len(out)-1]
			last.Lines = append(last.Lines, l)
			continue
		}
		out = append(out, riskChanges{who(t), []line{l}})
	}
	return out
}

// placeOf names where a change stands, the earlier place first.
func (w wording) placeOf(c *compare.Change) string {
	old, new := w.place(c.OldAt), w.place(c.NewAt)
	switch {
	case old == "" || old == new:
		return new
	case new == "":
		return old
	}
	return old + " → " + new
}

func (w wording) risk(t told) string { return w.who(t.item) }

func (w wording) numbersOf(t told) string { return w.numbers(t.item) }

func (w wording) plain(told) line { return line{} }

func (w wording) valued(t told) line { return line{What: w.valuation(t.Change)} }

func (w wording) texts(t told) line { return line{Old: t.Old, New: t.New, Texts: true} }

func (w wording) measure(t told) line { return line{What: t.Old + t.New} }

// renumbered joins the numbers that moved together: "R3–R9 → R2–R8".
func (w wording) renumbered(all []told) []riskChanges {
	var out []riskChanges
	for i := 0; i < len(all); {
		j := i
		for j+1 < len(all) && follows(all[j].Old, all[j+1].Old) && follows(all[j].New, all[j+1].New) {
			j++
		}
		if j > i+1 {
			out = append(out, riskChanges{Lines: []line{{What: w.change(all[i].Old+"–"+all[j].Old, all[i].New+"–"+all[j].New)}}})
		} else {
			for _, t := range all[i : j+1] {
				out = append(out, riskChanges{w.title(t.item.New), []line{{What: w.change(t.Old, t.New)}}})
			}
		}
		i = j + 1
	}
	return out
}

// matches lists the matches that rest on something else than the same text,
// the ambiguous ones first.
func (w wording) matches(items []compare.Item) []section {
	var doubtful, other []riskChanges
	for i := range items {
		it := &items[i]
		if it.Match == nil || it.Match.By == compare.ByText && !it.Match.Ambiguous() {
			continue
		}
		e := riskChanges{w.title(it.Old) + " → " + w.title(it.New), []line{{What: w.why(it.Match)}}}
		if it.Match.Ambiguous() {
			doubtful = append(doubtful, e)
		} else {
			other = append(other, e)
		}
	}
	var out []section
	if len(doubtful) > 0 {
		out = append(out, section{w.cat.T("compare.section.ambiguous"), len(doubtful), doubtful})
	}
	if len(other) > 0 {
		out = append(out, section{w.cat.T("compare.section.matched"), len(other), other})
	}
	return out
}
