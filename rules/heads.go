package rules

import "riskbok/rules/model"

// headDisagreements compares what stands above the tables of a book: the
// board's name and the dates. Each place is compared
// with the first that says something.
func (c *Case) headDisagreements() []Finding {
	var out []Finding
	var board model.Value[string]
	seen := map[model.Source]bool{}
	boards := func(t *model.Table) {
		for _, h := range t.Heads {
			v := h.Board
			if !v.OK || seen[v.At] {
				continue
			}
			seen[v.At] = true
			switch {
			case !board.OK:
				board = v
			case c.boardKey(v.V) != c.boardKey(board.V):
				f := c.tableFinding(t, "board")
				f.Path += "/board"
				f.At = v.At
				out = append(out, c.differs(f, board.At, v.V, board.V))
			}
		}
	}
	var established, decided model.Value[model.Date]
	dates := func(t *model.Table, v model.Value[model.Date], first *model.Value[model.Date], variant string) {
		if !v.OK || seen[v.At] {
			return
		}
		seen[v.At] = true
		switch {
		case !first.OK:
			*first = v
		case v.V != first.V:
			f := c.tableFinding(t, variant)
			f.Path += "/" + variant
			f.At = v.At
			out = append(out, c.differs(f, first.At, v.V.String(), first.V.String()))
		}
	}
	for i := range c.Registers {
		t := &c.Registers[i].Table
		boards(t)
		for _, h := range t.Heads {
			dates(t, h.Established, &established, "established")
			dates(t, h.Decided, &decided, "decided")
		}
	}
	for _, fu := range c.FollowUps {
		boards(&fu.Table)
		for _, h := range fu.Heads {
			dates(&fu.Table, h.Established, &established, "established")
			dates(&fu.Table, h.Decided, &decided, "decided")
		}
	}
	return out
}
