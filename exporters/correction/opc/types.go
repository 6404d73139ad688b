package opc

import (
	"fmt"
	"strings"
)

// TypesPart is the part that tells the types of all others.
const TypesPart = "[Content_Types].xml"

// AddType makes one part known to the content types. It fails where the part of the
// types cannot be read or is damaged.
func (a *Package) AddType(part, contentType string) error {
	return a.addToTypes(fmt.Sprintf(`Override PartName="/%s" ContentType="%s"`, Escape(part), contentType))
}

// AddDefaultType makes the parts of an extension known to the content types. It fails
// as [Package.AddType] does.
func (a *Package) AddDefaultType(extension, contentType string) error {
	types, err := a.Read(TypesPart)
	if err != nil {
		return err
	}
	for t := range Tags(types) {
		if t.Name == "Default" && strings.EqualFold(t.Attr("Extension"), extension) {
			return nil
		}
	}
	return a.addToTypes(fmt.Sprintf(`Default Extension="%s" ContentType="%s"`, extension, contentType))
}

func (a *Package) addToTypes(element string) error {
	types, err := a.Read(TypesPart)
	if err != nil {
		return err
	}
	if types, err = appendChild(types, "Types", element); err != nil {
		return fmt.Errorf("%s: %w", TypesPart, err)
	}
	a.Set(TypesPart, types)
	return nil
}

// FreePart gives a part name that is not taken, with the lowest number.
func (a *Package) FreePart(pattern string) string {
	for n := 1; ; n++ {
		if part := fmt.Sprintf(pattern, n); !a.Has(part) {
			return part
		}
	}
}
