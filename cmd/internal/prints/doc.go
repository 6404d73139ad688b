// Package prints holds the whole way from a PDF to findings to one plan of
// fifteen invented risks with five planted errors, and to right and wrong
// budgets, each printed in many forms: by spreadsheet, word processor, browser
// and report generator, with all rulings, some or none, turned, two pages to a
// sheet, as form fields.
//
// The prints stand in importers/pdf/testdata/prints with the script that makes
// them; key.json tells for each what is right to read and to find.
package prints
