package correction

import (
	"fmt"
	"strings"

	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/lang"
)

// Reason says, for users, why an edit was refused.
func Reason(cat *lang.Catalog, c Change) string {
	return cat.T("correction.refused."+c.Reason, "found", quoted(cat, c.Found), "old", quoted(cat, c.Before), "new", quoted(cat, c.After))
}

func quoted(cat *lang.Catalog, s string) string {
	if s == "" {
		return cat.T("correction.empty")
	}
	return cat.T("correction.quoted", "text", s)
}

// The colours of a diff on a terminal.
const (
	red, green, yellow, bold, uncoloured = "\x1b[31m", "\x1b[32m", "\x1b[33m", "\x1b[1m", "\x1b[0m"
)

// Diff gives the edits as text, for the user who wants to see before anything
// is written: by workbook and cell, what stands there and what would.
func Diff(r *rules.Report, all []Corrected, opts output.Options) []byte {
	paint := func(colour, s string) string {
		if !opts.Color {
			return s
		}
		return colour + s + uncoloured
	}
	var b strings.Builder
	for i, c := range all {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintln(&b, paint(bold, r.FileName(c.Input.Name)))
		for _, e := range c.Applied {
			head := header(opts.Lang, e)
			if e.Suggested {
				head += "  " + opts.Lang.T("correction.suggested")
			}
			fmt.Fprintf(&b, "  %s\n", head)
			fmt.Fprintln(&b, paint(red, "  - "+oneLine(opts.Lang, e.before())))
			fmt.Fprintln(&b, paint(green, "  + "+oneLine(opts.Lang, e.after())))
		}
		for _, e := range c.Refused {
			fmt.Fprintf(&b, "  %s\n", header(opts.Lang, e))
			fmt.Fprintln(&b, paint(yellow, "  ! "+strings.ReplaceAll(Reason(opts.Lang, e), "\n", " ")))
		}
		fmt.Fprintf(&b, "  %s\n", summary(opts.Lang, c.Result))
	}
	return []byte(b.String())
}

func header(cat *lang.Catalog, c Change) string {
	head := strings.Join(strings.Fields(c.Sheet+" "+c.Cell+" "+c.Risk), " ")
	return cat.T("findings.placed", "place", head, "message", rules.Title(cat, c.Rule))
}

func oneLine(cat *lang.Catalog, text string) string {
	s := strings.ReplaceAll(text, "\n", " ")
	if s == "" {
		return cat.T("correction.empty")
	}
	return s
}

// summary counts what was done to a workbook.
func summary(cat *lang.Catalog, r *Result) string {
	parts := []string{cat.N("correction.applied", len(r.Applied))}
	if n := len(r.Refused); n > 0 {
		parts = append(parts, cat.N("correction.not-applied", n))
	}
	if r.Recalculated > 0 {
		parts = append(parts, cat.N("correction.recalculated", r.Recalculated))
	}
	if r.Cleared > 0 {
		parts = append(parts, cat.N("correction.cleared", r.Cleared))
	}
	return strings.Join(parts, " ")
}
