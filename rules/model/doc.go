// Package model is the normalized form of what a board's documents say: risk
// registers, follow-ups and scales, each value with its raw text and the place
// it stood.
//
// Start with [Document], which an importer fills from one file, and [Book],
// which groups the tables of one board and year from all documents. The
// package knows no file format and no language, and depends on nothing but the
// standard library and decimal.
package model
