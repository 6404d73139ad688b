package excel

import (
	"riskbok/importers/excel/xmlscan"
	"riskbok/importers/grid"
)

// themeOrder are the elements of a colour scheme in the order that a colour's
// theme attribute counts them: the part itself has dark before light
// (ECMA-376 part 1, 20.1.6.2), which every program that writes it reads so.
var themeOrder = [...]string{"lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"}

// readTheme gives the colours of a theme part, in themeOrder. A fault ends
// them early and is returned.
func readTheme(s *xmlscan.Scanner) ([]grid.Colour, error) {
	colours := make([]grid.Colour, len(themeOrder))
	at, inScheme := -1, 0
	for k := s.Next(); k != xmlscan.Done; k = s.Next() {
		switch {
		case k == xmlscan.End && inScheme > 0 && s.Depth() == inScheme:
			inScheme = 0
		case k != xmlscan.Start:
		case inScheme == 0 && s.Is("clrScheme"):
			inScheme = s.Depth()
		case inScheme == 0:
		case s.Depth() == inScheme+1:
			at = -1
			for i, name := range themeOrder {
				if s.Is(name) {
					at = i
				}
			}
		case at < 0:
		case s.Is("srgbClr"):
			colours[at], _ = parseRGB(s.Attr("val"))
		case s.Is("sysClr"):
			colours[at], _ = parseRGB(s.Attr("lastClr"))
		}
	}
	return colours, s.Err()
}
