package rules

import (
	"path"
	"strings"

	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// FileName gives what people are told that a file of the report is called: its
// name without folders, for a folder may tell whose machine it was. Files of one
// name are told apart by the folders that they do not share. It stands on one
// line ([lang.Line]).
func (r *Report) FileName(file string) string { return lang.Line(r.fileName(file)) }

func (r *Report) fileName(file string) string {
	name := LastPart(file)
	same := []string{file}
	add := func(other string) {
		if other != file && strings.HasSuffix(other, name) && LastPart(other) == name {
			same = append(same, other)
		}
	}
	for _, d := range r.Documents {
		add(d.File)
	}
	for _, list := range [][]Unreadable{r.Unreadable, r.PassedOver} {
		for i := range list {
			add(list[i].File)
		}
	}
	if len(same) == 1 {
		return name
	}
	return strings.Join(strings.Split(slashed(file), "/")[sharedFolders(same):], "/")
}

// FileOf is [Report.FileName] of the file that a source was read from, "?" where
// there is none.
func (r *Report) FileOf(s model.Source) string {
	if d := r.Document(s.Doc); d != nil {
		return r.FileName(d.File)
	}
	return "?"
}

// LastPart gives the last part of a path, of whichever system.
func LastPart(file string) string { return path.Base(slashed(file)) }

// sharedFolders counts the folders at the beginning of paths that all share.
func sharedFolders(files []string) int {
	first := strings.Split(slashed(files[0]), "/")
	n := len(first) - 1
	for _, f := range files[1:] {
		parts := strings.Split(slashed(f), "/")
		n = min(n, len(parts)-1)
		for i := range n {
			if parts[i] != first[i] {
				n = i
				break
			}
		}
	}
	return n
}

func slashed(file string) string { return strings.ReplaceAll(file, `\`, "/") }
