package workbook

import "strings"

// advance has the advance widths of Calibri (those of Carlito, which is made to
// the same measures) for U+0020–U+007E and U+00A0–U+00FF, in 2,048ths of an em.
var advance = [2][95]uint16{
	{463, 667, 821, 1020, 1038, 1464, 1397, 452, 621, 621, 1020, 1020, 511, 627, 517, 791, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 548, 548, 1020, 1020, 1020, 949, 1831, 1185, 1114, 1092, 1260, 1000, 941, 1292, 1276, 516, 653, 1064, 861, 1751, 1322, 1356, 1058, 1378, 1112, 941, 998, 1314, 1162, 1822, 1063, 998, 959, 628, 791, 628, 1020, 1020, 596, 981, 1076, 866, 1076, 1019, 625, 964, 1076, 470, 490, 931, 470, 1636, 1076, 1080, 1076, 1076, 714, 801, 686, 1076, 925, 1464, 887, 927, 809, 644, 943, 644, 1020},
	{463, 667, 898, 1020, 1038, 1493, 1443, 478, 638, 638, 1020, 1020, 528, 627, 547, 880, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 565, 565, 1020, 1020, 1020, 949, 1840, 1241, 1148, 1084, 1291, 999, 940, 1305, 1292, 546, 678, 1120, 866, 1790, 1349, 1385, 1090, 1405, 1153, 968, 1014, 1337, 1211, 1856, 1128, 1064, 979, 665, 880, 665, 1020, 1020, 615, 1011, 1099, 857, 1099, 1031, 648, 971, 1099, 503, 523, 983, 503, 1666, 1099, 1101, 1099, 1099, 728, 817, 710, 1099, 969, 1526, 941, 970, 814, 704, 973, 704, 1020},
}

var advanceLatin = [2][96]uint16{
	{463, 667, 1020, 1038, 1020, 1038, 1020, 1020, 804, 1709, 824, 1049, 1020, 0, 1038, 807, 694, 1020, 688, 685, 598, 1126, 1200, 517, 629, 504, 865, 1049, 1303, 1375, 1383, 949, 1185, 1185, 1185, 1185, 1185, 1185, 1563, 1092, 1000, 1000, 1000, 1000, 516, 516, 516, 516, 1279, 1322, 1356, 1356, 1356, 1356, 1356, 1020, 1359, 1314, 1314, 1314, 1314, 998, 1058, 1080, 981, 981, 981, 981, 981, 981, 1583, 866, 1019, 1019, 1019, 1019, 470, 470, 470, 470, 1076, 1076, 1080, 1080, 1080, 1080, 1080, 1020, 1084, 1076, 1076, 1076, 1076, 927, 1076, 927},
	{463, 667, 1020, 1038, 1020, 1038, 1020, 1020, 849, 1709, 852, 1103, 1020, 0, 1038, 799, 701, 1020, 692, 688, 616, 1154, 1224, 548, 621, 517, 891, 1103, 1347, 1415, 1437, 949, 1241, 1241, 1241, 1241, 1241, 1241, 1588, 1084, 999, 999, 999, 999, 546, 546, 546, 546, 1309, 1349, 1385, 1385, 1385, 1385, 1385, 1020, 1394, 1337, 1337, 1337, 1337, 1064, 1090, 1136, 1011, 1011, 1011, 1011, 1011, 1011, 1587, 857, 1031, 1031, 1031, 1031, 503, 503, 503, 503, 1099, 1099, 1101, 1101, 1101, 1101, 1101, 1020, 1114, 1099, 1099, 1099, 1099, 970, 1099, 970},
}

// wideRune is the width taken for every other character: an em, which no
// letter and few pictures exceed.
const wideRune = 2048

// Font is what the measures depend on.
type Font struct {
	Size float64 // points
	Bold bool
}

// em is the width of a character in 2,048ths of the font's size.
func (f Font) em(r rune) int {
	weight := 0
	if f.Bold {
		weight = 1
	}
	switch {
	case r >= 0x20 && r <= 0x7e:
		return int(advance[weight][r-0x20])
	case r >= 0xa0 && r <= 0xff:
		return int(advanceLatin[weight][r-0xa0])
	case r == '–' || r == '•' || r == '≥' || r == '≤' || r == '−':
		return 1020
	case r == '’' || r == '‘' || r == '”' || r == '“':
		return 891
	case r == '…':
		return 1457
	}
	return wideRune
}

// slack is how much wider than measured a text is taken to be: screens round
// each character to whole pixels, which for Swedish texts at 10 points comes out
// even (by the frequency of the letters), and every program wraps a little
// otherwise.
const slack = 1.02

// ems is the width of a text in 2,048ths of the font's size.
func (f Font) ems(text string) int {
	n := 0
	for _, r := range text {
		n += f.em(r)
	}
	return n
}

func (f Font) emPixels() float64 { return f.Size / 2048 * 96 / 72 * slack }

// columnPixels is the room for text in a column of so many characters: the
// widest digit of the standard font takes 7 pixels, margins and grid line 5.
func columnPixels(width float64) float64 { return width*7 - 5 }

// Lines estimates over how many lines a text is broken in a column.
func (f Font) Lines(text string, width float64) int {
	room := int(columnPixels(width) / f.emPixels())
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n += f.wrapped(line, room)
	}
	return n
}

// wrapped counts the lines of one paragraph in a room of so many ems: broken
// at spaces and after hyphens, and inside a word that is longer than the room
// there is.
func (f Font) wrapped(text string, room int) int {
	n, used := 1, 0
	for len(text) > 0 {
		end := piece(text)
		word := strings.TrimRight(text[:end], " ")
		w := f.ems(word)
		if used > 0 && used+w > room {
			n, used = n+1, 0
		}
		if w > room {
			var more int
			more, w = f.broken(word, room)
			n += more
		}
		used += w + (end-len(word))*f.em(' ')
		text = text[end:]
	}
	return n
}

// broken breaks a word wherever a line is full: after how many lines it goes
// on, and how wide its last one is.
func (f Font) broken(word string, room int) (lines, last int) {
	for _, r := range word {
		w := f.em(r)
		if last > 0 && last+w > room {
			lines, last = lines+1, 0
		}
		last += w
	}
	return lines, last
}

// piece gives the end of what stands before the first place where a line may
// be broken; it has the spaces or the hyphen that end it.
func piece(text string) int {
	for i := range len(text) {
		end := text[i] == ' ' || text[i] == '-'
		if end && (i+1 == len(text) || text[i+1] != ' ') {
			return i + 1
		}
	}
	return len(text)
}

// lineHeight is the height of a line in points: Calibri's own line at 10
// points is 12.2, Excel rounds it up to whole pixels, 12.75.
func (f Font) lineHeight() float64 { return f.Size * 1.275 }

// rowRoom is the room over and under the text of a row, in points.
const rowRoom = 2.5

// MaxHeight is the highest row that a workbook can have, in points.
const MaxHeight = 409

// Height gives the row height in points that so many lines need, and whether
// a row can be that high.
func (f Font) Height(lines int) (points float64, fits bool) {
	h := float64(lines)*f.lineHeight() + rowRoom
	if h > MaxHeight {
		return MaxHeight, false
	}
	return h, true
}
