package planted

import (
	"fmt"
	"time"
)

var months = []string{"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"}

func (h *HeadSpec) day(t time.Time) string {
	if h.LongDates {
		return fmt.Sprintf("%d %s %d", t.Day(), months[t.Month()-1], t.Year())
	}
	return t.Format("2006-01-02")
}

// paragraph gives what follows the day of the decision.
func (h *HeadSpec) paragraph(label string) string {
	if h.Paragraph && label == h.Decided {
		return " § 45"
	}
	return ""
}

func (h *Head) draw(c *canvas, s *SheetSpec) {
	row, col := 1, s.Col
	if h.Spec.At != "" {
		col += s.index(Column{Field: h.Spec.At})
	}
	if h.Spec.Municipality {
		c.text(row, col, "Storvik-Åby kommun")
		row++
	}
	h.title = spot{row, col}
	c.head(row, col, h.Title)
	row++
	line := func(label, text string, day time.Time) spot {
		at := spot{row, col}
		row++
		switch {
		case h.Spec.Form == HeadBare && text == "":
			c.text(at.row, col, h.Spec.day(day))
		case h.Spec.Form == HeadBare:
			c.text(at.row, col, text)
		case h.Spec.Form == HeadLines && text == "" && day.IsZero():
			c.text(at.row, col, label)
		case h.Spec.Form == HeadLines && text == "":
			c.text(at.row, col, label+": "+h.Spec.day(day)+h.Spec.paragraph(label))
		case h.Spec.Form == HeadLines:
			c.text(at.row, col, label+": "+text)
		default:
			c.text(at.row, col, label)
			if text == "" && day.IsZero() {
				return at
			}
			at.col++
			switch {
			case text != "":
				c.text(at.row, at.col, text)
			case h.Spec.LongDates && !day.IsZero():
				c.text(at.row, at.col, h.Spec.day(day))
			case !day.IsZero():
				c.cells[at] = Cell{Date: day}
			}
		}
		return at
	}
	if h.Spec.Form == HeadNone {
		return
	}
	h.board = line(h.Spec.Board, h.Board, time.Time{})
	if h.Spec.Established != "" {
		h.established = line(h.Spec.Established, "", h.Established)
	}
	if h.Spec.Decided != "" {
		h.decided = line(h.Spec.Decided, "", h.Decided)
	}
}
