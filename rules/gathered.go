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
// sorted; some of them may stand for more already.
func gathered(all []Finding) []Finding {
	type kind struct {
		doc           int32
		rule, variant string
	}
	type alike struct{ told, more, last int } // last: where the last one told is in kept
	of := map[kind]*alike{}
	kept := all[:0]
	for _, f := range all {
		if class := f.FixClass(); class == Safe || class == Suggested {
			kept = append(kept, f)
			continue
		}
		k := kind{f.At.Doc, f.Rule, f.Variant}
		n := of[k]
		if n == nil {
			n = &alike{}
			of[k] = n
		}
		n.more += f.standsForMore()
		if n.told == mostAlike {
			n.more++
			continue
		}
		n.told, n.last = n.told+1, len(kept)
		kept = append(kept, f)
	}
	for _, n := range of {
		if n.more > 0 {
			kept[n.last].withArg(moreAlike, n.more)
		}
	}
	clear(all[len(kept):])
	return kept
}

// standsForMore gives how many findings beside itself a finding stands for, and makes it
// stand for none.
func (f *Finding) standsForMore() int {
	n, is := f.Args[moreAlike].(int)
	if is {
		f.Args = maps.Clone(f.Args)
		delete(f.Args, moreAlike)
	}
	return n
}

// withArg sets an argument that no other finding is to have.
func (f *Finding) withArg(name string, v any) {
	args := maps.Clone(f.Args)
	if args == nil {
		args = map[string]any{}
	}
	args[name] = v
	f.Args = args
}
