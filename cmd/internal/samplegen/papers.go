package samplegen

import (
	"strings"

	"riskbok/cmd/internal/proceedings"
)

const headSize, bodySize = 12, 11

// The lines of papers.
func heading(text string) proceedings.Block {
	return proceedings.Block{Cells: []proceedings.Cell{{Text: text}}, Size: headSize, Bold: true, Before: 14}
}

func paragraph(text string) proceedings.Block {
	return proceedings.Block{Cells: []proceedings.Cell{{Text: text}}, Size: bodySize, Before: 6}
}

func newPage(b proceedings.Block) proceedings.Block { b.NewPage = true; return b }

// strips are the head and foot of a board's papers.
func strips(board, kind, date string) (head, foot []proceedings.Strip) {
	return []proceedings.Strip{{Left: "Storvik-Åby kommun", Middle: kind, Right: "Sida {page} ({pages})"}, {Left: board, Right: date}},
		[]proceedings.Strip{{Left: "Justerandes sign", Right: "Utdragsbestyrkande"}}
}

// matter is one item of a paper.
type matter struct {
	title, number        string
	proposal, background string
	decision, told       []string
}

// meetingBook is what Lokalnämnden was sent before its meeting in November 2025: the
// agenda and a memo for each matter.
func meetingBook() ([]byte, error) {
	p := &proceedings.Paper{}
	p.Head, p.Foot = strips("Lokalnämnden", "KALLELSE", "2025-11-20")
	p.Foot = nil
	p.Blocks = append(p.Blocks, heading("Kallelse till Lokalnämndens sammanträde den 20 november 2025"), paragraph("Plats: Sammanträdesrum Linden, Kommunhuset"), heading("Ärenden"))
	for i, m := range bookMatters {
		p.Blocks = append(p.Blocks, paragraph(itoa(i+1)+". "+m.title))
	}
	for i, m := range bookMatters {
		p.Blocks = append(p.Blocks, newPage(heading("Ärende "+itoa(i+1))), heading(m.title), paragraph("Dnr "+m.number))
		p.Blocks = append(p.Blocks, heading("Förslag till beslut"), paragraph(m.proposal), heading("Sammanfattning av ärendet"), paragraph(m.background))
	}
	return proceedings.PDF(p), nil
}

var bookMatters = []matter{
	{title: "Internkontrollplan 2026", number: "LN 2025/41", proposal: "Lokalnämnden antar internkontrollplanen för 2026.",
		background: "Förvaltningen har gått igenom nämndens risker tillsammans med arbetsutskottet. Fukten i Ängens förskola är fortfarande den största risken. En ny risk gäller radon i lokaler som har byggts om."},
	{title: "Uppföljning av internkontrollplan 2025", number: "LN 2024/52", proposal: "Lokalnämnden godkänner uppföljningen och lägger den till handlingarna.",
		background: "Åtgärderna är genomförda utom stickproven av nycklar, som har skjutits upp till januari."},
	{title: "Hyror för föreningslokaler 2026", number: "LN 2025/38", proposal: "Lokalnämnden fastställer hyrorna för föreningslokaler från den 1 januari 2026.",
		background: "Hyrorna räknas upp med index. En lokal på 60 kvadratmeter kostar 1 450 kronor i månaden."},
}

// budgetPaper is Torgnämnden's budget for 2026, whose sum is 100 tkr too small.
func budgetPaper() ([]byte, error) {
	p := &proceedings.Paper{}
	p.Head, p.Foot = strips("Torgnämnden", "BUDGET 2026", "2025-12-04")
	p.Foot = nil
	p.Blocks = append(p.Blocks, heading("Driftbudget 2026"), paragraph("Nämnd: Torgnämnden"), paragraph("Belopp i tkr"), paragraph(" "))
	for i, row := range [][4]string{
		{"Verksamhet", "Bokslut 2024", "Budget 2025", "Budget 2026"},
		{"Torg och marknad", "2 140", "2 200", "2 310"}, {"Saluhallen", "3 905", "4 050", "4 120"},
		{"Vinterväghållning", "1 260", "1 300", "1 480"}, {"Administration", "870", "900", "910"},
		{"Summa", "8 175", "8 450", "8 720"},
	} {
		b := proceedings.Block{Size: bodySize, Table: true, Bold: i == 0}
		for col, text := range row {
			b.Cells = append(b.Cells, proceedings.Cell{Text: text, At: []float64{4, 174, 269, 364}[col]})
		}
		p.Blocks = append(p.Blocks, b)
	}
	return proceedings.PDF(p), nil
}

// scannedMinutes are Torgnämnden's minutes of December 2025 as a program recognized
// them in a scan: letters differ, and a § became another mark.
func scannedMinutes() ([]byte, error) {
	p := &proceedings.Paper{}
	p.Head, p.Foot = strips("Torgnämnden", "SAMMANTRÄDESPROTOKOLL", "2025-12-04")
	for i, m := range minuteMatters {
		b := heading("§ " + itoa(61+i))
		if i == 0 {
			b.NewPage = true
		}
		p.Blocks = append(p.Blocks, b, heading(m.title), paragraph("Dnr "+m.number), heading("Torgnämndens beslut"))
		for _, d := range m.decision {
			p.Blocks = append(p.Blocks, paragraph(d))
		}
		p.Blocks = append(p.Blocks, heading("Sammanfattning av ärendet"), paragraph(m.background), heading("Beslutet skickas till"))
		for _, to := range m.told {
			p.Blocks = append(p.Blocks, paragraph(to))
		}
	}
	noise := strings.NewReplacer("§ 62", "8 62", "§ 64", "$ 64", "rn", "m", "skickas", "skiclkas", "Vinter", "Vlnter", "kronor", "kron0r")
	for i := range p.Blocks {
		for j := range p.Blocks[i].Cells {
			p.Blocks[i].Cells[j].Text = noise.Replace(p.Blocks[i].Cells[j].Text)
		}
	}
	return proceedings.PDF(p), nil
}

var minuteMatters = []matter{
	{title: "Budget 2026", number: "TN 2025/30", decision: []string{"Torgnämnden fastställer driftbudgeten för 2026."},
		background: "Ramen för 2026 är 8 820 tkr. Vinterväghållningen har fått mer, för avtalet är nytt.", told: []string{"Ekonomienheten"}},
	{title: "Internkontrollplan 2026", number: "TN 2025/33", decision: []string{"Torgnämnden antar internkontrollplanen för 2026.", "Förvaltningen får i uppdrag att redovisa åtgärderna varje tertial."},
		background: "Planen bygger på nämndens riskanalys i september. Fem risker tas upp.", told: []string{"Revisorerna", "Förvaltningschefen"}},
	{title: "Torgavgifter 2026", number: "TN 2025/28", decision: []string{"Torgavgiften är 210 kronor per plats och dag från den 1 april 2026."},
		background: "Avgiften har varit oförändrad sedan 2022.", told: []string{"Kommunfullmäktige"}},
	{title: "Avtal om vinterväghållning", number: "TN 2025/19", decision: []string{"Torgnämnden godkänner avtalet."},
		background: "Avtalet gäller i tre år och kan förlängas med ett.", told: []string{"Entreprenören"}},
}
