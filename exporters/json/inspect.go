package json

import (
	"riskbok/exporters/output"
	"riskbok/exporters/summary"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

type inspect struct {
	Version    int          `json:"version"`
	Documents  []document   `json:"documents"`
	PassedOver []unreadable `json:"passedOver"`
	Unreadable []unreadable `json:"unreadable"`
	Skipped    []string     `json:"skipped"`
}

type document struct {
	File        string       `json:"file"`
	Kind        string       `json:"kind"`
	Scales      []scale      `json:"scales"`
	Registers   []register   `json:"registers"`
	FollowUps   []followUp   `json:"followUps"`
	Budgets     []budget     `json:"budgets"`
	Allocations []allocation `json:"allocations"`
	Meetings    []meeting    `json:"meetings"`
	Unread      []unread     `json:"unread"`
	NotChecked  []suspect    `json:"notChecked"`
	Damage      []damage     `json:"damage"`
}

type where struct {
	Sheet string `json:"sheet"`
	Cell  string `json:"cell"`
	Page  int    `json:"page"`
}

type unread struct {
	Text   string `json:"text"`
	Source where  `json:"source"`
}

type damage struct {
	Code   string `json:"code"`
	Reason string `json:"reason"`
	Source where  `json:"source"`
}

// Inspect writes what was read from each document, as `inspect --format json`
// prints it. Where a register is governed by a scale that its document does
// not define, that scale is added to the document's with its origin.
func Inspect(r *rules.Report, opts output.Options) ([]model.File, error) {
	governing := map[*model.Register]*model.Scale{}
	for _, b := range r.Books {
		for _, e := range b.Registers {
			governing[e.Register] = e.Scale
		}
	}
	out := inspect{Version: version, Documents: []document{}, PassedOver: failures(r.PassedOver, opts.Lang), Unreadable: failures(r.Unreadable, opts.Lang), Skipped: list(r.Skipped)}
	return spliced(out, "documents", len(r.Documents), func(i int) document { return describe(r, r.Documents[i], governing, opts.Lang) })
}

func describe(r *rules.Report, d *model.Document, governing map[*model.Register]*model.Scale, cat *lang.Catalog) document {
	out := document{
		File: d.File, Kind: string(d.Kind), Scales: []scale{}, Registers: []register{}, FollowUps: []followUp{},
		Budgets: []budget{}, Allocations: []allocation{}, Meetings: []meeting{}, Unread: []unread{}, NotChecked: []suspect{}, Damage: []damage{},
	}
	index := map[*model.Scale]int{}
	use := func(s *model.Scale) int {
		if s == nil {
			return -1
		}
		i, ok := index[s]
		if !ok {
			i = len(out.Scales)
			index[s] = i
			out.Scales = append(out.Scales, describeScale(r, s))
		}
		return i
	}
	for i := range d.Scales {
		use(&d.Scales[i])
	}
	for i := range d.Registers {
		reg := &d.Registers[i]
		s := governing[reg]
		if s == nil && reg.Scale >= 0 && reg.Scale < len(d.Scales) {
			s = &d.Scales[reg.Scale]
		}
		out.Registers = append(out.Registers, describeRegister(r, reg, s, use(s), cat))
	}
	for i := range d.FollowUps {
		out.FollowUps = append(out.FollowUps, describeFollowUp(r, &d.FollowUps[i], cat))
	}
	for i := range d.Budgets {
		out.Budgets = append(out.Budgets, describeBudget(r, &d.Budgets[i]))
	}
	for i := range d.Allocations {
		out.Allocations = append(out.Allocations, describeAllocation(r, &d.Allocations[i]))
	}
	for i := range d.Meetings {
		out.Meetings = append(out.Meetings, describeMeeting(r, &d.Meetings[i]))
	}
	for _, u := range d.Unread {
		out.Unread = append(out.Unread, unread{u.Raw, at(r, u.At)})
	}
	for i := range d.NotChecked {
		out.NotChecked = append(out.NotChecked, describeSuspect(r, &d.NotChecked[i], cat))
	}
	for _, dm := range d.Damage {
		reason, _ := summary.Problem(cat, dm.Code, dm.Args)
		out.Damage = append(out.Damage, damage{dm.Code, reason, at(r, dm.At)})
	}
	return out
}

func at(r *rules.Report, s model.Source) where {
	l := locate(r, s)
	return where{l.Sheet, l.Cell, l.Page}
}
