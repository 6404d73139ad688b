// Package overview tells what a regeneration made of an archive: a row for each
// board and year, and a line for each file. Start with [Overview]; [RowOf] counts
// one board's year.
package overview

import (
	"slices"

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

// Row is one board's year. Missing is one that sent nothing; it has no figures.
// Files are the paths of what it was made of, Outputs the names of what was
// written of it below the output folder.
type Row struct {
	Board      string      `json:"board"`
	Year       int         `json:"year"`
	Missing    bool        `json:"missing,omitempty"`
	Errors     int         `json:"errors"`
	Warnings   int         `json:"warnings"`
	NotChecked int         `json:"notChecked"`
	Risks      int         `json:"risks"`
	Treatments []Treatment `json:"treatments,omitempty"`
	Highest    *Risk       `json:"highest,omitempty"`
	Decided    model.Date  `json:"decided,omitzero"`
	Change     *Change     `json:"change,omitempty"`
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

// Outputs are the names of the files that were written of a board's year, "" for
// one that there is not. Kept are those of them that somebody has changed and that
// were therefore left as they are.
type Outputs struct {
	Plan   string   `json:"plan,omitempty"`
	Budget string   `json:"budget,omitempty"`
	List   string   `json:"list,omitempty"`
	Kept   []string `json:"kept,omitempty"`
}

// State is what became of a file.
type State string

// What becomes of a file.
const (
	Used       State = "used"        // it is part of a row
	Older      State = "older"       // another version leads instead of it: Lead
	NoWorkbook State = "no-workbook" // it holds nothing that a workbook is made of, as minutes
	NotRead    State = "not-read"    // it could not be read: Reason
	NoTable    State = "no-table"    // it holds nothing that riskbok knows: Reason
	Passed     State = "passed"      // it is of a kind that is not read
)

// File is what became of one file. Rows name the boards' years it is part of.
// Reason is what could not be read, in words. BoardBy and YearBy say by what a
// board or year is known that the document does not state, "" where it does.
// Heading is the year in its heading where its path has another, PathYear.
type File struct {
	Name     string   `json:"name"`
	State    State    `json:"state"`
	Rows     []RowKey `json:"rows,omitempty"`
	Lead     string   `json:"lead,omitempty"`
	Reason   string   `json:"reason,omitempty"`
	BoardBy  string   `json:"boardBy,omitempty"`
	YearBy   string   `json:"yearBy,omitempty"`
	Heading  int      `json:"heading,omitempty"`
	PathYear int      `json:"pathYear,omitempty"`
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

// RowOf counts a book of a report that holds nothing else; before is the same
// board's book of the year before, nil where there is none. Names of files are
// left to the caller.
func RowOf(r *rules.Report, b, before *model.Book, aliases map[string][]string) Row {
	s := summary.Of(r)
	row := Row{Board: b.Board, Year: b.Year, Errors: s.Errors, Warnings: s.Warnings, NotChecked: s.NotChecked, Risks: s.Risks}
	row.risks(b)
	for _, t := range b.Tables() {
		for _, h := range t.Heads {
			if h.Decided.OK && row.Decided.Before(h.Decided.V) {
				row.Decided = h.Decided.V
			}
		}
	}
	if before != nil {
		row.Change = changeOf(before, b, aliases)
	}
	return row
}

// risks counts treatments and finds the highest risk, of the analyses, or of the
// plans where there is no analysis.
func (row *Row) risks(b *model.Book) {
	analyses := slices.ContainsFunc(b.Registers, func(e model.Entry) bool { return e.Analysis && len(e.Risks) > 0 })
	for i := range b.Registers {
		e := &b.Registers[i]
		if analyses && !e.Analysis {
			continue
		}
		for j := range e.Risks {
			r := &e.Risks[j]
			first := r.First()
			v := scales.Judge(e.Scale, &first)
			if !v.Valued {
				continue
			}
			if row.Highest == nil || v.Score > row.Highest.Value {
				row.Highest = &Risk{r.Number.V, r.Event.V, v.Score}
			}
			if v.Treatment != nil {
				row.treated(v.Treatment.Label)
			}
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

func changeOf(before, b *model.Book, aliases map[string][]string) *Change {
	for _, p := range compare.Compare([]*model.Book{before}, []*model.Book{b}, aliases).Pairs {
		if len(p.Items) == 0 {
			continue
		}
		n := compare.Counts(p.Items)
		return &Change{n[compare.Added], n[compare.Dropped], n[compare.Raised], n[compare.Lowered]}
	}
	return nil
}
