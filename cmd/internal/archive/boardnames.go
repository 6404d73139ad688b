package archive

import (
	"slices"
	"strings"
	"unicode"

	"riskbok/exporters/workbook"
	"riskbok/rules/model"
)

// boardNames knows boards by their names as they stand in paths.
type boardNames struct {
	slugs    map[string]string // slug → name
	suffixes []string          // slugs
	prefixes []string          // slugs
	joins    map[string]bool
	leaning  map[string]bool
}

func newBoardNames(names []string, s *Settings) *boardNames {
	b := &boardNames{slugs: map[string]string{}, joins: map[string]bool{"&": true}, leaning: map[string]bool{}}
	for _, n := range names {
		if s := workbook.Slug(n); s != "" && b.slugs[s] == "" {
			b.slugs[s] = n
		}
	}
	for _, s := range s.Words.Suffixes {
		b.suffixes = append(b.suffixes, workbook.Slug(s))
	}
	for _, s := range s.Words.Prefixes {
		b.prefixes = append(b.prefixes, workbook.Slug(s))
	}
	for _, w := range s.Joins {
		b.joins[model.Key(w)] = true
	}
	for _, w := range s.Leaning {
		b.leaning[model.Key(w)] = true
	}
	return b
}

// of gives the board that a path names: one that is known in the file's name, else in
// a folder's; else a name as boards have them, likewise.
func (b *boardNames) of(rel string) (string, By) {
	for _, in := range []func(string) string{b.within, b.called} {
		if name := in(workbook.BaseName(rel)); name != "" {
			return name, ByFile
		}
		for _, f := range folders(rel) {
			if name := in(f); name != "" {
				return name, ByFolder
			}
		}
	}
	return "", ""
}

// within gives the longest known name that stands in a text as whole words.
func (b *boardNames) within(text string) string {
	slug := workbook.Slug(text)
	best := ""
	for from := 0; from < len(slug); {
		for to := from; to < len(slug); {
			to += wordEnd(slug[to:])
			if s := slug[from:to]; (len(s) > len(best) || len(s) == len(best) && s < best) && b.slugs[s] != "" {
				best = s
			}
			to++
		}
		from += wordEnd(slug[from:]) + 1
	}
	return b.slugs[best]
}

// wordEnd gives where the first word of a slug ends.
func wordEnd(slug string) int {
	if n := strings.IndexByte(slug, '-'); n >= 0 {
		return n
	}
	return len(slug)
}

// called gives the part of a text that ends or begins as names of boards do:
// "Kultur- och fritidsnämnden" of "IKP 2026 Kultur- och fritidsnämnden", "Tekniska
// nämnden" of "Tekniska nämnden_2026". "" for none.
func (b *boardNames) called(text string) string {
	words := nameParts(text)
	for i := range words {
		for _, p := range b.prefixes {
			n := strings.Count(p, "-") + 1
			if i+n < len(words) && workbook.Slug(strings.Join(words[i:i+n], " ")) == p {
				return strings.Join(words[i:i+n+b.named(words[i+n:])], " ")
			}
		}
	}
	for i, w := range words {
		slug := workbook.Slug(w)
		whole := slices.Contains(b.suffixes, slug)
		if !whole && !slices.ContainsFunc(b.suffixes, func(s string) bool { return strings.HasSuffix(slug, s) }) {
			continue
		}
		from := i
		if whole {
			if from = i - 1; from < 0 || !b.names(words[from]) {
				continue
			}
		}
		return strings.Join(words[b.joined(words, from):i+1], " ")
	}
	return ""
}

// joined gives where a name begins whose last part begins at a word: what is joined to
// it in front, "Kultur- och", is part of it.
func (b *boardNames) joined(words []string, from int) int {
	for from > 0 {
		before := words[from-1]
		switch {
		case strings.HasSuffix(strings.TrimRight(before, ","), "-") && b.names(before):
			from--
		case from > 1 && b.joins[model.Key(before)] && b.names(words[from-2]):
			from -= 2
		default:
			return from
		}
	}
	return from
}

// named gives how many words go on a name: up to a number or an abbreviation.
func (b *boardNames) named(words []string) int {
	n := 0
	for n < len(words) && (b.names(words[n]) || b.joins[model.Key(words[n])]) {
		n++
	}
	return n
}

// names reports whether a word can be part of a board's name: no number, no
// abbreviation in capitals ("IKP"), no small word.
func (b *boardNames) names(word string) bool {
	key := model.Key(word)
	digit := strings.ContainsFunc(word, unicode.IsDigit)
	capitals := len([]rune(word)) > 1 && !strings.ContainsFunc(word, unicode.IsLower)
	return !digit && !capitals && !b.joins[key] && !b.leaning[key] && strings.ContainsFunc(word, unicode.IsLetter)
}

// nameParts splits a file's or folder's name into words. A hyphen ends a word, unless
// it stands at the end of one: "Kultur- och".
func nameParts(text string) []string {
	text = strings.NewReplacer("_", " ", ".", " ", "(", " ", ")", " ").Replace(model.Clean(text))
	var out []string
	for _, f := range strings.Fields(text) {
		parts := strings.Split(f, "-")
		for i, p := range parts {
			last := i == len(parts)-1
			switch {
			case p == "" || p == ",":
			case i == len(parts)-2 && strings.Trim(parts[len(parts)-1], ",") == "":
				out = append(out, p+"-")
			case last || p != "":
				out = append(out, p)
			}
		}
	}
	return out
}
