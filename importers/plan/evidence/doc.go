// Package evidence says what the columns of a table prove to be: which hold
// levels, which the value that follows from them, which the rating that steps
// with the value, and which name the risk. Headings help; the cells decide.
//
// Start with [NewBody], which computes the profile of every column of a table's
// body once, and [Weigh], which gives the best reading of the whole body, with
// everything that speaks for it and how far it is ahead of the next. The order
// is: profiles → relations → valuations → the remaining fields → margins →
// verdict. The package reads grids and words and knows nothing of rows that
// continue others, boards or years: those are for package plan.
//
// Weights and conditions follow a prototype that was run on documents nobody on
// the project had seen: relations carried the judgement, labels fed them,
// headings mostly opened the gate, and weights hardly mattered (±30 % at random
// changed nothing), so that the work is in the conditions.
package evidence
