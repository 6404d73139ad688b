package config

import "riskbok/rules/model"

// templateFile mirrors a template's YAML; the model carries no file tags.
// templates/schema.json says the same to editors.
type templateFile struct {
	Name   string         `yaml:"name"`
	Title  string         `yaml:"title"`
	Scale  templateScale  `yaml:"scale"`
	Layout templateLayout `yaml:"layout"`
}

type templateScale struct {
	Likelihood  []templateLevel     `yaml:"likelihood"`
	Consequence []templateLevel     `yaml:"consequence"`
	Treatments  []templateTreatment `yaml:"treatments"`
	Overrides   []templateOverride  `yaml:"overrides"`
}

type templateLevel struct {
	Value      int    `yaml:"value"`
	Label      string `yaml:"label"`
	Definition string `yaml:"definition"`
}

type templateTreatment struct {
	Min     int    `yaml:"min"`
	Max     int    `yaml:"max"`
	Label   string `yaml:"label"`
	Meaning string `yaml:"meaning"`
	InPlan  bool   `yaml:"inPlan"`
}

type templateOverride struct {
	Likelihood  int `yaml:"likelihood"`
	Consequence int `yaml:"consequence"`
	Value       int `yaml:"value"`
}

type templateLayout struct {
	BoardLabel  string              `yaml:"boardLabel"`
	Established string              `yaml:"established"`
	Decided     string              `yaml:"decided"`
	Previous    string              `yaml:"previous"`
	Change      string              `yaml:"change"`
	Earlier     string              `yaml:"earlier"`
	Registers   []templateRegister  `yaml:"registers"`
	FollowUp    templateFollowUp    `yaml:"followUp"`
	Definitions templateDefinitions `yaml:"definitions"`
	Directions  []string            `yaml:"directions"`
	Reporting   []string            `yaml:"reporting"`
}

type templateRegister struct {
	Sheet    string           `yaml:"sheet"`
	Analysis bool             `yaml:"analysis"`
	Plan     bool             `yaml:"plan"`
	Titles   []templateTitle  `yaml:"titles"`
	Bands    []templateBand   `yaml:"bands"`
	Columns  []templateColumn `yaml:"columns"`
}

type templateTitle struct {
	Text string      `yaml:"text"`
	From model.Field `yaml:"from"`
	Plan bool        `yaml:"plan"`
}

type templateBand struct {
	Text string      `yaml:"text"`
	From model.Field `yaml:"from"`
	To   model.Field `yaml:"to"`
}

type templateColumn struct {
	Field   model.Field `yaml:"field"`
	Heading string      `yaml:"heading"`
	Width   float64     `yaml:"width"`
}

type templateFollowUp struct {
	Sheet   string           `yaml:"sheet"`
	Title   string           `yaml:"title"`
	Bands   []templateBand   `yaml:"bands"`
	Columns []templateColumn `yaml:"columns"`
	Periods []string         `yaml:"periods"`
}

type templateDefinitions struct {
	Sheet       string `yaml:"sheet"`
	Title       string `yaml:"title"`
	Subtitle    string `yaml:"subtitle"`
	Likelihood  string `yaml:"likelihood"`
	Consequence string `yaml:"consequence"`
	Definition  string `yaml:"definition"`
	Number      string `yaml:"number"`
	Treatments  string `yaml:"treatments"`
	Range       string `yaml:"range"`
	Treatment   string `yaml:"treatment"`
	Means       string `yaml:"means"`
	From        string `yaml:"from"`
	To          string `yaml:"to"`
	Grid        string `yaml:"grid"`
}

func (f *templateFile) model() *model.Template {
	t := &model.Template{
		Name:  f.Name,
		Title: f.Title,
		Scale: f.Scale.model(f.Name),
		Layout: model.Layout{
			BoardLabel:  f.Layout.BoardLabel,
			Established: f.Layout.Established,
			Previous:    f.Layout.Previous,
			Change:      f.Layout.Change,
			Earlier:     f.Layout.Earlier,
			Decided:     f.Layout.Decided,
			FollowUp: model.FollowUpLayout{
				Sheet:   f.Layout.FollowUp.Sheet,
				Title:   f.Layout.FollowUp.Title,
				Bands:   modelBands(f.Layout.FollowUp.Bands),
				Columns: modelColumns(f.Layout.FollowUp.Columns),
				Periods: f.Layout.FollowUp.Periods,
			},
			Definitions: f.Layout.Definitions.model(),
			Directions:  f.Layout.Directions,
			Reporting:   f.Layout.Reporting,
		},
	}
	for _, r := range f.Layout.Registers {
		l := model.RegisterLayout{
			Sheet: r.Sheet, Analysis: r.Analysis, Plan: r.Plan,
			Bands: modelBands(r.Bands), Columns: modelColumns(r.Columns),
		}
		for _, title := range r.Titles {
			l.Titles = append(l.Titles, model.LayoutTitle(title))
		}
		t.Layout.Registers = append(t.Layout.Registers, l)
	}
	return t
}

func (s *templateScale) model(name string) model.Scale {
	scale := model.Scale{
		Name:        name,
		Likelihood:  modelAxis(s.Likelihood),
		Consequence: modelAxis(s.Consequence),
		Origin:      model.OriginTemplate,
	}
	for _, t := range s.Treatments {
		scale.Treatments = append(scale.Treatments, model.Treatment{
			Min: t.Min, Max: t.Max, Label: t.Label, Meaning: t.Meaning, InPlan: t.InPlan,
		})
	}
	for _, o := range s.Overrides {
		if scale.Overrides == nil {
			scale.Overrides = map[[2]int]int{}
		}
		scale.Overrides[[2]int{o.Likelihood, o.Consequence}] = o.Value
	}
	return scale
}

func modelAxis(levels []templateLevel) model.Axis {
	var a model.Axis
	for _, l := range levels {
		a.Levels = append(a.Levels, model.ScaleLevel{Value: l.Value, Label: l.Label, Definition: l.Definition, Numbered: true})
	}
	return a
}

func modelBands(bands []templateBand) []model.Band {
	var out []model.Band
	for _, b := range bands {
		out = append(out, model.Band(b))
	}
	return out
}

func modelColumns(columns []templateColumn) []model.LayoutColumn {
	var out []model.LayoutColumn
	for _, c := range columns {
		out = append(out, model.LayoutColumn(c))
	}
	return out
}

func (d *templateDefinitions) model() model.DefinitionsLayout {
	return model.DefinitionsLayout{
		Sheet: d.Sheet, Title: d.Title, Subtitle: d.Subtitle,
		Likelihood: d.Likelihood, Consequence: d.Consequence,
		Definition: d.Definition, Number: d.Number,
		Treatments: d.Treatments, Range: d.Range, Treatment: d.Treatment, Means: d.Means,
		From: d.From, To: d.To, Grid: d.Grid,
	}
}
