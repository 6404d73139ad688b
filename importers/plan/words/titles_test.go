package words

import (
	"testing"

	"riskbok/config"
)

// TestTitlesAreNotAside: no title of a table that is known sets it aside.
func TestTitlesAreNotAside(t *testing.T) {
	v := config.Vocabulary()
	for _, list := range [][]string{v.Titles.Analysis, v.Titles.Plan, v.Titles.FollowUp, v.Titles.Definitions} {
		for _, title := range list {
			if Of(v).SetsAside(title) {
				t.Errorf("%q is a title and sets aside", title)
			}
		}
	}
}
