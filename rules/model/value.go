package model

import "strconv"

// Value is one thing read from a document. V is what it was understood as and
// holds only where OK; Raw is the text as it stood, Formula the formula of its
// cell without the equals sign ("" for a typed value), At where it stood.
//
// An empty cell has OK false and Raw "". A cell with text that could not be
// understood has OK false and Raw set. A formula whose result is not stored
// and could not be computed is Uncalculated: what it says is not known.
type Value[T any] struct {
	V            T
	OK           bool
	Uncalculated bool
	Raw, Formula string
	At           Source
}

// Says reports whether the cell says something, or may: it was understood, or
// holds a formula whose result is not known.
func (v Value[T]) Says() bool { return v.OK || v.Uncalculated }

// Text makes the value of a cell whose text stands for itself.
func Text(s string, at Source) Value[string] {
	return Value[string]{V: s, OK: s != "", Raw: s, At: at}
}

// Date is a day in the proleptic Gregorian calendar, the precision that board
// papers use.
type Date struct{ Year, Month, Day int }

// String gives the ISO 8601 form, "2025-10-31".
func (d Date) String() string {
	return pad(d.Year, 4) + "-" + pad(d.Month, 2) + "-" + pad(d.Day, 2)
}

// IsZero reports whether no day is given.
func (d Date) IsZero() bool { return d == Date{} }

// Before orders dates.
func (d Date) Before(o Date) bool {
	if d.Year != o.Year {
		return d.Year < o.Year
	}
	if d.Month != o.Month {
		return d.Month < o.Month
	}
	return d.Day < o.Day
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	for len(s) < width {
		s = "0" + s
	}
	return s
}
