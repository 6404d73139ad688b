// Package overview tells what a regeneration made of an archive: a row for each
// board and year, and a line for each file. Start with [Overview]; [RowOf] counts
// one board's year.
package overview

import (
	"slices"
	"strconv"
	"strings"

	"riskbok/exporters/summary"
	"riskbok/rules"
	"riskbok/rules/compare"
	"riskbok/rules/model"
	"riskbok/rules/scales"
)

// Overview is a whole archive. Year is the one that boards are expected to have
// sent something for. Rows are in the order of boards and years, Files in that of
// their paths.
type Overview struct {
	Year      int        `json:"year"`
	Rows      []Row      `json:"rows"`
	Files     []File     `json:"files"`
	Spellings []Spelling `json:"spellings,omitempty"`
}

// Row is one board's year. Missing is one that sent nothing, Unread one of which
// nothing could be read; they have no figures. OnlyBudget is one that sent no plan.
// DecidedBy is the file of minutes that tell when the plan was decided, where the
// plan does not.
// Files are the paths of what it was made of, Outputs the names of what was
// written of it below the output folder.
type Row struct {
	Board      string      `json:"board"`
	Year       int         `json:"year"`
	Missing    bool        `json:"missing,omitempty"`
	Unread     bool        `json:"unread,omitempty"`
	OnlyBudget bool        `json:"onlyBudget,omitempty"`
	Errors     int         `json:"errors"`
	Warnings   int         `json:"warnings"`
	NotChecked int         `json:"notChecked"`
	Risks      int         `json:"risks"`
	Treatments []Treatment `json:"treatments,omitempty"`
	Highest    *Risk       `json:"highest,omitempty"`
	Decided    model.Date  `json:"decided,omitzero"`
	DecidedBy  string      `json:"decidedBy,omitempty"`
	Change     *Change     `json:"change,omitempty"`
	OffScale   int         `json:"offScale,omitempty"` // levels that the chosen template's scale has no counterpart for
	Stale      bool        `json:"stale,omitempty"`    // something has changed since that the run was not to look at
	Files      []string    `json:"files,omitempty"`
	Outputs    Outputs     `json:"outputs,omitzero"`
}

// Treatment is how many risks need one treatment, as the scale names it.
type Treatment struct {
	Label string `json:"label"`
	Risks int    `json:"risks"`
}

// Risk is one risk by number, text and recomputed value.
type Risk struct {
	Number string `json:"number,omitempty"`
	Event  string `json:"event,omitempty"`
	Value  int    `json:"value"`
}

// Change is what became of last year's risks.
type Change struct {
	Added   int `json:"added"`
	Dropped int `json:"dropped"`
	Raised  int `json:"raised"`
	Lowered int `json:"lowered"`
}

// Outputs are the names of the files that were written of a board's year, one of a
// kind but for a file that names neither board nor year. Kept are those of them that
// somebody has changed and that were therefore left as they are, Unwritten those that
// could not be written.
type Outputs struct {
	Plans     []string `json:"plans,omitempty"`
	Budgets   []string `json:"budgets,omitempty"`
	Lists     []string `json:"lists,omitempty"`
	Kept      []string `json:"kept,omitempty"`
	Unwritten []string `json:"unwritten,omitempty"`
}

// State is what became of a file.
type State string

// What becomes of a file.
const (
	Used       State = "used"        // it is part of a row
	Older      State = "older"       // another version leads instead of it: Lead
	NoWorkbook State = "no-workbook" // it holds nothing that a workbook is made of, as minutes
	NotRead    State = "not-read"    // it could not be read: Problem
	NoTable    State = "no-table"    // it holds nothing that riskbok knows: Problem
	Passed     State = "passed"      // it is of a kind that is not read
	Outside    State = "outside"     // it is of a board or year that the run was not about, and no row is there yet
)

