package importers

import (
	"fmt"
	"maps"
	"strconv"
	"strings"

	"riskbok/rules/model"
)

// gatherDamage makes one of many damages of one kind. The first one stays, with
// how many "more" there are and the pages or sheets "where" they are.
func gatherDamage(d *model.Document) {
	count := map[string]int{}
	for i := range d.Damage {
		count[d.Damage[i].Code]++
	}
	kept := d.Damage[:0]
	first := map[string]int{}
	others := map[string][]model.Source{}
	for _, dm := range d.Damage {
		at, seen := first[dm.Code]
		switch {
		case count[dm.Code] <= tolerances.tolerated:
			kept = append(kept, dm)
		case !seen:
			first[dm.Code] = len(kept)
			kept = append(kept, dm)
		default:
			others[kept[at].Code] = append(others[kept[at].Code], dm.At)
		}
	}
	d.Damage = kept
	for code, rest := range others {
		dm := &d.Damage[first[code]]
		args := maps.Clone(dm.Args)
		if args == nil {
			args = map[string]string{}
		}
		args[model.MorePlaces], args[model.WherePlaces] = strconv.Itoa(len(rest)), placesOf(d, rest)
		dm.Args = args
	}
}

// placesOf names the pages, as ranges, or the sheets of sources.
func placesOf(d *model.Document, all []model.Source) string {
	var names []string
	from, last := 0, 0
	flush := func() {
		switch {
		case from == 0:
		case from == last:
			names = append(names, strconv.Itoa(from))
		default:
			names = append(names, fmt.Sprintf("%d–%d", from, last))
		}
		from = 0
	}
	for _, at := range all {
		if int(at.Place) >= len(d.Places) {
			continue
		}
		p := &d.Places[at.Place]
		switch {
		case p.Page == 0 && p.Sheet != "":
			names = append(names, p.Sheet)
		case p.Page > 0 && from > 0 && p.Page <= last+1:
			last = p.Page
		case p.Page > 0:
			flush()
			from, last = p.Page, p.Page
		}
		if len(names) > tolerances.namedPlaces {
			break
		}
	}
	flush()
	if len(names) > tolerances.namedPlaces {
		names = append(names[:tolerances.namedPlaces], "…")
	}
	return strings.Join(names, ", ")
}
