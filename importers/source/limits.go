package source

// Limits bound what one file may cost. A zero field means that of [DefaultLimits].
// Each bounds a count, so that the same file meets the same limit on every machine;
// Seconds is for what no count foresees.
type Limits struct {
	FileBytes  int64 // the file itself
	TotalBytes int64 // all of its parts or streams, unpacked
	TextBytes  int64 // the texts of cells, counted as [TextCost] says
	Formulas   int64 // the formulas of cells, in bytes, each written out
	Cells      int   // cells of one file; an empty one between them counts half, one on a page as fourteen
	Glyphs     int64 // characters on all pages of a PDF
	Operators  int64 // operators on all pages of a PDF
	Tables     int64 // steps of understanding, see [Budget.Step]: ten for a cell of a row that may head a table, one for a short text that may be a range
	Seconds    int64 // by the clock
}

// DefaultLimits hold 100,000 risks in one workbook, of 22 columns that are all filled
// or 25 of which a fifth of the cells is empty, and keep the largest accepted file
// within 1 GB of memory and 10 seconds of a processor: such registers take 974 and
// 922 MB and 7 seconds, and the files of cmd/internal/hostile were measured.
var DefaultLimits = Limits{
	FileBytes: 256 << 20, TotalBytes: 384 << 20, TextBytes: 96 << 20, Formulas: 32 << 20, Cells: 2_300_000,
	Glyphs: 6_000_000, Operators: 12_000_000, Tables: 300_000, Seconds: 60,
}

// withDefaults fills in what is not set.
func (l Limits) withDefaults() Limits {
	d := DefaultLimits
	set := func(to *int64, from int64) {
		if from > 0 {
			*to = from
		}
	}
	set(&d.FileBytes, l.FileBytes)
	set(&d.TotalBytes, l.TotalBytes)
	set(&d.TextBytes, l.TextBytes)
	set(&d.Formulas, l.Formulas)
	set(&d.Glyphs, l.Glyphs)
	set(&d.Operators, l.Operators)
	set(&d.Tables, l.Tables)
	set(&d.Seconds, l.Seconds)
	if l.Cells > 0 {
		d.Cells = l.Cells
	}
	return d
}

// Known gives the limits with the defaults filled in.
func (l Limits) Known() Limits { return l.withDefaults() }
