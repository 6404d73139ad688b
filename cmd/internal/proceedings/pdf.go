package proceedings

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"riskbok/importers/pdf/fonts"
	"riskbok/importers/pdf/pdftest"
)

// PDF prints a paper at once, in Helvetica.
func PDF(p *Paper) []byte {
	c := &canvas{paper: p}
	c.turn()
	for i := range p.Blocks {
		c.block(&p.Blocks[i])
	}
	for i := range c.pages {
		c.furniture(i)
	}
	var contents []string
	for _, b := range c.pages {
		contents = append(contents, b.String())
	}
	return pdftest.Pages(contents, "")
}

// canvas sets blocks on pages, from the top.
type canvas struct {
	paper *Paper
	pages []*strings.Builder
	y     float64 // the baseline above
}

func (c *canvas) turn() {
	c.pages = append(c.pages, &strings.Builder{})
	c.y = pageHeight - marginTop
}

func (c *canvas) block(b *Block) {
	if b.NewPage && c.y < pageHeight-marginTop {
		c.turn()
	}
	if c.y < pageHeight-marginTop {
		c.y -= b.Before
	}
	if len(b.Cells) == 1 && !b.Cells[0].Right {
		room := textWidth - b.Indent
		if b.Room > 0 {
			room = b.Room
		}
		for i, line := range wrap(b.Cells[0].Text, b.Size, b.Bold, room) {
			cells := []Cell{{Text: line, At: b.Indent + b.Cells[0].At}}
			if i == 0 && b.Beside != "" {
				cells = append(cells, Cell{Text: b.Beside, Right: true})
			}
			c.line(b, cells)
			if i == 0 && b.Label != "" {
				show(c.pages[len(c.pages)-1], b.Label, marginSide, c.y, b.Size, b.LabelBold)
			}
		}
		return
	}
	c.line(b, b.Cells)
}

func (c *canvas) line(b *Block, cells []Cell) {
	pitch := 1.22 * b.Size
	if b.Table {
		pitch = 1.7 * b.Size
	}
	if c.y-pitch < marginFoot {
		c.turn()
	}
	c.y -= pitch
	page := c.pages[len(c.pages)-1]
	for i, cell := range cells {
		x := marginSide + cell.At
		if cell.Right {
			x = pageWidth - marginSide - width(cell.Text, b.Size, b.Bold)
		}
		show(page, cell.Text, x, c.y+b.Rise, b.Size, b.Bold)
		if b.Table {
			end := float64(textWidth)
			if i+1 < len(cells) {
				end = cells[i+1].At
			}
			fmt.Fprintf(page, "0.5 w %.1f %.1f %.1f %.1f re S\n", x-4, c.y-0.4*b.Size, end-cell.At, pitch)
		}
	}
}

func (c *canvas) furniture(page int) {
	number := strings.NewReplacer("{page}", strconv.Itoa(page+1), "{pages}", strconv.Itoa(len(c.pages)))
	strips := func(list []Strip, y float64) {
		for _, s := range list {
			b := c.pages[page]
			show(b, number.Replace(s.Left), marginSide, y, 10, false)
			middle := number.Replace(s.Middle)
			show(b, middle, 300-width(middle, 10, false)/2, y, 10, false)
			right := number.Replace(s.Right)
			show(b, right, pageWidth-marginSide-width(right, 10, false), y, 10, false)
			y -= 13
		}
	}
	strips(c.paper.Head, pageHeight-45)
	strips(c.paper.Foot, 55)
}

func show(b *strings.Builder, s string, x, y, size float64, bold bool) {
	if s == "" {
		return
	}
	font := "F1"
	if bold {
		font = "F2"
	}
	enc, err := charmap.Windows1252.NewEncoder().String(s)
	if err != nil {
		panic(fmt.Sprintf("%q: %v", s, err))
	}
	enc = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(enc)
	fmt.Fprintf(b, "BT /%s %.1f Tf %.1f %.1f Td (%s) Tj ET\n", font, size, x, y, enc)
}

// boldWider is how much wider Helvetica's bold is than its plain face.
const boldWider = 1.06

func width(s string, size float64, bold bool) float64 {
	w := 0.0
	for _, r := range s {
		w += fonts.PlainWidth(r) * size
	}
	if bold {
		w *= boldWider
	}
	return w
}

func wrap(s string, size float64, bold bool, room float64) []string {
	var out []string
	line := ""
	for _, word := range strings.Fields(s) {
		if next := strings.TrimSpace(line + " " + word); line == "" || width(next, size, bold) <= room {
			line = next
			continue
		}
		out, line = append(out, line), word
	}
	return append(out, line)
}
