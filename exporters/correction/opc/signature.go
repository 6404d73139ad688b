package opc

import (
	"path"
	"strings"
)

// DropSignatures removes the digital signatures of a package (ECMA-376 part 2,
// chapter 12), which a changed package no longer has, with their relations and
// content types. It reports whether there were any.
func (a *Package) DropSignatures() (bool, error) {
	const folder = "_xmlsignatures/"
	found := false
	for _, f := range a.files {
		if strings.HasPrefix(Fold(f.Name), folder) && !isFolder(f.Name) {
			a.Remove(f.Name)
			found = true
		}
	}
	related, err := a.Relations("")
	if err != nil {
		return found, err
	}
	for _, r := range related {
		if strings.HasPrefix(r.Kind, "origin") && strings.Contains(r.Target, "sig") && a.Has(r.Target) {
			a.Remove(r.Target)
			a.Remove(RelationsOf(r.Target))
			found = true
		}
	}
	if !found {
		return false, nil
	}
	gone := func(name string) bool {
		key := Fold(name)
		return strings.HasPrefix(key, folder) || a.removed[key]
	}
	for _, list := range []struct{ name, attr string }{{TypesPart, "PartName"}, {RelationsOf(""), "Target"}} {
		if err := a.DropEntries(list.name, func(t Tag) bool {
			target := t.Attr(list.attr)
			extension := t.Name == "Default" && strings.EqualFold(t.Attr("Extension"), "sigs")
			return extension || target != "" && gone(path.Clean(target))
		}); err != nil {
			return true, err
		}
	}
	return true, nil
}
