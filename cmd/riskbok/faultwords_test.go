//go:build !windows

package main

import (
	"errors"
	"os"
	"syscall"
	"testing"

	"riskbok/config"
	"riskbok/rules/lang"
)

// What the system says of a file of settings is told in the user's words or not at
// all, and the file is named once.
func TestFaultInWords(t *testing.T) {
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	a := &app{cat: cat}
	for _, tt := range []struct {
		err  error
		want string
	}{
		{&os.PathError{Op: "stat", Path: "mallar/en.yaml", Err: syscall.ELOOP}, "mallar/en.yaml: mallen gick inte att läsa (är en länk som leder till sig själv. Ta bort länken.)"},
		{&os.PathError{Op: "open", Path: "mallar/en.yaml", Err: os.ErrPermission}, "mallar/en.yaml: mallen gick inte att läsa (åtkomst nekad. Är filen öppen i ett annat program?)"},
		{&os.PathError{Op: "read", Path: "mallar/en.yaml", Err: syscall.EIO}, "mallar/en.yaml: mallen gick inte att läsa"},
		{errors.New("input/output error"), "mallar/en.yaml: mallen gick inte att läsa"},
		{nil, "mallar/en.yaml: mallen gick inte att läsa"},
	} {
		text, hint := a.explainConfig(&config.Error{Place: "mallar/en.yaml", Code: "template.unreadable", Err: tt.err})
		if text != tt.want || hint == "" {
			t.Errorf("%v: %q, %q; want %q", tt.err, text, hint, tt.want)
		}
	}
}
