package importers

import (
	"context"
	"fmt"
	"reflect"
	"runtime"
	"testing"

	"riskbok/config"
	"riskbok/importers/grid"
	"riskbok/importers/minutes"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// pagesOfMinutes makes pages of minutes, each with an item of its own.
func pagesOfMinutes(n int) []grid.Page {
	pages := make([]grid.Page, n)
	for i := range pages {
		p := grid.Page{Number: i + 1, Place: int32(i), Width: 595, Height: 842}
		for k, text := range []string{"Hamnnämnden", "Sammanträdesprotokoll", "2031-02-17", fmt.Sprintf("§ %d", i+1), "Taxa för bryggor", "Hamnnämndens beslut", "Taxan antas."} {
			y := float32(800 - 40*k)
			p.Lines = append(p.Lines, grid.Line{Text: text, Size: 11, At: model.Source{Doc: 1, Place: int32(i), Row: int32(k + 1), Col: 1, Box: model.Rect{X0: 70, Y0: y, X1: 300, Y1: y + 11}}})
		}
		pages[i] = p
	}
	return pages
}

// Meetings that are read beside the tables are those that are read after them, also
// where the file may cost no more.
func TestMeetingsBeside(t *testing.T) {
	if runtime.GOMAXPROCS(0) == 1 {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	}
	opts := source.Options{Meeting: config.MeetingWords()}
	pages := pagesOfMinutes(3 * besidePages)
	for name, limits := range map[string]source.Limits{"all": {}, "some": {Tables: 20}, "none": {Tables: 1}} {
		read := func(how func(*model.Document, *source.Budget) []model.Meeting) (*model.Document, int, int32) {
			cost, stop := source.NewBudget(context.Background(), limits)
			defer stop()
			doc := &model.Document{ID: 1, Kind: model.KindPDF}
			doc.Meetings = how(doc, cost)
			items := 0
			for i := range doc.Meetings {
				items += len(doc.Meetings[i].Items)
			}
			return doc, items, cost.Stopped()
		}
		want, items, at := read(func(doc *model.Document, cost *source.Budget) []model.Meeting {
			return minutes.Read(doc, pages, opts.Meeting, cost)
		})
		got, _, stopped := read(func(doc *model.Document, cost *source.Budget) []model.Meeting {
			return meetingsBeside(pages, readyBeside(opts), opts, cost)(doc)
		})
		if !reflect.DeepEqual(got, want) || stopped != at {
			t.Errorf("%s: %+v, stopped at %d, want %+v, %d", name, got, stopped, want, at)
		}
		if name == "all" && items != len(pages) || name == "some" && (items == 0 || items >= len(pages)) {
			t.Errorf("%s: %d items of %d pages", name, items, len(pages))
		}
	}
}

// A panic is that of whoever waits for the work.
func TestBesidePanics(t *testing.T) {
	wait := beside(func() int { panic("broken") })
	defer func() {
		if p := recover(); p != "broken" {
			t.Errorf("%v", p)
		}
	}()
	wait()
	t.Error("no panic")
}
