package archive

import (
	"cmp"
	"maps"
	"path"
	"slices"
)

// Slip is a document whose heading has another year than its file or folder.
// Counted is the year that it counts as, Dated says that the dates in it are of that
// year. Same is a document of the year in the heading that says the same, -1: there
// is none.
type Slip struct {
	Input                  int
	Heading, Path, Counted int
	By                     By
	Dated                  bool
	Same                   int
}

// suspect is a document whose heading and path tell different years.
type suspect struct {
	input  int
	claim  Claim
	year   int // of the path
	by     By
	folder string
}

// slips finds the documents whose heading has another year than their path: three
// witnesses, of which a fourth, the dates, may decide. A heading behind the path is
// last year's copy with the year left as it was, the commonest slip, and always
// told. One ahead of the folder is not where most of the folder's documents are so,
// as many archives keep next year's plans in this year's folder, unless another
// document is of that year.
func (p *planner) slips() {
	agree, differ := map[string]int{}, map[string]int{}
	var found []suspect
	for i := range p.inputs {
		s, ok := p.suspect(i)
		switch {
		case !ok:
		case s.year == s.claim.Year:
			agree[s.folder]++
		default:
			differ[s.folder]++
			found = append(found, s)
		}
	}
	for i := range found {
		s := &found[i]
		usual := s.by == ByFolder && s.claim.Year > s.year && agree[s.folder] <= differ[s.folder]
		if usual && len(p.rivals(s, s.claim.Year)) == 0 && !p.far(s.claim.Year) {
			continue
		}
		p.plan.Slips = append(p.plan.Slips, p.slip(s))
	}
	for _, s := range p.plan.Slips {
		if s.Counted != s.Heading {
			placed := &p.plan.Placed[s.Input]
			placed.Year, placed.YearBy, placed.Instead = s.Counted, s.By, s.Heading
		}
		p.slipped[s.Input] = !s.Dated
	}
}

// suspect gives a document whose heading and path both tell a year. A follow-up alone
// is told no year by its folder: it is made the year after.
func (p *planner) suspect(i int) (s suspect, ok bool) {
	if p.inputs[i].Head == nil || p.plan.Placed[i].Year != 0 {
		return s, false
	}
	claims := slices.DeleteFunc(p.claims(i), func(c Claim) bool { return !c.Writes() || c.Year == 0 })
	if len(claims) != 1 {
		return s, false
	}
	s = suspect{input: i, claim: claims[0]}
	s.year, s.by = yearOf(p.inputs[i].Rel)
	if s.by == ByFolder {
		s.folder = yearFolder(p.inputs[i].Rel)
	}
	onlyFollowUp := !slices.ContainsFunc(s.claim.Contents, func(k Content) bool { return k != ContentFollowUp })
	return s, s.year != 0 && !(s.by == ByFolder && onlyFollowUp)
}

// slip says as which year a suspect counts. The heading alone never puts it among the
// documents of another year's folder: where there are such, it is of its path's year,
// unless it says the same as one of them, and is a copy.
func (p *planner) slip(s *suspect) Slip {
	heading := s.claim.Year
	out := Slip{Input: s.input, Heading: heading, Path: s.year, By: s.by, Same: -1, Counted: heading}
	rivals := p.rivals(s, heading)
	for _, i := range rivals {
		if p.same(s.input, i) {
			out.Same = i
			break
		}
	}
	dates := s.claim.datesFor()
	copied := out.Same >= 0 && s.by == ByFolder
	switch {
	case p.far(heading):
		out.Counted = s.year
	case heading < s.year && (len(rivals) > 0 && !copied || len(rivals) == 0 && dates == s.year):
		out.Counted = s.year
	case heading > s.year && len(rivals) > 0 && !copied && dates != heading && (s.by == ByFile || len(p.rivals(s, s.year)) == 0):
		out.Counted = s.year
	}
	out.Dated = dates == out.Counted
	return out
}

// planning is the month in which boards begin with the plan of the year to come, at
// the earliest: by custom they establish it from September on and decide it between
// October and February.
const planning = 8

// datesFor gives the year of the plan that a claim's latest date is of, 0 without
// dates: in autumn that is the year to come.
func (c *Claim) datesFor() int {
	d := c.Decided
	if d.Before(c.Established) {
		d = c.Established
	}
	if d.Month >= planning {
		return d.Year + 1
	}
	return d.Year
}

