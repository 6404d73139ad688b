package regenerate

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"riskbok/cmd/internal/archive"
	"riskbok/cmd/internal/files"
	"riskbok/exporters/overview"
	"riskbok/rules"
)

// Manifest is the file in an output folder that remembers what was read and
// written there: a JSON object a line, of which a later one takes the place of an
// earlier of the same name.
const Manifest = ".riskbok-manifest"

// manifestLimit is the size in bytes over which a manifest is none, and all is done
// again. A workbook and what is made of it take 1.8 KB, and 43,500 of them, which are
// ten years of fifteen boards in 290 municipalities, 79 MB.
const manifestLimit = 256 << 20

// read is what is remembered of an input. Hash is that of its content, Reading
// that of all that decides how it is understood.
type read struct {
	Rel        string            `json:"rel"`
	Hash       string            `json:"hash"`
	Reading    string            `json:"reading"`
	Head       *archive.Head     `json:"head,omitempty"`
	Unreadable *rules.Unreadable `json:"unreadable,omitempty"`
	PassedOver *rules.Unreadable `json:"passedOver,omitempty"`
	Skipped    bool              `json:"skipped,omitempty"`
	Failed     bool              `json:"failed,omitempty"`
}

// foreign reports whether a file is of a format that riskbok does not read, in which a
// plan may stand: a text document, say. One that holds no table is none.
func (k *read) foreign() bool { return k.PassedOver != nil && k.PassedOver.Code != "no-table" }

// written is what is remembered of a board's year: what its outputs were made of
// and their hashes by name. Failed says that not all of them could be written.
type written struct {
	archive.Key
	Failed  bool              `json:"failed,omitempty"`
	Made    made              `json:"made"`
	Outputs map[string]string `json:"outputs"`
	Row     overview.Row      `json:"row"`
}

// made is all that outputs depend on. Inputs are hashes by path, with what they
// count as; Before are those of the year before, against which the year is judged.
type made struct {
	Program  string            `json:"program"`
	Settings string            `json:"settings"`
	Template string            `json:"template"`
	Stem     string            `json:"stem"`
	Inputs   map[string]string `json:"inputs"`
	Before   map[string]string `json:"before,omitempty"`
}

type line struct {
	Read    *read    `json:"read,omitempty"`
	Written *written `json:"written,omitempty"`
}

// memory is the manifest of an output folder, in use. It may be used by several
// goroutines.
type memory struct {
	path    string
	mu      sync.Mutex
	lines   int
	damaged int  // lines that could not be read, a last one that was cut short aside
	torn    bool // the last line does not end
	file    *os.File
	reads   map[string]*read
	written map[archive.Key]*written
}

// remember reads a folder's manifest. A line that cannot be read, as the last one
// of a run that was killed, is passed over: what it spoke of is done again. So is
// all where the manifest is larger than any that riskbok writes.
func remember(dir string) (*memory, error) {
	m := &memory{path: filepath.Join(dir, Manifest), reads: map[string]*read{}, written: map[archive.Key]*written{}}
	info, err := os.Lstat(m.path)
	if errors.Is(err, os.ErrNotExist) {
		return m, nil
	}
	if err != nil {
		return nil, &FileError{Path: dir, Err: err}
	}
	if !info.Mode().IsRegular() {
		return nil, &FileError{Path: m.path, Err: ErrNoFile}
	}
	if info.Size() > manifestLimit {
		return m, nil
	}
	data, err := os.ReadFile(m.path)
	if err != nil {
		return nil, m.fault(err)
	}
	m.torn = len(data) > 0 && data[len(data)-1] != '\n'
	for one := range bytes.Lines(data) {
		var l line
		if json.Unmarshal(one, &l) != nil || l == (line{}) {
			if bytes.HasSuffix(one, []byte("\n")) && len(bytes.TrimSpace(one)) > 0 {
				m.damaged++
			}
			continue
		}
		m.lines++
		if l.Read != nil {
			m.reads[l.Read.Rel] = l.Read
		}
		if l.Written != nil {
			m.written[l.Written.Key] = l.Written
		}
	}
	return m, nil
}

// open makes ready to add lines. Lines begin on a line of their own also after
// one that was cut short.
func (m *memory) open() error {
	f, err := os.OpenFile(m.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return m.fault(err)
	}
	m.file = f
	if m.torn {
		_, err = f.WriteString("\n")
	}
	return err
}

// The reasons for which a manifest is of no use.
var (
	ErrGuarded = errors.New("the manifest may not be read or written")
	ErrNoFile  = errors.New("the manifest is no file")
)

func (m *memory) fault(err error) error {
	if errors.Is(err, os.ErrPermission) {
		err = &guardedError{err}
	}
	return &FileError{Path: m.path, Err: err}
}

// guardedError is [ErrGuarded] with what the disk said: one error, which is told once.
type guardedError struct{ err error }

func (e *guardedError) Error() string        { return ErrGuarded.Error() }
func (e *guardedError) Is(target error) bool { return target == ErrGuarded }
func (e *guardedError) Unwrap() error        { return e.err }

func (m *memory) add(l line) error {
	data, err := json.Marshal(l)
	if err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if l.Read != nil {
		m.reads[l.Read.Rel] = l.Read
	}
	if l.Written != nil {
		m.written[l.Written.Key] = l.Written
	}
	m.lines++
	if m.file == nil {
		return nil
	}
	if _, err = m.file.Write(append(data, '\n')); err != nil {
		return &FileError{Path: m.path, Err: err}
	}
	return nil
}

// close ends the adding. Where most lines have been replaced, or name what the
// archive no longer holds, the manifest is written anew.
func (m *memory) close(rels map[string]bool) error {
	if m.file == nil {
		return nil
	}
	err := m.file.Close()
	m.file = nil
	gone := false
	for rel := range m.reads {
		gone = gone || !rels[rel]
	}
	if !gone && m.lines <= 2*(len(m.reads)+len(m.written)) {
		return err
	}
	var b bytes.Buffer
	w := json.NewEncoder(&b)
	for _, rel := range slices.Sorted(maps.Keys(m.reads)) {
		if rels[rel] {
			err = errors.Join(err, w.Encode(line{Read: m.reads[rel]}))
		}
	}
	for _, k := range m.years() {
		err = errors.Join(err, w.Encode(line{Written: m.written[k]}))
	}
	return errors.Join(err, files.Replace(m.path, b.Bytes()))
}

// years gives the board's years that are remembered, in order.
func (m *memory) years() []archive.Key {
	return slices.SortedFunc(maps.Keys(m.written), func(a, b archive.Key) int {
		return cmp.Or(cmp.Compare(a.Board, b.Board), cmp.Compare(a.Year, b.Year))
	})
}

// holds reports whether another board's year has an output of this name.
func (m *memory) holds(name string, not archive.Key) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	for key, w := range m.written {
		if _, ok := w.Outputs[name]; ok && key != not {
			return true
		}
	}
	return false
}
