package html

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"html/template"
)

// A page of ours carries the hash of itself, reckoned with zeros in its place.
// The mark stands in front of everything that comes from a document.
const (
	markBegins = `<meta name="riskbok-report" content="`
	unsigned   = "0000000000000000000000000000000000000000000000000000000000000000"
)

// markWithin is how far into a page the mark is looked for: it is the third line.
const markWithin = 400

// policy lets the page use its own style sheet and nothing else.
var policy = Policy(CSS)

// Policy is the Content-Security-Policy of a page that may use one style sheet and
// nothing else; the sheet stands in it after a line break.
func Policy(css template.CSS) string {
	sum := sha256.Sum256([]byte("\n" + string(css)))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// sign puts the hash into a page's mark.
func sign(page []byte) []byte {
	at := markAt(page)
	if at < 0 {
		return page
	}
	sum := sha256.Sum256(page)
	copy(page[at:], hex.EncodeToString(sum[:]))
	return page
}

// markAt gives where the hash of a page stands, −1 where it has none.
func markAt(page []byte) int {
	at := bytes.Index(page[:min(len(page), markWithin)], []byte(markBegins))
	if at < 0 || at+len(markBegins)+len(unsigned) > len(page) {
		return -1
	}
	return at + len(markBegins)
}

// Ours tells of the content of a file whether it is a report that [Write] wrote,
// and whether it was changed since.
func Ours(content []byte) (ours, changed bool) {
	at := markAt(content)
	if at < 0 {
		return false, false
	}
	blank := bytes.Clone(content)
	copy(blank[at:], unsigned)
	sum := sha256.Sum256(blank)
	return true, hex.EncodeToString(sum[:]) != string(content[at:at+len(unsigned)])
}
