package proceedings

import "strings"

// front prints what stands before the first item.
func (c *composer) front() {
	f := c.f
	pair := func(label, value string) {
		b := text("").gap(6)
		b.Cells = []Cell{{Text: label}, {Text: value, At: 140}}
		c.add(b)
	}
	if f.Front == NoFront || f.Front == Short {
		return
	}
	pair("Plats och tid", "Kajsalen, måndagen den 19 maj 2031, kl. 13.00–15.20")
	if !f.Summons {
		pair("Beslutande", "Ada Holm (A), ordförande")
		for _, name := range []string{"Bo Strand (A)", "Cia Vik (B)", "Dan Ö (C)"} {
			b := text("")
			b.Cells = []Cell{{Text: name, At: 140}}
			c.add(b)
		}
		pair("Övriga deltagande", "Eva Näs, förvaltningschef")
		pair("Utses att justera", "Bo Strand")
		last := c.answer.Items[len(c.answer.Items)-1]
		pair("Paragrafer", digits(c.answer.Items[0].Number)+"–"+digits(last.Number))
		pair("Underskrifter", "Sekreterare ........................")
	} else {
		pair("Ordförande", "Ada Holm")
		pair("Sekreterare", "Eva Näs")
	}
	switch f.Front {
	case Contents, Agenda:
		heading := "Innehåll"
		if f.Summons {
			heading = "Ärenden"
		}
		c.add(text(heading).weigh(Bold).gap(16))
		for i := range c.answer.Items {
			it := &c.answer.Items[i]
			line := it.Number + " " + it.Title
			if f.Front == Contents {
				line += " " + strings.Repeat(".", max(4, 80-len(line))) + " " + digits(string(rune('2'+i)))
			}
			c.add(text(line).gap(3))
		}
	case Listing:
		row := func(bold bool, cells ...string) {
			b := text("")
			b.Table, b.Bold, b.Size = true, bold, 9
			for i, s := range cells {
				b.Cells = append(b.Cells, Cell{Text: s, At: []float64{4, 40, 290, 370}[i]})
			}
			c.add(b)
		}
		c.add(text("Föredragningslista").weigh(Bold).gap(16))
		row(true, "Nr", "Ärende", "Diarienr", "Föredragande")
		for i := range c.answer.Items {
			it := &c.answer.Items[i]
			title := it.Title
			if len(title) > 48 {
				title = title[:strings.LastIndexByte(title[:48], ' ')]
			}
			row(false, digits(it.Number), title, it.Case, "Eva Näs")
		}
	}
}

// digits gives the first number in a text.
func digits(s string) string {
	begin := strings.IndexAny(s, "0123456789")
	if begin < 0 {
		return ""
	}
	end := begin
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	return s[begin:end]
}
