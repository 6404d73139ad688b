package compare

import (
	"riskbok/exporters/findinglist"
	"riskbok/exporters/jsontext"
	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/compare"
	"riskbok/rules/model"
)

// version is the number of the JSON's contract: fields may be added, none is
// renamed or dropped without a new one. Lists are never null.
const version = 1

type comparisonJSON struct {
	Version     int         `json:"version"`
	Comparisons []pairJSON  `json:"comparisons"`
	Alone       []aloneJSON `json:"notCompared"`

	// what could not be read of the documents, and so was not compared
	NotChecked []uncheckedJSON `json:"notChecked"`
}

type uncheckedJSON struct {
	Message  string       `json:"message"`
	Location locationJSON `json:"location"`
}

type editionJSON struct {
	Board string   `json:"board"`
	Year  int      `json:"year"`
	Files []string `json:"files"`
}

type aloneJSON struct {
	editionJSON
	Side string `json:"side"`
}

type pairJSON struct {
	Old          editionJSON    `json:"old"`
	New          editionJSON    `json:"new"`
	PairedBy     string         `json:"pairedBy"`
	ScaleChanged bool           `json:"scaleChanged"`
	Summary      map[string]int `json:"summary"`
	Risks        []itemJSON     `json:"risks"`
	NoFollowUp   string         `json:"noFollowUp"`
	FollowUp     []itemJSON     `json:"followUp"`
}

type itemJSON struct {
	Old     *riskJSON    `json:"old"`
	New     *riskJSON    `json:"new"`
	Match   *matchJSON   `json:"match"`
	Changes []changeJSON `json:"changes"`
}

type riskJSON struct {
	Number   string       `json:"number"`
	Event    string       `json:"event"`
	Location locationJSON `json:"location"`
}

type matchJSON struct {
	By        string     `json:"by"`
	Score     float64    `json:"score"`
	Ambiguous bool       `json:"ambiguous"`
	OtherOld  []riskJSON `json:"otherOld"`
	OtherNew  []riskJSON `json:"otherNew"`
}

type changeJSON struct {
	Kind      string       `json:"kind"`
	Field     string       `json:"field"`
	Old       string       `json:"old"`
	New       string       `json:"new"`
	LevelsOld string       `json:"levelsOld,omitempty"`
	LevelsNew string       `json:"levelsNew,omitempty"`
	ValueOld  int          `json:"valueOld,omitempty"`
	ValueNew  int          `json:"valueNew,omitempty"`
	Measure   string       `json:"measure,omitempty"`
	Period    string       `json:"period,omitempty"`
	Valuation string       `json:"valuation,omitempty"`
	OldAt     locationJSON `json:"oldLocation"`
	NewAt     locationJSON `json:"newLocation"`
}

type locationJSON struct {
	File  string `json:"file"`
	Sheet string `json:"sheet"`
	Cell  string `json:"cell"`
	Page  int    `json:"page"`
}

// JSON writes a comparison for other programs. Kinds, fields and reasons are
// the names of package rules/compare, the same in every language; a summary
// counts the risks with a change of each kind.
func JSON(c *compare.Comparison, r *rules.Report, opts output.Options) ([]model.File, error) {
	w := wording{opts.Lang, r}
	out := comparisonJSON{Version: version, Comparisons: []pairJSON{}, Alone: []aloneJSON{}, NotChecked: []uncheckedJSON{}}
	for i := range c.Pairs {
		out.Comparisons = append(out.Comparisons, w.pairJSON(&c.Pairs[i]))
	}
	for _, a := range c.Alone {
		side := compare.NewSide
		if a.Old {
			side = compare.OldSide
		}
		out.Alone = append(out.Alone, aloneJSON{w.editionJSON(a.Edition), string(side)})
	}
	for _, n := range w.unchecked() {
		out.NotChecked = append(out.NotChecked, uncheckedJSON{n.Message, n.At})
	}
	data, err := jsontext.Encode(out)
	if err != nil {
		return nil, err
	}
	return []model.File{{Data: data}}, nil
}

func (w wording) editionJSON(e compare.Edition) editionJSON {
	return editionJSON{e.Board, e.Year, append([]string{}, w.files(e)...)}
}

func (w wording) pairJSON(p *compare.Pair) pairJSON {
	out := pairJSON{
		Old: w.editionJSON(p.Old), New: w.editionJSON(p.New), PairedBy: string(p.By), ScaleChanged: p.ScaleChanged,
		Summary: map[string]int{}, Risks: w.itemsJSON(p.Items), NoFollowUp: string(p.NoFollowUp), FollowUp: w.itemsJSON(p.Rows),
	}
	counts := compare.Counts(p.Items)
	for _, k := range compare.Kinds {
		out.Summary[string(k)] = counts[k]
	}
	for i := range p.Items {
		if p.Items[i].Match != nil {
			out.Summary["matched"]++
		}
		if len(p.Items[i].Changes) == 0 {
			out.Summary["unchanged"]++
		}
	}
	return out
}

func (w wording) itemsJSON(items []compare.Item) []itemJSON {
	out := make([]itemJSON, 0, len(items))
	for i := range items {
		it := &items[i]
		j := itemJSON{Old: w.riskJSON(it.Old), New: w.riskJSON(it.New), Changes: []changeJSON{}}
		if m := it.Match; m != nil {
			j.Match = &matchJSON{string(m.By), float64(percent(m.Score)) / 100, m.Ambiguous(), w.risksJSON(m.OtherOld), w.risksJSON(m.OtherNew)}
		}
		for _, c := range it.Changes {
			j.Changes = append(j.Changes, changeJSON{
				string(c.Kind), string(c.Field), c.Old, c.New, c.LevelsOld, c.LevelsNew, c.ValueOld, c.ValueNew, c.Measure, c.Period, c.Valuation,
				w.locationJSON(c.OldAt), w.locationJSON(c.NewAt),
			})
		}
		out = append(out, j)
	}
	return out
}

func (w wording) risksJSON(risks []*compare.Risk) []riskJSON {
	out := make([]riskJSON, 0, len(risks))
	for _, r := range risks {
		out = append(out, *w.riskJSON(r))
	}
	return out
}

func (w wording) riskJSON(r *compare.Risk) *riskJSON {
	if r == nil {
		return nil
	}
	return &riskJSON{r.Number.V, r.Event.V, w.locationJSON(r.At)}
}

func (w wording) locationJSON(at model.Source) locationJSON {
	if at.IsZero() {
		return locationJSON{}
	}
	p := w.r.Place(at)
	file, _, cell := findinglist.Where(w.r, w.cat, at)
	return locationJSON{file, p.Sheet, cell, p.Page}
}
