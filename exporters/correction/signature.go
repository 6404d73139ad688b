package correction

import (
	"path"
	"strings"
)

// dropSignatures removes the digital signatures of a workbook (ECMA-376 part 2,
// chapter 12), which a changed workbook no longer has, with their relations and
// content types. It reports whether there were any.
func (w *workbook) dropSignatures() (bool, error) {
	const folder = "_xmlsignatures/"
	found := false
	for _, f := range w.files {
		if strings.HasPrefix(fold(f.Name), folder) && !isFolder(f.Name) {
			w.remove(f.Name)
			found = true
		}
	}
	related, err := w.relations("")
	if err != nil {
		return found, err
	}
	for _, r := range related {
		if strings.HasPrefix(r.kind, "origin") && strings.Contains(r.target, "sig") && w.has(r.target) {
			w.remove(r.target)
			w.remove(relationsOf(r.target))
			found = true
		}
	}
	if !found {
		return false, nil
	}
	gone := func(name string) bool {
		key := fold(name)
		return strings.HasPrefix(key, folder) || w.removed[key]
	}
	for _, list := range []struct{ name, attr string }{{typesPart, "PartName"}, {relationsOf(""), "Target"}} {
		data, err := w.read(list.name)
		if err != nil {
			return true, err
		}
		w.set(list.name, dropEntries(data, func(t tag) bool {
			target := t.attr(list.attr)
			extension := t.name == "Default" && strings.EqualFold(t.attr("Extension"), "sigs")
			return extension || target != "" && gone(path.Clean(target))
		}))
	}
	return true, nil
}
