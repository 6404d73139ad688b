package grid

import (
	"strings"

	"riskbok/rules/model"
)

// OwnName is the defined name, hidden and local to the sheet, that marks a
// sheet which riskbok itself added to a workbook (change log, matrix, list of
// findings). Importers skip such sheets. Exporters write the same literal.
const OwnName = "_riskbok_own"

// CollectedName is the defined name, hidden and local to the sheet, that marks a
// sheet which riskbok gave one owner to fill in. Exporters write the same
// literal.
const CollectedName = "_riskbok_collected"

// AsideName is the defined name, hidden and local to the sheet, of the cells that
// riskbok added beside what a sheet is about, such as where an amount was read.
// Importers pass over them. Exporters write the same literal.
const AsideName = "_riskbok_aside"

// OwnTitles are the titles of sheets that riskbok adds, as they stand both on
// the tab and in cell A1. A sheet with the same one of them in both places is
// riskbok's own even where a program dropped its defined name.
var OwnTitles = []string{"Ändringslogg", "Change log"}

// OwnTitle reports whether the tab ("Ändringslogg", or "Ändringslogg (2)"
// beside a sheet of the user's own) and the text of cell A1 say that riskbok
// added the sheet.
func OwnTitle(tab, a1 string) bool {
	base, _, _ := strings.Cut(model.Clean(tab), " (")
	for _, title := range OwnTitles {
		if base == title && model.Clean(a1) == title {
			return true
		}
	}
	return false
}
