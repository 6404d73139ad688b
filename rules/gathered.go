package rules

import "maps"

// mostAlike is how many findings of one rule that say one kind of thing are told one
// by one of one document. Nobody settles more by hand, and no document that people
// made has come near it; a sheet of 5,000 registers that all number from 1 had 60,000,
// in 57 MB of JSON.
const mostAlike = 1000

// moreAlike is the argument that says how many findings a finding stands for beside
// itself.
const moreAlike = "more"

// gathered makes one of the findings of a document that are beyond [mostAlike] of
// their kind: the last one that is told says how many more there are. What the program
// can settle is told one by one, for each has its cell to mend. The findings must be
// sorted.
func gathered(all []Finding) []Finding {
	type kind struct {
		doc           int32
		rule, variant string
	}
	count := map[kind]int{}
	last := map[kind]int{} // where in kept
	kept := all[:0]
	for _, f := range all {
		k := kind{f.At.Doc, f.Rule, f.Variant}
		if class := f.FixClass(); class == Safe || class == Suggested {
			kept = append(kept, f)
			continue
		}
		if count[k]++; count[k] <= mostAlike {
			last[k] = len(kept)
			kept = append(kept, f)
		}
	}
	for k, n := range count {
		if n > mostAlike {
			f := &kept[last[k]]
			args := maps.Clone(f.Args)
			if args == nil {
				args = map[string]any{}
			}
			args[moreAlike] = n - mostAlike
			f.Args = args
		}
	}
	clear(all[len(kept):])
	return kept
}
