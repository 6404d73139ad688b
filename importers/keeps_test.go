package importers_test

import (
	"bytes"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// TestKeepsNothing reads files and drops them: a document keeps nothing of the bytes it
// was read from, nor of what its reader made of them. One pointer into a reader kept
// 200 MB of a folder of hostile files.
func TestKeepsNothing(t *testing.T) {
	for _, name := range inputs(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data := bytes.Clone(load(t, name))
			gone := make(chan bool)
			runtime.AddCleanup(&data[0], func(gone chan bool) { close(gone) }, gone)
			doc, err := read(data, name)
			if err != nil {
				t.Skip(err)
			}
			for range 10 { // what was in use at the end goes with the second collection
				runtime.GC()
				select {
				case <-gone:
					return
				case <-time.After(time.Millisecond):
				}
			}
			t.Errorf("the file is kept by its document of %d places", len(doc.Places))
		})
	}
}
