package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"riskbok/config"
	"riskbok/exporters/controlplan"
	"riskbok/exporters/output"
	"riskbok/importers"
	"riskbok/importers/source"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

func main() {
	var docs []*model.Document
	for i, name := range os.Args[3:] {
		data, _ := os.ReadFile(name)
		d, err := importers.Read(context.Background(), model.File{ID: int32(i + 1), Name: filepath.Base(name), Data: data}, source.Options{Vocabulary: config.Vocabulary()})
		if err != nil {
			fmt.Println(err)
			continue
		}
		docs = append(docs, d)
	}
	books, findings := rules.Check(docs, rules.Settings{Vocabulary: config.Vocabulary()})
	r := &rules.Report{Documents: docs, Books: books, Findings: findings}
	tpl, err := config.Template(os.Args[2])
	if err != nil {
		fmt.Println(err)
		return
	}
	cat, _ := lang.Get("sv")
	for _, f := range findings {
		fmt.Println(f.Severity, f.Rule, r.Place(f.At).Sheet, f.At.Cell(), rules.Message(cat, r, &f))
	}
	files, err := controlplan.Render(r, output.Options{Lang: cat, Template: tpl, Version: "0.1"})
	if err != nil {
		fmt.Println("ERR", err)
	}
	for _, f := range files {
		fmt.Println("->", f.Name, len(f.Data))
		os.WriteFile(filepath.Join(os.Args[1], f.Name), f.Data, 0o644)
	}
}
