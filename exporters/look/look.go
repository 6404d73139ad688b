// Package look has the looks that the web pages of riskbok share: letters,
// colours in light and dark, headings, cards, and how they print: [CSS].
package look

import (
	_ "embed"
	"html/template"
)

//go:embed look.css
var css string

// CSS is the style sheet. It names no file and no address.
var CSS = template.CSS(css)
