package rules_test

import (
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/rules"
	"riskbok/rules/model"
)

// TestTemplateScaleOfBoards: a column that names the boards of a table does not
// make its headings another template's.
func TestTemplateScaleOfBoards(t *testing.T) {
	line := func(cells string) string { return "| " + strings.ReplaceAll(cells, "/", " | ") + " |\n" }
	text := "### Riskanalys\n" + line("Nämnd/Nr/Identifierad risk/"+stepHeads) + "|---|\n"
	boards := []string{"Hamnnämnden", "Skolnämnden"}
	for i, row := range strings.Fields(strings.ReplaceAll(stepRows, " ", "_")) {
		text += line(boards[i%2] + "/R" + string(rune('1'+i)) + "/Risk " + string(rune('a'+i)) + "/" + strings.ReplaceAll(row, "_", " "))
	}
	doc, _ := exampleDocument(text)
	books, _ := rules.Check([]*model.Document{doc}, rules.Settings{Vocabulary: config.Vocabulary(), Templates: stepTemplates(t, asShipped)})
	if len(books) != 2 {
		t.Fatalf("%d books", len(books))
	}
	for _, b := range books {
		if s := b.Registers[0].Scale; s.Origin != model.OriginTemplate {
			t.Errorf("%s: the scale's origin is %s", b.Board, s.Origin)
		}
	}
}
