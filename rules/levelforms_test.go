package rules_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/importers/grid"
	"riskbok/importers/plan"
	"riskbok/importers/source"
	"riskbok/rules"
	"riskbok/rules/model"
)

// levelForms are ways to write a level of a register: by its label, its number
// and the letter of its axis.
var levelForms = map[string]func(label string, n int, letter string) string{
	"label":               func(l string, n int, a string) string { return l },
	"small label":         func(l string, n int, a string) string { return strings.ToLower(l) },
	"number":              func(l string, n int, a string) string { return strconv.Itoa(n) },
	"line break":          func(l string, n int, a string) string { return fmt.Sprintf("%d\n(%s)", n, l) },
	"parenthesis":         func(l string, n int, a string) string { return fmt.Sprintf("%d (%s)", n, l) },
	"label over number":   func(l string, n int, a string) string { return fmt.Sprintf("%s\n%d", l, n) },
	"label and number":    func(l string, n int, a string) string { return fmt.Sprintf("%s %d", l, n) },
	"dash":                func(l string, n int, a string) string { return fmt.Sprintf("%d – %s", n, l) },
	"slash":               func(l string, n int, a string) string { return fmt.Sprintf("%d/%s", n, l) },
	"colon":               func(l string, n int, a string) string { return fmt.Sprintf("%d: %s", n, l) },
	"square":              func(l string, n int, a string) string { return fmt.Sprintf("[%d] %s", n, l) },
	"square behind":       func(l string, n int, a string) string { return fmt.Sprintf("%s [%d]", l, n) },
	"level":               func(l string, n int, a string) string { return fmt.Sprintf("Nivå %d", n) },
	"level and label":     func(l string, n int, a string) string { return fmt.Sprintf("Nivå %d – %s", n, l) },
	"letter":              func(l string, n int, a string) string { return fmt.Sprintf("%s%d", a, n) },
	"letter and label":    func(l string, n int, a string) string { return fmt.Sprintf("%s%d %s", a, n, l) },
	"Roman":               func(l string, n int, a string) string { return []string{"I", "II", "III", "IV"}[n-1] },
	"Roman and label":     func(l string, n int, a string) string { return []string{"I", "II", "III", "IV"}[n-1] + " – " + l },
	"points":              func(l string, n int, a string) string { return fmt.Sprintf("%d poäng", n) },
	"points behind label": func(l string, n int, a string) string { return fmt.Sprintf("%s (%d p)", l, n) },
	"of four":             func(l string, n int, a string) string { return fmt.Sprintf("%d/4", n) },
	"of four in words":    func(l string, n int, a string) string { return fmt.Sprintf("%d av 4", n) },
	"star":                func(l string, n int, a string) string { return l + "*" },
	"note":                func(l string, n int, a string) string { return l + " 1)" },
	"frequency":           func(l string, n int, a string) string { return l + " (1 ggr/år)" },
	"clause":              func(l string, n int, a string) string { return l + ", bedömd av ledningen" },
	"name of the axis": func(l string, n int, a string) string {
		return map[string]string{"S": "Sannolikhet: ", "K": "Konsekvens: "}[a] + l
	},
	"name of axis, number":   func(l string, n int, a string) string { return fmt.Sprintf("%s = %d", a, n) },
	"about":                  func(l string, n int, a string) string { return fmt.Sprintf("ca %d", n) },
	"full stop":              func(l string, n int, a string) string { return fmt.Sprintf("%d.", n) },
	"half parenthesis":       func(l string, n int, a string) string { return fmt.Sprintf("%d)", n) },
	"decimals":               func(l string, n int, a string) string { return fmt.Sprintf("%d,0", n) },
	"number, label and more": func(l string, n int, a string) string { return fmt.Sprintf("%d - %s (enligt mallen)", n, l) },
}

var (
	likelihoods  = []string{"Osannolik", "Mindre sannolik", "Möjlig", "Sannolik"}
	consequences = []string{"Försumbar", "Lindrig", "Kännbar", "Allvarlig"}
)

