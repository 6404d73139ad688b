package minutes

import (
	"slices"

	"riskbok/importers/grid"
	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// tellEmpty says that no item was read of a document that names a meeting. Where
// its agenda was read, that is all there was; where the document has tables that
// we know, it may be a paper for the meeting, and is read in part.
func (r *reader) tellEmpty(doc *model.Document) {
	agenda := false
	for i := range r.meetings {
		if len(r.meetings[i].Items) > 0 {
			return
		}
		agenda = agenda || len(r.meetings[i].Agenda) > 0
	}
	for i := range r.sheets {
		s := &r.sheets[i]
		if len(s.rows) == 0 || !r.ofMeeting(s) {
			continue
		}
		at := s.at(1)
		if st := r.forms[i]; st.name != nil {
			at = st.name.At
		}
		told := model.NotChecked{What: model.SubjectMeeting, Why: model.NoItems, Part: tabled(doc), At: at}
		if agenda {
			told.Why, told.Part = model.AgendaOnly, true
		}
		doc.NotChecked = append(doc.NotChecked, told)
		return
	}
}

// tabled reports whether tables that we know were read of the document.
func tabled(doc *model.Document) bool {
	return len(doc.Registers)+len(doc.FollowUps)+len(doc.Budgets) > 0
}

// ofMeeting reports whether a page says that it is of a meeting: its form is
// minutes or a summons, and it names a board, or has a date, in its head; or it
// has the labels of the front of minutes.
func (r *reader) ofMeeting(s *sheet) bool {
	st := r.forms[s.index]
	form := st.form == model.FormCover || st.form == model.FormMinutes
	named, dated, labelled := false, false, 0
	for i := range s.rows {
		for _, l := range s.rows[i].segs {
			text := model.Clean(l.Text)
			if i < tolerances.formRows {
				named = named || r.w.boardName(text) != "" || l == st.name && r.w.boardName(st.rest) != ""
				_, ok := grid.FindDate(text, r.w.Months)
				dated = dated || ok
			}
			if role, _, outcome := r.w.labels.begins(text); outcome == ocr.Found && meetingLabel(role) {
				labelled++
			}
		}
	}
	if form {
		return named || dated || labelled > 0
	}
	return named && labelled > 1
}

// meetingLabel reports whether a label stands only on papers of meetings.
func meetingLabel(role model.LabelRole) bool {
	return slices.Contains([]model.LabelRole{model.LabelMeetingDate, model.LabelPlace, model.LabelFront}, role)
}
