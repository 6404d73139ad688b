package workbook

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
)

// A part of pieces, made now or before, reads as one text of the right checksum.
func TestPack(t *testing.T) {
	piece := func(text string) *packed {
		p := NewPart("")
		p.Text(text)
		return p.piece()
	}
	long := strings.Repeat("<c r=\"A1\"/>å", 3*blockBytes/10)
	p := NewPart("a.xml")
	p.Text("before ", long)
	p.add(piece("piece " + long))
	p.Text("between")
	p.add(piece(""))
	p.Text(" after")
	empty := NewPart("empty.xml")
	data, err := Pack([]*Part{p, SamePart("b.xml", "same"), empty, SamePart("c.xml", "same")})
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"a.xml": "before " + long + "piece " + long + "between after", "b.xml": "same", "c.xml": "same", "empty.xml": ""}
	if len(z.File) != len(want) {
		t.Fatalf("%d parts", len(z.File))
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(r) // checks size and checksum
		if err != nil || string(got) != want[f.Name] {
			t.Errorf("%s: %d bytes, want %d (%v)", f.Name, len(got), len(want[f.Name]), err)
		}
	}
}

func TestJoinedCRC(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		a, b := make([]byte, random.IntN(300)), make([]byte, random.IntN(70_000))
		for i := range a {
			a[i] = byte(random.Uint32())
		}
		for i := range b {
			b[i] = byte(random.Uint32())
		}
		got := joinedCRC(crc32.ChecksumIEEE(a), crc32.ChecksumIEEE(b), uint64(len(b)))
		if want := crc32.ChecksumIEEE(append(a, b...)); got != want {
			t.Fatalf("%d and %d bytes: %x, want %x", len(a), len(b), got, want)
		}
	}
}

// What is remembered is bounded, and a thing is made once as long as it is there.
func TestStore(t *testing.T) {
	s := store{data: map[string]*packed{}}
	made := 0
	get := func(name string, bytes int) {
		s.get(name, func() *packed { made++; return &packed{data: make([]byte, bytes)} })
	}
	get("a", 10)
	get("a", 10)
	if made != 1 {
		t.Errorf("made %d times", made)
	}
	for i := range 40 {
		get(strings.Repeat("b", i+1), mostKnown/8)
	}
	held := 0
	for name, p := range s.data {
		held += len(name) + len(p.data)
	}
	if held > mostKnown || held != s.bytes {
		t.Errorf("%d bytes held, %d counted", held, s.bytes)
	}
}
