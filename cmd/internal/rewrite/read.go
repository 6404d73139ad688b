package rewrite

import (
	"context"

	"riskbok/config"
	"riskbok/importers"
	"riskbok/importers/source"
	"riskbok/rules"
	"riskbok/rules/model"
)

// Read reads files as the program does, and judges them.
func Read(files ...model.File) (*rules.Report, error) {
	words := config.Vocabulary()
	r := &rules.Report{}
	for i, f := range files {
		f.ID = int32(i + 1)
		doc, err := importers.Read(context.Background(), f, source.Options{Vocabulary: words, Budget: config.BudgetWords(), Meeting: config.MeetingWords()})
		if err != nil {
			return nil, err
		}
		r.Documents = append(r.Documents, doc)
	}
	r.Books, r.Findings = rules.Check(r.Documents, settings(words))
	return r, nil
}

func settings(words *model.Vocabulary) rules.Settings {
	return rules.Settings{Vocabulary: words, Templates: func() []model.Template {
		templates, err := config.Templates()
		if err != nil {
			return nil
		}
		return templates
	}}
}
