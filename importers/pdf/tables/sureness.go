package tables

// sureness is how sure a table is that no rulings vouch for, from 0 to 1, and what adds
// to that. A grid of rulings is 1, and one that rulings show in part tolerances.partlyRuled.
var sureness = struct {
	// unruled is that of text in columns, less the share of it that runs over them.
	unruled float64
	// unkeyed is taken off where no column numbers the rows, and twoColumns where there
	// are two columns only, as lists and letterheads have.
	unkeyed, twoColumns float64
	// known is added for leastKnown known headings in the first headRows rows, a title
	// and a band above them.
	known                float64
	leastKnown, headRows int
	// least and most are what remains in any case: no table is impossible, none certain.
	least, most float64
}{
	unruled:    0.85,
	unkeyed:    0.15,
	twoColumns: 0.2,
	known:      0.1,
	leastKnown: 2,
	headRows:   3,
	least:      0.1,
	most:       0.95,
}
