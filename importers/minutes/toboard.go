package minutes

import (
	"slices"
	"strings"
	"unicode/utf8"

	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// boardMark stands in headings for the name of a board.
const boardMark = "{board}"

// toBoards divides headings into those that are whole and those that end with
// the name of a board, without it.
func toBoards(sections map[model.SectionRole][]string) (whole, to map[model.SectionRole][]string) {
	whole, to = map[model.SectionRole][]string{}, map[model.SectionRole][]string{}
	for role, list := range sections {
		for _, text := range list {
			if before, ok := strings.CutSuffix(text, boardMark); ok {
				to[role] = append(to[role], strings.TrimSpace(before))
			} else {
				whole[role] = append(whole[role], text)
			}
		}
	}
	return whole, to
}

// joints gives the words that stand before the name of a board: "till".
func joints(to map[model.SectionRole][]string) []string {
	var out []string
	for _, list := range to {
		for _, text := range list {
			fields := strings.Fields(text)
			if last := fields[len(fields)-1]; !slices.Contains(out, last) {
				out = append(out, last)
			}
		}
	}
	slices.Sort(out)
	return out
}

// section gives the role of a heading. It remembers, since each line is asked
// for several times.
func (w *vocabulary) section(text string) (model.SectionRole, ocr.Outcome) {
	k := w.headings.of(text, func(text string) (k known[model.SectionRole]) {
		k.role, k.outcome = w.findSection(text)
		return k
	})
	return k.role, k.outcome
}

func (w *vocabulary) findSection(text string) (model.SectionRole, ocr.Outcome) {
	role, outcome := w.sections.line(text)
	if outcome != ocr.None || utf8.RuneCountInString(text) > tolerances.maxHeading {
		return role, outcome
	}
	return w.sectionTo(text)
}

// sectionTo gives the role of a heading that ends with the name of a board.
func (w *vocabulary) sectionTo(text string) (model.SectionRole, ocr.Outcome) {
	fields := strings.Fields(text)
	for i := len(fields) - 2; i > 0; i-- {
		if m, outcome := w.joints.Line(fields[i]); outcome != ocr.Found || m.Distance >= ocr.Margin {
			continue
		}
		m, outcome := w.toBoard.Line(strings.Join(fields[:i+1], " "))
		if outcome == ocr.Found && (w.body(strings.Join(fields[i+1:], " ")) || i+2 == len(fields) && w.almostBoard(fields[i+1])) {
			return w.toBoard.roles[m.ID], ocr.Found
		}
	}
	return "", ocr.None
}

// sectionOfBoard gives the role of a heading that says which board, and of what day,
// "" for none: "Vedtak i Formannskapet - 13.04.2032", "Beslutning Økonomiudvalget den
// 13-04-2032". Lists of documents have such lines too: only weight tells.
func (w *vocabulary) sectionOfBoard(text string) model.SectionRole {
	bare := strings.TrimRight(w.beforeDate(text), " ,-–(")
	fields := strings.Fields(bare)
	if len(fields) < 2 {
		return ""
	}
	if bare != text {
		if role, outcome := w.sectionTo(bare); outcome == ocr.Found {
			return role
		}
	}
	if role, outcome := w.section(fields[0]); outcome == ocr.Found && w.boardName(strings.Join(fields[1:], " ")) != "" {
		return role
	}
	return ""
}

// almostBoard reports whether a word behind the beginning of a heading is the
// sort of a board, but for a letter that was misread.
func (w *vocabulary) almostBoard(word string) bool {
	key := ocr.Key(word)
	letters := []rune(key)
	return slices.ContainsFunc(w.suffixes, func(s []rune) bool {
		return len(s) >= naming.leastAlmost && ocr.Near(s, letters, naming.almostDistance)
	})
}
