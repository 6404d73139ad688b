package hostile

import (
	"errors"
	"testing"

	"riskbok/importers/source"
	"riskbok/rules/fulltest"
)

// smallPercent is the size in which every kind is read by the ordinary tests.
const smallPercent = 1

// unseen are the risks that no reader of the page sees: white boxes lie over them.
var unseen = map[string]int{"rare-covered": 4}

// Every kind is read whole, or something is said about it, and the reader comes back
// with an answer that the catalogue has words for. How much each takes in full size is
// measured by TestProgram.
func TestRead(t *testing.T) {
	sound := map[string]int{ // notices of files to which nothing was done
		".xlsx": judged("sound.xlsx", newBook().zip()).notices,
		".pdf":  judged("sound.pdf", newPaper().bytes()).notices,
	}
	for _, k := range fulltest.Part(All, 11) {
		t.Run(k.Name, func(t *testing.T) {
			got := judged(k.Name+k.Ext, k.Make(smallPercent))
			var known *source.Error
			switch {
			case got.panicked != nil:
				t.Errorf("panic: %v", got.panicked)
			case got.err != nil && !errors.As(got.err, &known):
				t.Errorf("error without words: %v", got.err)
			case !got.said && got.notices <= sound[k.Ext] && got.risks < Risks-unseen[k.Name]:
				t.Errorf("%d of %d risks, and nothing is said", got.risks, Risks)
			}
		})
	}
}
