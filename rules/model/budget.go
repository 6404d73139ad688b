package model

import (
	"strings"

	"github.com/shopspring/decimal"
)

// Unit is what amounts are counted in, as Swedish papers write it.
type Unit string

// The units of amounts. NoUnit: the document does not say.
const (
	NoUnit   Unit = ""
	UnitKr   Unit = "kr"
	UnitTkr  Unit = "tkr"  // thousands of kronor
	UnitMnkr Unit = "mnkr" // millions of kronor
)

// ColumnRole is what the amounts of a budget's column are.
type ColumnRole string

// The roles of columns. A deviation is outcome − budget, a forecast deviation
// forecast − budget; RoleOther are amounts of which the heading says no more.
const (
	RoleBudget            ColumnRole = "budget"
	RoleOutcome           ColumnRole = "outcome"
	RoleDeviation         ColumnRole = "deviation"
	RoleForecast          ColumnRole = "forecast"
	RoleForecastDeviation ColumnRole = "forecastDeviation"
	RoleYear              ColumnRole = "year"    // headed by nothing but a year
	RoleChange            ColumnRole = "change"  // from one year to another
	RolePercent           ColumnRole = "percent" // shares, no amounts
	RolePlain             ColumnRole = "plain"   // numbers of notes or of something else than money
	RoleOther             ColumnRole = ""
)

// Period is a part of a year from one month to another, both included: {1, 8}
// is January to August. To is 0 where a heading says only "accumulated"; the
// zero value is a period that is not stated.
type Period struct{ From, To int }

// FullYear is the period of a whole year.
var FullYear = Period{From: 1, To: 12}

// IsZero reports whether no period is stated.
func (p Period) IsZero() bool { return p == Period{} }

// BudgetColumn is one column of amounts. Heading is on one line; Year and
// Period are what the heading itself states, and Total that it is called a sum.
type BudgetColumn struct {
	Heading string
	Role    ColumnRole
	Side    LineKind // income, cost or net where the heading says so
	Total   bool
	Sum     bool // called nothing but the sum of its line
	Remains bool // called what is left, as deviations and other columns are
	Year    int
	Period  Period
	At      Source
}

// LineKind is what the amounts of a budget's line are.
type LineKind string

// The kinds of lines. LineGroup is a heading without amounts, LineOfWhich a
// part of the line above, which no total adds again, LineCount a number of
// something else than money.
const (
	LineIncome     LineKind = "income"
	LineCost       LineKind = "cost"
	LineNet        LineKind = "net"
	LineInvestment LineKind = "investment"
	LineParty      LineKind = "party"
	LineGroup      LineKind = "group"
	LineOfWhich    LineKind = "ofWhich"
	LineCount      LineKind = "count"
	LineOther      LineKind = ""
)

// BudgetLine is one line of a budget. Amounts lie parallel to the budget's
// columns. Total says that the line adds up others; its kind then is theirs.
// Except says that it leaves some out. ByFigures says that the name may be that
// of a total, or of a line: the figures decide. Heads is, of a heading, the kind of
// the lines under it.
type BudgetLine struct {
	Name      Value[string]
	Kind      LineKind
	Heads     LineKind
	Total     bool
	Except    bool
	ByFigures bool
	Amounts   []Value[decimal.Decimal]
	At        Source
}

// Budget is one table of amounts: parties by years, or an economy follow-up.
// The exponent of an amount is that of the printed number, so that "5 269,0"
// keeps its decimal. Decimals is the most that the table prints or its caption
// says. Year and Period are the table's own, 0 where it does not state them.
// Alternative numbers, from 1, tables of one document that have the same lines
// and columns and another caption; a table alone has 0.
type Budget struct {
	Title       string
	Caption     string
	Alternative int
	Unit        Unit
	UnitAt      Source
	Decimals    int
	Board       string
	Year        int
	Period      Period
	Columns     []BudgetColumn
	Lines       []BudgetLine
	At          Source // the heading row

	// YearOfFile says that Year is that of the file's name: the document tells none.
	YearOfFile bool
}

// FollowsUp reports whether the table compares a budget with an outcome or a
// forecast: an economy follow-up.
func (b *Budget) FollowsUp() bool {
	for i := range b.Columns {
		switch b.Columns[i].Role {
		case RoleOutcome, RoleDeviation, RoleForecast, RoleForecastDeviation:
			return true
		}
	}
	return false
}

// FollowsOwnYear reports whether the table follows its own year up. What came of an
// earlier one ("Bokslut 2024") only stands beside a budget to compare it with.
func (b *Budget) FollowsOwnYear() bool {
	for i := range b.Columns {
		switch c := &b.Columns[i]; c.Role {
		case RoleDeviation, RoleForecastDeviation:
			return true
		case RoleOutcome, RoleForecast:
			if b.Year == 0 || c.Year == 0 || c.Year >= b.Year {
				return true
			}
		}
	}
	return false
}

