package rules

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"riskbok/rules/model"
	"riskbok/rules/scales"
)

var formulaBroken = Rule{Name: "formula-broken", Severity: Warning, Fix: Safe, Check: checkFormulaBroken}

// checkFormulaBroken looks at the value and treatment columns: a typed value
// where the column has formulas, a formula unlike its neighbours, an error
// value, a stored result that is stale, a value that depends on itself. Rows without two valid levels are passed
// over: what their cells should show is not known, and the levels are what is to
// be mended first.
func checkFormulaBroken(c *Case) []Finding {
	out := brokenAmounts(c)
	for i := range c.Registers {
		for _, r := range c.byEntry[&c.Registers[i]] {
			for a := range r.assessed() {
				if !a.verdict.Valid {
					continue
				}
				out = append(out, c.brokenCell(r, a, formulaCell{model.FieldScore, a.Score.Raw, a.Score.Formula, a.Fresh.Score, a.Score.At, a.Circle})...)
				out = append(out, c.brokenCell(r, a, formulaCell{model.FieldTreatment, a.Treatment.Raw, a.Treatment.Formula, a.Fresh.Treatment, a.Treatment.At, nil})...)
			}
		}
	}
	return out
}

// brokenAmounts finds the error values of a spreadsheet among the amounts of
// budgets.
func brokenAmounts(c *Case) []Finding {
	var out []Finding
	for _, b := range c.Budgets {
		for i := range b.Lines {
			for col, v := range b.Lines[i].Amounts {
				if v.OK || !isErrorValue(model.Clean(v.Raw)) {
					continue
				}
				f := budgetFinding(c.Board, c.Year, b, i, col, decimal.Decimal{})
				f.Variant, f.Expected, f.Args["value"] = "error-amount", "", model.Clean(v.Raw)
				out = append(out, f)
			}
		}
	}
	return out
}

type formulaCell struct {
	field               model.Field
	raw, formula, fresh string
	at                  model.Source
	circle              *model.Source
}

// brokenCell judges one cell of a column against the column's usual formula.
func (c *Case) brokenCell(r *riskRef, a *assessed, cell formulaCell) []Finding {
	col := c.column(a, cell.field)
	usual := col.at(cell.at.Row)
	variant := ""
	if cell.raw == "" && lostReference(cell.formula) {
		cell.raw = refError
	}
	switch {
	case cell.circle != nil && cell.circle.Cell() == cell.at.Cell() && cell.circle.Place == cell.at.Place:
		variant = "circular"
	case cell.circle != nil:
		variant = "circular-other"
	case cell.formula != "" && isErrorValue(cell.raw):
		variant = "error-value"
	case cell.fresh != "" && (usual == "" || usual == cell.formula):
		variant = "stale"
	case usual == "" || cell.raw == "":
		return nil
	case cell.formula == "":
		variant = "typed"
	case cell.formula != usual:
		variant = "unlike"
	default:
		return nil
	}
	f := c.assessedFinding(r, a, cell.field, cell.at, variant)
	f.Found = cell.raw
	if cell.formula != "" {
		f.Found = "=" + cell.formula
	}
	f.Args["formula"], f.Args["value"] = "="+usual, cell.raw
	if cell.circle != nil {
		f.Args["other"] = *cell.circle
	}
	f.Fix = &Fix{Class: Judgement}
	expected, kind := expects(a.verdict, cell.field)
	if variant == "stale" {
		f.Found, f.Expected = cell.raw, cell.fresh
		if model.Key(cell.fresh) == model.Key(expected) {
			f.Fix = &Fix{Class: Safe, Edits: []Edit{{At: cell.at, Kind: Recalculate, Old: cell.formula, New: expected, Result: expected}}}
		}
		return []Finding{f}
	}
	if expected == "" || usual == "" || usual == cell.formula {
		return []Finding{f}
	}
	f.Expected = "=" + usual
	f.Fix = recompute(col, cell.at, cell.raw, cell.formula, expected, kind)
	if model.Key(cell.raw) == model.Key(expected) {
		f.Fix.Class = Suggested // the cell says the right thing today
	}
	return []Finding{f}
}

// expects gives what a verdict says a field must show, "" where it says
// nothing.
func expects(v scales.Verdict, field model.Field) (string, EditKind) {
	switch {
	case !v.Valued:
		return "", SetText
	case field == model.FieldScore:
		return strconv.Itoa(v.Score), SetNumber
	case v.Treatment != nil:
		return v.Treatment.Label, SetText
	}
	return "", SetText
}

// refError is what a formula shows, and has in its text, that refers to a cell
// which was deleted.
const refError = "#REF!"

// lostReference reports whether a formula refers to a cell that was deleted: it
// shows an error, whether a result is stored or not.
func lostReference(formula string) bool { return strings.Contains(formula, refError) }

// isErrorValue reports whether a cell shows a spreadsheet's error value.
func isErrorValue(text string) bool {
	return len(text) > 2 && text[0] == '#' && strings.ToUpper(text) == text
}
