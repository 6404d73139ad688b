package hostile

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"context"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"riskbok/cmd/internal/run"
	"riskbok/config"
	"riskbok/importers/bytetest"
	"riskbok/importers/source"
	"riskbok/rules/fulltest"
	"riskbok/rules/model"
)

var mutants = flag.Int("hostile.mutants", fulltest.Cases(10, 40), "how many damaged files are read")

var seed = flag.Uint64("hostile.seed", 2026, "the damages that are tried; with another number they are others")

// stall is how long a damaged file may take before it counts as stalled.
const stall = 60 * time.Second

// good are files with registers that nothing is wrong with.
func good(t *testing.T) map[string][]byte {
	t.Helper()
	out := map[string][]byte{"own.xlsx": newBook().zip(), "own.pdf": newPaper().bytes()}
	for _, pattern := range []string{"../../../samples/*.xlsx", "../../../importers/pdf/testdata/prints/*.pdf"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			out[filepath.Base(name)] = data
		}
	}
	return out
}

// told is what was read of a file and whether something was said about damage.
type told struct {
	risks, budgets int
	notices        int // of what was not understood, which sound files have too
	said           bool
	err            error
	panicked       any
}

func judged(name string, data []byte) (out told) {
	defer func() { out.panicked = recover() }()
	ctx, cancel := context.WithTimeout(context.Background(), stall)
	defer cancel()
	r, err := run.Judge(ctx, model.File{Name: name, Data: data}, run.Options{
		Source: source.Options{Vocabulary: config.Vocabulary(), Budget: config.BudgetWords(), Meeting: config.MeetingWords()},
	})
	if err != nil {
		return told{err: err, said: true}
	}
	d := r.Documents[0]
	out.notices = len(d.NotChecked) + len(d.Unread)
	out.said = len(d.Damage) > 0
	out.budgets = len(d.Budgets)
	for i := range d.Registers {
		out.risks += len(d.Registers[i].Risks)
	}
	if out.risks+out.budgets == 0 {
		out.said = true // a file in which nothing is found is named
	}
	return out
}

// TestMutants reads damaged files: the bytes of the file, or what is packed in it.
// None crashes or stalls the reader. Where the container is damaged nothing is lost in
// silence; where a part or a stream says something else and is sound again, at most
// one in a hundred loses a risk without a word.
//
//	go test ./cmd/internal/hostile -run TestMutants -v -timeout 60m -hostile.mutants 2000 -hostile.seed 1
func TestMutants(t *testing.T) {
	files := good(t)
	whole := map[string]told{}
	var names []string
	for name, data := range files {
		if w := judged(name, data); w.risks > 0 && len(data) < 1<<20 {
			whole[name] = w
			names = append(names, name)
		}
	}
	slices.Sort(names)
	r := rand.New(rand.NewPCG(17, *seed))
	outside, inside, lostOutside, lostInside, refused := 0, 0, 0, 0, 0
	for i := range *mutants {
		pool := ofExt(names, []string{".pdf", ".xlsx"}[i%2])
		one := pool[r.IntN(len(pool))]
		within := i%4 >= 2
		bad := mutate(r, files[one])
		if within {
			bad = mutateWithin(r, one, files[one])
		}
		start := time.Now()
		got := judged(one, bad)
		switch {
		case got.panicked != nil:
			t.Errorf("%s, mutant %d: %v", one, i, got.panicked)
			keep(t, one, i, bad)
		case time.Since(start) >= stall:
			t.Errorf("%s, mutant %d: stalled", one, i)
			keep(t, one, i, bad)
		case got.err != nil:
			refused++
		}
		silent := got.panicked == nil && !got.said && got.notices <= whole[one].notices && (got.risks < whole[one].risks || got.budgets < whole[one].budgets)
		if within {
			inside++
		} else {
			outside++
		}
		switch {
		case silent && within:
			lostInside++
			t.Logf("%s, mutant %d: %d of %d risks and no word about it", one, i, got.risks, whole[one].risks)
			keep(t, one, i, bad)
		case silent:
			lostOutside++
			t.Errorf("%s, mutant %d: %d of %d risks and no word about it, and the container is damaged", one, i, got.risks, whole[one].risks)
			keep(t, one, i, bad)
		}
	}
	t.Logf("%d with a damaged container, %d lost in silence; %d within, %d lost in silence; %d refused", outside, lostOutside, inside, lostInside, refused)
	if 100*(lostOutside+lostInside) > *mutants {
		t.Errorf("%d of %d lost in silence", lostOutside+lostInside, *mutants)
	}
}

// keep writes a mutant that broke something where -hostile.write says.
func keep(t *testing.T, name string, i int, data []byte) {
	if *write != "" {
		if err := os.WriteFile(filepath.Join(*write, fmt.Sprintf("mutant-%d-%s", i, name)), data, 0o666); err != nil {
			t.Error(err)
		}
	}
}

// mutate damages bytes in one of six ways.
func mutate(r *rand.Rand, data []byte) []byte { return bytetest.Mutate(r, data, bytetest.Bit) }

// mutateWithin damages what is packed in a file, and packs it soundly again.
func mutateWithin(r *rand.Rand, name string, data []byte) []byte {
	if filepath.Ext(name) == ".xlsx" {
		return mutatePart(r, data)
	}
	return mutateStream(r, data)
}

func mutatePart(r *rand.Rand, data []byte) []byte {
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(err)
	var xml []int
	for i, f := range in.File {
		if strings.HasSuffix(f.Name, ".xml") && (strings.Contains(f.Name, "sheet") || strings.Contains(f.Name, "haredStrings")) {
			xml = append(xml, i)
		}
	}
	chosen := xml[r.IntN(len(xml))]
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for i, f := range in.File {
		from, err := f.Open()
		must(err)
		part, err := io.ReadAll(from)
		must(err)
		if i == chosen {
			part = mutate(r, part)
		}
		to, err := out.Create(f.Name)
		must(err)
		_, err = to.Write(part)
		must(err)
	}
	must(out.Close())
	return b.Bytes()
}

var streams = regexp.MustCompile(`(?s)stream\r?\n(.*?)\r?\nendstream`)

// mutateStream damages one packed stream of a PDF. It is packed again in the same
// room, so that all else stays as it was; one that is not packed is damaged as it is.
func mutateStream(r *rand.Rand, data []byte) []byte {
	out := bytes.Clone(data)
	found := streams.FindAllSubmatchIndex(out, -1)
	for range 20 {
		if len(found) == 0 {
			break
		}
		at := found[r.IntN(len(found))]
		room := out[at[2]:at[3]]
		z, err := zlib.NewReader(bytes.NewReader(room))
		if err != nil {
			if len(room) > 0 && bytes.Contains(room, []byte(" Tf")) {
				damaged := mutate(r, room)
				copy(room, damaged[:min(len(damaged), len(room))])
				return out
			}
			continue
		}
		content, err := io.ReadAll(z)
		if err != nil || len(content) == 0 {
			continue
		}
		var b bytes.Buffer
		w, err := zlib.NewWriterLevel(&b, zlib.BestCompression)
		must(err)
		_, err = w.Write(mutate(r, content))
		must(err)
		must(w.Close())
		if b.Len() > len(room) {
			continue
		}
		n := copy(room, b.Bytes())
		clear(room[n:])
		return out
	}
	return mutate(r, data)
}

func ofExt(names []string, ext string) []string {
	var out []string
	for _, n := range names {
		if filepath.Ext(n) == ext {
			out = append(out, n)
		}
	}
	return out
}
