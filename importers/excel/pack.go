package excel

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"riskbok/importers/excel/xmlscan"
	"riskbok/importers/source"
)

// Faults of a part beside those of the zip and the XML in it.
var (
	errMissing = errors.New("part is missing")
	errLimit   = errors.New("unpacks to more than the limit")
	errSecond  = errors.New("a second part of a kind of which there is one")
	errStray   = errors.New("something that does not belong in the part")
)

// maxParts bounds the entries of a zip; a workbook of a thousand sheets with
// drawings and comments has about 5,000.
const maxParts = 100_000

// pack is an open package: its parts by name. Part names are compared without case (ECMA-376 part 2, 9.1).
type pack struct {
	parts  map[string]*zip.File
	names  []string // in the order of the zip
	twice  []string
	limits source.Limits
	left   int64           // unpacked bytes that may still be read
	seen   map[string]bool // parts read so far
}

func openPack(data []byte, limits source.Limits) (*pack, error) {
	if bytes.Count(data, []byte("PK\x01\x02")) > maxParts {
		return nil, problem("too-large", "cost", "parts", "limit", strconv.Itoa(maxParts))
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, problem("damaged-zip")
	}
	p := &pack{parts: make(map[string]*zip.File, len(r.File)), limits: limits, left: limits.TotalBytes, seen: map[string]bool{}}
	for _, f := range r.File {
		name := partName(f.Name)
		if strings.HasSuffix(name, "/") {
			continue
		}
		if p.parts[name] != nil {
			p.twice = append(p.twice, name)
			continue
		}
		p.parts[name] = f
		p.names = append(p.names, name)
	}
	return p, nil
}

// partName gives the form under which part names are compared.
func partName(name string) string {
	return strings.ToLower(strings.TrimLeft(strings.ReplaceAll(name, `\`, "/"), "/"))
}

func (p *pack) has(name string) bool { return p.parts[partName(name)] != nil }

// read unpacks a part. With an error it gives what came before the fault. The
// sizes that a zip states are never trusted: bytes are counted as they come.
func (p *pack) read(name string) ([]byte, error) {
	name = partName(name)
	f := p.parts[name]
	if f == nil {
		return nil, errMissing
	}
	p.seen[name] = true
	if f.Flags&1 != 0 {
		return nil, errors.New("part is encrypted")
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	// Deflate packs at most 1032 to 1: a stated size above that is a lie, and
	// must not reserve memory.
	size := min(int64(f.UncompressedSize64), int64(f.CompressedSize64)*1032+64, p.left)
	size = max(size, 0)
	buf := make([]byte, 0, size+bytes.MinRead)
	for {
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
		n, err := r.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if int64(len(buf)) > p.left {
			buf = buf[:p.left]
			p.left = 0
			return buf, errLimit
		}
		if err != nil {
			p.left -= int64(len(buf))
			if err == io.EOF {
				err = nil
			}
			return buf, err
		}
	}
}

// scan unpacks a part and starts scanning it; a fault in unpacking becomes the
// scanner's.
func (p *pack) scan(s *xmlscan.Scanner, name string) {
	data, err := p.read(name)
	s.Reset(data)
	s.CutBy(err)
}
