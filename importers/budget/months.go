package budget

import (
	"regexp"
	"strconv"
	"sync"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// monthNumber is how accounting systems write a month: "2508" or "202508".
var monthNumber = sync.OnceValue(func() *regexp.Regexp { return grid.Expression(`^(?:20)?(2\d)(0[1-9]|1[0-2])$`) })

// monthOf gives the month that a text is the number of.
func monthOf(text string) (model.Date, bool) {
	m := monthNumber().FindStringSubmatch(model.Clean(text))
	if m == nil {
		return model.Date{}, false
	}
	year, _ := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2])
	return model.Date{Year: 2000 + year, Month: month}, true
}
