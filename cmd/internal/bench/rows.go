package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"
)

// row is a line of the table: one piece of work, riskbok's program and the
// other's.
type row struct {
	work, against string
	ours, peer    program
	times         int
	wall          bool // the time that passes counts, not the processor's
	difference    bool // the difference in milliseconds counts, not the ratio
	growth        string
	size          int
	limit         limit
}

// limit is what a row is to stay below: a ratio, or milliseconds, and what stands in
// the way where it does not.
type limit struct {
	most float64 // 0: none is set
	why  string
}

// The limits, and where profiles of the whole process said that the time goes.
var (
	startLimit = limit{20, "excelize and viper make their tables before anything runs: a program that does nothing but import them takes 16 ms of it, half in page faults, which cost more on one machine than on another"}
	smallLimit = limit{1.7, "half of it is the start of the program: the runtime begins, excelize makes its tables (the other pays that, too), a language's texts and the vocabulary's words are made ready. The rest finds tables, a scale and what is wrong, which the other does not look for. A third is the kernel's: each page of memory that is first written to takes two microseconds"}
	pagesLimit = limit{1.8, "the start of the program is a sixth of what 21 pages take; interpreting and laying out the text, all that the other does, is a tenth, tables found by their lines and columns a sixth, meetings with their items, decisions and case numbers three tenths, and plans, scales and budgets a tenth (in a summons these a quarter, and meetings a sixth). A sixth of all is the kernel clearing memory. No function takes more than a twenty-fifth; among what was tried, minutes of few pages on several cores took a twenty-fifth more, one core alone a tenth less and a quarter more time, a build guided by profiles as much, and unpacking, where another library might be quicker, is a fortieth"}
	wallLimit  = limit{1.2, "nine tenths of the time both cores are busy: pages are printed ahead of their turn, meetings are read beside tables, and items worked out beside the reading of the pages that follow. What is left is work: twice that of the other, of which printing, all that the other does, is less than a fifth"}
	risksLimit = limit{1.5, "each risk is kept with where it stands, recomputed, and held against those of its board"}
	planLimit  = limit{1.5, "four sheets are written where the other writes one, with formulas, notes and conditional colours"}
	batchLimit = limit{2.5, "for each workbook that the other opens and saves, riskbok reads it, judges it and writes a plan with four sheets, a list and a row of the overview"}
)

// suite is where the programs and inputs of a run are.
type suite struct {
	riskbok, hello, peer, run string // the programs
	dir, samples              string
	times                     int
	also                      string // a PDF of the user's own
}

func (s *suite) path(name string) string { return filepath.Join(s.dir, name) }

// check and the others judge what they read: findings are no fault of the run.
var judged = []int{1}

// rows makes the inputs and lists what is measured.
func (s *suite) rows() ([]row, error) {
	small := filepath.Join(s.samples, smallSample)
	for _, n := range []int{1000, 10_000, 100_000} {
		if err := register(s.path(fmt.Sprintf("%d.xlsx", n)), n, 0); err != nil {
			return nil, err
		}
	}
	for i, name := range []string{"before.xlsx", "after.xlsx"} {
		if err := register(s.path(name), 5000, i); err != nil {
			return nil, err
		}
	}
	for _, n := range []int{21, 210, 2100} {
		if err := os.WriteFile(s.path(fmt.Sprintf("%d.pdf", n)), book(n), 0o644); err != nil {
			return nil, err
		}
	}
	for _, n := range []int{10, 100, 1000} {
		if err := archive(s.path("archive"+strconv.Itoa(n)), small, n); err != nil {
			return nil, err
		}
	}
	out := []row{
		{work: "`version`", against: "a Go program that prints a word", ours: s.own("version"), peer: program{args: []string{s.hello}}, times: 3 * s.times, difference: true, limit: startLimit},
		{work: "`check` of a small workbook", against: "excelize: open, `GetRows` of each sheet", ours: s.own("check", small), peer: s.excelize("sheets", small), times: 3 * s.times, limit: smallLimit},
		{work: "`inspect` of a meeting book of 21 pages", against: "`pdftotext -layout`", ours: s.own("inspect", s.path("21.pdf")), peer: pdftotext(s.path("21.pdf")), times: 3 * s.times, growth: "pages", size: 21, limit: pagesLimit},
		{work: "`inspect` of 210 pages", against: "the same", ours: s.own("inspect", s.path("210.pdf")), peer: pdftotext(s.path("210.pdf")), growth: "pages", size: 210},
		{work: "`inspect` of 210 pages, time that passes", against: "the same", ours: s.own("inspect", s.path("210.pdf")), peer: pdftotext(s.path("210.pdf")), wall: true, limit: wallLimit},
		{work: "`inspect` of 2,100 pages", against: "the same", ours: s.own("inspect", s.path("2100.pdf")), peer: pdftotext(s.path("2100.pdf")), growth: "pages", size: 2100, times: 1},
		{work: "`check` of 1,000 risks", against: "excelize: `Rows()`", ours: s.own("check", s.path("1000.xlsx")), peer: s.excelize("rows", s.path("1000.xlsx")), growth: "risks", size: 1000},
		{work: "`check` of 10,000 risks", against: "the same", ours: s.own("check", s.path("10000.xlsx")), peer: s.excelize("rows", s.path("10000.xlsx")), growth: "risks", size: 10_000},
		{work: "`check` of 100,000 risks", against: "the same", ours: s.own("check", s.path("100000.xlsx")), peer: s.excelize("rows", s.path("100000.xlsx")), growth: "risks", size: 100_000, limit: risksLimit},
		{work: "`convert` of 10,000 risks", against: "excelize: `Rows()` and `StreamWriter`", ours: s.writing("convert", s.path("10000.xlsx")), peer: s.excelize("stream", s.path("10000.xlsx"), s.path("stream.xlsx")), limit: planLimit},
		{work: "`compare` of 2 × 5,000 risks", ours: s.own("compare", s.path("before.xlsx"), s.path("after.xlsx"))},
	}
	for _, n := range []int{10, 100, 1000} {
		folder := s.path("archive" + strconv.Itoa(n))
		times, most := s.times, limit{}
		if n == 1000 {
			times, most = 1, batchLimit
		}
		out = append(out, row{work: fmt.Sprintf("`regenerate` of %d small workbooks", n), against: "excelize: open and save, all cores", ours: s.writing("regenerate", folder), peer: s.saving(folder), growth: "documents", size: n, times: times, limit: most})
	}
	if s.also != "" {
		out = append(out, row{work: "`inspect` of " + filepath.Base(s.also), against: "`pdftotext -layout`", ours: s.own("inspect", s.also), peer: pdftotext(s.also), times: 3 * s.times, limit: pagesLimit})
	}
	return append(out, s.python(small)...), nil
}

