package config

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/goccy/go-yaml"

	"riskbok/rules/model"
)

//go:embed meetingwords.yaml
var meetingWordsData []byte

// meetingWordsFile mirrors meetingwords.yaml; the model carries no file tags.
type meetingWordsFile struct {
	Forms     map[model.ItemForm][]string    `yaml:"forms"`
	Sections  map[model.SectionRole][]string `yaml:"sections"`
	Labels    map[model.LabelRole][]string   `yaml:"labels"`
	Columns   map[model.AgendaRole][]string  `yaml:"columns"`
	Signature []string                       `yaml:"signature"`
	Signers   []string                       `yaml:"signers"`
	Page      []string                       `yaml:"page"`
	Of        []string                       `yaml:"of"`
	Paragraph []string                       `yaml:"paragraph"`
	Matter    []string                       `yaml:"matter"`
	Formal    []string                       `yaml:"formal"`
	Bodies    []string                       `yaml:"bodies"`
	Decides   []string                       `yaml:"decides"`
	Proposes  []string                       `yaml:"proposes"`
	Finds     []string                       `yaml:"finds"`
	Votes     []string                       `yaml:"votes"`
	Meets     []string                       `yaml:"meets"`
	Genitive  []string                       `yaml:"genitive"`
	Leaning   []string                       `yaml:"leaning"`
	Series    []string                       `yaml:"series"`
	Onward    []string                       `yaml:"onward"`
	Clause    []string                       `yaml:"clause"`
	Join      []string                       `yaml:"join"`
	Board     model.BoardWords               `yaml:"board"`
	Months    []string                       `yaml:"months"`
	Weekdays  []string                       `yaml:"weekdays"`
	Rotation  rotationFile                   `yaml:"rotation"`
}

type rotationFile struct {
	Year      []string `yaml:"year"`
	Chair     []string `yaml:"chair"`
	ViceChair []string `yaml:"viceChair"`
}

var meetingWords = sync.OnceValue(func() *model.MeetingWords {
	w := compiledMeetingWords()
	w.Months = append(slices.Clone(Vocabulary().Months), w.Months...)
	return w
})

// MeetingWords gives the words by which importers know meeting books and
// minutes, those of meetingwords.yaml and, for the names of the
// months, vocabulary.yaml. It is made once and must not be changed.
func MeetingWords() *model.MeetingWords { return meetingWords() }

func parseMeetingWords(data []byte) (*model.MeetingWords, error) {
	var f meetingWordsFile
	if err := yaml.UnmarshalWithOptions(data, &f, yaml.Strict()); err != nil {
		return nil, err
	}
	return &model.MeetingWords{
		Forms: f.Forms, Sections: f.Sections, Labels: f.Labels, Columns: f.Columns,
		Signature: f.Signature, Signers: f.Signers,
		Page: f.Page, Of: f.Of, Paragraph: f.Paragraph, Matter: f.Matter, Formal: f.Formal, Bodies: f.Bodies, Decides: f.Decides, Proposes: f.Proposes, Finds: f.Finds, Votes: f.Votes, Meets: f.Meets, Genitive: f.Genitive, Leaning: f.Leaning, Series: f.Series, Onward: f.Onward, Clause: f.Clause, Join: f.Join,
		Board: f.Board, Months: f.Months, Weekdays: f.Weekdays,
		Year: f.Rotation.Year, Chair: f.Rotation.Chair, ViceChair: f.Rotation.ViceChair,
	}, nil
}
