package planted

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"
)

// Damage is what has become of the printed ranges of the risk value.
type Damage int

// The kinds of damage. The first six can be read as they were meant.
const (
	Slash       Damage = iota // "1/3"
	FixedHyphen               // with a hyphen that breaks no line
	EnDash                    // "1–3"
	AtMost                    // "≤ 3", "4-11", "≥ 12"
	UpTo                      // "≤ 3", "≤ 11", "≤ 16"
	WithColour                // "1-3 (grön)"
	BecomeDates               // 2025-01-03, as Excel makes of "1-3"
	OneEmpty                  // a range is missing
	OneText                   // a range in words
	Overlapping               // a value in two ranges
	WithGap                   // a value in no range
)

// Damaged prints the ranges of the risk value in another way, or so that they
// cannot be understood.
func Damaged(kind Damage) Variation {
	v := Variation{Except: []string{"gap-in-scale", "overlap-in-scale"}}
	v.Layout = func(r *rand.Rand, l *Layout) bool {
		ds := l.Definitions
		if ds == nil {
			return false
		}
		n := len(l.Scale.Treatments)
		at := r.IntN(n)
		ds.Limit = func(i int, k Range, last bool) Cell { return ds.damage(kind, i, at, n, k, last) }
		if kind == Overlapping || kind == WithGap {
			l.typed() // its formulas would state the ranges as well
		}
		return true
	}
	v.Draft = func(r *rand.Rand, d *Draft) bool {
		switch kind {
		case BecomeDates:
			return d.wantScale()
		case OneEmpty, OneText:
			d.allowed = "scale-definition"
		case Overlapping, WithGap:
			return d.dispute(r, kind) && d.wantScale()
		}
		return true
	}
	return v
}

var colours = []string{"grön", "gul", "orange", "röd"}

// damage prints one range. At is the range that is missing or in words.
func (ds *DefinitionsSpec) damage(kind Damage, i, at, n int, k Range, last bool) Cell {
	low, high := strconv.Itoa(k.Min), strconv.Itoa(k.Max)
	span := func(between string) Cell {
		if k.Min == k.Max {
			return Cell{Text: low}
		}
		return Cell{Text: low + between + high}
	}
	switch kind {
	case Slash:
		return span("/")
	case FixedHyphen:
		return span("\u2011")
	case EnDash:
		return span("–")
	case AtMost:
		switch {
		case i == 0:
			return Cell{Text: "≤ " + high}
		case last:
			return Cell{Text: "≥ " + low}
		}
		return span("-")
	case UpTo:
		return Cell{Text: "≤ " + high}
	case WithColour:
		c := span("-")
		c.Text += " (" + colours[i*(len(colours)-1)/(n-1)] + ")"
		return c
	case BecomeDates:
		if day := time.Date(2025, time.Month(k.Min), k.Max, 0, 0, 0, 0, time.UTC); k.Min < k.Max && k.Min <= 12 && k.Max == day.Day() {
			return Cell{Date: day}
		}
		return span("-")
	case OneEmpty:
		if i == at {
			return Cell{}
		}
	case OneText:
		if i == at {
			return Cell{Text: fmt.Sprintf("%s värden", []string{"Låga", "Medelhöga", "Höga", "Mycket höga"}[i])}
		}
	}
	return Cell{Text: ds.Ranges.text(k, last)}
}

// dispute moves one limit of the printed ranges, so that a possible value
// stands in two of them or in none.
func (d *Draft) dispute(r *rand.Rand, kind Damage) bool {
	ranges := d.printed.Treatments
	for _, i := range r.Perm(len(ranges) - 1) {
		below, above := &ranges[i], &ranges[i+1]
		from, to := below.Max+1, min(below.Max+1+r.IntN(2), above.Max)
		if kind == WithGap {
			if above.Min == above.Max {
				continue
			}
			from, to = above.Min, min(above.Min+r.IntN(2), above.Max-1)
		}
		d.disputed = map[int]bool{}
		possible := false
		for v := from; v <= to; v++ {
			d.disputed[v] = true
			possible = possible || d.Plan.Scale.Possible(v)
		}
		if !possible {
			continue
		}
		if kind == WithGap {
			above.Min = to + 1
		} else {
			below.Max = to
		}
		return true
	}
	return false
}

// wantScale calls for an error about the definitions, anywhere in them.
func (d *Draft) wantScale() bool {
	d.allowed = "scale-definition"
	d.claims = append(d.claims, Want{Rule: "scale-definition", Sheet: d.Sheets[0], Part: AtScale})
	return true
}

// Name names the kind.
func (k Damage) Name() string {
	return strings.Split("1/3|1‑3|1–3|≤ 3 4-11 ≥ 12|≤ 3 ≤ 11 ≤ 16|1-3 (grön)|dates|one empty|one in words|overlapping|gap", "|")[k]
}

// Damages is the number of kinds.
const Damages = int(WithGap) + 1
