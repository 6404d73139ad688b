package rules

import (
	"fmt"
	"hash/fnv"

	"riskbok/rules/books"
	"riskbok/rules/budgets"
	"riskbok/rules/model"
	"riskbok/rules/scales"
)

// Case is one book prepared for judgement: every risk with its verdict, and
// where each can be found by number and by text.
type Case struct {
	*model.Book
	Settings   *Settings
	previous   *model.Book              // the same board's book of the year before; nil: none
	plans      bool                     // a book of the run has a plan or a follow-up
	units      bool                     // tables number the risks of each unit from the beginning
	boardKey   func(name string) string // of the names of one board
	hidden     func(model.Source) bool  // whether a sheet is hidden; nil where nothing tells
	risks      []*riskRef
	byEntry    map[*model.Entry][]*riskRef
	headings   map[model.Source]bool // of the registers
	byNumber   map[string][]*riskRef
	byEvent    map[string][]*riskRef
	byAction   map[string][]*riskRef // filled when it is first asked for
	limited    []limitedTable        // plans that are filled by a limit of their own, see [Case.limitPlans]
	firsts     []*riskRef            // likewise, see [Case.findFirsts]: for each risk the same one in an earlier table, or nil
	notHeld    []*model.Entry        // filled with firsts: tables that were not held against all before them
	columns    kept[columnKey, *columnFormulas]
	wordings   kept[columnKey, map[string]string] // the text of each treatment, by its leading word
	shares     kept[shareKey, share]
	budgets    kept[*model.Budget, *budgets.Structure]
	rows       map[*model.FollowUpTable]map[string][]*model.FollowUpRow // by rowKey
	crowds     crowds
	lists      []*listing     // filled with unitFiles
	unitFiles  *unitFiles     // filled when listings are first asked for
	beside     *unitFiles     // of the whole book, where this is one of its units
	boardPlans []*listing     // of the whole board, where this is one of its units
	board      map[int32]bool // documents of the whole board beside files of its units; only these are judged, see [Case.boardBook]
}

// riskRef is a risk with the register it stands in and what follows from the
// levels of its first valuation.
type riskRef struct {
	*model.Risk
	entry   *model.Entry
	verdict scales.Verdict
	key     string   // of its number, see numberKey
	lender  *riskRef // the same risk in another table, whose levels it is judged by, see [Case.borrow]; nil: it has its own
}

func newCase(b *model.Book, s *Settings) *Case {
	risks := 0
	for i := range b.Registers {
		risks += len(b.Registers[i].Risks)
	}
	c := &Case{
		Book: b, Settings: s, boardKey: books.BoardKey(s.Aliases), crowds: crowds{few: fewRisks}, headings: map[model.Source]bool{},
		byEntry: map[*model.Entry][]*riskRef{}, byNumber: make(map[string][]*riskRef, risks), byEvent: make(map[string][]*riskRef, risks), risks: make([]*riskRef, 0, risks),
	}
	for i := range b.Registers {
		e := &b.Registers[i]
		c.headings[e.At] = true
		c.addRisks(e)
	}
	c.borrow()
	c.rows = map[*model.FollowUpTable]map[string][]*model.FollowUpRow{}
	for _, fu := range b.FollowUps {
		index := map[string][]*model.FollowUpRow{}
		for i := range fu.Rows {
			k := c.rowKey(&fu.Rows[i])
			index[k] = append(index[k], &fu.Rows[i])
		}
		c.rows[fu] = index
	}
	return c
}

