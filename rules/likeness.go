package rules

import (
	"strings"

	"github.com/agnivade/levenshtein"

	"riskbok/rules/model"
)

// slip is the part of a text's letters that a slip of the pen, a full stop or a
// changed ending makes.
const slip = 5

// longText is the longest text, in letters, that is compared letter by letter:
// that takes time by the square of its length.
const longText = 400

// alike reports whether two texts say nearly the same: at most half the
// letters differ, or they share half their words.
func alike(a, b string) bool {
	_, like := likeness(a, b)
	return like
}

// shareWords reports whether two texts share half their words.
func shareWords(ka, kb string) bool {
	return sharedWords(ka, kb)*2 >= max(len(strings.Fields(ka)), len(strings.Fields(kb)))
}

func sharedWords(a, b string) int {
	have := map[string]bool{}
	for _, w := range strings.Fields(a) {
		have[w] = true
	}
	n := 0
	for _, w := range strings.Fields(b) {
		if have[w] {
			n++
			delete(have, w)
		}
	}
	return n
}

// likeness reports whether two texts differ in no more than a slip, and whether they
// are [alike].
func likeness(a, b string) (slips, like bool) {
	ka, kb := model.Key(a), model.Key(b)
	if ka == kb {
		return true, true
	}
	if longest := max(len([]rune(ka)), len([]rune(kb))); longest <= longText {
		d := distance(ka, kb)
		if d*2 <= longest {
			return d*slip <= longest, true
		}
	}
	return false, shareWords(ka, kb)
}

// maxLetters is how many different letters the shorter of two texts may have for
// their distance to be computed by [distance] itself, one less than its table holds.
const maxLetters = 63

// distance is how many letters must be put in, taken out or changed to make one text
// of another of at most longText letters. It goes through the shorter text 64 letters
// at a time (Myers 1999, Hyyrö 2003), ten times as quick as letter by letter: where
// each of many units numbers its own risks this is most of the work.
func distance(a, b string) int {
	short, long := []rune(a), []rune(b)
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) == 0 {
		return len(long)
	}
	const blocks = longText/64 + 1
	var number [256]uint8                     // of each letter of the short text, from 1
	var stands [maxLetters + 1][blocks]uint64 // where each of them stands
	last := uint8(0)
	for i, r := range short {
		if i >= blocks*64 || r >= rune(len(number)) {
			return levenshtein.ComputeDistance(a, b)
		}
		n := number[r]
		if n == 0 {
			if last == maxLetters {
				return levenshtein.ComputeDistance(a, b)
			}
			last++
			n, number[r] = last, last
		}
		stands[n][i/64] |= 1 << (i % 64)
	}
	// In each column of the table of distances the cells differ from those above
	// them by one at most: more and less tell where.
	var more, less [blocks]uint64
	used := (len(short) + 63) / 64
	for k := range used {
		more[k] = ^uint64(0)
	}
	end := uint64(1) << ((len(short) - 1) % 64)
	d := len(short)
	for _, r := range long {
		n := uint8(0)
		if r < rune(len(number)) {
			n = number[r]
		}
		up, down := uint64(1), uint64(0) // whether the cell beside the last is greater or less
		for k := range used {
			same, p, m := stands[n][k], more[k], less[k]
			v := same | m
			same |= down
			h := (((same & p) + p) ^ p) | same
			ph, mh := m|^(h|p), p&h
			if k == used-1 {
				switch {
				case ph&end != 0:
					d++
				case mh&end != 0:
					d--
				}
			}
			nextUp, nextDown := ph>>63, mh>>63
			ph, mh = ph<<1|up, mh<<1|down
			more[k], less[k] = mh|^(v|ph), ph&v
			up, down = nextUp, nextDown
		}
	}
	return d
}
