package json

import (
	"riskbok/exporters/summary"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// column is the binding of one column: the field that it was taken for, or in
// a list of refused ones the field that it was weighed for, and what spoke for
// it.
type column struct {
	Field    string     `json:"field"`
	Key      string     `json:"key"`
	Heading  string     `json:"heading"`
	Score    int        `json:"score"`
	Reason   string     `json:"reason"`
	Evidence []evidence `json:"evidence"`
	Source   where      `json:"source"`
}

// evidence is one thing that speaks for a column, or with a negative weight
// against it; text says it in words.
type evidence struct {
	Kind   string   `json:"kind"`
	Weight float64  `json:"weight"`
	Hits   int      `json:"hits"`
	Of     int      `json:"of"`
	With   []string `json:"with"`
	Text   string   `json:"text"`
}

func describeColumns(r *rules.Report, columns []model.Column, cat *lang.Catalog) []column {
	all := make([]column, 0, len(columns))
	for _, c := range columns {
		one := column{string(c.Field), c.Key, c.Heading, c.Score, string(c.Reason), make([]evidence, 0, len(c.Evidence)), at(r, c.At)}
		for _, e := range c.Evidence {
			one.Evidence = append(one.Evidence, evidence{string(e.Kind), e.Weight, e.Hits, e.Of, list(e.With), summary.Evidence(cat, e)})
		}
		all = append(all, one)
	}
	return all
}

// suspect is what looks like something that riskbok judges and could not be
// read; map are arguments of --map that would settle it.
type suspect struct {
	What    string   `json:"what"`
	Why     string   `json:"why"`
	Part    bool     `json:"part"`
	Table   string   `json:"table"`
	Columns []column `json:"columns"`
	Map     []string `json:"map"`
	Source  where    `json:"source"`
}

func describeSuspect(r *rules.Report, n *model.NotChecked, cat *lang.Catalog) suspect {
	return suspect{string(n.What), string(n.Why), n.Part, n.Table, describeColumns(r, n.Columns, cat), list(n.Suggest), at(r, n.At)}
}
