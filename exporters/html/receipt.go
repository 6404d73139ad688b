package html

import (
	"slices"

	"riskbok/rules"
	"riskbok/rules/baseline"
)

// receipt is what to attach to the case: that these files, and no others, were
// checked, by which rules, when.
type receipt struct {
	Files   []receiptFile
	Rules   []ruleName
	Run     string // how many of how many rules
	Version string
	Time    string

	Accepted string // how many findings somebody has accepted, "": none
}

// receiptFile is one file by name. Hash is the SHA-256 of its bytes in hex, in
// groups that can be read aloud, "" where it is not known.
type receiptFile struct{ Name, State, Hash string }

type ruleName struct{ Title, Name string }

func (w *writer) receipt() receipt {
	out := receipt{Version: w.in.Version}
	if !w.in.Time.IsZero() {
		out.Time = w.in.Time.Format("2006-01-02 15:04:05 -07:00")
	}
	for _, d := range w.r.Documents {
		state := "html.receipt.read"
		if d.Kind == baseline.Kind {
			state = "html.receipt.baseline"
		}
		out.Files = append(out.Files, w.receiptFile(d.File, state))
	}
	if _, _, n := w.count(); n > 0 {
		out.Accepted = w.cat.N("html.verdict.accepted", n)
	}
	named := map[string]bool{}
	for _, d := range w.r.Documents {
		named[d.File] = true
	}
	for _, u := range w.r.Unreadable {
		if !named[u.File] {
			out.Files = append(out.Files, w.receiptFile(u.File, "html.receipt."+notRead(u)))
		}
	}
	for _, u := range w.r.PassedOver {
		out.Files = append(out.Files, w.receiptFile(u.File, "html.receipt.passed-over"))
	}
	for _, rule := range rules.All {
		if w.in.Rules == nil || slices.Contains(w.in.Rules, rule.Name) {
			out.Rules = append(out.Rules, ruleName{rules.Title(w.cat, rule.Name), rule.Name})
		}
	}
	out.Run = w.cat.T("html.receipt.rules.count", "n", len(out.Rules), "of", len(rules.All))
	return out
}

func (w *writer) receiptFile(file, state string) receiptFile {
	f := receiptFile{Name: w.fileName(file), State: w.cat.T(state)}
	if w.in.Hash != nil {
		f.Hash = w.in.Hash(file)
	}
	return f
}
