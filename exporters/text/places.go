package text

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/exporters/causes"
	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/model"
)

// related is how many places that a cause refers to are listed with it.
const related = 3

// cell gives the reference of a cell; in documents with pages there is none
// that a reader could follow.
func (p *page) cell(at model.Source) string {
	if p.r.Place(at).Page > 0 {
		return ""
	}
	return at.Cell()
}

// placeName names a sheet, or a page and the title of its table.
func (p *page) placeName(at model.Source) string {
	place := p.r.Place(at)
	if place.Page == 0 {
		return oneLine(place.Sheet, p.width)
	}
	name := p.cat.T("text.page", "page", strconv.Itoa(place.Page))
	if title := oneLine(place.Title, 60); title != "" {
		name += ": " + title
	}
	return name
}

// related names the places that a cause's head refers to and that it does not
// tell of, a sheet once for all of its cells.
func (p *page) related(c *causes.Cause) string {
	head := c.Head()
	message := rules.Message(p.cat, p.r, head)
	told := map[string]bool{}
	for _, f := range c.Findings() {
		told[p.placeKey(head.At, f.At)] = true
	}
	var names []string
	last := head.At
	for _, at := range head.Related {
		key := p.placeKey(head.At, at)
		if key == "" || told[key] || p.mentioned(message, head.At, at) {
			continue
		}
		told[key] = true
		names = append(names, p.reference(last, at))
		last = at
	}
	if n := len(names) - related; n > 0 {
		return p.cat.T("text.related.more", "places", strings.Join(names[:related], ", "), "n", n)
	}
	return strings.Join(names, ", ")
}

// placeKey tells places apart: cells of a sheet, and pages, whichever of a
// page's tables they stand in.
func (p *page) placeKey(from, at model.Source) string {
	if page := p.r.Place(at).Page; page > 0 {
		return p.r.FileOf(at) + " " + strconv.Itoa(page)
	}
	return p.reference(from, at)
}

// mentioned reports whether a message names a place as seen from another.
func (p *page) mentioned(message string, from, at model.Source) bool {
	if page := p.r.Place(at).Page; page > 0 {
		return named(message, p.cat.T("message.page", "n", page)) && (at.Doc == from.Doc || named(message, p.r.FileOf(at)))
	}
	return named(message, p.reference(from, at))
}

// named reports whether a text names a place: "B1" is not in "B12".
func named(text, place string) bool {
	for {
		_, after, found := strings.Cut(text, place)
		if !found {
			return false
		}
		if next, _ := utf8.DecodeRuneInString(after); !unicode.IsDigit(next) {
			return true
		}
		text = after
	}
}

// reference names a place as seen from another.
func (p *page) reference(from, to model.Source) string {
	var parts []string
	if to.Doc != from.Doc {
		parts = append(parts, output.Plain(p.r.FileOf(to)))
	}
	if to.Doc != from.Doc || to.Place != from.Place {
		if name := p.placeName(to); name != "" {
			parts = append(parts, name)
		}
	}
	if cell := p.cell(to); cell != "" {
		parts = append(parts, cell)
	}
	return strings.Join(parts, " ")
}
