package objects

import (
	"path"
	"slices"
	"strings"
)

// sheetFiles are the endings of files that hold tables; the other files that a PDF
// carries are proofs of a signature, and the like.
var sheetFiles = []string{".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods"}

// maxAttached bounds the entries of a file's list of attachments that are looked at,
// and maxListed the names that are given.
const (
	maxAttached = 1000
	maxListed   = 10
)

// attached gives the names of the attached files that may hold what is looked for and
// are not read: workbooks, and where the file is a cover for others, PDFs too.
func attached(catalog Value) []string {
	endings := sheetFiles
	if catalog.Key("Collection").IsDict() {
		endings = append(slices.Clone(endings), ".pdf")
	}
	var out []string
	left := maxAttached
	var walk func(node Value, depth int)
	walk = func(node Value, depth int) {
		if depth > maxKids {
			return
		}
		names, kids := node.Key("Names"), node.Key("Kids")
		for i := 1; i < names.Len() && left > 0 && len(out) < maxListed; i += 2 {
			left--
			spec := names.Index(i)
			name := spec.Key("UF").Text()
			if name == "" {
				name = spec.Key("F").Text()
			}
			if spec.Key("EF").IsDict() && slices.Contains(endings, strings.ToLower(path.Ext(name))) {
				out = append(out, name)
			}
		}
		for i := 0; i < kids.Len() && left > 0 && len(out) < maxListed; i++ {
			left--
			walk(kids.Index(i), depth+1)
		}
	}
	walk(catalog.Key("Names").Key("EmbeddedFiles"), 0)
	return out
}