// TestLevelForms reads a register of eight risks with one wrong value, in each
// form, with a scale of its own and without. Nothing else is told.
func TestLevelForms(t *testing.T) {
	for name, form := range levelForms {
		for _, defined := range []string{"", "numbers", "places", "clauses"} {
			t.Run(name+" "+defined, func(t *testing.T) {
				doc := writtenAs(form, defined)
				_, found := rules.Check([]*model.Document{doc}, rules.Settings{Vocabulary: config.Vocabulary()})
				var told []string
				for _, f := range found {
					if f.Severity != rules.Info {
						told = append(told, fmt.Sprintf("%s %s", f.Rule, f.At.Cell()))
					}
				}
				if got := strings.Join(told, ", "); got != "risk-value E6" {
					t.Errorf("told: %s; want risk-value E6 alone; %d registers", got, len(doc.Registers))
				}
			})
		}
	}
}

// TestLevelFormsMixed has every form in one column.
func TestLevelFormsMixed(t *testing.T) {
	names := []string{"label", "star", "dash", "level", "letter", "Roman", "clause", "line break"}
	i := 0
	doc := writtenAs(func(l string, n int, a string) string {
		i++
		return levelForms[names[i%len(names)]](l, n, a)
	}, "numbers")
	_, found := rules.Check([]*model.Document{doc}, rules.Settings{Vocabulary: config.Vocabulary()})
	for _, f := range found {
		if f.Severity != rules.Info && (f.Rule != "risk-value" || f.At.Cell() != "E6") {
			t.Errorf("told %s %s", f.Rule, f.At.Cell())
		}
	}
}

func writtenAs(form func(string, int, string) string, defined string) *model.Document {
	rows := [][]string{{"Nr", "Identifierad risk", "Sannolikhet", "Konsekvens", "Riskvärde"}}
	for i, p := range [][2]int{{3, 2}, {1, 1}, {3, 4}, {2, 4}, {4, 1}, {2, 3}, {1, 4}, {4, 4}, {2, 2}, {1, 3}} {
		score := p[0] * p[1]
		if i == 4 {
			score = 3
		}
		rows = append(rows, []string{fmt.Sprintf("R%d", i+1), []string{
			"Kajen stängs vid storm", "Avgifter faktureras fel", "Behörigheter tas inte bort", "Avtal löper ut", "Larm uteblir",
			"Bojar driver iväg", "Isen bryter bryggan", "Livbojar saknas", "Färjan ställs in", "Nycklar saknas"}[i],
			form(likelihoods[p[0]-1], p[0], "S"), form(consequences[p[1]-1], p[1], "K"), strconv.Itoa(score)})
	}
	sheets := map[string][][]string{"Riskanalys": rows}
	names := []string{"Riskanalys"}
	if defined != "" {
		definitions := [][]string{{"Sannolikhet", "Värde", "", "Konsekvens", "Värde"}}
		for i := range likelihoods {
			row := []string{likelihoods[i], strconv.Itoa(i + 1), "", consequences[i], strconv.Itoa(i + 1)}
			switch defined {
			case "places":
				row[1], row[4] = "", ""
			case "clauses":
				row[0] += []string{" (vart tionde år)", " (vart femte år)", " (varje år)", " (varje månad)"}[i]
			}
			definitions = append(definitions, row)
		}
		sheets["Definitioner"] = definitions
		names = append(names, "Definitioner")
	}
	doc := &model.Document{File: "a.xlsx", Kind: model.KindWorkbook}
	var tables []grid.Table
	for place, name := range names {
		doc.Places = append(doc.Places, model.Place{File: doc.File, Sheet: name})
		table := grid.Table{Name: name, Place: int32(place), Confidence: 1}
		for r, texts := range sheets[name] {
			row := make([]grid.Cell, len(texts))
			for c, text := range texts {
				row[c] = grid.Cell{Text: text, Kind: grid.Text, At: model.Source{Place: table.Place, Row: int32(r + 1), Col: int32(c + 1)}}
				if _, ok := grid.ParseWhole(text); ok {
					row[c].Kind = grid.Number
				}
				if text == "" {
					row[c].Kind = grid.Empty
				}
			}
			table.Rows = append(table.Rows, row)
		}
		tables = append(tables, table)
	}
	plan.Read(doc, tables, source.Options{Vocabulary: config.Vocabulary()})
	return doc
}
