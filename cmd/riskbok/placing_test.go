package main

import (
	"errors"
	"fmt"
	"sync/atomic"
	"testing"

	"riskbok/exporters/output"
	"riskbok/rules"
)

// TestInOrder: files come in their order, one that may not be written is never
// made, and few are held at a time.
func TestInOrder(t *testing.T) {
	const n = 50
	refused := errors.New("refused")
	var held, most atomic.Int32
	var all []output.Pending
	for i := range n {
		all = append(all, output.Pending{Name: fmt.Sprint(i), Make: func() ([]byte, []rules.Finding, error) {
			if i%7 == 3 {
				t.Errorf("%d was made", i)
			}
			most.Store(max(most.Load(), held.Add(1)))
			return []byte{byte(i)}, nil, nil
		}})
	}
	i := 0
	for m := range inOrder(all, func(name string) error {
		var k int
		if _, err := fmt.Sscan(name, &k); err != nil || k%7 == 3 {
			return refused
		}
		return nil
	}) {
		switch {
		case m.name != fmt.Sprint(i):
			t.Fatalf("%s came at place %d", m.name, i)
		case i%7 == 3 && !errors.Is(m.err, refused), i%7 != 3 && (m.err != nil || m.data[0] != byte(i)):
			t.Errorf("%d: %v", i, m)
		}
		if m.err == nil {
			held.Add(-1)
		}
		i++
	}
	if i != n {
		t.Errorf("%d files, want %d", i, n)
	}
	if got := int(most.Load()); got > 64 {
		t.Errorf("%d files were held at a time", got)
	}
}
