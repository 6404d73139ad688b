package config

import (
	_ "embed"
	"sync"

	"github.com/goccy/go-yaml"

	"riskbok/rules/model"
)

//go:embed vocabulary.yaml
var vocabularyData []byte

// vocabularyFile mirrors vocabulary.yaml; the model carries no file tags.
type vocabularyFile struct {
	Headings    map[model.Field][]string `yaml:"headings"`
	Weak        []string                 `yaml:"weak"`
	Periods     []model.PeriodWords      `yaml:"periods"`
	Titles      titlesFile               `yaml:"titles"`
	Board       model.BoardWords         `yaml:"board"`
	Established []string                 `yaml:"established"`
	Decided     []string                 `yaml:"decided"`
	Months      []string                 `yaml:"months"`
	Definitions definitionsFile          `yaml:"definitions"`
	Ranges      rangesFile               `yaml:"ranges"`
	Calculation calculationFile          `yaml:"calculation"`
	Levels      [][]string               `yaml:"levels"`
	LevelWords  levelWordsFile           `yaml:"levelWords"`
	Colours     coloursFile              `yaml:"colours"`
	Blank       []string                 `yaml:"blank"`

	Degrees         [][]string               `yaml:"degrees"`
	DegreeModifiers degreeModifiersFile      `yaml:"degreeModifiers"`
	Sums            []string                 `yaml:"sums"`
	Examples        []string                 `yaml:"examples"`
	Second          []string                 `yaml:"second"`
	First           []string                 `yaml:"first"`
	Context         []string                 `yaml:"context"`
	Roles           []string                 `yaml:"roles"`
	Occasions       []string                 `yaml:"occasions"`
	Unnamed         []string                 `yaml:"unnamed"`
	Units           []string                 `yaml:"units"`
	Quantities      []string                 `yaml:"quantities"`
	HeadNouns       map[model.Field][]string `yaml:"headNouns"`
}

type titlesFile struct {
	Analysis    []string `yaml:"analysis"`
	Plan        []string `yaml:"plan"`
	FollowUp    []string `yaml:"followUp"`
	Definitions []string `yaml:"definitions"`
	Aside       []string `yaml:"aside"`
	Lists       []string `yaml:"lists"`
}

type definitionsFile struct {
	Likelihood  []string `yaml:"likelihood"`
	Consequence []string `yaml:"consequence"`
	Label       []string `yaml:"label"`
	Number      []string `yaml:"number"`
	Definition  []string `yaml:"definition"`
	Range       []string `yaml:"range"`
	Treatment   []string `yaml:"treatment"`
	Meaning     []string `yaml:"meaning"`
	NotInPlan   []string `yaml:"notInPlan"`
	InPlan      []string `yaml:"inPlan"`
	PlanLimit   []string `yaml:"planLimit"`
	Accept      []string `yaml:"accept"`
}

type rangesFile struct {
	To      []string `yaml:"to"`
	And     []string `yaml:"and"`
	Or      []string `yaml:"or"`
	AtLeast []string `yaml:"atLeast"`
	Over    []string `yaml:"over"`
	OrMore  []string `yaml:"orMore"`
	AtMost  []string `yaml:"atMost"`
	Under   []string `yaml:"under"`
	OrLess  []string `yaml:"orLess"`
	Between []string `yaml:"between"`
	Unit    []string `yaml:"unit"`
	Is      []string `yaml:"is"`
}

type calculationFile struct {
	Times     []string `yaml:"times"`
	Plus      []string `yaml:"plus"`
	ProductOf []string `yaml:"productOf"`
	SumOf     []string `yaml:"sumOf"`
	GreaterOf []string `yaml:"greaterOf"`
}

type degreeModifiersFile struct {
	Stronger []string `yaml:"stronger"`
	Weaker   []string `yaml:"weaker"`
	Less     []string `yaml:"less"`
}

type levelWordsFile struct {
	Names   []string `yaml:"names"`
	Letters []string `yaml:"letters"`
	Points  []string `yaml:"points"`
	Of      []string `yaml:"of"`
	Or      []string `yaml:"or"`
	About   []string `yaml:"about"`
	Units   []string `yaml:"units"`

	Numbers [][]string `yaml:"numbers"`
	Short   [][]string `yaml:"short"`
}

type coloursFile struct {
	Red    []string `yaml:"red"`
	Orange []string `yaml:"orange"`
	Yellow []string `yaml:"yellow"`
	Green  []string `yaml:"green"`
}

// To read the words from YAML at every start would take longer than most
// documents do: go generate makes Go data of them, and a test holds it to the
// files.
var vocabulary = sync.OnceValue(func() *model.Vocabulary {
	v := compiledVocabulary()
	v.AmountUnits = compiledBudgetWords().Units
	return v
})

// Vocabulary gives the words by which importers know tables, those of
// vocabulary.yaml; words for units of money are those of [BudgetWords]. It is made
// once and must not be changed.
func Vocabulary() *model.Vocabulary { return vocabulary() }

func parseVocabulary(data []byte) (*model.Vocabulary, error) {
	var f vocabularyFile
	if err := yaml.UnmarshalWithOptions(data, &f, yaml.Strict()); err != nil {
		return nil, err
	}
	return &model.Vocabulary{
		Headings:    f.Headings,
		Weak:        f.Weak,
		Periods:     f.Periods,
		Titles:      model.Titles(f.Titles),
		Board:       f.Board,
		Established: f.Established,
		Decided:     f.Decided,
		Months:      f.Months,
		Definitions: model.DefinitionWords(f.Definitions),
		Ranges:      model.RangeWords(f.Ranges),
		Calculation: model.CalculationWords(f.Calculation),
		Levels:      f.Levels,
		LevelWords:  model.LevelWords(f.LevelWords),
		Colours:     model.ColourWords(f.Colours),
		Blank:       f.Blank,

		Degrees:         f.Degrees,
		DegreeModifiers: model.DegreeModifiers(f.DegreeModifiers),
		Sums:            f.Sums,
		Examples:        f.Examples,
		Second:          f.Second,
		First:           f.First,
		Context:         f.Context,
		Roles:           f.Roles,
		Occasions:       f.Occasions,
		Unnamed:         f.Unnamed,
		Units:           f.Units,
		Quantities:      f.Quantities,
		HeadNouns:       f.HeadNouns,
	}, nil
}
