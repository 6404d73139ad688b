// Package notices holds the licence texts of everything that is linked into
// riskbok, on any system that it is built for: Go's own library and each module.
// [All] gives them; `go generate ./cmd/internal/notices` gathers them anew when
// go.mod has changed.
package notices

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"strings"
)

//go:generate go run ./make

// Library is the name under which Go's own library is listed; its notice has no
// version, for it is that of the toolchain.
const Library = "The Go standard library"

// Notice is what one module's authors want told: its licence and the notices that
// stand beside it.
type Notice struct{ Module, Version, Text string }

//go:embed notices.txt.gz
var packed []byte

// Mark begins the line that names a module; no licence has it.
const mark = "\f"

// All gives the notices, the library first, then modules by name.
func All() ([]Notice, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("notices: %w", err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("notices: %w", err)
	}
	var out []Notice
	for _, part := range strings.Split(string(data), mark)[1:] {
		head, text, _ := strings.Cut(part, "\n")
		name, version, _ := strings.Cut(head, "\t")
		out = append(out, Notice{name, version, text})
	}
	return out, nil
}

// Pack gives the file that [All] reads.
func Pack(all []Notice) ([]byte, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	for _, n := range all {
		fmt.Fprintf(z, "%s%s\t%s\n%s", mark, n.Module, n.Version, strings.ReplaceAll(n.Text, mark, ""))
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
