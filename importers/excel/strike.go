package excel

// strike says how much of a text is struck through by its own runs: all of it,
// or all but what is seen.
type strike struct {
	out  bool
	seen string // "": nothing is struck, or all
}

// runSpans are where the struck runs of a text stand, from where to where.
type runSpans [][2]int

// strike tells what the struck runs leave of a text. Whoever strikes "3" and
// writes "12" behind it means 12; a text all of which is struck is read.
func (s runSpans) strike(text []byte) strike {
	if len(s) == 0 {
		return strike{}
	}
	kept := append([]byte{}, text[:s[0][0]]...)
	for i, r := range s {
		end := len(text)
		if i+1 < len(s) {
			end = s[i+1][0]
		}
		kept = append(kept, text[r[1]:end]...)
	}
	if len(trimSpace(kept)) == 0 {
		return strike{out: true}
	}
	return strike{seen: string(unescapeString(kept))}
}
