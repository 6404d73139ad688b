package rules

import (
	"slices"

	"riskbok/rules/model"
)

// fewRisks is how many risks with one number or one text are gone through for each
// row that means one of them. Where there are more, as where every unit of a long
// table numbers its own from 1, what was found is kept, and by what it is found.
const fewRisks = 8

// crowds keeps what was found among many risks with one number or one text, and
// among many rows about one risk. It is filled as it is asked for.
type crowds struct {
	few      int // see fewRisks
	twins    map[twinKey]*riskRef
	texts    map[string]*sameText
	letters  map[string]map[string]bool // for each text the numbers of its risks, without their letters
	numbers  map[entryNumber]int        // how many risks of a table have a number
	counted  map[string]bool            // whether those with a number are in numbers
	plans    map[crowd]*plannedRisks
	siblings map[rowsOf]actions
	measures map[*model.Measure]map[string]int // for the first of many where each action stands
	apart    map[[2]*model.Entry]bool          // see [NumberedApart]
}

type twinKey struct {
	number, event string
	skip          *model.Table
}

// entryNumber is a number within a table.
type entryNumber struct {
	entry  *model.Entry
	number string
}

// rowsOf is the rows of a follow-up with a key.
type rowsOf struct {
	table *model.FollowUpTable
	key   string
}

// crowd is the risks with a number or, with said, a text.
type crowd struct {
	key  string
	said bool
}

// keep notes something in a map that may not be made yet.
func keep[K comparable, V any](m *map[K]V, key K, v V) {
	if *m == nil {
		*m = map[K]V{}
	}
	(*m)[key] = v
}

// sameText is the risks with one text.
type sameText struct {
	firsts   []*riskRef            // the first of each table
	byNumber map[string][]*riskRef // the first of each table with that number
}

// of gives those that a row with a number may mean, in their order: the first of
// each table with it, before the first of each table.
func (s *sameText) of(number string) []*riskRef {
	if number == "" {
		return s.firsts
	}
	return append(slices.Clone(s.byNumber[number]), s.firsts...)
}

func (c *crowds) sayingThis(text string, risks []*riskRef) *sameText {
	s := c.texts[text]
	if s == nil {
		s = &sameText{byNumber: map[string][]*riskRef{}}
		met, numbered := map[*model.Entry]bool{}, map[entryNumber]bool{}
		for _, r := range risks {
			if !met[r.entry] {
				met[r.entry] = true
				s.firsts = append(s.firsts, r)
			}
			if at := (entryNumber{r.entry, r.numberKey()}); !numbered[at] {
				numbered[at] = true
				s.byNumber[at.number] = append(s.byNumber[at.number], r)
			}
		}
		keep(&c.texts, text, s)
	}
	return s
}

// sameNumbers counts the risks of a risk's table that have its number.
func (c *Case) sameNumbers(r *riskRef) int {
	key := r.numberKey()
	all := c.byNumber[key]
	if len(all) <= c.crowds.few {
		n := 0
		for _, o := range all {
			if o.entry == r.entry {
				n++
			}
		}
		return n
	}
	if !c.crowds.counted[key] {
		keep(&c.crowds.counted, key, true)
		for _, o := range all {
			at := entryNumber{o.entry, key}
			keep(&c.crowds.numbers, at, c.crowds.numbers[at]+1)
		}
	}
	return c.crowds.numbers[entryNumber{r.entry, key}]
}

// plannedRisks tells which of many risks of plans a row of a follow-up means: where
// the first stands, in their order, that has a text or an action, the number of no
// other risk of its table, or, without a text, a key.
type plannedRisks struct {
	risks            []*riskRef
	byText, byAction map[string]int
	alone            int // -1: none
	untold           map[string]int
}

func (c *Case) plannedAmong(which crowd, risks []*riskRef) *plannedRisks {
	p := c.crowds.plans[which]
	if p != nil {
		return p
	}
	p = &plannedRisks{risks: risks, byText: map[string]int{}, byAction: map[string]int{}, alone: -1, untold: map[string]int{}}
	first := func(m map[string]int, key string, i int) {
		if _, met := m[key]; !met {
			m[key] = i
		}
	}
	for i, r := range risks {
		if !r.entry.Plan {
			continue
		}
		if text := model.Key(r.Event.V); r.Event.OK {
			first(p.byText, text, i)
		} else {
			first(p.untold, text, i)
		}
		for k := range r.Measures {
			first(p.byAction, model.Key(r.Measures[k].Action.V), i)
		}
		if p.alone < 0 && c.sameNumbers(r) < 2 {
			p.alone = i
		}
	}
	keep(&c.crowds.plans, which, p)
	return p
}

// of gives the risk that a row means, nil for none: see [Case.planned].
func (p *plannedRisks) of(row *model.FollowUpRow) *riskRef {
	at := p.alone
	earlier := func(m map[string]int, key string) {
		if i, is := m[key]; is && (at < 0 || i < at) {
			at = i
		}
	}
	if row.Event.OK {
		text := model.Key(row.Event.V)
		if i, is := p.byText[text]; is {
			return p.risks[i]
		}
		earlier(p.untold, text)
	} else {
		earlier(p.byAction, model.Key(row.Action.V))
	}
	if at < 0 {
		return nil
	}
	return p.risks[at]
}

// actionsOfRows gives the actions of all rows of a follow-up that are about a row's
// risk.
func (c *Case) actionsOfRows(fu *model.FollowUpTable, row *model.FollowUpRow) actions {
	at := rowsOf{fu, c.rowKey(row)}
	known, is := c.crowds.siblings[at]
	if is {
		return known
	}
	rows := c.rows[fu][at.key]
	keys := make([]string, len(rows))
	for i, o := range rows {
		keys[i] = model.Key(o.Action.V)
	}
	known = c.crowds.indexed(keys)
	if len(rows) > c.crowds.few {
		keep(&c.crowds.siblings, at, known)
	}
	return known
}
