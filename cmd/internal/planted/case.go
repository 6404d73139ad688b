package planted

import (
	"fmt"
	"math/rand/v2"
	"slices"
)

// Case is one workbook with planted errors, or several that belong together.
type Case struct {
	Layout  string
	Seed    uint64
	Planted []string // names of the plantings, in order
	Drafts  []*Draft
	Files   [][]byte
	Want    []Expected

	rand   *rand.Rand
	varies *rand.Rand // draws for the variation, so that the plan is the same without it
	wants  []Want
	errors []Want // those of the wants that were planted
}

// Options say what a case is made of. The zero value is one workbook of one
// board and year without errors.
type Options struct {
	Errors int      // how many plantings at most
	Only   []string // names of the plantings that may be used; empty: all
	Except []string // names of those that may not
	Twin   Twin     // a second plan in the same workbook
	Apart  bool     // each table in a workbook of its own
	Vary   Variation
}

// Twin is a second plan beside the first.
type Twin int

// The twins.
const (
	Alone Twin = iota
	OtherYear
	OtherBoard
)

// Make writes the case of a layout and a seed. Its error is [ErrNoRoom] where
// the layout has no room for the variation.
func Make(m Maker, seed uint64, o Options) (*Case, error) {
	r := rand.New(rand.NewPCG(seed, 0x7269736b626f6b))
	layout := m.Make(r)
	c := &Case{Layout: m.Name, Seed: seed, rand: r, varies: rand.New(rand.NewPCG(seed, 0x76617279))}
	if err := varied(o.Vary.Layout, c.varies, &layout); err != nil {
		return nil, err
	}
	plans := []*Plan{Clean(r, layout.Scale, layout.Periods, layout.Risks)}
	if o.Twin != Alone {
		plans = append(plans, plans[0].twin(r, o.Twin, layout.Risks))
	}
	for i := range plans {
		c.lay(&layout, plans, i, o)
	}
	for _, d := range c.Drafts {
		if err := varied(o.Vary.Draft, c.varies, d); err != nil {
			return nil, err
		}
		c.wants = append(c.wants, d.claims...)
		c.errors = append(c.errors, d.claims...)
	}
	if err := c.write(o); err != nil {
		return nil, err
	}
	for _, w := range c.wants {
		c.Want = append(c.Want, w.Resolve())
	}
	return c, nil
}

// twin makes a second plan on the same scale.
func (p *Plan) twin(r *rand.Rand, t Twin, risks int) *Plan {
	other := Clean(r, p.Scale, p.Periods, risks)
	if t == OtherYear {
		other.Board = p.Board
		other.move(p.Year + 1)
	} else {
		other.Board = "Valnämnden"
		other.move(p.Year)
	}
	return other
}

// lay adds a draft of one of the plans and plants errors in it.
func (c *Case) lay(layout *Layout, plans []*Plan, i int, o Options) {
	d := layout.Lay(c.rand, plans[i])
	d.sharing = plans
	d.second = i > 0
	for _, s := range d.Sheets {
		if i > 0 {
			s.Name += fmt.Sprintf(" %d", i+1)
		}
	}
	c.Drafts = append(c.Drafts, d)
	c.wants = append(c.wants, d.standing...)
	n := 0
	for _, i := range c.rand.Perm(len(Plantings)) {
		p := Plantings[i]
		if n >= o.Errors {
			break
		}
		if len(o.Only) > 0 && !slices.Contains(o.Only, p.Name) || slices.Contains(o.Except, p.Name) || slices.Contains(o.Vary.Except, p.Name) {
			continue
		}
		if w := p.Plant(d); len(w) > 0 {
			c.wants = append(c.wants, w...)
			c.errors = append(c.errors, w...)
			c.Planted = append(c.Planted, p.Name)
			n++
		}
	}
}

func (c *Case) write(o Options) error {
	var sheets []*Sheet
	for _, d := range c.Drafts {
		sheets = append(sheets, d.Sheets...)
	}
	groups := [][]*Sheet{sheets}
	if o.Apart {
		groups = nil
		for _, s := range sheets {
			groups = append(groups, []*Sheet{s})
		}
	}
	for _, g := range groups {
		drawn := &book{g[0].draft.canvases(g)}
		if o.Vary.sheets != nil && !o.Vary.sheets(c.varies, g[0].draft, drawn) {
			return ErrNoRoom
		}
		data, err := workbook(drawn.sheets)
		if err != nil {
			return err
		}
		c.Files = append(c.Files, data)
	}
	return nil
}
