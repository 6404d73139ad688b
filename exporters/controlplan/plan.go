package controlplan

import (
	"strconv"

	"github.com/shopspring/decimal"

	"riskbok/rules"
	"riskbok/rules/model"
)

// plan is one book as it is to be written: the registers of analysis and plan
// joined into one list of risks, values as they are after safe fixes.
type plan struct {
	report *rules.Report
	board  string
	year   int
	scale  *model.Scale
	source *model.Scale // the book's own where the plan is converted to another
	heads  [2]head      // of the analysis, of the plan
	risks  []*risk
	follow *followUp // nil where there is nothing to follow up
	log    []logEntry
	inputs []string // files that the book was read from, in order

	entries   map[*model.Register]*model.Entry
	unitFiles bool // some of the tables stand in files of units
	units     units

	kept         []keptColumn             // columns that no template has
	showPrevious bool                     // the value of the year before stands beside this year's
	periods      []string                 // of a follow-up that is begun; none: the template's
	todo         *todo                    // nil but where the plan is rolled over
	numbered     map[string][]*measure    // by number; see measureOf
	followed     map[[3]string]*followRow // see sameMeasure
	renumbered   *renumberedRisks         // nil where all have the numbers of their sources
	settled      map[[3]string]bool       // risks that were put in; see addedKey

	converting  bool // levels are to be those of the template
	conversions map[*model.Scale]*conversion
}

// head is what stands below a title: dates as written.
type head struct{ established, decided string }

// risk is one risk to write, a row for each measure. listed says that a plan
// table has it.
type risk struct {
	number, planNumber      string
	given                   string // the number, where no source has one
	unit                    unit   // that counts its risks for itself
	area, event             string
	likelihood, consequence level
	score                   score
	previous                score            // of the year before
	change                  string           // since then, as written
	sourced                 bool             // value and treatment are those of the source's scale
	rescaled                bool             // the value of the year before is one of another scale
	treatment               string           // as calculated, else as written
	recommended             bool             // treatment is what the scale says of the score
	own                     *model.Treatment // what the source's own scale says, where that is another
	placing                 placing
	limit                   int // the value from which the plan has its risks, where that places it
	kept                    map[model.Field]string
	measures                []measure
	listed                  bool
	sources                 []model.Source
	inRegister              map[*model.Register]*model.Risk
}

// level is a level as it is to be written: by the scale's own label where it
// is on the scale, else the text as it stood. from is the level of the source's
// scale where that is another.
type level struct {
	text     string
	on, from *model.ScaleLevel
}

// score is a risk value: calculated where both levels are on the scale, else
// what was written.
type score struct {
	value      int
	calculated bool
	written    string
}

type measure struct {
	number, direction, action string
	cost                      *decimal.Decimal
	costText                  string
	owner, reporting          string
	source                    model.Source
}

// valid reports whether both levels are on the scale.
func (r *risk) valid() bool { return r.likelihood.on != nil && r.consequence.on != nil }

// inPlan reports whether the governing treatment requires a place in the
// control plan: that of the calculated value, of the value on the source's own
// scale, else the written one. A risk
// with neither is kept in, so that none drops out unseen. A plan that is filled by
// another limit than the treatments' has what it lists, and what that requires.
func (r *risk) inPlan(s *model.Scale) bool {
	if r.placing != byTreatment {
		return r.listed || r.placing == withinLimit
	}
	return r.treatedInPlan(s)
}

func (r *risk) treatedInPlan(s *model.Scale) bool {
	if r.score.calculated {
		if t := s.Treatment(r.score.value); t != nil {
			return t.InPlan
		}
	}
	if r.own != nil {
		return r.own.InPlan
	}
	for i := range s.Treatments {
		if r.treatment != "" && model.LeadingWord(r.treatment) == model.LeadingWord(s.Treatments[i].Label) {
			return s.Treatments[i].InPlan
		}
	}
	return true
}

// rows are the measures to write a row for: at least one, for the risk itself.
func (r *risk) rows() []measure {
	if len(r.measures) == 0 {
		return []measure{{}}
	}
	return r.measures
}

// yearText is the year in titles and file names, "" where none is known.
func (p *plan) yearText() string {
	if p.year == 0 {
		return ""
	}
	return strconv.Itoa(p.year)
}

// levelLabel is how a level is written: its label, or its number on an axis
// without labels.
func levelLabel(l *model.ScaleLevel) string {
	if l.Label == "" {
		return strconv.Itoa(l.Value)
	}
	return l.Label
}
