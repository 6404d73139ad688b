package scales

// share is a part of a whole: so many of so many.
type share struct{ n, of int }

// met reports whether n of all are at least the share.
func (s share) met(n, all int) bool { return n*s.of >= all*s.n }

// exceeded reports whether n of all are more than the share.
func (s share) exceeded(n, all int) bool { return n*s.of > all*s.n }

// tolerances are the limits from which rows are believed. They were measured on
// the tests TestHonestScales, TestForms, TestInferredErrors and TestTemplateScale
// of package rules (756 generated registers without a fault on seven scales in
// three ways of writing levels, and some eighty written by hand with faults) and
// on the seeds of the planted tests: the value is one at which no finding is
// invented and no planted fault is lost.
var tolerances = struct {
	minRows int // the fewest fully written rows that a scale is inferred from

	maxNumber int // the greatest number of a level that is believed
	maxLabels int // the most labels on an axis that numbers are solved for: the search grows with their factorial
	leastTop  int // the length of a numbered axis whose rows show less: shorter scales have not been met
	usualTop  int // the greatest number tried for labels where these are fewer

	explained share // of the rows, that a scale of words must explain to be taken as inferred
	untold    share // of the rows, that a solved scale may leave unexplained
	spare     share // of the rows beyond the labels solved for, that it may leave unexplained
	misranked share // of the rows, that the ranks of a usual list may leave unexplained: they are not solved for
	numbered  share // of the written levels, that carry a number where numbers say what levels are worth
	remarks   share // of the texts beside numbers, beyond which they are remarks and no labels
	listed    int   // rows that solved numbers may explain beyond a usual list's ranks and not go before them: the numbers of a label in few rows follow their errors
	strayed   int   // how much oftener a word stands on the other axis before it belongs there

	inferredFits share // of the treated rows, that inferred ranges must fit
	actedRows    int   // risks with an action, the fewest that show from which value on a register has them
	leftRows     int   // risks without one that the usual limits give one, the fewest that show other limits: fewer were forgotten
	usualFits    share // of the treated rows, that stated or usual ranges must fit to stand

	ownAlone   int   // rows that must agree on a pair's own value where one pair alone has one
	ownSeveral int   // rows that must agree on each where several have
	fewOwn     int   // the most own values that are always a scale with exceptions
	manyOwn    share // of the pairs, from which own values are another matrix
	manyWrong  share // of the rows, from which other values are another matrix

	formulaSample int   // the most formulas of a column that are tried: the share is what counts
	fewFormulas   int   // the fewest that say how values come about: one may be an exception
	tellingRows   int   // the fewest rows on which two rules differ that choose between them: fewer are as well slips of the pen
	tellingPairs  int   // the fewest different pairs of levels among them
	fewOther      int   // the fewest pairs of levels, all otherwise than the scale has them, of which nothing is said: two are errors
	ruled         share // of the rows on which two rules differ, that must be as another rule has them
	falls         share // of the steps from one pair of levels to a higher, on which the values of a matrix may fall: those of errors do on half
	foreign       share // of the rows, from which consistent values that no rule gives are another matrix than the stated one

	disordered int // the fewest rows that speak against the usual order of labels, of which it explains less than half
	ordered    int // the fewest rows that speak against all orders of a list

	nearWord                share // of its letters, that a misspelt label may have wrong
	stemLetters, endLetters int   // letters of a word that its other forms share at least, and those of its end, that they need not

	nearUsual int // letters by which a slip of the pen may differ from a usual label
}{
	minRows:   5,
	maxNumber: 10, maxLabels: 6, leastTop: 3, usualTop: 5,
	explained: share{9, 10}, untold: share{1, 10}, spare: share{1, 3}, misranked: share{1, 5},
	numbered: share{9, 10}, remarks: share{1, 3}, listed: 1, strayed: 2,
	inferredFits: share{8, 10}, usualFits: share{7, 10}, actedRows: 3, leftRows: 3,
	ownAlone: 3, ownSeveral: 2, fewOwn: 2, manyOwn: share{1, 4}, manyWrong: share{2, 5},
	formulaSample: 200, fewFormulas: 3, tellingRows: 6, tellingPairs: 4, fewOther: 3, ruled: share{8, 10}, falls: share{1, 10}, foreign: share{1, 2},
	disordered: 3, ordered: 5,
	nearWord: share{1, 3}, nearUsual: 2, stemLetters: 5, endLetters: 2,
}