// Share is one party's part of an allocation.
type Share struct {
	Party  Value[string]
	Amount Value[decimal.Decimal]
	Unit   Unit
}

// Allocation is a total and how it is shared, as listed in running text. Text
// is the sentence that states the total.
type Allocation struct {
	Text   string
	Total  Value[decimal.Decimal]
	Unit   Unit
	Shares []Share
	Board  string
	Year   int
	At     Source
}

// Decimals gives how many decimals an amount was written with.
func Decimals(d decimal.Decimal) int { return max(0, int(-d.Exponent())) }

// AmountText gives an amount as Swedish papers print it, with so many decimals:
// a no-break space between thousands, a decimal comma, a minus sign (U+2212).
func AmountText(d decimal.Decimal, decimals int) string {
	digits := d.Abs().StringFixed(int32(decimals))
	whole, fraction, _ := strings.Cut(digits, ".")
	var b strings.Builder
	if d.Sign() < 0 && strings.Trim(digits, "0.") != "" {
		b.WriteRune('−')
	}
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteRune('\u00a0')
		}
		b.WriteRune(r)
	}
	if fraction != "" {
		b.WriteByte(',')
		b.WriteString(fraction)
	}
	return b.String()
}

// Factor gives how many kronor one of the unit is; 0 without a unit.
func (u Unit) Factor() decimal.Decimal {
	switch u {
	case UnitKr:
		return decimal.New(1, 0)
	case UnitTkr:
		return decimal.New(1, 3)
	case UnitMnkr:
		return decimal.New(1, 6)
	}
	return decimal.Decimal{}
}

// sources calls visit with every source of the budget.
func (b *Budget) sources(visit func(*Source)) {
	visit(&b.At)
	visit(&b.UnitAt)
	for i := range b.Columns {
		visit(&b.Columns[i].At)
	}
	for i := range b.Lines {
		l := &b.Lines[i]
		visit(&l.At)
		visit(&l.Name.At)
		for j := range l.Amounts {
			visit(&l.Amounts[j].At)
		}
	}
}

// sources calls visit with every source of the allocation.
func (a *Allocation) sources(visit func(*Source)) {
	visit(&a.At)
	visit(&a.Total.At)
	for i := range a.Shares {
		visit(&a.Shares[i].Party.At)
		visit(&a.Shares[i].Amount.At)
	}
}

// BudgetWords is the words by which an importer knows budgets and amounts:
// data, as [Vocabulary] is. A heading has a role where it holds every word of
// one of the role's phrases, in any order; words of five letters or more may
// stand inside others ("Budgetavvikelse").
type BudgetWords struct {
	Roles           map[ColumnRole][]string // phrases; the roles are tried in the order of RoleOrder
	RoleOrder       []ColumnRole
	Amounts         []string              // headings of plain amounts, "Belopp"
	Sides           map[LineKind][]string // words of headings for income, costs and net, tried in the order of SideOrder
	SideOrder       []LineKind
	Sums            []string // headings of sums across a line, "Summa"
	Remains         []string // words of headings for what is left, "Kvar"
	Periods         []PeriodName
	UpTo            []string // words that make a month the last one of a period, "t.o.m."
	Units           map[Unit][]string
	Decimals        DecimalWords
	Kinds           map[LineKind][]string
	KindOrder       []LineKind
	Totals          []string // leading words of totals
	TotalsByFigures []string // leading words of what may be totals, where the figures agree
	Bounds          []string // words of what is called a total and is a bound, "högst"
	TotalEnds       []string // words at the end of totals
	Except          []string // words of totals that leave lines out
	Counts          []string // leading words of lines that count something else than money
	OfWhich         []string // leading words of parts of the line above
	Titles          []string // words that a budget's title or surroundings have
	BudgetTitles    []string // words in whose presence a table of plain amounts is a budget
	NotMoney        []string // words of tables that count something else than money
	Prices          []string // words of tables of prices and rates
	Captions        []string // "Tabell", before the number of a table
	PriceLevels     []string // words of the level that amounts are counted in, "fasta priser"
	Rates           []string // words of amounts for one of something, "per plats"
	Shares          ShareWords
	Months          []string // January first; may repeat by language
	Blank           []string // texts that stand for an empty cell
	Board           BoardWords
}

// PeriodName is a word for a part of the year; To is 0 for "accumulated".
type PeriodName struct {
	From, To int
	Words    []string
}

// DecimalWords tell how many decimals amounts have: the word at index n of
// Counts before one of Nouns ("en decimal") says n.
type DecimalWords struct {
	Counts, Nouns []string
}

// ShareWords tell of shares in running text. Total stands by the amount that
// is shared, Divided says that the parts which follow are all, Partial that
// they are some, Whole that they are all though a word of Partial stands beside.
type ShareWords struct {
	Total, Divided, Partial, Whole []string
}
