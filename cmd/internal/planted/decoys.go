package planted

import (
	"fmt"
	"math/rand/v2"
	"strconv"
)

// Decoy is a workbook of the kinds that lie beside control plans in a board's
// folder and hold no risk at all.
type Decoy struct {
	Name string
	Data []byte
}

// decoyKind is one kind of such a sheet: its title, headings and what stands
// below each.
type decoyKind struct {
	name     string
	titles   []string
	headings []string
	columns  []func(r *rand.Rand, row int) Cell
}

// Decoys makes n workbooks without risks, of all kinds in turn.
func Decoys(seed uint64, n int) ([]Decoy, error) {
	out := make([]Decoy, 0, n)
	for i := range n {
		r := rand.New(rand.NewPCG(seed, uint64(i)))
		kind := decoyKinds[i%len(decoyKinds)]
		sheets := []*canvas{kind.draw(r, "Blad1")}
		if r.IntN(3) == 0 {
			sheets = append(sheets, pick(r, decoyKinds).draw(r, "Blad2"))
		}
		data, err := workbook(sheets)
		if err != nil {
			return nil, err
		}
		out = append(out, Decoy{Name: fmt.Sprintf("%s-%d.xlsx", kind.name, i), Data: data})
	}
	return out, nil
}

func (k decoyKind) draw(r *rand.Rand, name string) *canvas {
	c := newCanvas(name)
	row, col := 1+r.IntN(3), 1+r.IntN(3)
	c.head(row, col, pick(r, k.titles)+fmt.Sprintf(" %d", 2024+r.IntN(4)))
	row++
	if r.IntN(2) == 0 {
		c.text(row, col, "Nämnd: "+boardName(r))
		row++
	}
	if r.IntN(2) == 0 {
		c.text(row, col, "Upprättad: 2025-09-"+strconv.Itoa(10+r.IntN(19)))
		row++
	}
	row += r.IntN(3)
	for j, h := range k.headings {
		c.head(row, col+j, h)
		c.widths[col+j] = 18
	}
	for i := range 5 + r.IntN(20) {
		for j, cell := range k.columns {
			if v := cell(r, i+1); v.Text != "" {
				c.cells[spot{row + 1 + i, col + j}] = v
			}
		}
	}
	return c
}

func number(_ *rand.Rand, row int) Cell   { return Cell{Text: strconv.Itoa(row), Number: true} }
func lettered(_ *rand.Rand, row int) Cell { return Cell{Text: fmt.Sprintf("A%d", row)} }

func amount(top int) func(*rand.Rand, int) Cell {
	return func(r *rand.Rand, _ int) Cell { return Cell{Text: strconv.Itoa(1 + r.IntN(top)), Number: true} }
}

func oneOf(list ...string) func(*rand.Rand, int) Cell {
	return func(r *rand.Rand, _ int) Cell { return Cell{Text: pick(r, list)} }
}

func day(r *rand.Rand, _ int) Cell {
	return Cell{Text: fmt.Sprintf("2026-%02d-%02d", 1+r.IntN(12), 1+r.IntN(28))}
}

func weekday(_ *rand.Rand, row int) Cell {
	return Cell{Text: []string{"måndag", "tisdag", "onsdag", "torsdag", "fredag"}[row%5]}
}

func action(r *rand.Rand, _ int) Cell { return Cell{Text: measureText(r)} }

var (
	goods   = oneOf("Förtöjningslina 20 m", "Flytväst, vuxen", "Kopieringspapper A4", "Bryggbom", "Gungsits", "Strålkastare LED", "Sandlådesand, ton")
	places  = oneOf("Norra kajen", "Förrådet", "Kontorshuset", "Gästhamnen", "Sammanträdesrum Fyren")
	owner   = oneOf(owners...)
	status  = oneOf("Klar", "Pågår", "Ej påbörjad", "Försenad")
	account = oneOf("Personal", "Lokaler", "Material", "Köpta tjänster", "Avgifter", "Kapitalkostnad")
	goals   = oneOf("Nöjda båtgäster", "Trygga lekplatser", "Kort handläggningstid", "Lägre energianvändning")
)
