package pdf

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"riskbok/importers/pdf/content"
	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/objects"
	"riskbok/importers/pdf/tables"
	"riskbok/importers/pdf/text"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// Sniff reports whether the bytes are a PDF, by their content.
func Sniff(data []byte) bool { return objects.Sniff(data) }

// Codes of the errors and damages that this package gives. Errors: the whole
// file cannot be read. Damages: a part of it could not.
const (
	CodeEncrypted  = "pdf-encrypted"   // error: the file opens only with a password
	CodeDamaged    = "pdf-damaged"     // error: no page can be found; Args reason
	CodeTooLarge   = "too-large"       // error: the file is larger than the limit; Args size, limit in bytes
	CodeImage      = "page-image"      // damage: the page is an image without text; Args page
	CodeScan       = "page-scan"       // damage: a recognized scan with a table, whose picture could not be unpacked; Args page
	CodePicture    = "page-picture"    // damage: the page is for the most part a picture, with little text; Args page
	CodePictures   = "page-pictures"   // damage: the pages from one to another are; Args page, from, to
	CodePasted     = "page-pasted"     // damage: beside its text the page has a picture of a table; Args page
	CodePastedText = "page-pastedtext" // damage: beside its text the page has a picture of text; Args page
	CodePacked     = "page-packed"     // damage: beside its text the page has a large picture that could not be unpacked; Args page
	CodeLetters    = "page-letters"    // damage: some letters of the page mean nobody knows what; Args page, count, example
	CodePage       = "page-unreadable" // damage: part of the page could not be read; Args page, reason
	CodeLost       = "pages-missing"   // damage: the file says it has more pages than are found; Args found
	CodeAttached   = "pdf-attached"    // damage: workbooks are attached to the file; Args names
	CodeLimit      = "limit"           // damage: reading stopped at a limit; Args page, from which on nothing was read
)

