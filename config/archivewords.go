package config

import (
	_ "embed"
	"sync"

	"github.com/goccy/go-yaml"

	"riskbok/rules/model"
)

//go:embed archivewords.yaml
var archiveWordsData []byte

// archiveWordsFile mirrors archivewords.yaml; the model carries no file tags.
type archiveWordsFile struct {
	Final    []string `yaml:"final"`
	Draft    []string `yaml:"draft"`
	Behind   []string `yaml:"behind"`
	Version  []string `yaml:"version"`
	Revision []string `yaml:"revision"`
}

var archiveWords = sync.OnceValue(compiledArchiveWords)

// ArchiveWords gives the words by which names of files tell which of several
// versions holds, those of archivewords.yaml. It is made once and must not be
// changed.
func ArchiveWords() *model.ArchiveWords { return archiveWords() }

func parseArchiveWords(data []byte) (*model.ArchiveWords, error) {
	var f archiveWordsFile
	if err := yaml.UnmarshalWithOptions(data, &f, yaml.Strict()); err != nil {
		return nil, err
	}
	w := model.ArchiveWords(f)
	return &w, nil
}
