package config

import (
	"errors"
	"testing"
)

func TestLimits(t *testing.T) {
	d, err := parse("riskbok.yaml", []byte("limits:\n  cells: 100\n  memory-mb: 4096\n"), nil)
	if err != nil || d.limits["cells"] != 100 || d.limits[MemoryLimit] != 4096 || d.lines["limits/cells"] != 2 {
		t.Errorf("%+v, %v", d, err)
	}
	for text, code := range map[string]string{
		"limits:\n  cells: 0\n": "limit", "limits:\n  cells: -5\n": "limit", "limits:\n  cells: 99999999999\n": "limit", "limits:\n  cells: many\n": "number", "limits:\n  cell: 5\n": "unknown-near", "limits: 5\n": "mapping",
	} {
		_, err := parse("riskbok.yaml", []byte(text), nil)
		var fault *Error
		if !errors.As(err, &fault) || fault.Code != code {
			t.Errorf("%q: %v", text, err)
		}
	}
}
