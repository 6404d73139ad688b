// Package rules judges what documents say. [All] lists the rules, [Check]
// groups documents into books, gives each register its scale and runs them.
// Rules are pure functions of the model.
package rules

import "riskbok/rules/model"

// Rule is one thing that can be wrong with a board's documents. Name is
// kebab-case and states the fault; its page lies beside its file.
type Rule struct {
	Name     string
	Severity Severity
	Check    func(*model.Book, *Settings) []Finding
}

// Settings are what the user may decide about the judgement.
type Settings struct {
	AsOf       model.Date          // periods due by this day must be filled; zero: off
	Scale      *model.Scale        // the user's configured scale; nil: none
	Aliases    map[string][]string // a board's name → its other names
	Severities map[string]Severity // rule → severity, where not the rule's own
	Vocabulary *model.Vocabulary
}

// Check groups documents into books and runs every rule that is not off on
// each. Findings are sorted by place and rule.
func Check(docs []*model.Document, s Settings) ([]*model.Book, []Finding) { return nil, nil }
