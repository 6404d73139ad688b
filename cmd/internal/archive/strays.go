package archive

import (
	"path"
	"strings"

	"riskbok/exporters/workbook"
)

// Stray is a document that is one board's by what stands in it and another's by its
// file or folder. It counts as Board's, what stands in it.
type Stray struct {
	Input       int
	Board, Path string
	By          By
}

// strays finds the documents whose path names another board than they do themselves.
// Of a folder that holds several boards' documents, and hardly any of the board that it
// is called after, nothing is told: it is that of the board that gathers them.
func (p *planner) strays() {
	agree, others := map[string]int{}, map[string]map[string]bool{}
	var found []Stray
	var folders []string // of each that is found, "" by its file's name
	for i := range p.inputs {
		board := p.boardOf(i)
		if board == "" {
			continue
		}
		names, known := p.boards.all(p.inputs[i].Rel), false
		for _, at := range names {
			if p.oneBoard(board, at.name) && at.folder != "" {
				agree[at.folder]++
				known = true // whatever else the path names
			}
		}
		if len(names) > 0 && names[0].folder == "" && p.oneBoard(board, names[0].name) {
			names = names[1:] // its name is right, its folder may be another board's
		}
		if known || len(names) == 0 {
			continue
		}
		at := names[0]
		by := ByFile
		if at.folder != "" {
			by = ByFolder
			if others[at.folder] == nil {
				others[at.folder] = map[string]bool{}
			}
			others[at.folder][p.key(board)] = true
		}
		found, folders = append(found, Stray{i, board, at.name, by}), append(folders, at.folder)
	}
	for k, s := range found {
		if f := folders[k]; f == "" || len(others[f]) == 1 || agree[f] > len(others[f]) {
			p.plan.Strays = append(p.plan.Strays, s)
		}
	}
}

// boardOf gives the one board that a document names of which a workbook is made, "" for
// none or several.
func (p *planner) boardOf(i int) string {
	h := p.inputs[i].Head
	if h == nil {
		return ""
	}
	board := ""
	for j := range h.Claims {
		c := &h.Claims[j]
		switch {
		case !c.Writes() || c.Board == "":
		case board != "" && p.key(c.Board) != p.key(board):
			return ""
		default:
			board = c.Board
		}
	}
	return board
}

// oneBoard reports whether two names may be one board's: spellings of one name, or one
// a part of the other ("Hamnnämnden" for "Miljö- och hamnnämnden").
func (p *planner) oneBoard(a, b string) bool {
	if p.key(a) == p.key(b) {
		return true
	}
	x, y := workbook.Slug(a), workbook.Slug(b)
	if strings.Contains(x, y) || strings.Contains(y, x) {
		return true
	}
	first, second := p.boards.spellingOf(a), p.boards.spellingOf(b)
	return first.near(&second, nil) != apart
}

// boardInPath is a board's name in a path. Folder is the path of the folder that it is
// the name of, "" for the file.
type boardInPath struct{ name, folder string }

// all gives the boards that a path names, that of the file first, then those of its
// folders from within.
func (b *boardNames) all(rel string) []boardInPath {
	var out []boardInPath
	add := func(text, folder string) {
		name := b.within(text)
		if name == "" {
			name = b.called(text)
		}
		if name != "" {
			out = append(out, boardInPath{name, folder})
		}
	}
	add(workbook.BaseName(rel), "")
	for dir := path.Dir(rel); dir != "." && dir != "/"; dir = path.Dir(dir) {
		add(path.Base(dir), dir)
	}
	return out
}
