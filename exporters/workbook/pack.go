package workbook

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"sync"

	"github.com/klauspost/compress/flate"
)

// Part is one part of a workbook's package. Begin with [NewPart]; what is written
// to it is compressed in blocks of [blockBytes], so that a large sheet is never
// whole in memory. Its methods do not fail.
type Part struct {
	name   string
	buf    []byte        // not yet compressed
	out    *bytes.Buffer // compressed; nil: nothing yet
	size   uint64
	crc    uint32
	packer *flate.Writer
	ready  *packed // of a part that is alike in many workbooks
}

// blockBytes is how much of a part is gathered before it is compressed.
const blockBytes = 128 << 10

// NewPart begins a part.
func NewPart(name string) *Part { return &Part{name: name, buf: takeBuffer()} }

// Text adds text as it is.
func (p *Part) Text(texts ...string) {
	for _, s := range texts {
		p.buf = append(p.buf, s...)
	}
	if len(p.buf) >= blockBytes {
		p.compress()
	}
}

// buffers are what parts gather in that are done.
var buffers sync.Pool

func takeBuffer() []byte {
	if b, ok := buffers.Get().(*[]byte); ok {
		return (*b)[:0]
	}
	return make([]byte, 0, smallPart)
}

// smallPart is what most parts of a workbook stay below.
const smallPart = 8 << 10

// release gives back what a part that is done was made with.
func (p *Part) release() {
	buf := p.buf
	packers.Put(p.packer)
	buffers.Put(&buf)
	p.packer, p.buf = nil, nil
}

// outs are what compressed parts were gathered in that stand in their packages.
var outs sync.Pool

func takeOut() *bytes.Buffer {
	if b, ok := outs.Get().(*bytes.Buffer); ok {
		return b
	}
	return bytes.NewBuffer(make([]byte, 0, smallPart))
}

// giveOut gives back what a part was compressed into, which nothing may refer to.
func (p *Part) giveOut() {
	p.out.Reset()
	outs.Put(p.out)
	p.out, p.ready = nil, nil
}

// compress hands what was gathered to the compressor.
func (p *Part) compress() {
	if p.packer == nil {
		p.out = takeOut()
		p.packer = takePacker(p.out)
	}
	p.crc = crc32.Update(p.crc, crc32.IEEETable, p.buf)
	p.size += uint64(len(p.buf))
	_, _ = p.packer.Write(p.buf) // a buffer takes all
	p.buf = p.buf[:0]
}

// add puts a compressed piece between what was written and what follows. Neither
// refers to the other: what stands before is flushed, and the compressor begins
// anew behind the piece.
func (p *Part) add(piece *packed) {
	p.compress()
	_ = p.packer.Flush()
	p.out.Write(piece.data)
	p.crc = joinedCRC(p.crc, piece.crc, piece.size)
	p.size += piece.size
	p.packer.Reset(p.out)
}

// close ends the part and gives it compressed.
func (p *Part) close() *packed {
	if p.ready != nil {
		return p.ready
	}
	p.compress()
	_ = p.packer.Close()
	p.release()
	p.ready = &packed{data: p.out.Bytes(), size: p.size, crc: p.crc}
	return p.ready
}

// piece ends what was written as a piece of other parts.
func (p *Part) piece() *packed {
	p.compress()
	_ = p.packer.Flush()
	p.release()
	defer p.giveOut()
	return &packed{data: bytes.Clone(p.out.Bytes()), size: p.size, crc: p.crc}
}

// packed is compressed data, with the size and the checksum of what it was.
type packed struct {
	data []byte
	size uint64
	crc  uint32
}

// SamePart makes a part whose text is alike in many workbooks: it is compressed
// once.
func SamePart(name, text string) *Part {
	return &Part{name: name, ready: known.get(text, func() *packed {
		p := NewPart(name)
		p.Text(text)
		done := p.close()
		defer p.giveOut()
		return &packed{data: bytes.Clone(done.data), size: done.size, crc: done.crc}
	})}
}

// store remembers compressed data by what it was made of. It is emptied where it
// has grown to [mostKnown].
type store struct {
	mu    sync.Mutex
	bytes int
	data  map[string]*packed
}

// known is what the workbooks of this run have had in common.
var known = store{data: map[string]*packed{}}

// mostKnown is how many bytes a [store] holds, names included: some hundred scales
// and lengths of plans.
const mostKnown = 8 << 20

// get gives what is known under a name, or makes it.
func (s *store) get(name string, make func() *packed) *packed {
	s.mu.Lock()
	p := s.data[name]
	s.mu.Unlock()
	if p != nil {
		return p
	}
	p = make()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.bytes += len(name) + len(p.data); s.bytes > mostKnown {
		clear(s.data)
		s.bytes = len(name) + len(p.data)
	}
	s.data[name] = p
	return p
}

// Pack gives the package of a workbook's parts, in their order, and uses them up. Equal
// parts give equal bytes. An error means that the package is larger than a zip can be.
func Pack(parts []*Part) ([]byte, error) {
	total := 0
	done := make([]*packed, len(parts))
	for i, p := range parts {
		done[i] = p.close()
		total += len(done[i].data) + 2*len(p.name) + 128
	}
	var out bytes.Buffer
	out.Grow(total)
	z := zip.NewWriter(&out)
	for i, p := range parts {
		w, err := z.CreateRaw(&zip.FileHeader{
			Name: p.name, Method: zip.Deflate, CRC32: done[i].crc,
			CompressedSize64: uint64(len(done[i].data)), UncompressedSize64: done[i].size,
			CreatorVersion: 20, ReaderVersion: 20,
		})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(done[i].data); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	for _, p := range parts {
		if p.out != nil {
			p.giveOut()
		}
	}
	return out.Bytes(), nil
}

// joinedCRC gives the checksum of two texts, one after the other, from those of
// each and the length of the second: the first is run through as many zero bytes
// (the method of zlib's crc32_combine), which is a multiplication modulo the
// polynomial.
func joinedCRC(first, second uint32, length uint64) uint32 {
	power := uint32(1 << 30) // x
	factor := uint32(1 << 31)
	for bits := length * 8; bits > 0; bits >>= 1 {
		if bits&1 == 1 {
			factor = multiplied(factor, power)
		}
		power = multiplied(power, power)
	}
	return multiplied(factor, first) ^ second
}

// multiplied multiplies two polynomials, their bits in reverse, modulo that of the
// checksum.
func multiplied(a, b uint32) uint32 {
	product := uint32(0)
	for bit := uint32(1 << 31); bit != 0; bit >>= 1 {
		if a&bit != 0 {
			product ^= b
		}
		if b&1 == 1 {
			b = b>>1 ^ crc32.IEEE
		} else {
			b >>= 1
		}
	}
	return product
}
