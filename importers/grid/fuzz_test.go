package grid_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"riskbok/config"
	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// What a cell is read as stands in it: a day is one of the calendar, a number has the
// digits of the text, an amount read in a unit is the same as without it.
func FuzzValues(f *testing.F) {
	months := config.Vocabulary().Months
	units := grid.NewUnitWords(config.Vocabulary().AmountUnits)
	words := grid.NewLevelWords(config.Vocabulary())
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4<<10 {
			return
		}
		for _, read := range []func() (model.Date, bool){
			func() (model.Date, bool) { return grid.FindDate(text, months) },
			func() (model.Date, bool) { return grid.ShortDate(text) },
		} {
			d, ok := read()
			if !ok {
				continue
			}
			if day := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC); day.Day() != d.Day || int(day.Month()) != d.Month {
				t.Errorf("%q: no day %v", text, d)
			}
			if !strings.Contains(text, strconv.Itoa(d.Year%100)) {
				t.Errorf("%q: year %d does not stand there", text, d.Year)
			}
		}
		if y, ok := grid.FindYear(text); ok && !strings.Contains(text, strconv.Itoa(y)) {
			t.Errorf("%q: year %d does not stand there", text, y)
		}
		if n, ok := grid.ParseWhole(text); ok {
			if again, ok := grid.ParseWhole(strconv.Itoa(n)); !ok || again != n {
				t.Errorf("%q was read as %d, then as %d", text, n, again)
			}
		}
		if d, _, ok := units.Amount(text); ok && d.NumDigits() > grid.MaxDigits {
			t.Errorf("%q: %v", text, d)
		}
		grid.ParseLevel(text)
		words.Level(text)
		units.Names(text)
	})
}
