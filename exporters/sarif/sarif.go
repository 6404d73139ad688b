// Package sarif writes findings as SARIF 2.1.0 (OASIS, errata 01), the form in
// which code hosts and editors take them in. [Render] gives one run. A
// finding's path is its partial fingerprint, so that it stays the same finding
// when rows are inserted; a cell is a logical location, for a workbook has no
// lines. What has been accepted is a suppressed result, what could not be read
// a notification.
package sarif

import (
	"regexp"
	"strings"
	"sync"

	"riskbok/exporters/findinglist"
	"riskbok/exporters/jsontext"
	"riskbok/exporters/output"
	"riskbok/exporters/summary"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

const (
	version   = "2.1.0"
	schemaURI = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

// Fingerprint names the partial fingerprint of a result: its finding's path.
const Fingerprint = "riskbokPath/v1"

// Render writes the findings of a report.
func Render(r *rules.Report, opts output.Options) ([]model.File, error) {
	w := &writer{r: r, cat: opts.Lang, artifacts: map[string]int{}}
	one := run{
		Tool:       tool{Driver: driver{Name: "riskbok", Version: opts.Version, Language: opts.Lang.Tag, Rules: descriptors(opts.Lang)}},
		Language:   opts.Lang.Tag,
		ColumnKind: "utf16CodeUnits",
		Results:    make([]result, 0, len(r.Findings)),
	}
	for _, d := range r.Documents {
		w.artifact(d.File)
	}
	for i := range r.Findings {
		one.Results = append(one.Results, w.result(&r.Findings[i]))
	}
	one.Invocations = []invocation{w.invocation()}
	one.Artifacts = w.list
	data, err := jsontext.Encode(log{Schema: schemaURI, Version: version, Runs: []run{one}})
	if err != nil {
		return nil, err
	}
	return []model.File{{Data: data}}, nil
}

type writer struct {
	r         *rules.Report
	cat       *lang.Catalog
	artifacts map[string]int // URI → index in list
	list      []artifact
}

// artifact gives the reference to a file, which is entered when first met.
func (w *writer) artifact(file string) artifactLocation {
	uri := uriOf(file)
	i, ok := w.artifacts[uri]
	if !ok {
		i = len(w.list)
		w.artifacts[uri] = i
		w.list = append(w.list, artifact{Location: artifactLocation{URI: uri}})
	}
	return artifactLocation{URI: uri, Index: &i}
}

var levels = map[rules.Severity]string{rules.Error: "error", rules.Warning: "warning", rules.Info: "note"}

func (w *writer) result(f *rules.Finding) result {
	text := rules.Message(w.cat, w.r, f)
	where := w.placeName(f.At)
	if where != "" {
		text = w.cat.T("findings.placed", "place", where, "message", text)
	}
	out := result{
		RuleID: f.Rule, RuleIndex: ruleIndex(f.Rule), Level: levels[f.Severity], Message: plain(text),
		Fingerprints: map[string]string{Fingerprint: f.Path},
		Properties: properties{
			Board: f.Board, Year: f.Year, Table: f.Table, Risk: f.Risk, Event: f.Event, Found: f.Found, Expected: f.Expected, Fix: string(f.FixClass()), Cause: f.Cause,
		},
	}
	if l := w.location(f.At); l != nil {
		out.Locations = []location{*l}
	}
	out.Related = w.related(f.Related)
	if a := f.Accepted; a != nil {
		out.Suppressions = []suppression{{Kind: "external", Status: "accepted", Justification: findinglist.Justification(w.cat, a)}}
	}
	return out
}

// related gives further places, each once, as the standard demands: several
// cells of one page are one place.
func (w *writer) related(all []model.Source) []location {
	var out []location
	seen := map[string]bool{}
	for _, at := range all {
		l := w.location(at)
		if l == nil {
			continue
		}
		name := w.placeName(at)
		key := l.Physical.Artifact.URI + "\n" + name
		if seen[key] {
			continue
		}
		seen[key] = true
		if name != "" {
			m := plain(name)
			l.Message = &m
		}
		out = append(out, *l)
	}
	return out
}

// location gives where a source is, nil for one without a file.
func (w *writer) location(at model.Source) *location {
	file, place, cell := findinglist.Where(w.r, w.cat, at)
	if file == "" {
		return nil
	}
	l := &location{Physical: physicalLocation{Artifact: w.artifact(file)}}
	p := w.r.Place(at)
	switch {
	case cell != "":
		l.Logical = []logicalLocation{{Name: cell, FullName: place + "!" + cell, Kind: "cell"}}
	case p.Sheet != "":
		l.Logical = []logicalLocation{{Name: place, FullName: place, Kind: "sheet"}}
	case p.Page > 0:
		l.Logical = []logicalLocation{{Name: w.placeName(at), FullName: "page " + place, Kind: "page"}}
	case at.Row > 0:
		l.Physical.Region = &region{StartLine: int(at.Row)}
	}
	return l
}

// placeName names sheet and cell, or the page, as a reader knows them.
func (w *writer) placeName(at model.Source) string {
	_, place, cell := findinglist.Where(w.r, w.cat, at)
	switch {
	case w.r.Place(at).Page > 0:
		return w.cat.T("findings.at.page", "n", place)
	case cell != "":
		return w.cat.T("findings.at.cell", "sheet", place, "cell", cell)
	}
	return place
}

// link is what a plain text message means a link by (SARIF 2.1.0, 3.11.6).
var link = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\[([^\[\]]*)\]\(`)
})

// plain makes a message of a text in which no link is meant: those that a
// document brought along are shown as they are written.
func plain(text string) message { return message{Text: link().ReplaceAllString(text, `\[$1\](`)} }

// invocation tells of the files that could not be read, of those that were
// passed over, and what was checked and what was not.
func (w *writer) invocation() invocation {
	in := invocation{Successful: len(w.r.Unreadable) == 0}
	for _, u := range w.r.Unreadable {
		in.Notifications = append(in.Notifications, w.notification(u, "error"))
	}
	for _, u := range w.r.PassedOver {
		in.Notifications = append(in.Notifications, w.notification(u, "note"))
	}
	if lines := summary.AccountOf(w.r, w.cat).Lines(); len(lines) > 0 {
		in.Notifications = append(in.Notifications, notification{
			Descriptor: descriptorReference{ID: "account"}, Level: "note", Message: plain(strings.Join(lines, " ")),
		})
	}
	return in
}

func (w *writer) notification(u rules.Unreadable, level string) notification {
	reason, hint := summary.Problem(w.cat, u.Code, u.Args)
	return notification{
		Descriptor: descriptorReference{ID: u.Code}, Level: level, Message: plain(reason + " " + hint),
		Locations: []location{{Physical: physicalLocation{Artifact: w.artifact(u.File)}}},
	}
}