// File is what became of one file. Rows name the boards' years it is part of.
// Problem is why nothing came of it. BoardBy and YearBy say by what a
// board or year is known that the document does not state, "" where it does.
// Beside are other files of one kind that count as the same board's year.
// Heading is the year in its heading where its path has another, PathYear; Same is
// then a file of the year in the heading that says the same, else one that is the same to
// the byte and another board's or year's. Why is the reason why Lead
// leads, as in "overview.remark.lead.WHY". Made says that riskbok wrote the workbook
// and that nobody has changed it since.
type File struct {
	Name     string   `json:"name"`
	State    State    `json:"state"`
	Rows     []RowKey `json:"rows,omitempty"`
	Lead     string   `json:"lead,omitempty"`
	Why      string   `json:"why,omitempty"`
	Copy     bool     `json:"copy,omitempty"` // it is the same as Lead to the byte
	Beside   []string `json:"beside,omitempty"`
	Problem  *Problem `json:"problem,omitempty"`
	BoardBy  string   `json:"boardBy,omitempty"`
	YearBy   string   `json:"yearBy,omitempty"`
	Heading  int      `json:"heading,omitempty"`
	PathYear int      `json:"pathYear,omitempty"`
	Same     string   `json:"same,omitempty"`
	Made     bool     `json:"made,omitempty"`
	Far      bool     `json:"far,omitempty"` // its year is too far ahead to be meant

	// the board that its file or folder names, where the document names another
	PathBoard string `json:"pathBoard,omitempty"`
}

// Twins reports whether two paths look the same and are not: a letter with a mark is
// saved as one character in the one and as two in the other.
func Twins(a, b string) bool { return a != b && model.Clean(a) == model.Clean(b) }

// Problem is why nothing came of a file: a code of the message catalogue and what
// fills its text, see [summary.Problem].
type Problem struct {
	Code string            `json:"code"`
	Args map[string]string `json:"args,omitempty"`
}

// RowKey names a row.
type RowKey struct {
	Board string `json:"board"`
	Year  int    `json:"year"`
}

// Spelling are two names that are likely one board's.
type Spelling struct {
	Name     string `json:"name"`
	Spelling string `json:"spelling"`
}

// YAML gives the line for riskbok.yaml, below "boards:", that joins the two names.
func (s Spelling) YAML() string { return entry(s.Name, s.Spelling) }

// entry is a key of "boards:" and the other names that it has.
func entry(name string, others ...string) string {
	quoted := make([]string, len(others))
	for i, o := range others {
		quoted[i] = strconv.Quote(o)
	}
	return strconv.Quote(name) + ": [" + strings.Join(quoted, ", ") + "]"
}

// YAML gives the lines for riskbok.yaml that join names: one key for each board, all
// below one "boards:". others are the names that a board has there already.
func YAML(list []Spelling, others map[string][]string) string {
	var names []string
	spellings := map[string][]string{}
	for _, s := range list {
		if spellings[s.Name] == nil {
			names = append(names, s.Name)
			spellings[s.Name] = slices.Clone(others[s.Name])
		}
		spellings[s.Name] = append(spellings[s.Name], s.Spelling)
	}
	out := "boards:"
	for _, name := range names {
		out += "\n  " + entry(name, spellings[name]...)
	}
	return out
}

// RowOf counts the books of a report, which are one board's year; before are the
// same board's of the year before. Board, year and names of files are left to the
// caller.
func RowOf(r *rules.Report, before []*model.Book, aliases map[string][]string) Row {
	s := summary.Of(r)
	row := Row{Errors: s.Errors, Warnings: s.Warnings, NotChecked: s.NotChecked, Risks: s.Risks}
	for _, b := range r.Books {
		row.risks(b)
		for _, t := range b.Tables() {
			for _, h := range t.Heads {
				if h.Decided.OK && row.Decided.Before(h.Decided.V) {
					row.Decided = h.Decided.V
				}
			}
		}
	}
	if len(before) > 0 {
		row.Change = changeOf(before, r.Books, aliases)
	}
	return row
}

// risks counts treatments and finds the highest risk. A risk that stands in several
// tables counts once, as the first of them that values it does.
func (row *Row) risks(b *model.Book) {
	for _, at := range summary.Distinct(b) {
		first := &at.Risk.Assessment
		v := scales.Judge(at.Entry.Scale, first)
		if !v.Valued {
			continue
		}
		if row.Highest == nil || v.Score > row.Highest.Value {
			row.Highest = &Risk{at.Risk.Number.V, at.Risk.Event.V, v.Score}
		}
		if v.Treatment != nil {
			row.treated(v.Treatment.Label)
		}
	}
}

func (row *Row) treated(label string) {
	for i := range row.Treatments {
		if model.Key(row.Treatments[i].Label) == model.Key(label) {
			row.Treatments[i].Risks++
			return
		}
	}
	row.Treatments = append(row.Treatments, Treatment{label, 1})
}

func changeOf(before, books []*model.Book, aliases map[string][]string) *Change {
	for _, p := range compare.Compare(before, books, aliases).Pairs {
		if len(p.Items) == 0 {
			continue
		}
		n := compare.Counts(p.Items)
		return &Change{n[compare.Added], n[compare.Dropped], n[compare.Raised], n[compare.Lowered]}
	}
	return nil
}
