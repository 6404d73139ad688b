package yamltext

import (
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml/parser"
)

// What is let through is parsed in time that grows with its length.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{
		"lang: sv\nboards:\n  A: [B, \"C\"]\n", "\xff\xfel\x00:\x00", "- - - a\n", "a: &x {b: *x}\n", "a: >\n  b\n\n  c\n", "? a\n: b\n", "--- !!str\n...\n", "{{{{[[[[", "\"\\\n", "'",
		strings.Repeat(" a:\n", 20), "a: |2-\n  x\n", "%YAML 1.2\n---\n", "a: !<tag:x> b\n", "<<: *a\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 4<<10 {
			return
		}
		text, fault := Decode(data, Settings)
		if fault != nil {
			return
		}
		start := time.Now()
		_ = Parse(func() error {
			_, err := parser.ParseBytes(text, 0)
			return err
		})
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%d bytes took %v", len(text), took)
		}
	})
}
