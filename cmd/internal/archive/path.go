package archive

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"riskbok/exporters/workbook"
)

// By says what a board or a year was known by.
type By string

// What a board or a year is known by, the surest first.
const (
	ByDocument By = "document" // it stands in the document
	ByFile     By = "file"     // it stands in the file's name
	ByFolder   By = "folder"   // it is the name of a folder, or stands in it
)

// wholeYear finds a year that is no part of a longer number.
var wholeYear = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?:^|\D)(20\d\d)(?:\D|$)`) })

// day finds dates and spans of years, which do not tell the year of a plan:
// "2025-11-12", "2025-11", "2025/26", "2025–2027".
var day = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`20\d\d ?[-–./_] ?\d{1,4}(?: ?[-–./_] ?\d{1,2})?(?:\D|$)`)
})

// yearIn gives the year that a name tells: the only one that is no date. 0: none,
// or several.
func yearIn(name string) int {
	name = day().ReplaceAllString(name, " ")
	year := 0
	for len(name) > 0 {
		at := wholeYear().FindStringSubmatchIndex(name)
		if at == nil {
			break
		}
		y, _ := strconv.Atoi(name[at[2]:at[3]]) // four digits
		if year != 0 && y != year {
			return 0
		}
		year, name = y, name[at[3]:]
	}
	return year
}

// shortYear finds the last two digits of a year as they stand in names: "IKP 26",
// "plan -26", "'26". A name with other digits tells none: "26-11-20", "del 2 av 26".
var shortYear = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\D*(\d\d)\D*$`) })

// shortYearIn gives the year of which a name tells the last two digits, among those
// that documents of the archive are of: two digits alone may be anything.
func shortYearIn(name string, years map[int]bool) int {
	at := shortYear().FindStringSubmatch(name)
	if at == nil {
		return 0
	}
	y, _ := strconv.Atoi(at[1]) // two digits
	if y += 2000; years[y] {
		return y
	}
	return 0
}

// folders gives the names of the folders of a path, the innermost first.
func folders(rel string) []string {
	parts := strings.Split(path.Dir(rel), "/")
	slices.Reverse(parts)
	return slices.DeleteFunc(parts, func(p string) bool { return p == "." || p == "" })
}

// yearOf gives the year that a path tells, of the file's name before folders.
func yearOf(rel string) (int, By) { return yearBy(rel, yearIn) }

// looseYearOf is yearOf for a document that tells no year itself: two digits will do
// where they are those of one of the years.
func looseYearOf(rel string, years map[int]bool) (int, By) {
	if y, by := yearOf(rel); y != 0 {
		return y, by
	}
	return yearBy(rel, func(name string) int { return shortYearIn(name, years) })
}

func yearBy(rel string, in func(name string) int) (int, By) {
	if y := in(workbook.BaseName(rel)); y != 0 {
		return y, ByFile
	}
	for _, f := range folders(rel) {
		if y := in(f); y != 0 {
			return y, ByFolder
		}
	}
	return 0, ""
}
