package html

import (
	"cmp"
	"slices"
	"strconv"

	"riskbok/exporters/summary"
	"riskbok/rules/compare"
	"riskbok/rules/model"
	"riskbok/rules/scales"
)

// trend is a board over several years.
type trend struct {
	Board  string
	Legend []legend
	Years  []trendYear
}

// trendYear is one year: how many risks of each treatment, as pieces of a bar,
// and what became of the risks of the year before, "" where that is not known.
type trendYear struct {
	Year, Risks, Highest, Change string
	Pieces                       []piece
}

type piece struct {
	X, Width, Middle, Class, Label string
	N                              int
}

// trends gives those boards of which several years were read.
func (w *writer) trends() []trend {
	named := map[string]string{}
	for name, others := range w.in.Aliases {
		for _, other := range others {
			named[model.Key(other)] = model.Key(name)
		}
	}
	var order []string
	by := map[string][]*model.Book{}
	for _, b := range w.r.Books {
		key := named[model.Key(b.Board)]
		if key == "" {
			key = model.Key(b.Board)
		}
		if key == "" || b.Year == 0 || len(b.Registers) == 0 {
			continue
		}
		if by[key] == nil {
			order = append(order, key)
		}
		by[key] = append(by[key], b)
	}
	var out []trend
	for _, key := range order {
		books := by[key]
		slices.SortStableFunc(books, func(a, b *model.Book) int { return cmp.Compare(a.Year, b.Year) })
		if books[0].Year != books[len(books)-1].Year {
			out = append(out, w.trend(books))
		}
	}
	return out
}

func (w *writer) trend(books []*model.Book) trend {
	t := trend{Board: shorten(oneLine(books[len(books)-1].Board), mostInName)}
	counts := make([][]counted, len(books))
	most := 1
	for i, b := range books {
		n := 0
		counts[i] = w.treated(b)
		for _, c := range counts[i] {
			n += c.n
		}
		most = max(most, n)
	}
	for i, b := range books {
		risks := summary.Distinct(b)
		y := trendYear{Year: strconv.Itoa(b.Year), Risks: strconv.Itoa(len(risks)), Highest: highest(risks)}
		at := 0
		for _, c := range counts[i] {
			p := piece{Class: c.Class, Label: c.Label, N: c.n, X: share(at, most), Width: share(c.n, most), Middle: share(2*at+c.n, 2*most)}
			y.Pieces = append(y.Pieces, p)
			at += c.n
			if !slices.ContainsFunc(t.Legend, func(l legend) bool { return l.Class == c.Class && l.Label == c.Label }) {
				t.Legend = append(t.Legend, c.legend)
			}
		}
		if i > 0 && books[i-1].Year < b.Year {
			y.Change = w.change(books[i-1], b)
		}
		t.Years = append(t.Years, y)
	}
	return t
}

func share(n, of int) string { return coordinate(float64(n) * 100 / float64(of)) }

type counted struct {
	legend
	n int
}

// treated counts the risks of a book by what their levels call for, mildest first;
// last come those whose treatment is not known.
func (w *writer) treated(b *model.Book) []counted {
	var out []counted
	add := func(l legend) {
		i := slices.IndexFunc(out, func(c counted) bool { return c.Class == l.Class && c.Label == l.Label })
		if i < 0 {
			i = len(out)
			out = append(out, counted{legend: l})
		}
		out[i].n++
	}
	for _, at := range summary.Distinct(b) {
		first := &at.Risk.Assessment
		v := scales.Judge(at.Entry.Scale, first)
		if !v.Valued || v.Treatment == nil {
			add(legend{Class: "none", Label: w.cat.T("html.trend.unknown")})
			continue
		}
		add(legend{Class: shadeOf(byRange(at.Entry.Scale), v.Score), Label: shorten(oneLine(v.Treatment.Label), mostInName)})
	}
	slices.SortStableFunc(out, func(a, b counted) int { return cmp.Compare(rankOf(a.Class), rankOf(b.Class)) })
	return out
}

// rankOf orders shades, that of nothing known last.
func rankOf(class string) string {
	if class == "none" {
		return "t"
	}
	return class
}

// highest names the risk with the highest value that levels give.
func highest(risks []summary.Standing) string {
	best, name := 0, ""
	for _, at := range risks {
		first := &at.Risk.Assessment
		if v := scales.Judge(at.Entry.Scale, first); v.Valued && v.Score > best {
			best, name = v.Score, oneLine(at.Risk.Number.Raw)
		}
	}
	if best == 0 {
		return ""
	}
	if name == "" {
		return strconv.Itoa(best)
	}
	return strconv.Itoa(best) + " (" + shorten(name, mostLetters) + ")"
}

// change says what became of the risks from one year to the next.
func (w *writer) change(old, new *model.Book) string {
	for _, p := range compare.Compare([]*model.Book{old}, []*model.Book{new}, w.in.Aliases).Pairs {
		if len(p.Items) == 0 {
			continue
		}
		n := compare.Counts(p.Items)
		var parts []string
		for _, kind := range []compare.Kind{compare.Added, compare.Dropped, compare.Raised, compare.Lowered} {
			if n[kind] > 0 {
				parts = append(parts, w.cat.N("html.trend."+string(kind), n[kind]))
			}
		}
		if len(parts) == 0 {
			return w.cat.T("html.trend.same")
		}
		return w.listed(parts)
	}
	return ""
}
