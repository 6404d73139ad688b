package model

// NotChecked is what looks like something that riskbok judges and could not be
// read, or not wholly, as its importer saw it. Part says that the rest of it was
// read; else nothing of it was. Columns are its headings, left to right, each
// with the field that it was weighed for ("" for none). Suggest are arguments
// of --map that would settle it, the likeliest first. Args fill the
// placeholders of the message.
type NotChecked struct {
	What    Subject
	Why     NotCheckedReason
	Part    bool
	Table   string // the sheet's name, or the title above the table
	Columns []Column
	Suggest []string
	Args    map[string]string
	At      Source
}

// Subject is what a table or text looks like.
type Subject string

// The subjects of [NotChecked].
const (
	SubjectRegister Subject = "register"
	SubjectPlan     Subject = "plan"
	SubjectFollowUp Subject = "follow-up"
	SubjectScale    Subject = "scale"
	SubjectBudget   Subject = "budget"
	SubjectMeeting  Subject = "meeting"
)

// NotCheckedReason says why something was not checked; it names the variant of
// the rule's message.
type NotCheckedReason string

// The reasons of [NotChecked]. The first four are of whole tables, the others
// of parts.
const (
	NotUnderstood  NotCheckedReason = "not-understood"  // levels or values without what they need beside them
	UnclearColumns NotCheckedReason = "unclear-columns" // several columns could be one field
	UnknownColumns NotCheckedReason = "unknown-columns" // columns of a table that only its cells made known
	UnknownPeriod  NotCheckedReason = "unknown-period"  // columns of a follow-up that may be of a period no heading names
	UnknownForm    NotCheckedReason = "unknown-form"    // factors or percentages that no rule computes
	Unjoined       NotCheckedReason = "unjoined"        // rows that go on without their heading
	UnusedCells    NotCheckedReason = "unused-cells"    // levels, treatments or amounts that are used nowhere
	NoItems        NotCheckedReason = "no-items"        // a meeting that is named, and no matter of it
	AgendaOnly     NotCheckedReason = "agenda-only"     // a meeting of which only the agenda was read
	NoDecision     NotCheckedReason = "no-decision"     // a matter of minutes of which no decision was read
	UnreadScale    NotCheckedReason = "unread-scale"    // thresholds or levels that were stated and not understood
)
