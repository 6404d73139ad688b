// Package baseline reads and writes the file of accepted findings, a YAML file
// that people edit: [Parse] reads it, [Append] adds findings to it without
// touching what stands there. What an acceptance covers is for rules.Accept to
// say.
package baseline

import (
	"fmt"
	"sort"
	"strings"

	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// Kind is the kind of the document that stands for a baseline file in a
// report, so that what is found in it has a file and a line.
const Kind model.Kind = "baseline"

// Document gives the document that stands for a baseline file. It holds
// nothing that is judged.
func Document(id int32, file string) *model.Document {
	return &model.Document{ID: id, File: file, Kind: Kind, Places: []model.Place{{File: file}}}
}

// Error is a fault in a baseline file. Code names the text in the catalogue
// ("findings.baseline.CODE"), Args fill its placeholders.
type Error struct {
	Line int // from 1
	Code string
	Args map[string]string
}

// Error gives line, code and arguments, for logs.
func (e *Error) Error() string {
	parts := []string{fmt.Sprintf("line %d: %s", e.Line, e.Code)}
	for k, v := range e.Args {
		parts = append(parts, k+"="+v)
	}
	sort.Strings(parts[1:])
	return strings.Join(parts, " ")
}

// Text gives the fault in the user's words.
func (e *Error) Text(cat *lang.Catalog) string {
	return cat.T("findings.baseline.line", "line", e.Line, "text", lang.Fill(cat.T("findings.baseline."+e.Code), e.Args))
}

func fault(line int, code string, pairs ...string) error {
	args := map[string]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		args[pairs[i]] = pairs[i+1]
	}
	return &Error{Line: max(line, 1), Code: code, Args: args}
}

// version is the number of the file's format.
const version = "1"

// The keys of the file, and of one acceptance in the order they are written.
var (
	topKeys = []string{"version", "accepted"}
	keys    = []string{"finding", "risk", "found", "expected", "reason", "by", "date", "decision"}
)
