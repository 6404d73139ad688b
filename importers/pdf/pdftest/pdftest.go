// Package pdftest builds small PDF files for the tests of package pdf and the
// packages below it: [Page] makes one of a page's content, [File] one of objects.
package pdftest

import (
	"bytes"
	"fmt"
	"strings"
)

// File writes objects, numbered from 1, into a file with a correct
// cross-reference table. Object 1 is the catalog.
func File(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	at := make([]int, len(objects))
	for i, o := range objects {
		at[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, p := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

// Stream writes a stream object; dict are further entries of its dictionary.
func Stream(dict string, data []byte) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
}

// Page makes a file of one page of 595 by 842 points with this content. The
// fonts F1 and F2 are Helvetica and Helvetica-Bold. Object numbers from 7 on
// are the further objects; resources are further entries of the page's
// resources.
func Page(content, resources string, more ...string) []byte {
	return Pages([]string{content}, resources, more...)
}

// Pages makes a file with a page for each content; see [Page]. The further
// objects begin at number 5 + 2 × the number of pages.
func Pages(contents []string, resources string, more ...string) []byte {
	var kids strings.Builder
	var pages []string
	for i, c := range contents {
		fmt.Fprintf(&kids, "%d 0 R ", 5+2*i)
		pages = append(pages,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %d 0 R>>", 6+2*i),
			Stream("", []byte(c)))
	}
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>%s>>>>", kids.String(), len(contents), resources),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
	}
	return File(append(append(objects, pages...), more...)...)
}
