// Package calc computes the formulas that risk analyses are made of, so that a
// workbook written by a program that stores no results can be read as Excel
// would show it.
//
// It gives a result only where it is certain: a function, coercion or reference
// that it does not know in full makes [Program.Run] refuse, as does whatever
// depends on the reader's locale (a decimal comma in a text, the order of
// letters). It knows arithmetic, comparison, joining of texts, references, and
// the functions of functions.go. Operators and functions take arrays element by
// element where Excel does: in array formulas, and in the arguments of functions
// such as SUMPRODUCT. What OFFSET and INDIRECT read is known when they have run:
// see [CompileReaching] and [Outcome].
//
// It is not excelize's CalcCellValue because that one, in v2.11.0, gives wrong
// values for formulas that every risk analysis has: VLOOKUP(…, FALSE) finds
// "Sannolik" inside "Osannolik", IF takes a number other than 1 as false, and
// MATCH(…, 1) fails on a sorted list.
//
// Start with [Compile], which says what a formula reads, and run the programs
// in the order of what they read.
package calc
