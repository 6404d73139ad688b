package rewrite

import (
	"math/rand/v2"
	"os"
	"path/filepath"

	"riskbok/config"
	"riskbok/rules"
	"riskbok/rules/model"
)

// Case is one report to write workbooks of, with the files it was read from.
type Case struct {
	Name   string
	Report *rules.Report
	Inputs map[int32]model.File
}

// Cases gives the samples of a folder, a board with a budget, and so many
// invented plans as they would be typed.
func Cases(samples string, invented int) ([]Case, error) {
	var out []Case
	names, err := filepath.Glob(filepath.Join(samples, "*.xlsx"))
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if out, err = add(out, filepath.Base(name), data); err != nil {
			return nil, err
		}
	}
	data, err := Money("Hamnnämnden", 2026)
	if err == nil {
		out, err = add(out, "budget.xlsx", data)
	}
	if err != nil {
		return nil, err
	}
	templates, err := config.Templates()
	if err != nil {
		return nil, err
	}
	for i := range invented {
		t := &templates[i%len(templates)]
		r := Invent(rand.New(rand.NewPCG(uint64(i), 5)), &t.Scale, 15)
		if data, err = Typed(r.Books[0], t, config.Vocabulary()); err != nil {
			return nil, err
		}
		if out, err = add(out, "invented-"+t.Name+".xlsx", data); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// add reads a workbook. What holds nothing known is no case.
func add(to []Case, name string, data []byte) ([]Case, error) {
	f := model.File{ID: 1, Name: name, Data: data}
	r, err := Read(f)
	if err != nil || len(r.Books) == 0 {
		return to, err
	}
	r.Documents[0].File = name
	return append(to, Case{name, r, map[int32]model.File{1: f}}), nil
}
