package minutes

import (
	"riskbok/importers/atonce"
	"riskbok/importers/grid"
)

// fewPages is up to how many pages for each worker are not worth another: those of a
// summons take 6 ms, and what several ask each other for takes a twentieth more.
const fewPages = 32

// Shared reports whether [Begin] has so many pages that it uses more than one core.
func Shared(pages []grid.Page) bool { return atonce.Workers(len(pages), fewPages) > 1 }

// atOnce does something with each of so many pages, on all cores where they are many,
// see [atonce.Each].
func atOnce(pages int, do func(i int)) { atonce.Each(pages, atonce.Workers(pages, fewPages), do) }
