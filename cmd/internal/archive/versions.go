package archive

import (
	"cmp"
	"path"
	"slices"

	"riskbok/rules/model"
)

// sameRisks is the share of the shorter list of risks that two documents of one
// board, year and sort must have in common to be versions of one document: a
// plan that was worked over keeps most of its risks, while the parts of a board's
// year that lie in files of their own share none.
const sameRisks = 0.5

// versions finds the documents that are earlier versions of others: of those of
// one board and year and format that hold the same tables and mostly the same
// risks the one that was decided last leads, else the one established last, else
// the one whose path comes last. A document leads or not as a whole, and gives
// way only with all that it holds.
func (p *planner) versions() {
	type version struct {
		input int
		claim Claim
	}
	byKey := map[Key][]version{}
	var keys []Key
	for i := range p.inputs {
		claims := p.claims(i)
		if len(claims) != 1 || len(claims[0].Risks) == 0 {
			continue
		}
		key := p.id(i, &claims[0])
		if byKey[key] == nil {
			keys = append(keys, key)
		}
		byKey[key] = append(byKey[key], version{i, claims[0]})
	}
	for _, key := range keys {
		list := byKey[key]
		// the leading ones first
		slices.SortStableFunc(list, func(a, b version) int {
			return cmp.Or(dateOrder(b.claim.Decided, a.claim.Decided), dateOrder(b.claim.Established, a.claim.Established),
				cmp.Compare(p.inputs[b.input].Rel, p.inputs[a.input].Rel))
		})
		for k, v := range list {
			for _, lead := range list[:k] {
				if _, older := p.plan.Older[lead.input]; !older && p.inputs[lead.input].Head.Kind == p.inputs[v.input].Head.Kind && versionsOfOne(&lead.claim, &v.claim) {
					p.plan.Older[v.input] = lead.input
					break
				}
			}
		}
	}
}

// versionsOfOne reports whether the second holds nothing that the first has not
// in its own way.
func versionsOfOne(lead, other *Claim) bool {
	for _, k := range other.Contents {
		if !lead.Has(k) {
			return false
		}
	}
	return common(lead.Risks, other.Risks) >= sameRisks
}

// common gives the share of the shorter of two sorted lists that is in the other.
func common(a, b []string) float64 {
	short, long := a, b
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) == 0 {
		return 0
	}
	n := 0
	for _, k := range short {
		if _, ok := slices.BinarySearch(long, k); ok {
			n++
		}
	}
	return float64(n) / float64(len(short))
}

func dateOrder(a, b model.Date) int {
	switch {
	case a.Before(b):
		return -1
	case b.Before(a):
		return 1
	}
	return 0
}

// doubles finds the books that several documents of one kind are part of.
func (p *planner) doubles() {
	for _, b := range p.all {
		if !b.Writes || b.Name == "" || b.Year == 0 {
			continue
		}
		var inputs []int
		for n, i := range b.Inputs {
			if slices.ContainsFunc(b.Inputs, func(j int) bool { return j != i && p.alike(b.Key, b.Inputs[n], j) }) {
				inputs = append(inputs, i)
			}
		}
		if len(inputs) > 0 {
			p.plan.Doubles = append(p.plan.Doubles, Double{b.Name, b.Year, inputs})
		}
	}
}

// alike reports whether two documents of one format have, of one book, the same sort
// of tables with risks.
func (p *planner) alike(k Key, i, j int) bool {
	if p.inputs[i].Head.Kind != p.inputs[j].Head.Kind {
		return false
	}
	of := func(i int) (out []Content) {
		for _, c := range p.claims(i) {
			if len(c.Risks) > 0 && p.id(i, &c) == k {
				out = append(out, c.Contents...)
			}
		}
		return out
	}
	mine := of(i)
	return slices.ContainsFunc(of(j), func(c Content) bool {
		return (c == ContentAnalysis || c == ContentPlan) && slices.Contains(mine, c)
	})
}

// slips finds the workbooks whose heading has another year than their path: last
// year's copy with the year left as it was. Where another workbook of the same
// kind is of the year in the heading, or that year is far ahead, this one counts as
// the path says; else as its heading does. A folder tells a year only where most of its workbooks are of
// that year: many archives keep next year's plans in this year's folder.
func (p *planner) slips() {
	agree, differ := map[string]int{}, map[string]int{}
	type suspect struct {
		input  int
		claim  Claim
		year   int
		by     By
		folder string
	}
	var found []suspect
	for i := range p.inputs {
		if h := p.inputs[i].Head; h == nil || h.Kind != model.KindWorkbook {
			continue
		}
		claims := slices.DeleteFunc(p.claims(i), func(c Claim) bool { return !c.Writes() || c.Year == 0 })
		if len(claims) != 1 || p.plan.Placed[i].Year != 0 {
			continue
		}
		year, by := yearOf(p.inputs[i].Rel)
		folder := ""
		if by == ByFolder {
			folder = yearFolder(p.inputs[i].Rel)
		}
		switch {
		case year == 0:
		case year == claims[0].Year:
			agree[folder]++
		default:
			differ[folder]++
			found = append(found, suspect{i, claims[0], year, by, folder})
		}
	}
	for _, s := range found {
		if s.by == ByFolder && agree[s.folder] <= differ[s.folder] {
			continue
		}
		slip := Slip{Input: s.input, Heading: s.claim.Year, Path: s.year, Counted: s.claim.Year, By: s.by}
		if p.another(s.input, &s.claim) || p.far(s.claim.Year) {
			slip.Counted = s.year
			p.plan.Placed[s.input].Year, p.plan.Placed[s.input].YearBy, p.plan.Placed[s.input].Instead = s.year, s.by, s.claim.Year
		}
		p.plan.Slips = append(p.plan.Slips, slip)
	}
}

// another reports whether another workbook with the same sort of content is of
// a claim's board and year, and its path does not speak against it.
func (p *planner) another(input int, c *Claim) bool {
	for i := range p.inputs {
		if h := p.inputs[i].Head; i == input || h == nil || h.Kind != model.KindWorkbook {
			continue
		}
		year, _ := yearOf(p.inputs[i].Rel)
		if year != 0 && year != c.Year {
			continue
		}
		for _, o := range p.claims(i) {
			if o.Board != "" && p.key(o.Board) == p.key(c.Board) && o.Year == c.Year && slices.ContainsFunc(c.Contents, o.Has) {
				return true
			}
		}
	}
	return false
}

// yearFolder gives the path down to the folder that tells the year.
func yearFolder(rel string) string {
	for dir := rel; ; {
		parent := path.Dir(dir)
		if parent == dir {
			return ""
		}
		if dir = parent; yearIn(path.Base(dir)) != 0 {
			return dir
		}
	}
}
