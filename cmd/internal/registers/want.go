package registers

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"riskbok/rules/model"
)

// Want is what is right about a workbook.
type Want struct {
	Registers  []WantRegister
	Total      int         // distinct risks over all registers, −1 where it is not told
	Findings   []WantFound // errors and warnings
	NotChecked Acceptance  // whether it must, may or may not be said that something was not checked
	Scale      []model.Origin
	Says       []string // a finding of one of these rules must stand there
}

// Acceptance says how a not-checked finding stands to what is right.
type Acceptance int

// The degrees of acceptance. NotCheckedMay stands for what is hard to know: it
// excuses what was not read or found, never what was invented.
const (
	NotCheckedFree Acceptance = iota // warnings of that rule are no matter, errors are wrong
	NotCheckedMay
	NotCheckedMust
)

// WantRegister is one table of risks: its sheet, how many risks it lists, and
// by field the columns that may hold it ("E", or "5" for the row of a register
// that lies on its side). Others are the further valuations, left to right.
type WantRegister struct {
	Sheet        string
	Risks        int
	Columns      map[model.Field][]string
	Consequences []string // several consequences
	Others       []map[model.Field][]string
}

// WantFound is a finding: rule and cell ("Plan!E5"; "" for anywhere). An
// Optional one may be missing.
type WantFound struct {
	Severity, Rule, At string
	Optional           bool
}

var registerLine = regexp.MustCompile(`^register (.+): (\d+) risks$`)

// parseWant reads the lines after "-- want":
//
//	register Plan: 8 risks                   one for each table, in their order
//	  event B; likelihood C; value E|F       its columns; | parts what is as right
//	  consequences C, D                      where several are weighed
//	  also likelihood G; value I             a further valuation
//	risks 8                                  distinct risks over all tables
//	scale definitions|order                  where the governing scale may come from
//	error risk-value Plan!E5
//	warning formula-broken Plan!E5           also: may error …, may warning …
//	says scale-definition|not-checked        a finding of one of these rules, of any severity
//	not-checked                              it must be said; "may not-checked": it may
//
// Errors and warnings that are not listed are wrong; infos do not count.
func parseWant(lines []string) (Want, error) {
	w := Want{Total: -1}
	for _, line := range lines {
		if err := w.add(strings.TrimSpace(line)); err != nil {
			return w, err
		}
	}
	return w, nil
}

func (w *Want) add(line string) error {
	word, rest, _ := strings.Cut(line, " ")
	var last *WantRegister
	if len(w.Registers) > 0 {
		last = &w.Registers[len(w.Registers)-1]
	}
	switch {
	case line == "" || word == "#":
		return nil
	case line == "not-checked":
		w.NotChecked = NotCheckedMust
	case line == "may not-checked":
		w.NotChecked = NotCheckedMay
	case word == "register":
		m := registerLine.FindStringSubmatch(line)
		if m == nil {
			return fmt.Errorf("expected \"register SHEET: N risks\", got %q", line)
		}
		n, err := strconv.Atoi(m[2])
		w.Registers = append(w.Registers, WantRegister{Sheet: m[1], Risks: n})
		return err
	case word == "risks":
		n, err := strconv.Atoi(rest)
		w.Total = n
		return err
	case word == "scale":
		for o := range strings.SplitSeq(rest, "|") {
			w.Scale = append(w.Scale, model.Origin(o))
		}
	case word == "says":
		w.Says = strings.Split(rest, "|")
	case word == "may":
		return w.finding(rest, true)
	case word == "error" || word == "warning":
		return w.finding(line, false)
	case last == nil:
		return fmt.Errorf("expected a register before %q", line)
	case word == "consequences":
		last.Consequences = strings.Split(rest, ", ")
	case word == "also":
		columns, err := parseColumns(rest)
		last.Others = append(last.Others, columns)
		return err
	default:
		columns, err := parseColumns(line)
		last.Columns = columns
		return err
	}
	return nil
}

func (w *Want) finding(text string, optional bool) error {
	severity, rest, ok := strings.Cut(text, " ")
	if !ok || severity != "error" && severity != "warning" {
		return fmt.Errorf("expected \"error RULE CELL\", got %q", text)
	}
	rule, at, _ := strings.Cut(rest, " ")
	w.Findings = append(w.Findings, WantFound{severity, rule, at, optional})
	return nil
}

// parseColumns reads "event B; value E|F".
func parseColumns(text string) (map[model.Field][]string, error) {
	out := map[model.Field][]string{}
	for part := range strings.SplitSeq(text, ";") {
		field, at, ok := strings.Cut(strings.TrimSpace(part), " ")
		if !ok || !slices.Contains(model.Bindable(), model.Field(field)) {
			return nil, fmt.Errorf("expected \"FIELD COLUMN\", got %q", part)
		}
		out[model.Field(field)] = strings.Split(at, "|")
	}
	return out, nil
}
