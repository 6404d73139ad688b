package correction

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/model"
)

type receiptJSON struct {
	Version   int             `json:"version"`
	Program   string          `json:"program"`
	Workbooks []receiptedJSON `json:"workbooks"`
	Accepted  []acceptedJSON  `json:"accepted,omitempty"`
}

// acceptedJSON is a finding that somebody has accepted as it is.
type acceptedJSON struct {
	File     string `json:"file"`
	Sheet    string `json:"sheet"`
	Cell     string `json:"cell"`
	Rule     string `json:"rule"`
	Risk     string `json:"risk"`
	Found    string `json:"found"`
	Expected string `json:"expected,omitempty"`
	Path     string `json:"path"`
	Reason   string `json:"reason"`
	By       string `json:"by"`
	Date     string `json:"date,omitempty"`
	Decision string `json:"decision,omitempty"`
}

type receiptedJSON struct {
	Input        fileJSON   `json:"input"`
	Output       *fileJSON  `json:"output"` // null where nothing was changed
	Log          string     `json:"log"`
	Edits        []editJSON `json:"edits"`
	Refused      []editJSON `json:"refused"`
	Recalculated int        `json:"recalculated"`
	Cleared      int        `json:"cleared"`
	Marked       int        `json:"marked"`             // cells in which something remains
	Unsigned     bool       `json:"unsigned,omitempty"` // digital signatures were removed
}

type fileJSON struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
	Bytes  int    `json:"bytes"`
}

type editJSON struct {
	Sheet         string `json:"sheet"`
	Cell          string `json:"cell"`
	Kind          string `json:"kind"`
	Before        string `json:"before"`
	After         string `json:"after"`
	BeforeFormula string `json:"beforeFormula,omitempty"`
	AfterFormula  string `json:"afterFormula,omitempty"`
	Rule          string `json:"rule"`
	Risk          string `json:"risk"`
	Why           string `json:"why"`
	Path          string `json:"path"`
	Suggested     bool   `json:"suggested,omitempty"`
	Reason        string `json:"reason,omitempty"`
	ReasonText    string `json:"reasonText,omitempty"`
}

// Receipt gives what was done as JSON: each workbook's name without folders,
// size and SHA-256 before and after, every edit that was made and every one that was
// refused, and what somebody has accepted as it is.
// The same inputs give the same receipt.
func Receipt(r *rules.Report, all []Corrected, opts output.Options) ([]byte, error) {
	out := receiptJSON{Version: 1, Program: "riskbok " + opts.Version, Workbooks: []receiptedJSON{}}
	for _, c := range all {
		w := receiptedJSON{Input: fileOf(r.FileName(c.Input.Name), c.Input.Data), Log: c.Log, Recalculated: c.Recalculated, Cleared: c.Cleared, Marked: c.Marked, Unsigned: c.Unsigned}
		if c.Output.Data != nil {
			f := fileOf(c.Output.Name, c.Output.Data)
			w.Output = &f
		}
		w.Edits, w.Refused = edits(c.Applied, opts), edits(c.Refused, opts)
		out.Workbooks = append(out.Workbooks, w)
	}
	out.Accepted = accepted(r)
	data, err := json.MarshalIndent(out, "", "  ")
	return append(data, '\n'), err
}

func accepted(r *rules.Report) []acceptedJSON {
	var out []acceptedJSON
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Open() {
			continue
		}
		a := acceptedJSON{
			File: r.FileOf(f.At), Sheet: r.Place(f.At).Sheet, Cell: f.At.Cell(), Rule: f.Rule, Risk: f.Risk, Found: f.Found, Expected: f.Expected,
			Path: f.Path, Reason: f.Accepted.Reason, By: f.Accepted.By, Decision: f.Accepted.Decision,
		}
		if f.Accepted.Date != (model.Date{}) {
			a.Date = f.Accepted.Date.String()
		}
		out = append(out, a)
	}
	return out
}

func fileOf(name string, data []byte) fileJSON {
	sum := sha256.Sum256(data)
	return fileJSON{name, hex.EncodeToString(sum[:]), len(data)}
}

func edits(changes []Change, opts output.Options) []editJSON {
	all := []editJSON{}
	for _, c := range changes {
		e := editJSON{Sheet: c.Sheet, Cell: c.Cell, Kind: string(c.Kind), Before: c.Before, After: c.After,
			BeforeFormula: c.BeforeFormula, AfterFormula: c.AfterFormula, Rule: c.Rule, Risk: c.Risk, Why: c.Why, Path: c.Path, Suggested: c.Suggested, Reason: c.Reason}
		if c.Reason != "" {
			e.ReasonText = Reason(opts.Lang, c)
		}
		all = append(all, e)
	}
	return all
}