// addRisks adds the risks of a register.
func (c *Case) addRisks(e *model.Entry) {
	refs, all := make([]riskRef, len(e.Risks)), make([]*riskRef, len(e.Risks))
	for j := range e.Risks {
		r := &refs[j]
		all[j] = r
		r.Risk, r.entry = &e.Risks[j], e
		r.verdict = scales.Judge(e.Scale, &r.Assessment)
		r.key = r.makeNumberKey()
		only := all[j : j+1 : j+1] // most numbers and texts are those of one risk
		if r.key != "" {
			noteRef(c.byNumber, r.key, only)
			if plain := model.NumberKey(r.number()); e.Unit != "" && plain != r.key { // of whatever unit
				noteRef(c.byNumber, plain, only)
			}
		}
		if r.Event.OK {
			noteRef(c.byEvent, model.Key(r.Event.V), only)
		}
	}
	c.risks = append(c.risks, all...)
	c.byEntry[e] = all
	c.units = c.units || e.Unit != "" && len(all) > 0
}

// noteRef adds a risk, the only one of a slice, to those of a key.
func noteRef(index map[string][]*riskRef, key string, only []*riskRef) {
	if others := index[key]; others != nil {
		only = append(others, only...)
	}
	index[key] = only
}

// rowKey gives the key of the risk that a row of a follow-up is about: its
// number, else its text, else its action.
func (c *Case) rowKey(row *model.FollowUpRow) string {
	if k := c.rowNumber(row); k != "" {
		return k
	}
	return "text " + model.Key(row.Event.V+row.Action.V)
}

// rowNumber gives the key of a follow-up row's number, within its unit where units
// number for themselves and the row names one.
func (c *Case) rowNumber(row *model.FollowUpRow) string {
	if !c.units {
		return model.NumberKeyOf(row.Number)
	}
	return within(row.Unit.V, model.NumberKeyOf(row.Number))
}

// within gives the key of a number that means something in its unit only.
func within(unit, number string) string {
	if unit == "" || number == "" {
		return number
	}
	return model.Key(unit) + " " + number
}

// numberKey gives the key of the risk's number, that of steg 3 where steg 1
// has none, "" without number.
func (r *riskRef) numberKey() string { return r.key }

func (r *riskRef) makeNumberKey() string {
	unit := ""
	if r.entry != nil {
		unit = r.entry.Unit
	}
	if r.Number.OK {
		return within(unit, model.NumberKey(r.Number.V))
	}
	if r.PlanNumber.OK {
		return within(unit, model.NumberKey(r.PlanNumber.V))
	}
	return ""
}

// number gives the risk's number as written, "" without number.
func (r *riskRef) number() string {
	if r.Number.OK {
		return r.Number.V
	}
	return r.PlanNumber.V
}

// numberValue gives the cell of the risk's number.
func (r *riskRef) numberValue() model.Value[string] {
	if r.Number.OK {
		return r.Number
	}
	return r.PlanNumber
}

// identity names the risk in a finding's path: its number, or a hash of its
// text, or of what a plan that names no risks has instead.
func (r *riskRef) identity() string {
	text := r.Event.V
	if text == "" && len(r.Measures) > 0 && r.Measures[0].Action.OK {
		text = r.Area.V + " " + r.Measures[0].Action.V
	}
	return identity(r.numberKey(), text)
}

func identity(number, text string) string {
	if number != "" {
		return number
	}
	if text == "" {
		return "-"
	}
	h := fnv.New64a()
	h.Write([]byte(model.Key(text)))
	return fmt.Sprintf("%012x", h.Sum64()&0xffffffffffff)
}

// riskFinding starts a finding about a field of a risk.
func (c *Case) riskFinding(r *riskRef, field model.Field, at model.Source, variant string) Finding {
	f := c.tableFinding(&r.entry.Table, variant)
	f.Path += "/" + r.identity() + "/" + string(field)
	f.At = at
	f.Risk, f.Event = r.number(), r.Event.V
	f.Args["field"] = field
	return f
}

// tableFinding starts a finding about a table, standing at its heading.
func (c *Case) tableFinding(t *model.Table, variant string) Finding {
	return Finding{
		Variant: variant,
		Path:    fmt.Sprintf("%s/%d/%s", model.Key(c.Board), c.Year, t.Name),
		At:      t.At,
		Board:   c.Board,
		Year:    c.Year,
		Table:   t.Name,
		Args:    map[string]any{"table": t.Name},
	}
}
