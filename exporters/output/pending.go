package output

import (
	"riskbok/rules"
	"riskbok/rules/model"
)

// Pending is a file that is made when it is asked for. Its name is known before,
// so that nothing is made for a place that it must not be written to. Make gives
// its content, and what it had to leave behind, as findings; the files of a list
// may be made at the same time, each once.
type Pending struct {
	Name string
	Make func() ([]byte, []rules.Finding, error)
}

// Finish makes pending files one after another, and gathers what they leave
// behind. It stops at the first that cannot be made.
func Finish(all []Pending) ([]model.File, []rules.Finding, error) {
	var files []model.File
	var left []rules.Finding
	for _, p := range all {
		data, findings, err := p.Make()
		if err != nil {
			return nil, nil, err
		}
		files, left = append(files, model.File{Name: p.Name, Data: data}), append(left, findings...)
	}
	return files, left, nil
}
