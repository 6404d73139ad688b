// Package source holds what every importer is given ([Options], with the [Limits] of
// what a file may cost), how the cost is counted ([Budget]), and what every importer
// says when it cannot read a file ([Error]).
package source

import (
	"sort"
	"strings"

	"riskbok/rules/model"
)

// Options are what an importer may know beside the bytes.
type Options struct {
	Vocabulary *model.Vocabulary
	Budget     *model.BudgetWords     // nil: budgets are not read
	Meeting    *model.MeetingWords    // nil: meetings are not read
	Map        map[string]model.Field // headings as the user binds them; "": to leave out
	Limits     Limits
	Cost       *Budget // of this file; nil: a new one with Limits
}

// Error says why a file cannot be read. Code names reason and hint in the
// message catalogue; Args fill their placeholders.
type Error struct {
	Code string
	Args map[string]string
}

// Error gives the code and its arguments, for logs; users are shown the
// catalogue's text.
func (e *Error) Error() string {
	keys := make([]string, 0, len(e.Args))
	for k := range e.Args {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	var b strings.Builder
	b.WriteString(e.Code)
	for _, k := range keys {
		b.WriteString(" " + k + "=" + e.Args[k])
	}
	return b.String()
}
