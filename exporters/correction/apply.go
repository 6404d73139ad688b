package correction

import (
	"slices"
	"strings"

	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
	"riskbok/rules/model/formula"
)

// job is the correction of one workbook.
type job struct {
	report   *rules.Report
	doc      int32
	places   []model.Place
	findings []rules.Finding
	lang     *lang.Catalog
	edits    []*edit
	same     []duplicate
	result   *Result

	suggested bool // suggested fixes are taken too
	chosen    func(*rules.Finding) bool
}

func (j *job) message(f *rules.Finding) string { return rules.Message(j.lang, j.report, f) }

// apply makes the edits that can be made.
func (j *job) apply(data []byte) (*Result, error) {
	j.result = &Result{}
	w, err := openWorkbook(data)
	if err != nil {
		return nil, err
	}
	j.collect(w)
	for len(j.edits) > 0 {
		fs, layouts, err := j.read(w)
		if err != nil {
			return nil, err
		}
		j.checkAll(fs, layouts)
		if len(j.edits) == 0 {
			break
		}
		if err := fs.findTables(); err != nil {
			return nil, err
		}
		j.addNodes(fs, layouts)
		after := &followed{}
		if len(fs.nodes) > 0 {
			if after, err = follow(fs, j.edits); err != nil {
				return nil, err
			}
		}
		if len(after.refused) > 0 {
			j.dropRefused(after)
			continue
		}
		j.result.Settled = j.settled()
		return j.result, j.write(w, fs, layouts, after)
	}
	return j.result, nil
}

// read gives the formulas of the workbook and the layout of each sheet that is
// to be edited.
func (j *job) read(w *workbook) (*formulas, map[int]*layout, error) {
	rows := map[int]map[int]bool{}
	for _, e := range j.edits {
		if rows[e.key.sheet()] == nil {
			rows[e.key.sheet()] = map[int]bool{}
		}
		rows[e.key.sheet()][e.key.position().row] = true
	}
	j.markedRows(w, rows)
	fs := &formulas{w: w, at: map[cellKey]int{}}
	layouts := map[int]*layout{}
	for i := range w.sheets {
		if w.sheets[i].data == nil || rows[i] == nil && !hasFormulas(w.sheets[i].data) {
			continue
		}
		l, err := fs.scan(i, rows[i])
		if err != nil {
			return nil, nil, err
		}
		layouts[i] = l
	}
	return fs, layouts, nil
}

// checkAll refuses the edits whose cells do not hold what they expect.
func (j *job) checkAll(fs *formulas, layouts map[int]*layout) {
	j.edits = slices.DeleteFunc(j.edits, func(e *edit) bool {
		reason, found := j.check(e, fs, layouts[e.key.sheet()])
		if reason != "" {
			j.refuse(e, reason, found)
		}
		return reason != ""
	})
}

// addNodes enters the formulas that the edits write.
func (j *job) addNodes(fs *formulas, layouts map[int]*layout) {
	for _, e := range j.edits {
		if e.Kind != rules.SetFormula {
			continue
		}
		e.takeColumns(fs)
		if i, ok := fs.at[e.key]; ok {
			fs.nodes[i].text = e.change.AfterFormula
			continue
		}
		n := node{key: e.key, shared: -1, text: e.change.AfterFormula, old: e.found, stored: true}
		n.cell.at = e.key.position()
		if c := layouts[e.key.sheet()].find(n.cell.at); c != nil {
			n.cell = *c
		}
		fs.add(n)
	}
}

// takeColumns gives an edit the formula that the table of its cell states for
// the column, so that the cell is one of the column again.
func (e *edit) takeColumns(fs *formulas) {
	e.change.AfterFormula = strings.TrimPrefix(strings.TrimSpace(e.New), "=")
	if text := fs.columnFormula(e.key); text != "" && !e.ownFormula && !formula.Same(text, e.change.AfterFormula) {
		e.change.AfterFormula, e.ofColumn = text, true
	}
}

// dropRefused takes out the edits whose formula did not give what it should.
func (j *job) dropRefused(after *followed) {
	var kept []*edit
	for i, e := range j.edits {
		if reason := after.refused[i]; reason != "" && e.ofColumn {
			// The table states another formula than its cells have.
			e.ofColumn, e.ownFormula = false, true
			kept = append(kept, e)
		} else if reason != "" {
			j.refuse(e, reason, after.shown[i].text)
		} else {
			kept = append(kept, e)
		}
	}
	j.edits = kept
}

// settled gives the findings of which every edit was made.
func (j *job) settled() map[int]bool {
	done := map[int]bool{}
	for _, e := range j.edits {
		done[e.change.Finding] = true
	}
	for _, d := range j.same {
		if slices.Contains(j.edits, d.of) {
			done[d.finding] = true
		}
	}
	for _, c := range j.result.Refused {
		delete(done, c.Finding)
	}
	return done
}
