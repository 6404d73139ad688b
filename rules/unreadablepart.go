package rules

import (
	"strconv"

	"riskbok/rules/lang"
	"riskbok/rules/model"
)

var unreadablePart = Rule{Name: "unreadable-part", Severity: Error, Check: checkUnreadablePart}

func checkUnreadablePart(c *Case) []Finding {
	var out []Finding
	for _, d := range c.Damage {
		f := Finding{Variant: "part", Path: model.Key(c.Board) + "/" + strconv.Itoa(c.Year) + "/" + d.Code + "/" + strconv.Itoa(int(d.At.Place)), At: d.At, Board: c.Board, Year: c.Year}
		f.Args = map[string]any{"problem": Problem{Code: d.Code, Args: d.Args}}
		out = append(out, f)
	}
	return out
}

// Problem is an argument of a message that is itself a text of the catalogue:
// why a part could not be read and what to do.
type Problem struct {
	Code string
	Args map[string]string
}

// Key gives the beginning of the problem's keys in the catalogue: where a limit was
// reached those of what there was too much of, if it has texts of its own.
func (p Problem) Key(cat *lang.Catalog) string {
	if key := "problem." + p.Code + "." + p.Args["cost"]; p.Args["cost"] != "" && cat.Has(key+".reason") {
		return key
	}
	return "problem." + p.Code
}

// More says how many more places of a document a damage stands for, and where;
// "" for one of its own.
func (p Problem) More(cat *lang.Catalog) string {
	switch n, where := p.Args[model.MorePlaces], p.Args[model.WherePlaces]; {
	case n == "":
		return ""
	case where == "":
		return cat.T("problem.more", "n", n)
	default:
		return cat.T("problem.more-at", "n", n, "where", where)
	}
}
