package files

import (
	"path"
	"slices"
	"strings"
)

// Part is a file that is in memory only. Name is its name, or for one out of a
// folder the path below where the folder lies, with forward slashes.
type Part struct {
	Name string
	Data []byte
}

// InMemory gives the set of files that are not on the disk. Those out of a folder
// are chosen as a walk chooses: lock files and hidden ones are passed over. Of two
// with one name the later is read.
func InMemory(parts []Part) *Set {
	set := &Set{}
	at := map[string]int{}
	for _, p := range parts {
		folders := strings.Split(p.Name, "/")
		name := folders[len(folders)-1]
		switch {
		case isLock(name):
			set.Locks = append(set.Locks, p.Name)
			continue
		case len(folders) > 1 && slices.ContainsFunc(folders, isHidden):
			continue
		}
		in := Input{Name: p.Name, Rel: path.Clean(p.Name), Named: len(folders) == 1, Content: p.Data}
		if in.Content == nil {
			in.Content = []byte{}
		}
		if i, ok := at[p.Name]; ok {
			set.Inputs[i] = in
			continue
		}
		at[p.Name] = len(set.Inputs)
		set.Inputs = append(set.Inputs, in)
	}
	return set
}

// PartName gives the name of a part from one that came from elsewhere: without
// the name of a disk, without steps that lead up, and with every part of the path
// such as a disk would take.
func PartName(name string) string { return safePath(name) }
