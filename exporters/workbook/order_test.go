package workbook

import "testing"

func TestSeriesOrdered(t *testing.T) {
	const labels = `<dLbls><showVal val="0"></showVal></dLbls>`
	for name, tt := range map[string]struct{ in, want string }{
		"bars": {
			`<plotArea><barChart><barDir val="col"></barDir><ser><idx val="0"></idx>` + labels + `<invertIfNegative val="0"></invertIfNegative><cat></cat><val></val><smooth val="0"></smooth></ser><ser><val></val><idx val="1"/></ser></barChart></plotArea>`,
			`<plotArea><barChart><barDir val="col"></barDir><ser><idx val="0"></idx><invertIfNegative val="0"></invertIfNegative>` + labels + `<cat></cat><val></val></ser><ser><idx val="1"/><val></val></ser></barChart></plotArea>`,
		},
		"a pie with points": {
			`<pieChart><ser><dPt><idx val="0"/></dPt><dPt><idx val="1"/></dPt><invertIfNegative/><tx/></ser></pieChart>`,
			`<pieChart><ser><tx/><dPt><idx val="0"/></dPt><dPt><idx val="1"/></dPt></ser></pieChart>`,
		},
		"a line keeps smooth":   {`<lineChart><ser><smooth/><val/></ser></lineChart>`, `<lineChart><ser><val/><smooth/></ser></lineChart>`},
		"prefixes":              {`<c:pieChart><c:ser><c:val/><c:cat/></c:ser></c:pieChart>`, `<c:pieChart><c:ser><c:cat/><c:val/></c:ser></c:pieChart>`},
		"two kinds":             {`<barChart><ser><val/><cat/></ser></barChart><lineChart><ser><smooth/><cat/></ser></lineChart>`, `<barChart><ser><cat/><val/></ser></barChart><lineChart><ser><cat/><smooth/></ser></lineChart>`},
		"a kind without series": {`<areaChart><ser><val/><cat/></ser></areaChart>`, `<areaChart><ser><val/><cat/></ser></areaChart>`},
		"cut short":             {`<barChart><ser><val/><cat/>`, `<barChart><ser><val/><cat/>`},
	} {
		t.Run(name, func(t *testing.T) {
			if got := string(seriesOrdered([]byte(tt.in))); got != tt.want {
				t.Errorf("became %s\n    want %s", got, tt.want)
			}
		})
	}
}

func TestColumnsOrdered(t *testing.T) {
	for in, want := range map[string]string{
		`<cols><col min="10" max="10" width="3"/><col min="2" max="9" width="1"/><col min="1" max="1"/></cols><sheetData><cols/>`: `<cols><col min="1" max="1"/><col min="2" max="9" width="1"/><col min="10" max="10" width="3"/></cols><sheetData><cols/>`,
		`<worksheet><sheetData>`: `<worksheet><sheetData>`,
	} {
		if got := string(columnsOrdered([]byte(in))); got != want {
			t.Errorf("became %s\n    want %s", got, want)
		}
	}
}

func TestEmptyTexts(t *testing.T) {
	for in, want := range map[string]string{
		`<c r="A1" s="2" t="str"><f>IF(B1=&#34;&#34;,B1,C1)</f></c><c r="B1"><f>C1</f></c>`: `<c r="A1" s="2" t="str"><f>IF(B1=&#34;&#34;,B1,C1)</f><v></v></c><c r="B1"><f>C1</f></c>`,
		`<c r="A1" t="str"><f>B1</f><v>x</v></c>`:                                           `<c r="A1" t="str"><f>B1</f><v>x</v></c>`,
	} {
		if got := string(emptyTexts([]byte(in))); got != want {
			t.Errorf("became %s\n    want %s", got, want)
		}
	}
}
