package controlplan

import (
	"maps"
	"path"
	"slices"
	"strings"
	"unicode"

	"riskbok/rules/model"
)

// know takes in the tables of the book: the entry of each register, and whether some
// stand in files of units.
func (p *plan) know(entries []model.Entry) {
	p.entries = make(map[*model.Register]*model.Entry, len(entries))
	for i := range entries {
		e := &entries[i]
		p.entries[e.Register] = e
		p.unitFiles = p.unitFiles || e.UnitFile > 0
	}
}

// ofBoard reports whether a table is of the whole board, beside files of its units.
func (p *plan) ofBoard(e *model.Entry) bool { return p.unitFiles && e.UnitFile == 0 }

// ofUnit reports whether a risk stands in a file of a unit.
func (p *plan) ofUnit(r *risk) bool {
	for o := range r.inRegister {
		if p.entries[o].UnitFile > 0 {
			return true
		}
	}
	return false
}

// keepUnit says of which unit a risk is that stands in a file of one: without a number
// nothing else would.
func (p *plan) keepUnit(r *risk) {
	if r.unit.name != "" && r.kept[keptUnit] == "" && p.ofUnit(r) {
		p.keepCell(r, keptUnit, "", r.unit.name)
	}
}

// unitFileNames gives what the units of a book are called after their files, by
// [model.Entry.UnitFile]: the words that not all of these have in their names, or in
// those of their folders where the files are called the same. Of several files of a unit
// they are what all are called, and words with digits, as days and versions, are left out
// where the others tell the units apart.
func (p *plan) unitFileNames(entries []model.Entry) map[int]string {
	var out map[int]string
	for _, folders := range []bool{false, true} {
		words := map[int][]string{}
		for i := range entries {
			if e := &entries[i]; e.UnitFile > 0 {
				words[e.UnitFile] = shared(words[e.UnitFile], p.fileWords(e.At, folders))
			}
		}
		lettered := ownWords(words, true)
		if distinct(slices.Collect(maps.Values(lettered))) {
			return lettered
		}
		out = ownWords(words, false)
		if distinct(slices.Collect(maps.Values(out))) {
			break
		}
	}
	return out
}

// shared gives those of a list of words that another has too, all where it has none or
// there is no other.
func shared(words, others []string) []string {
	if words == nil {
		return others
	}
	both := slices.DeleteFunc(slices.Clone(words), func(word string) bool {
		return !hasWord(others, word)
	})
	if len(both) == 0 {
		return words
	}
	return both
}

func hasWord(words []string, word string) bool {
	return slices.ContainsFunc(words, func(o string) bool { return model.Key(o) == model.Key(word) })
}

// ownWords gives of each list of words those that not all lists have, all where that
// leaves none; lettered: of those without digits, and "" where that leaves none.
func ownWords(words map[int][]string, lettered bool) map[int]string {
	out := map[int]string{}
	for unit, own := range words {
		rest := slices.DeleteFunc(slices.Clone(own), func(word string) bool {
			for _, others := range words {
				if !hasWord(others, word) {
					return false
				}
			}
			return true
		})
		switch {
		case lettered:
			rest = slices.DeleteFunc(rest, func(word string) bool { return strings.IndexFunc(word, unicode.IsDigit) >= 0 })
		case len(rest) == 0:
			rest = own
		}
		out[unit] = strings.Join(rest, " ")
	}
	return out
}

// fileWords gives the words of the name of the file that something stands in, and of its
// folders.
func (p *plan) fileWords(at model.Source, folders bool) []string {
	d := p.report.Document(at.Doc)
	if d == nil {
		return nil
	}
	name := strings.ReplaceAll(d.File, `\`, "/")
	name = strings.TrimSuffix(name, path.Ext(name))
	if !folders {
		name = path.Base(name)
	}
	return strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
