package minutes

import "strings"

// contents reports whether a row is an entry of a table of contents: dots lead to
// a page, or what recognition made of them.
func contents(row *row) bool {
	n := len(row.text)
	if n == 0 {
		return false
	}
	return row.text[n-1]-'0' <= 9 && leaders.MatchString(row.text) || misreadLeader(row.text) >= 0
}

var leaders = newPattern(`(?:\.{3,}|…|(?:\. ){3,}|_{4,})\s*\d{1,4}$`, func(text string) bool {
	return strings.Contains(text, "...") || strings.Contains(text, "…") || strings.Contains(text, ". . . ") || strings.Contains(text, "____")
})

// withoutLeader takes the dots that lead on to a page off the end of a title.
func withoutLeader(title string) string {
	if at := misreadLeader(title); at > 0 {
		return strings.TrimRight(title[:at], " .…_")
	}
	bare := strings.TrimRight(title, " .…_")
	if strings.HasSuffix(title, "…") || len(title)-len(bare) >= tolerances.leaderDots {
		return bare
	}
	return title
}

// dotLetters are what recognition by the Swedish model of Tesseract makes of a row
// of dots, measured on scans of 200 dpi: "...ssooeerrrerrr rr rr rer rss 4".
const dotLetters = "rseocnka"

// misreadLeader gives where a leader begins that recognition read as letters, at the
// end of a text: −1 where there is none.
func misreadLeader(text string) int {
	at := len(text)
	for at > 0 {
		end := len(strings.TrimRight(text[:at], " "))
		begin := strings.LastIndexByte(text[:end], ' ') + 1
		if word := text[begin:end]; !dotted(word) && (at < len(text) || !pageNumber(word)) {
			break
		}
		at = begin
	}
	tail := text[at:]
	letters := 0
	for i := range len(tail) {
		if strings.IndexByte(dotLetters, tail[i]) >= 0 {
			letters++
		}
	}
	runs := strings.Count(tail, "rr") + strings.Count(tail, "rer")
	if letters < tolerances.leastDotLetters || runs < tolerances.leastDotRuns && !strings.Contains(tail, "...") {
		return -1
	}
	return at
}

// dotted reports whether a word is dots, or letters that dots are read as.
func dotted(word string) bool {
	return word != "" && strings.Trim(strings.ToLower(word), dotLetters+".,:;«»_'") == ""
}

func pageNumber(word string) bool {
	return word != "" && len(word) <= tolerances.pageDigits && strings.Trim(word, "0123456789") == ""
}
