package budget

import (
	"fmt"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// page makes a page from lines of text, 14 points apart; an empty line is a
// gap, "#" before a line makes it a heading in larger letters.
func page(number int, lines string) grid.Page {
	p := grid.Page{Number: number, Place: int32(number - 1), Width: 595, Height: 842}
	y := float32(800)
	for line := range strings.Lines(strings.Trim(lines, "\n")) {
		line = strings.TrimRight(line, "\n")
		size := float32(11)
		if rest, ok := strings.CutPrefix(line, "#"); ok {
			line, size = rest, 16
		}
		y -= size + 3
		if line == "" {
			continue
		}
		at := model.Source{Place: p.Place, Row: int32(len(p.Lines) + 1), Box: model.Rect{X0: 60, Y0: y, X1: 400, Y1: y + size}}
		p.Lines = append(p.Lines, grid.Line{Text: line, Size: float64(size), At: at})
	}
	return p
}

// below makes a table that stands on a page under the lines from one on, and
// marks no line as its own: tables have no lines of running text.
func below(p grid.Page, from int, name, text string) grid.Table {
	t := sheet(name, text)
	for _, l := range p.Lines[from:] {
		t.Above = append(t.Above, grid.Cell{Text: l.Text, Kind: grid.Text, At: l.At})
	}
	t.Place = p.Place
	last := p.Lines[len(p.Lines)-1].At.Box
	for r := range t.Rows {
		for c := range t.Rows[r] {
			y := last.Y0 - 20 - float32(14*r)
			t.Rows[r][c].At.Place = p.Place
			t.Rows[r][c].At.Box = model.Rect{X0: 60, Y0: y, X1: 400, Y1: y + 12}
		}
	}
	return t
}

func readPages(tables []grid.Table, pages ...grid.Page) (*model.Document, []model.Budget, []model.Allocation) {
	doc := &model.Document{File: "kallelse.pdf", Kind: model.KindPDF}
	for _, p := range pages {
		doc.Places = append(doc.Places, model.Place{File: doc.File, Page: p.Number})
	}
	budgets, allocations := Read(doc, tables, pages, config.BudgetWords(), nil)
	return doc, budgets, allocations
}

const parties = `
 | 2026 | 2027
Norrviks kommun | 4 120,0 | 4 380,5
Österås kommun | 2 310,0 | 2 415,0
Total | 6 430,0 | 6 795,5`

func TestCaptions(t *testing.T) {
	p := page(1, `
Hamnnämnden

#Verksamhetsplan 2027

#Driftbudget
Licensen kostade 40 tkr mer än väntat under de
månader som belastade året.

Budget med ny kran. Ökningen tas
ur investeringsramen.`)
	q := page(2, `
Tidigare budget utan ny kran. Med den kan
hamnen inte ta emot fler fartyg.`)
	first := below(p, 0, "Driftbudget", parties)
	second := below(q, 0, "Tidigare budget utan ny kran. Med den kan", strings.Replace(parties, "4 380,5", "4 300,0", 1))
	_, budgets, _ := readPages([]grid.Table{first, second}, p, q)
	var got string
	for i := range budgets {
		got += strings.SplitN(shown(&budgets[i]), "\n", 2)[0] + "\n"
	}
	compare(t, "captions", got, `
Driftbudget/Budget med ny kran. Ökningen tas ur investeringsramen./1 tkr 1 Hamnnämnden 2027 {0 0}
Driftbudget/Tidigare budget utan ny kran. Med den kan hamnen inte ta emot fler fartyg./2 tkr 1 Hamnnämnden 2027 {0 0}`)
}

func TestOwnerAndPeriod(t *testing.T) {
	p := page(1, `
#Hamnnämndens rapport till kommunstyrelsen, januari−augusti 2026
#Uppföljning`)
	table := below(p, 0, "Uppföljning", `
mnkr | Budget | Utfall | Avvikelse
Intäkter | 5,9 | 6,2 | 0,3`)
	_, budgets, _ := readPages([]grid.Table{table}, p)
	if len(budgets) != 1 || budgets[0].Board != "Hamnnämnden" || budgets[0].Period != (model.Period{From: 1, To: 8}) || budgets[0].Year != 2026 {
		t.Errorf("read %+v", budgets)
	}
}

// TestPrintedLines: a table that is nothing but lines of text.
func TestPrintedLines(t *testing.T) {
	_, budgets, _ := readPages(nil, page(1, `
Budget, belopp i tkr
2026 2027
Norrviks kommun 4 120,0 4 380,5
Österås kommun 2 310,0 2 415,0
Total 6 430,0 6 795,5
Beslutet skickas till kommunerna.`), page(2, `
Sammanträden 2026 2027
Norrvik 3 4
Österås 2 1`))
	var got string
	for i := range budgets {
		got += shown(&budgets[i])
	}
	compare(t, "lines", got, `
Budget, belopp i tkr//0 tkr 1  2027 {0 0}
2026:year:2026:0-0
2027:year:2027:0-0
Norrviks kommun:party 4120.0 4380.5
Österås kommun:party 2310.0 2415.0
Total::total 6430.0 6795.5`)
	_, budgets, _ = readPages(nil, page(1, `
Ekonomi i tkr
Budget 2026 Utfall 2026
Intäkter 1 205 1 300
Kostnader -1 205 -1 290`))
	if len(budgets) != 1 || len(budgets[0].Columns) != 2 || budgets[0].Columns[1].Role != model.RoleOutcome || budgets[0].Lines[1].Amounts[1].V.String() != "-1290" {
		t.Errorf("read %+v", budgets)
	}
}

func TestShares(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"list", `
#Uppföljning
Den nya licensen är inte budgeterad och uppgår till totalt 569 tkr med följande
kostnadsökning per kommun

• Norrvik 284 tkr
• Österås 257 tkr
• Sunnanå 28 tkr`, "569 tkr: Norrvik 284 tkr, Österås 257 tkr, Sunnanå 28 tkr"},
		{"list with colons and no units", "Kostnaden, sammanlagt 1 250 tkr, fördelas så här:\nNorrviks kommun: 1 000\nÖsterås kommun: 250", "1250 tkr: Norrviks kommun 1000 tkr, Österås kommun 250 tkr"},
		{"list with dashes and a total", "Totalt 3.427 tkr delas mellan parterna:\n- Norrvik – 2.000 tkr\n- Österås – 1.427 tkr\n- Totalt 3.427 tkr", "3427 tkr: Norrvik 2000 tkr, Österås 1427 tkr"},
		{"sentence", "Kostnaden är totalt 569 tkr och fördelas på Norrvik 284 tkr, Österås kommun 257 tkr och Sunnanå 28 tkr. Den belastar 2026.", "569 tkr: Norrvik 284 tkr, Österås kommun 257 tkr, Sunnanå 28 tkr"},
		{"sentence over lines", "Kostnaden är totalt 1,2 mnkr och fördelas på\nNorrvik (700 tkr) och Österås (500 tkr).", "1.2 mnkr: Norrvik 700 tkr, Österås 500 tkr"},
		{"total after the amount", "Parterna betalar 90 kr totalt, fördelat på Norrvik 60 kr och Österås 30 kr.", "90 kr: Norrvik 60 kr, Österås 30 kr"},
		{"some parts only", "Kostnaden är totalt 569 tkr, varav Norrvik 284 tkr och Österås 100 tkr.", ""},
		{"for example", "Totalt 569 tkr fördelas, bland annat på licenser 200 tkr och servrar 100 tkr.", ""},
		{"some parties only", "Totalt 569 tkr fördelas mellan bland annat Norrvik 200 tkr och Österås 100 tkr.", ""},
		{"no division", "Budgeten minskar med totalt 3.427 tkr. Licenser kostade 600 tkr och servrar 200 tkr.", ""},
		{"one part", "Totalt 569 tkr fördelas så här:\n- Norrvik 569 tkr", ""},
		{"no total", "Kostnaden 569 tkr fördelas så här:\n- Norrvik 284 tkr\n- Österås 285 tkr", ""},
		{"amounts before the parties", "Kostnaden är totalt 950 tkr och fördelas med 400 tkr till Norrvik, 300 tkr till\nÖsterås kommun och 250 tkr till Sunnanå. Den belastar 2026.", "950 tkr: Norrvik 400 tkr, Österås kommun 300 tkr, Sunnanå 250 tkr"},
		{"amounts before what they are for", "Kostnaden är totalt 1 250 tkr och fördelas med 800 tkr till personal, 300 tkr till lokaler och 150 tkr till utbildning.", "1250 tkr: personal 800 tkr, lokaler 300 tkr, utbildning 150 tkr"},
		{"divided, in one sentence", "Kostnaden för kursen, 1 200 tkr, fördelas på Norrvik 700 tkr och Österås 500 tkr.", "1200 tkr: Norrvik 700 tkr, Österås 500 tkr"},
		{"amounts for unlike things", "Kostnaden är totalt 950 tkr och fördelas med 400 tkr till Norrvik och 300 tkr på två år.", ""},
		{"a sentence that is not seen to its end", "Kostnaden är totalt 950 tkr och fördelas på Norrvik 400 tkr,\nÖsterås kommun 300 tkr,\nSunnanå 50 tkr,\nAlnäs 50 tkr,\nBerga 50 tkr,\nEkeby 50 tkr,\nLund 20 tkr,\nStrand 30 tkr.", ""},
		{"another list", "Totalt 569 tkr kostade det.\n\nÄrenden\nNorrvik 284 tkr\nÖsterås 257 tkr", ""},
		{"list of dates", "Nämnden sammanträder totalt 2 gånger enligt följande:\n- Måndag 9 februari\n- Måndag 9 november", ""},
	} {
		_, _, allocations := readPages(nil, page(1, tt.text))
		var got []string
		for _, a := range allocations {
			var shares []string
			for _, s := range a.Shares {
				shares = append(shares, fmt.Sprintf("%s %s %s", s.Party.V, s.Amount.V, s.Unit))
			}
			got = append(got, fmt.Sprintf("%s %s: %s", a.Total.V, a.Unit, strings.Join(shares, ", ")))
		}
		if strings.Join(got, "; ") != tt.want {
			t.Errorf("%s: read %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestSharesOnSheets: the same sentence in a workbook's cells.
func TestSharesOnSheets(t *testing.T) {
	_, _, allocations := read(sheet("Text", "Licensen kostar totalt 30 tkr, fördelat så här:\nNorrvik: 20 tkr\nÖsterås: 10 tkr"), sheet("Cell", `Totalt 30 tkr fördelas:\n- Norrvik 20 tkr\n- Österås 10 tkr`))
	if len(allocations) != 2 {
		t.Fatalf("read %d allocations", len(allocations))
	}
	for i, want := range []string{"A3", "A1"} {
		if a := allocations[i]; a.Shares[1].Amount.At.Cell() != want || a.Shares[1].Amount.V.String() != "10" {
			t.Errorf("allocation %d: %+v", i, a)
		}
	}
}

func TestSharesYearAndBoard(t *testing.T) {
	p := page(1, `
Hamnnämndens rapport januari−augusti 2026
Licensen kostar totalt 30 tkr, fördelat så här:
- Norrvik 20 tkr
- Österås 10 tkr
Uppföljning`)
	_, _, allocations := readPages([]grid.Table{below(p, 0, "Uppföljning", "mnkr | Budget | Utfall\nIntäkter | 5,9 | 6,2")}, p)
	if len(allocations) != 1 || allocations[0].Year != 2026 || allocations[0].Board != "Hamnnämnden" {
		t.Errorf("read %+v", allocations)
	}
}

// TestBoardsBelow: headings that come again below the name of a board are those of its
// own table, below another line those of a further page.
func TestBoardsBelow(t *testing.T) {
	for title, want := range map[string]int{"Parknämnden": 2, "Parker": 1} {
		p := page(1, "#Budget 2032 (tkr)\nHamnnämnden")
		_, budgets, _ := readPages([]grid.Table{below(p, 0, "Hamnnämnden", "Post | 2031 | 2032\nKajer | 400 | 410\nBojar | 90 | 95\nSumma | 490 | 505\n"+
			title+" | | \nPost | 2031 | 2032\nTräd | 40 | 41\nGator | 9 | 9\nSumma | 49 | 50")}, p)
		if len(budgets) != want {
			t.Fatalf("%s: %d budgets, expected %d", title, len(budgets), want)
		}
		if want == 2 && (len(budgets[0].Lines) != 3 || len(budgets[1].Lines) != 3 || budgets[1].Board != "Parknämnden") {
			t.Errorf("%s: %d and %d lines, the second of %q", title, len(budgets[0].Lines), len(budgets[1].Lines), budgets[1].Board)
		}
	}
}
