package files

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// Marker is the file that stands in an output folder and lists what riskbok
// wrote there, a line for each output as sha256sum writes it: the hash of the
// content and the path with forward slashes, between them two spaces, or for a
// file that people are to go on with a space and an asterisk. By it a walk knows
// riskbok's outputs without opening them, and a later run knows which files it
// may replace: those that are still as they were written. A copy that is moved
// elsewhere is no longer an output: it is the user's.
const Marker = ".riskbok-out"

// markerLimit is the size in bytes over which a marker is none; a line takes
// some 150, so that it holds 100,000 outputs.
const markerLimit = 16 << 20

// keptHashes is how many of a name's hashes a marker is shortened to.
const keptHashes = 2

// The marks between hash and path.
const (
	markOutput  = "  " // an output
	markCreated = " *" // a file for people to go on with
)

// listed is what a marker says of one name. Hashes are the contents that riskbok
// wrote, the last at the end; earlier ones count too: a run that is cut short
// between listing an output and writing it leaves the one before in place.
type listed struct {
	name   string
	mark   string
	hashes []string
}

// last reports whether the last line says the same.
func (l *listed) last(mark, hash string) bool {
	return l != nil && l.mark == mark && len(l.hashes) > 0 && l.hashes[len(l.hashes)-1] == hash
}

// marker is what a folder's marker lists, by path in lower case, and the order
// of the first lines. Torn says that the last line was cut short.
type marker struct {
	keys   []string
	listed map[string]*listed
	torn   bool
}

// readMarker gives what a folder's marker lists; nothing where there is none. A
// marker that is a link, or not a file, gives [ErrLink]: it could speak for
// files elsewhere.
func readMarker(dir string) (*marker, error) {
	m := &marker{listed: map[string]*listed{}}
	path := filepath.Join(dir, Marker)
	info, err := os.Lstat(path)
	if errors.Is(err, os.ErrNotExist) {
		return m, nil
	}
	if err != nil {
		return m, err
	}
	if !info.Mode().IsRegular() || info.Size() > markerLimit {
		return m, &os.PathError{Op: "open", Path: path, Err: ErrLink}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return m, err
	}
	m.torn = len(data) > 0 && data[len(data)-1] != '\n'
	for line := range bytes.Lines(data) {
		mark, hash, name := markerLine(strings.TrimRight(string(line), "\r\n"))
		if name != "" && filepath.IsLocal(filepath.FromSlash(name)) {
			m.add(mark, hash, name)
		}
	}
	return m, nil
}

func (m *marker) of(name string) *listed { return m.listed[strings.ToLower(name)] }

func (m *marker) add(mark, hash, name string) {
	key := strings.ToLower(name)
	l := m.listed[key]
	if l == nil {
		l = &listed{name: name}
		m.keys, m.listed[key] = append(m.keys, key), l
	}
	l.mark = mark
	if hash != "" {
		l.hashes = append(l.hashes, hash)
	}
}

// markerLine parts a line. One without a hash lists an output that nobody can
// tell to be unchanged.
func markerLine(line string) (mark, hash, name string) {
	const digits, head = 2 * sha256.Size, 2*sha256.Size + len(markOutput)
	if len(line) > head {
		if _, err := hex.DecodeString(line[:digits]); err == nil {
			if mark := line[digits:head]; mark == markOutput || mark == markCreated {
				return mark, line[:digits], line[head:]
			}
		}
	}
	return markOutput, "", strings.TrimSpace(line)
}

// append adds a line. It is written before the output itself, so that a run that
// is cut short leaves no output that a later run takes for an input. What a line
// that was cut short holds is ended first: it would swallow this one.
func (m *marker) append(dir, mark, hash, name string) error {
	line := hash + mark + name + "\n"
	if m.torn {
		line = "\n" + line
	}
	err := appendLine(dir, line)
	m.torn = err != nil
	return err
}

func appendLine(dir, line string) error {
	f, err := disk.open(filepath.Join(dir, Marker), os.O_APPEND|os.O_CREATE|os.O_WRONLY)
	if err != nil {
		return err
	}
	return fill(f, []byte(line), false)
}

// shorten writes a marker anew that has grown to more than twice the lines that
// it needs.
func (m *marker) shorten(dir string) error {
	lines := 0
	for _, l := range m.listed {
		lines += len(l.hashes)
	}
	if lines <= 2*keptHashes*len(m.keys) {
		return nil
	}
	var b strings.Builder
	for _, key := range m.keys {
		l := m.listed[key]
		l.hashes = l.hashes[max(0, len(l.hashes)-keptHashes):]
		if len(l.hashes) == 0 {
			fmt.Fprintln(&b, l.name)
		}
		for _, hash := range l.hashes {
			fmt.Fprintln(&b, hash+l.mark+l.name)
		}
	}
	return Replace(filepath.Join(dir, Marker), []byte(b.String()))
}

// Hash gives the hash of a content as a marker lists it.
func Hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// HashOf gives the hash of an input's content as it is on the disk now. The error is
// the file system's.
func HashOf(in Input) (string, error) { return hashOfFile(in.Name) }

// hashLimit is the size in bytes over which a file is told by its size and time
// instead of its content: riskbok neither reads nor writes such, and 10 GB take half
// a minute.
const hashLimit = 1 << 30

// hashOfFile gives the hash of a file's content.
func hashOfFile(path string) (string, error) {
	f, info, err := openFile(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	if info.Size() > hashLimit {
		return fmt.Sprintf("%d bytes of %d", info.Size(), info.ModTime().UnixNano()), nil
	}
	h := sha256.New()
	buffer := hashBuffers.Get().(*[32 << 10]byte)
	defer hashBuffers.Put(buffer)
	// An os.File copies by itself otherwise, through a buffer of its own.
	if _, err := io.CopyBuffer(h, struct{ io.Reader }{f}, buffer[:]); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// hashBuffers are what files are read through when they are hashed, which is most of
// what a run over an unchanged archive does: a buffer for each of them was a third of
// its allocations.
var hashBuffers = sync.Pool{New: func() any { return new([32 << 10]byte) }}
