// Package rules judges what documents say. [All] lists the rules; [Check]
// groups documents into books, gives each register its scale and runs them.
// Rules are pure functions of the model. Each rule has a file of its own, named as
// the rule is without hyphens ("risk-value" in riskvalue.go), and beside it a page in
// every language: what it says, why it matters and how to settle it. A file whose
// name begins with a rule's ("scaledefinitionranges.go") is a part of that rule. What
// several rules use stands in files named for what it is: [Case], the book under
// judgement with its indexes, is in case.go.
package rules

import "riskbok/rules/model"

// Rule is one thing that can be wrong with a board's documents. Name is
// kebab-case and states the fault; it tells the names of its file and pages. Fix is the
// most that the program can offer to do about it.
type Rule struct {
	Name     string
	Severity Severity
	Fix      FixClass
	Check    func(*Case) []Finding
}

// All lists the rules in the order in which a reader meets them.
var All = []Rule{
	riskValue,
	treatment,
	unknownLevel,
	missingLevel,
	missingEvent,
	swappedLevels,
	levelLabel,
	duplicateNumber,
	numberMismatch,
	missingAction,
	missingOwner,
	missingReporting,
	direction,
	planMembership,
	followUpMissing,
	followUpUnknown,
	followUpCollected,
	sheetDisagreement,
	undecided,
	templateRows,
	scaleDefinition,
	formulaBroken,
	yearDrift,
	budgetTotal,
	budgetNet,
	budgetDeviation,
	budgetForecast,
	allocationTotal,
	weekday,
	chairRotation,
	caseNumber,
	staleAcceptance,
	notChecked,
	unreadablePart,
	unread,
}

// Settings are what the user may decide about the judgement.
type Settings struct {
	AsOf       model.Date              // periods due by this day must be filled; zero: off
	Scale      *model.Scale            // the user's configured scale; nil: none
	Templates  func() []model.Template // those whose headings tell a scale, first ones first; nil: none
	Aliases    map[string][]string     // a board's name → its other names
	Severities map[string]Severity     // rule → severity, where not the rule's own
	Vocabulary *model.Vocabulary
}

// Only gives the settings with every rule off but one, which stays as it is set.
func (s Settings) Only(name string) Settings {
	severities := make(map[string]Severity, len(All))
	for _, r := range All {
		if severity, set := s.Severities[r.Name]; r.Name != name {
			severities[r.Name] = Off
		} else if set {
			severities[r.Name] = severity
		}
	}
	s.Severities = severities
	return s
}
