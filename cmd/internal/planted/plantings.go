package planted

import "riskbok/rules/model"

// Plantings are the kinds of damage, at least one for each rule.
var Plantings = []Planting{
	{"wrong-value", wrongValue},
	{"impossible-value", impossibleValue},
	{"empty-value", emptyValue},
	{"wrong-formula", wrongFormula},
	{"wrong-treatment", wrongTreatment},
	{"empty-treatment", emptyTreatment},
	{"unknown-level", unknownLevel},
	{"missing-level", missingLevel},
	{"missing-levels", missingLevels},
	{"duplicate-number", duplicate},
	{"number-mismatch", mismatch},
	{"missing-action", missing("missing-action", model.FieldAction)},
	{"missing-owner", missing("missing-owner", model.FieldOwner)},
	{"missing-reporting", missing("missing-reporting", model.FieldReporting)},
	{"direction", direction},
	{"left-out-of-plan", leftOut(false)},
	{"left-out-of-follow-up", leftOut(true)},
	{"accepted-in-follow-up", accepted},
	{"unreported", unreported},
	{"stranger", stranger},
	{"dropped", dropped},
	{"other-text", disagree(model.FieldEvent, reword)},
	{"other-area", disagree(model.FieldArea, reword)},
	{"other-action", disagree(model.FieldAction, reword)},
	{"other-owner", disagree(model.FieldOwner, reword)},
	{"other-reporting", disagree(model.FieldReporting, func(string) string { return "Varje vecka" })},
	{"other-levels", otherLevels},
	{"other-board", otherBoard},
	{"other-day", otherDay},
	{"undecided", undecided},
	{"leftover-rows", leftovers},
}
