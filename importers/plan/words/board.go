package words

import "riskbok/importers/boards"

// Boards tells names of boards from other texts of a plan, beside its titles, too.
func (x *Index) Boards() *boards.Names { return x.boards }
