package config

import (
	"errors"
	"testing"
	"time"
)

// fuzzPatience is how long a small file may take to be read or refused.
const fuzzPatience = 5 * time.Second

// Settings are read, or the fault is told in words that have a place.
func FuzzSettings(f *testing.F) {
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 4<<10 {
			return
		}
		start := time.Now()
		_, err := parse("riskbok.yaml", data, []string{"risk-value"})
		if took := time.Since(start); took > fuzzPatience {
			t.Errorf("%d bytes took %v", len(data), took)
		}
		var fault *Error
		if err != nil && (!errors.As(err, &fault) || fault.Place == "" || fault.Code == "") {
			t.Errorf("%q: %v", data, err)
		}
	})
}

// A template is read, or the fault is told in words that have a place.
func FuzzTemplate(f *testing.F) {
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 4<<10 {
			return
		}
		start := time.Now()
		got, err := ParseTemplate("mall.yaml", data)
		if took := time.Since(start); took > fuzzPatience {
			t.Errorf("%d bytes took %v", len(data), took)
		}
		if err == nil && got.Name == "" {
			t.Errorf("a template without a name: %q", data)
		}
	})
}
