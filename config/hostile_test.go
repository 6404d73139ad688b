//go:build !windows

package config

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf16"

	"riskbok/rules/yamltext"
)

// What somebody puts in the place of the settings, a template or a list of accepted
// findings is refused in a moment and in words, whatever its size and depth, and a
// pipe or a device is not waited for.
func TestHostileSettings(t *testing.T) {
	dir := t.TempDir()
	alias := "a: &a [x, x, x, x]\n"
	for c := 'b'; c < 'z'; c++ {
		alias += string(c) + ": &" + string(c) + " [*" + strings.Repeat(string(c-1)+", *", 8) + string(c-1) + "]\n"
	}
	var wide []byte
	for _, u := range utf16.Encode([]rune("\ufefflang: sv\n")) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	for name, c := range map[string]struct {
		text, code string // of the settings' fault, "": none
	}{
		"brackets":   {strings.Repeat("[", 40_000), "too-deep"},
		"braces":     {"lang: " + strings.Repeat("{a: ", 40_000), "too-deep"},
		"dashes":     {strings.Repeat("- ", 40_000) + "a", "too-deep"},
		"aliases":    {alias, "unknown"},
		"quotes":     {"lang: " + strings.Repeat(`"`, 40_000), "too-deep"},
		"lines":      {strings.Repeat("a:\n", 100_000), "too-large"},
		"zeros":      {"lang: sv\x00\n", "encoding"},
		"only zeros": {strings.Repeat("\x00", 10_000), "encoding"},
		"UTF-16":     {string(wide), ""},
		"latin":      {"lang: s\xe4\n", "encoding"},
	} {
		start := time.Now()
		file := filepath.Join(dir, "riskbok.yaml")
		if err := os.WriteFile(file, []byte(c.text), 0o666); err != nil {
			t.Fatal(err)
		}
		_, err := Load(Options{File: file})
		var fault *Error
		switch {
		case c.code == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case c.code != "" && !errors.As(err, &fault):
			t.Errorf("%s: %v", name, err)
		case c.code != "" && fault.Code != c.code:
			t.Errorf("%s: %q, want %q", name, fault.Code, c.code)
		}
		if _, err := ParseTemplate("mall.yaml", []byte(c.text)); err == nil {
			t.Errorf("%s: taken for a template", name)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

func TestSettingsThatAreNoFile(t *testing.T) {
	dir := t.TempDir()
	pipe, huge := filepath.Join(dir, "rör.yaml"), filepath.Join(dir, "stor.yaml")
	if err := syscall.Mkfifo(pipe, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(huge, []byte("lang: sv\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(huge, 10<<30); err != nil {
		t.Skip(err)
	}
	for name, code := range map[string]string{pipe: "not-file", "/dev/zero": "not-file", dir: "not-file", huge: "too-large"} {
		done := make(chan error, 1)
		go func() {
			_, err := Load(Options{File: name})
			done <- err
		}()
		select {
		case err := <-done:
			var fault *Error
			if !errors.As(err, &fault) || fault.Code != code {
				t.Errorf("%s: %v, want %s", name, err, code)
			}
		case <-time.After(20 * time.Second):
			t.Fatalf("%s: waits", name)
		}
	}
	if data, err := ReadList(huge); err != nil || len(data) > yamltext.Lists.Bytes+1 || !bytes.HasPrefix(data, []byte("lang")) {
		t.Errorf("%d bytes, %v", len(data), err)
	}
}
