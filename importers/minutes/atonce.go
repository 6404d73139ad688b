package minutes

import "riskbok/importers/atonce"

// fewPages is up to how many pages for each worker are not worth another: those of a
// summons take 6 ms, and what several ask each other for takes a twentieth more.
const fewPages = 32

// workersFor gives how many cores read so many pages.
func workersFor(pages int) int { return atonce.Workers(pages, fewPages) }

// atOnce does something with each of so many pages, on all cores where they are many,
// see [atonce.Each].
func atOnce(pages int, do func(i int)) { atonce.Each(pages, workersFor(pages), do) }
