// Package numberformat shows numbers as the number formats of spreadsheets do,
// as far as that is certain without the reader's locale. [Read] reads a format's code, [Format.Shown]
// shows a number by it.
package numberformat