func (s *suite) own(args ...string) program {
	return program{args: append([]string{s.riskbok}, args...), codes: judged}
}

// writing is a command that writes into a folder which is new in each run.
func (s *suite) writing(command, input string) program {
	out := s.path("out")
	p := s.own(command, input, "-o", out)
	p.before = func() error { return os.RemoveAll(out) }
	return p
}

func (s *suite) excelize(args ...string) program {
	return program{args: append([]string{s.peer}, args...)}
}

func (s *suite) saving(folder string) program {
	out := s.path("saved")
	p := s.excelize("save", folder, out)
	p.before = func() error {
		if err := os.RemoveAll(out); err != nil {
			return err
		}
		return os.Mkdir(out, 0o755)
	}
	return p
}

// pdftotext is of poppler; without it the rows of PDFs stand alone.
func pdftotext(file string) program {
	name, err := exec.LookPath("pdftotext")
	if err != nil {
		return program{}
	}
	return program{args: []string{name, "-layout", file, os.DevNull}}
}

// python measures by libraries of Python where they are installed.
func (s *suite) python(small string) []row {
	name, err := exec.LookPath("python3")
	if err != nil {
		return nil
	}
	has := func(module string) bool { return exec.Command(name, "-c", "import "+module).Run() == nil }
	var out []row
	if has("openpyxl") {
		code := "import openpyxl,sys\nfor s in openpyxl.load_workbook(sys.argv[1],read_only=True):\n for r in s.iter_rows(values_only=True): pass"
		for _, f := range []struct{ work, file string }{{"a small workbook", small}, {"10,000 risks", s.path("10000.xlsx")}} {
			out = append(out, row{work: "`check` of " + f.work, against: "openpyxl: the rows of each sheet", ours: s.own("check", f.file), peer: program{args: []string{name, "-c", code, f.file}}})
		}
	}
	if has("pdfplumber") {
		code := "import pdfplumber,sys\nwith pdfplumber.open(sys.argv[1]) as d:\n for p in d.pages: p.extract_text(); p.extract_tables()"
		out = append(out, row{work: "`inspect` of 21 pages", against: "pdfplumber: text and tables", ours: s.own("inspect", s.path("21.pdf")), peer: program{args: []string{name, "-c", code, s.path("21.pdf")}}, times: 1})
	}
	return out
}

// figure is a row with what it took.
type figure struct {
	row
	own, other cost
}

func (f *figure) took(c cost) time.Duration {
	if f.wall {
		return c.wall
	}
	return c.cpu
}

// measured runs a row.
func (s *suite) measured(r row) (figure, error) {
	programs := []program{r.ours}
	if r.peer.args != nil {
		programs = append(programs, r.peer)
	}
	times := r.times
	if times == 0 {
		times = s.times
	}
	costs, err := measure(s.run, times, programs...)
	if err != nil {
		return figure{}, err
	}
	f := figure{row: r, own: costs[0]}
	if len(costs) > 1 {
		f.other = costs[1]
	}
	return f, nil
}
