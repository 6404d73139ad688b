package compare

import "strings"

// piece is a part of a changed text.
type piece struct {
	Text              string
	Deleted, Inserted bool
}

// mostWords is how long texts may be to be compared word by word, which takes
// time by the product of their lengths.
const mostWords = 400

// diffWords tells which words were taken out of a text and which were put in,
// by the longest common sequence. Texts with less than a third in common are
// shown one after the other: word by word they could not be read.
func diffWords(old, new string) []piece {
	a, b := strings.Fields(old), strings.Fields(new)
	whole := func() []piece {
		var out []piece
		if old != "" {
			out = append(out, piece{Text: old, Deleted: true})
		}
		if new != "" {
			out = append(out, piece{Text: new, Inserted: true})
		}
		return out
	}
	if len(a) > mostWords || len(b) > mostWords {
		return whole()
	}
	common := lengths(a, b)
	if common[0][0]*3 < max(len(a), len(b)) {
		return whole()
	}
	var out []piece
	add := func(word string, deleted, inserted bool) {
		if n := len(out) - 1; n >= 0 && out[n].Deleted == deleted && out[n].Inserted == inserted {
			out[n].Text += " " + word
			return
		}
		out = append(out, piece{word, deleted, inserted})
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			add(a[i], false, false)
			i++
			j++
		case j == len(b) || i < len(a) && common[i+1][j] >= common[i][j+1]:
			add(a[i], true, false)
			i++
		default:
			add(b[j], false, true)
			j++
		}
	}
	return out
}

// lengths gives for every pair of tails how many words they have in common in
// the same order.
func lengths(a, b []string) [][]int {
	table := make([][]int, len(a)+1)
	for i := range table {
		table[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				table[i][j] = table[i+1][j+1] + 1
			} else {
				table[i][j] = max(table[i+1][j], table[i][j+1])
			}
		}
	}
	return table
}
