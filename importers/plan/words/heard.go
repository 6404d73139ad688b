package words

import (
	"riskbok/rules/model"
	"riskbok/rules/model/answers"
)

// heard are the answers that an [Index] has given, kept for documents that ask the
// same.
type heard struct {
	exact, begins answers.ByText[[]Meaning]
	nouns         answers.ByText[[]Noun]
	roles         answers.ByText[Role]
	axes          answers.ByText[namedAxis]
	after         [openings]answers.ByText[opened]
	degree        answers.ByText[heardDegree]
	band          answers.ByText[heardBand]
	legend        answers.ByText[[]Band]
	calculation   answers.ByText[heardRule]
}

// namedAxis is what [Index.AxisNamed] gives.
type namedAxis struct {
	name Axis
	sure bool
}

// opened is what [Index.After] gives.
type opened struct {
	rest string
	ok   bool
}

// heardDegree is what [Index.Degree] gives.
type heardDegree struct {
	degree float64
	ok     bool
}

// heardBand is what [Index.Band] gives.
type heardBand struct {
	band Band
	ok   bool
}

// heardRule is what [Index.Calculation] gives.
type heardRule struct {
	rule model.ValueRule
	ok   bool
}
