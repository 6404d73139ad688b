package importers

import (
	"strconv"
	"testing"

	"riskbok/rules/model"
)

func TestGatherDamage(t *testing.T) {
	pages := &model.Document{}
	for i := range 40 {
		pages.Places = append(pages.Places, model.Place{Page: i + 1})
		if i != 20 {
			pages.Damage = append(pages.Damage, model.Damage{Code: "page-unreadable", At: model.Source{Place: int32(i)}})
		}
	}
	pages.Damage = append(pages.Damage, model.Damage{Code: "limit"})
	gatherDamage(pages)
	if len(pages.Damage) != 2 || pages.Damage[0].At.Place != 0 || pages.Damage[0].Args[model.MorePlaces] != "38" || pages.Damage[0].Args[model.WherePlaces] != "2–20, 22–40" {
		t.Errorf("%+v", pages.Damage)
	}
	few := &model.Document{}
	sheets := &model.Document{}
	for i := range 4900 {
		sheets.Places = append(sheets.Places, model.Place{Sheet: "Blad" + strconv.Itoa(i)})
		sheets.Damage = append(sheets.Damage, model.Damage{Code: "sheet-damaged", Args: map[string]string{"sheet": "Blad0"}, At: model.Source{Place: int32(i)}})
		if i < tolerances.tolerated {
			few.Damage = append(few.Damage, sheets.Damage[i])
		}
	}
	given := sheets.Damage[0].Args
	gatherDamage(sheets)
	const where = "Blad1, Blad2, Blad3, Blad4, Blad5, Blad6, Blad7, Blad8, Blad9, Blad10, Blad11, Blad12, …"
	if len(sheets.Damage) != 1 || sheets.Damage[0].Args["sheet"] != "Blad0" || sheets.Damage[0].Args[model.MorePlaces] != "4899" || sheets.Damage[0].Args[model.WherePlaces] != where {
		t.Errorf("%+v", sheets.Damage)
	}
	if len(given) != 1 {
		t.Errorf("the arguments that were given became %v", given)
	}
	gatherDamage(few)
	if len(few.Damage) != tolerances.tolerated {
		t.Errorf("%+v", few.Damage)
	}
}
