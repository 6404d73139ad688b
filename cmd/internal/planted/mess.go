package planted

import "strings"

var decompose = strings.NewReplacer("å", "a\u030a", "ä", "a\u0308", "ö", "o\u0308", "Å", "A\u030a", "Ä", "A\u0308", "Ö", "O\u0308")

// messLabel writes a label as careless typing leaves it: what a reader takes
// for the same word.
func (d *Draft) messLabel(s string) string {
	if !d.Layout.Messy {
		return s
	}
	switch d.rand.IntN(8) {
	case 0:
		return strings.ToUpper(s)
	case 1:
		return strings.ToLower(s)
	case 2:
		return s + " "
	case 3:
		return "\u00a0" + strings.ReplaceAll(s, " ", "\u00a0")
	case 4:
		return decompose.Replace(s)
	case 5:
		return strings.ReplaceAll(s, " ", "  ")
	case 6:
		r := []rune(s)
		return string(r[:2]) + "\u00ad" + string(r[2:]) // a hyphen that shows only at a line's end
	}
	return s
}

// messText writes a longer text the same way, without touching its case.
func (d *Draft) messText(s string) string {
	if !d.Layout.Messy {
		return s
	}
	switch d.rand.IntN(5) {
	case 0:
		return strings.Replace(s, " ", "\n", 1)
	case 1:
		return decompose.Replace(s)
	case 2:
		return strings.Replace(s, " ", "\u00a0", 2)
	case 3:
		return " " + s + "\n"
	}
	return s
}

// messNumber writes a number that is stored as text the same way.
func (d *Draft) messNumber(s string) string {
	if !d.Layout.Messy {
		return s
	}
	lettered := strings.HasPrefix(s, "R")
	switch d.rand.IntN(6) {
	case 0:
		if lettered {
			return "R " + s[1:]
		}
	case 1:
		if lettered {
			return strings.ToLower(s)
		}
	case 2:
		if lettered {
			return s + "."
		}
	case 3:
		if lettered || d.Layout.Values == TypedText {
			return "\u00a0" + s + " "
		}
	}
	return s
}
