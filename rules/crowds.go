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
	twins    kept[twinKey, *riskRef]
	texts    kept[string, *sameText]
	letters  kept[string, map[string]bool]      // for each text the numbers of its risks, without their letters
	numbers  kept[string, map[*model.Entry]int] // how many risks of each table have a number
	plans    kept[crowd, *plannedRisks]
	siblings kept[rowsOf, actions]
	measures kept[*model.Measure, map[string]int] // for the first of many where each action stands
	apart    kept[[2]*model.Entry, bool]          // see [NumberedApart]
}

type twinKey struct {
	number, event string
	skip          *model.Table
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

// newSameText finds the first ones among the risks with one text.
func newSameText(risks []*riskRef) *sameText {
	type entryNumber struct {
		entry  *model.Entry
		number string
	}
	s := &sameText{byNumber: map[string][]*riskRef{}}
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
	counts := c.crowds.numbers.of(key, func() map[*model.Entry]int {
		n := map[*model.Entry]int{}
		for _, o := range all {
			n[o.entry]++
		}
		return n
	})
	return counts[r.entry]
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

func (c *Case) newPlannedRisks(risks []*riskRef) *plannedRisks {
	p := &plannedRisks{risks: risks, byText: map[string]int{}, byAction: map[string]int{}, alone: -1, untold: map[string]int{}}
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
	return p
}

// first notes where something stands that has not been met before.
func first(m map[string]int, key string, i int) {
	if _, met := m[key]; !met {
		m[key] = i
	}
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
	rows := c.rows[fu][at.key]
	find := func() actions {
		keys := make([]string, len(rows))
		for i, o := range rows {
			keys[i] = model.Key(o.Action.V)
		}
		return c.crowds.indexed(keys)
	}
	if len(rows) <= c.crowds.few {
		return find()
	}
	return c.crowds.siblings.of(at, find)
}
