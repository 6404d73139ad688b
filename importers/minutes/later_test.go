package minutes

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// manyMinutes gives pages of the minutes of four meetings, an item on each: some not
// decided, some with a heading that could mean two things, and days in most. With them
// the words by which a heading does.
func manyMinutes(t *testing.T) ([]grid.Page, *model.MeetingWords) {
	const each = fewPages
	var b strings.Builder
	for i := range 4 * each {
		n := i%each + 1
		fmt.Fprintf(&b, "=== 595x842\nSAMMANTRÄDESPROTOKOLL            Sida %d av %d\nHamnnämnden                      2031-02-%d\n\n\n", n, each, 10+i/each)
		fmt.Fprintf(&b, "** § %d\n** Taxa för brygga %d\nDnr HN 2031/%d\n\n", n, i, i)
		fmt.Fprintf(&b, "** Förslag till beslut\nTaxan gäller från måndagen den %d mars 2031.\n\n", n%28+1)
		if n%4 == 0 {
			b.WriteString("## Sammanfattping\nInloppet har grundats upp sedan 2027 och större båtar går på vid lågt vatten\nutan att det märks, vilket hamnens personal har påpekat flera gånger för nämnd\n\n")
		}
		if n%5 != 0 {
			fmt.Fprintf(&b, "\n** Beslut\nTaxan för brygga %d antas.\n", i)
		}
		b.WriteString("\n")
	}
	w := *config.MeetingWords()
	w.Sections = map[model.SectionRole][]string{
		model.SectionProposal:   {"Förslag till beslut"},
		model.SectionDecision:   {"Beslut"},
		model.SectionBackground: {"Sammanfattning"},
		model.SectionOther:      {"Sammanfattring"},
	}
	return pagesOf(t, b.String(), false), &w
}

// Items that are worked out beside the pages that follow them, on several cores, are
// those that are worked out at once, in their order, with their days and what is said
// about them.
func TestCloseBeside(t *testing.T) {
	pages, w := manyMinutes(t)
	read := func(cores int) ([]model.Meeting, *model.Document) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
		if n := workersFor(len(pages)); n != cores {
			t.Fatalf("%d workers for %d pages on %d cores", n, len(pages), cores)
		}
		doc := &model.Document{}
		return Read(doc, pages, w, nil), doc
	}
	want, told := read(1)
	days := 0
	for i := range want {
		days += len(want[i].Days)
	}
	if len(want) < 4 || days < 100 || len(told.Unread) == 0 || len(told.NotChecked) == 0 {
		t.Errorf("%d meetings, %d days, %d unread, %d not checked: too few to tell", len(want), days, len(told.Unread), len(told.NotChecked))
	}
	for _, cores := range []int{2, 4} {
		if got, doc := read(cores); !reflect.DeepEqual(got, want) || !reflect.DeepEqual(doc, told) {
			t.Errorf("%d cores: other meetings than on one:\n%s\nexpected:\n%s", cores, printed(got, doc), printed(want, told))
		}
	}
}

// What goes wrong with an item is the fault of whoever waits for all, not of the program.
func TestCloseFails(t *testing.T) {
	r := &reader{several: true}
	r.later.all = []*later{{item: &draft{}}}
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	r.gatherLater()
}