// rivals gives the other documents of a suspect's board and format that hold the same
// sort of content for a year and whose path does not speak against it.
func (p *planner) rivals(s *suspect, year int) []int {
	var out []int
	for i := range p.inputs {
		if h := p.inputs[i].Head; i == s.input || h == nil || h.Kind != p.inputs[s.input].Head.Kind {
			continue
		}
		if y, _ := yearOf(p.inputs[i].Rel); y != 0 && y != year {
			continue
		}
		for _, o := range p.claims(i) {
			if o.Board != "" && p.key(o.Board) == p.key(s.claim.Board) && o.Year == year && slices.ContainsFunc(s.claim.Contents, o.Has) {
				out = append(out, i)
				break
			}
		}
	}
	return out
}

// same reports whether two documents of one claim each say the same.
func (p *planner) same(i, j int) bool {
	a, b := p.inputs[i].Head.Claims, p.inputs[j].Head.Claims
	return p.inputs[i].Copies(&p.inputs[j]) || len(a) == 1 && len(b) == 1 && a[0].says(&b[0])
}

// says reports whether two claims say the same of risks and amounts.
func (c *Claim) says(o *Claim) bool {
	return c.Digest != "" && c.Digest == o.Digest && c.Decided == o.Decided && c.Established == o.Established
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

// FarYears is how many years ahead of today a document may be: plans are made for
// the next year, budgets look two further; more is a slip of the pen.
const FarYears = 3

// far reports whether a year is too far ahead to be meant.
func (p *planner) far(year int) bool { return p.s.Today != 0 && year > p.s.Today+FarYears }

// ahead finds the documents that count as such a year, since nothing tells another.
func (p *planner) ahead() {
	for i := range p.inputs {
		if slices.ContainsFunc(p.claims(i), func(c Claim) bool { return c.Writes() && p.far(c.Year) }) {
			p.plan.Far = append(p.plan.Far, i)
		}
	}
}

// enough is the share of the boards of the year before that must have sent a plan
// of the newest year for the overview to be of that: one early draft, or a budget,
// turns no year. It is a choice and no measurement: with fewer, most rows would say
// "missing" of plans that nobody waits for yet.
const enough = 0.5

// year settles the year that boards are expected to have sent something for. An unread
// file that tells no year is of that one.
func (p *planner) year() {
	p.plan.Year = p.s.Year
	if p.plan.Year == 0 {
		p.latest()
	}
	for i := range p.plan.Unread {
		u := &p.plan.Unread[i]
		u.Year = cmp.Or(u.Year, p.plan.Year)
		u.Alone = !slices.ContainsFunc(p.all, func(b *Book) bool { return b.Writes && b.Board == p.key(u.Board) && b.Year == u.Year })
	}
}

// latest finds the newest year of which there are plans enough. Later is a newer year
// that too few have sent plans of.
func (p *planner) latest() {
	boards := map[int]map[string]bool{} // by year; true for those that sent more than a draft
	add := func(board string, year int, firm bool) {
		if year == 0 || p.far(year) {
			return
		}
		if boards[year] == nil {
			boards[year] = map[string]bool{}
		}
		boards[year][board] = boards[year][board] || firm
	}
	for _, b := range p.all {
		if b.Plan {
			add(b.Board, b.Year, slices.ContainsFunc(b.Inputs, func(i int) bool { return !p.drafted(i) }))
		}
	}
	for _, u := range p.plan.Unread {
		add(p.key(u.Board), u.Year, true)
	}
	years := slices.SortedFunc(maps.Keys(boards), func(a, b int) int { return b - a })
	if len(years) == 0 {
		p.plan.Year = p.newestOfAll()
		return
	}
	p.plan.Year = years[0]
	firm := 0
	for _, sent := range boards[years[0]] {
		if sent {
			firm++
		}
	}
	if len(years) > 1 && years[1] == years[0]-1 && (firm == 0 || float64(firm) < enough*float64(len(boards[years[1]]))) {
		p.plan.Year, p.plan.Later, p.plan.LaterBoards = years[1], years[0], len(boards[years[0]])
	}
}

// drafted reports whether names say that a document is a draft.
func (p *planner) drafted(i int) bool {
	var s signs
	p.names.read(p.inputs[i].Rel, &s)
	return s.draft
}

// newestOfAll gives the newest year that workbooks are made of, 0 for none.
func (p *planner) newestOfAll() int {
	year := 0
	for _, b := range p.all {
		if b.Writes && !p.far(b.Year) {
			year = max(year, b.Year)
		}
	}
	return year
}