// Scan reads all pages of a file: words, lines and tables. The error is the
// context's, or a [*source.Error] with one of the codes above; a bad page
// costs that page and is listed in Damage.
func Scan(ctx context.Context, file model.File, opts source.Options) (*Pages, error) {
	lim := newLimits(opts.Limits)
	if n := int64(len(file.Data)); n > lim.file {
		return nil, &source.Error{Code: CodeTooLarge, Args: opts.Limits.Args(source.CostFile)}
	}
	if !Sniff(file.Data) {
		return nil, &source.Error{Code: CodeDamaged, Args: map[string]string{"reason": "no PDF header"}}
	}
	if opts.Cost == nil {
		cost, stop := source.NewBudget(ctx, opts.Limits)
		defer stop()
		opts.Cost = cost
	}
	lim.objects.Look = func(bytes int) bool {
		return opts.Cost.Take(source.CostOperators, int64(bytes/operatorBytes))
	}
	f, err := objects.Open(file.Data, lim.objects)
	if cost := opts.Cost.Reached(); err != nil && cost != "" {
		return nil, &source.Error{Code: CodeTooLarge, Args: opts.Limits.Args(cost)}
	}
	if err != nil {
		return nil, err
	}
	s := &scan{file: file, lim: lim, limits: opts.Limits, cost: opts.Cost, known: tables.NewKnown(phrases(opts.Vocabulary)...), speller: sync.OnceValue(func() *speller { return newSpeller(opts.Vocabulary) }), defines: defines(opts.Vocabulary), imagePages: map[string]int{}, pages: f.Pages}
	s.longest = longestDefining(opts.Vocabulary)
	s.known.Free(budgetHeads(opts.Budget)...)
	read := s.all(opts.Cost.Context(ctx), f.Pages)
	s.judgePictures()
	if read < len(f.Pages) {
		s.limit(read, s.reached())
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if f.Truncated {
		s.damage(len(f.Pages), CodeLimit, "")
	}
	if len(f.Attached) > 0 {
		s.out.Damage = append(s.out.Damage, model.Damage{Code: CodeAttached,
			Args: map[string]string{"names": strings.Join(f.Attached, ", ")}, At: model.Source{Doc: file.ID}})
	}
	if f.Lost {
		s.out.Damage = append(s.out.Damage, model.Damage{Code: CodeLost,
			Args: map[string]string{"found": strconv.Itoa(len(f.Pages))}, At: model.Source{Doc: file.ID}})
	}
	s.finish()
	return &s.out, nil
}

// all reads the pages, each when the one after it is printed too: the two show
// what runs through the document. It gives how many were read.
func (s *scan) all(ctx context.Context, pages []objects.Page) (read int) {
	goesOn := func() bool {
		return s.cost.OnTime() && ctx.Err() == nil && s.cells <= s.lim.cells && s.cost.Reached() == ""
	}
	var before, last *printed
	prints := &prints{fonts: &s.fonts, lim: s.lim.content}
	prints.all(ctx, pages, func(_ int, p printed) bool {
		if last != nil {
			s.page(read, *last, before, &p)
			read++
		}
		prints.leave(before)
		before, last = last, &p
		return goesOn()
	})
	if last != nil && goesOn() {
		s.page(read, *last, before)
		read++
	}
	return read
}

// pageCell is what a cell of a table on a page counts as: to find it takes about
// 40 microseconds, fourteen times what a cell of a sheet takes.
const pageCell = 14

// scan is the work on one file.
type scan struct {
	file     model.File
	lim      limits
	limits   source.Limits
	cost     *source.Budget
	known    *tables.Known
	speller  func() *speller // made where a page was recognized
	defines  func([]string) bool
	longest  int // letters of the longest text that defines knows
	out      Pages
	sheets   []sheet
	ruled    []*tables.Table // all so far
	cells    int
	pages    []objects.Page
	fonts    content.Fonts
	pictures []picture
	room     pageRoom

	imagePages map[string]int // on how many pages each image stands
}

// pageRoom is where the words and lines of a page stand while it is read, one page after
// the other: new room for each was a seventh of all that reading a file allocates.
type pageRoom struct {
	words, running, rest []text.Word
	lines, parts         []text.Line
}

// sheet is what later stages need of a page.
type sheet struct {
	width  float64
	height float64
	tables []*tables.Table
	chunks []text.Line // lines outside the tables, divided at wide gaps
	feet   []geom.Rect // running footers
}

// page reads one page; beside are the pages before and after it. Whatever goes wrong costs this page only.
func (s *scan) page(i int, p printed, beside ...*printed) {
	at := model.Place{File: s.file.Name, Page: i + 1}
	s.out.Places = append(s.out.Places, at)
	s.out.Pages = append(s.out.Pages, Page{Number: i + 1, Place: int32(i)})
	s.sheets = append(s.sheets, sheet{})
	defer func() {
		if x := recover(); x != nil {
			s.damage(i, CodePage, fmt.Sprint(x))
		}
	}()
	c := p.page
	s.cost.Take(source.CostGlyphs, int64(len(c.Glyphs)))
	s.cost.Take(source.CostOperators, int64(c.Operators))
	switch {
	case errors.Is(p.err, content.ErrLimit):
		s.limitOfPage(i, pageLimits(s.lim.content))
	case errors.Is(p.err, context.DeadlineExceeded):
		s.limit(i, source.CostSeconds)
	case p.err != nil:
		s.damage(i, CodePage, p.err.Error())
	case c.BadFont:
		s.damage(i, CodePage, "font: lost or damaged")
	case c.LostForm:
		s.damage(i, CodePage, "form: lost or damaged")
	case c.Faults.Any():
		s.damage(i, CodePage, c.Faults.String())
	case c.Outside > len(c.Glyphs), c.Outside > 0 && c.NoMedia:
		s.damage(i, CodePage, "text outside the page")
	case c.Unmapped > 0 && mostlyUnknown*c.Unmapped > len(c.Glyphs):
		s.damage(i, CodePage, "font: no character map")
	case len(c.Glyphs) == 0 && len(c.Images) > 0:
		s.damage(i, CodeImage, "")
	case c.Scan != content.NoScan && len(p.words) >= leastRecognized:
		if c.Scan == content.TextOnly && s.headed(p.lines) {
			s.damage(i, CodeScan, "")
		}
	default:
		s.weigh(i, c)
	}
	words, running := s.withoutRunning(p, beside...)
	if c.Scan != content.NoScan {
		s.out.Places[i].Recognized = true
		words = s.speller().page(words)
	}
	s.known.Add(words)
	s.room.rest = slices.Grow(s.room.rest[:0], len(words)+len(words)/16+len(running))
	found, rest := []*tables.Table(nil), words
	if looks, steps := tableWork(p.lines); looks <= mostTableWork && s.cost.Take(source.CostTables, int64(steps)) {
		found, rest = tables.Find(tables.Input{Page: c, Words: words, Room: s.room.rest, Headings: s.known.Heading, Defines: s.defines, Longest: s.longest, Previous: s.previous(i), Earlier: s.ruled})
	} else {
		if cost := s.cost.Reached(); cost != "" {
			s.limit(i, cost)
		} else {
			s.limitOfPage(i, map[string]string{"cost": "crowd"})
		}
	}
	for _, t := range found {
		s.cells += pageCell * len(t.Cells)
		if t.Ruled && t.NumCols > 1 {
			s.ruled = append(s.ruled, t)
		}
	}
	if c.Unmapped > 0 && mostlyUnknown*c.Unmapped <= len(c.Glyphs) {
		s.unknownLetters(i, p.words, found)
	}
	s.sheets[i] = sheet{width: c.Width, height: c.Height, tables: found, feet: feet(p, beside...)}
	s.room.lines = text.AppendLines(s.room.lines[:0], append(rest, running...))
	s.sheets[i].chunks = s.room.chunks()
	s.out.Pages[i].fill(c, p.words, p.lines, found)
	s.fonts.Leave(c) // tables keep what they say, not the words
}

// chunks divides the lines at wide gaps. The parts do not have their words, which stand
// where those of the next page will.
func (r *pageRoom) chunks() []text.Line {
	r.parts = r.parts[:0]
	for _, l := range r.lines {
		r.parts = l.AppendChunks(r.parts, titleGap)
	}
	for i := range r.parts {
		r.parts[i].Words = nil
	}
	return slices.Clone(r.parts)
}

// previous gives the table that ends the page before a page, nil where text
// follows it.
func (s *scan) previous(i int) *tables.Table {
	if i == 0 {
		return nil
	}
	sh := &s.sheets[i-1]
	if len(sh.tables) == 0 || sh.bodyText(false) {
		return nil
	}
	return sh.tables[len(sh.tables)-1]
}

// leastRecognized is how many words make a page that was recognized more than a
// picture with a number or a stamp.
const leastRecognized = 12

// headed reports whether a page has the headings of a table: two known ones on
// one line.
func (s *scan) headed(lines []text.Line) bool {
	const least = 2
	for _, l := range lines {
		n := 0
		for _, c := range l.Chunks(headingGap) {
			if s.known.Heading(c.Text) {
				n++
			}
		}
		if n >= least {
			return true
		}
	}
	return false
}

// headingGap is the least space between headings of a line, in em.
const headingGap = 0.8

// Titles further apart than this, in em, are titles of different tables.
const titleGap = 2

// damage notes what happened to a page, counted from 0.
func (s *scan) damage(page int, code, reason string) {
	d := model.Damage{Code: code, Args: map[string]string{"page": strconv.Itoa(page + 1)}, At: model.Source{Doc: s.file.ID}}
	if reason != "" {
		d.Args["reason"] = reason
	}
	if page < len(s.out.Places) {
		d.At.Place = int32(page)
	}
	s.out.Damage = append(s.out.Damage, d)
}

// limit tells that reading stopped at a page because of a limit; cost is "" for
// one of the page's own.
func (s *scan) limit(page int, cost source.Cost) {
	s.damage(page, CodeLimit, "")
	if cost != "" {
		args := s.out.Damage[len(s.out.Damage)-1].Args
		maps.Copy(args, s.limits.Args(cost))
	}
}

// limitOfPage says that a page is larger than any page may be, whatever a file may take.
func (s *scan) limitOfPage(page int, args map[string]string) {
	s.damage(page, CodeLimit, "")
	maps.Copy(s.out.Damage[len(s.out.Damage)-1].Args, args)
}

// pageLimits are the arguments of the message about what the content of a page may take.
func pageLimits(l content.Limits) map[string]string {
	return map[string]string{
		"cost": "page", "glyphs": strconv.Itoa(l.Glyphs), "operators": strconv.Itoa(l.Operators), "megabytes": strconv.FormatInt(l.ContentSize>>20, 10),
	}
}

// reached gives the limit that ended the reading.
func (s *scan) reached() source.Cost {
	switch c := s.cost.Reached(); {
	case c != "":
		return c
	case s.cells > s.lim.cells:
		return source.CostCells
	}
	return source.CostSeconds
}

// phrases gives the headings of columns that the vocabulary knows.
func phrases(v *model.Vocabulary) []string {
	if v == nil {
		return nil
	}
	var out []string
	for _, words := range v.Headings {
		out = append(out, words...)
	}
	for _, p := range v.Periods {
		out = append(out, p.Words...)
	}
	return out
}

// leastHead is the shortest word of a budget's headings that is known to stand
// alone; shorter ones end longer words, as "plan" does.
const leastHead = 6

// budgetHeads gives words of the headings of a budget's columns, which stand behind
// others: "Ursprunglig" over "budget".
func budgetHeads(w *model.BudgetWords) []string {
	if w == nil {
		return nil
	}
	lists := [][]string{w.Roles[model.RoleBudget], w.Roles[model.RoleOutcome], w.Roles[model.RoleForecast]}
	for _, p := range w.Periods {
		lists = append(lists, p.Words)
	}
	var out []string
	for _, list := range lists {
		for _, word := range list {
			if utf8.RuneCountInString(word) >= leastHead && !strings.ContainsAny(word, " .") {
				out = append(out, word)
			}
		}
	}
	return out
}
