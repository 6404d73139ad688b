package workbook

import (
	"compress/flate"
	"io"
	"sync"
)

// compressed is the zip compressor of written workbooks: the quickest level.
// Workbooks are made by the thousand and are small.
func compressed(w io.Writer) (io.WriteCloser, error) {
	if f, ok := packers.Get().(*flate.Writer); ok {
		f.Reset(w)
		return &packer{f}, nil
	}
	f, err := flate.NewWriter(w, flate.BestSpeed)
	if err != nil {
		return nil, err
	}
	return &packer{f}, nil
}

// packers are writers that have been closed: each holds tables of several hundred
// kilobytes.
var packers sync.Pool

type packer struct{ *flate.Writer }

func (p *packer) Close() error {
	err := p.Writer.Close()
	packers.Put(p.Writer)
	return err
}
