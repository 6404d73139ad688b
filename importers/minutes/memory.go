package minutes

import "sync"

// memory keeps what was asked of texts before: each line is asked about several times,
// and letterheads come again on every page. Pages may be read at the same time. The zero
// value knows nothing yet.
type memory[A any] struct {
	// For readers and writers apart it would not spin: two cores slept 600 times over
	// minutes of 210 pages.
	guard sync.Mutex
	known map[string]A
}

// of gives the answer about a text, which find gives the first time. It must depend on
// the text alone.
func (m *memory[A]) of(text string, find func(text string) A) A {
	m.guard.Lock()
	a, ok := m.known[text]
	m.guard.Unlock()
	if ok {
		return a
	}
	a = find(text) // it may ask about other texts
	m.guard.Lock()
	defer m.guard.Unlock()
	if m.known == nil {
		m.known = map[string]A{}
	}
	m.known[text] = a
	return a
}
