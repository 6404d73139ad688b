package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/rules/lang"
)

// steering is a text that would clear a terminal, name its window, turn around
// what follows, begin a line of its own, and be a formula.
const steering = "=cmd|'/c calc'!A1\u202e\u009b31m\u2066]0;x\r<script>"

// hostileBook gives a sample whose texts steer.
func hostileBook(t *testing.T) []byte {
	t.Helper()
	f, err := excelize.OpenFile("../../samples/miljo-och-hamnnamnden-2025.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, cell := range []string{"B9", "C9", "D15"} { // number, risk, and a level that is not on the scale
		if err := f.SetCellStr("Riskanalys", cell, steering+cell); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetSheetName("Definitioner", "Def\u202e\u009binitioner"); err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Whatever a document or a file's name holds, nothing that riskbok says steers
// what shows it: results, errors, the log and the names of what was written.
func TestNothingSteers(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	bad := "plan\u202eslx\u009b31m"
	if runtime.GOOS != "windows" {
		bad = "plan\x1b]0;x\x07\n1 fel\u202e\u009b31m"
	}
	for name, data := range map[string][]byte{bad + ".xlsx": []byte(steering), bad + "2.xlsx": nil} {
		if data == nil {
			t.Chdir(testRoot) // the sample is read from the package's folder
			data = hostileBook(t)
			t.Chdir(dir)
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{
		{"check", "."}, {"check", ".", "-f", "json"}, {"check", ".", "-f", "csv"}, {"check", ".", "-f", "sarif"},
		{"inspect", "."}, {"inspect", ".", "-f", "json"}, {"inspect", ".", "-f", "csv"}, {"inspect", ".", "--tables"},
		{"inspect", ".", "--tables", "-f", "csv"}, {"inspect", ".", "--tables", "-f", "json"}, {"check", ".", "--log-level", "debug"},
		{"fix", ".", "--diff"}, {"fix", ".", "-o", "ut"}, {"fix", ".", "-o", "ut\u202e\u009b"}, {"convert", ".", "-o", "ny"},
		{"regenerate", ".", "-o", "allt"}, {"compare", bad + ".xlsx", bad + "2.xlsx"}, {"check", bad}, {"check", "--lang", bad, "."},
		{"check", "--config", bad + "2.xlsx", "."}, {bad}, {"check", "--" + bad}, {"check", ".", "-o", bad + ".txt"},
	} {
		var out, err bytes.Buffer
		program(context.Background(), args, streams{strings.NewReader(""), &out, &err})
		for name, said := range map[string]string{"out": out.String(), "err": err.String()} {
			said = strings.ReplaceAll(said, "\r\n", "\n")
			if i := strings.IndexFunc(said, lang.Steers); i >= 0 {
				t.Errorf("%q: %s steers: %q", args, name, said[max(i-60, 0):min(i+20, len(said))])
			}
			if strings.Contains(said, ";=cmd") || strings.Contains(said, "\n=cmd") || strings.Contains(said, ";\"=cmd") {
				t.Errorf("%q: %s has a formula", args, name)
			}
			if args[len(args)-1] == "csv" { // a line break stands in quotes there
				continue
			}
			if strings.HasPrefix(said, "1 fel") || strings.Contains(said, "\n1 fel") {
				t.Errorf("%q: %s has a line that a file's name began", args, name)
			}
		}
	}
	for _, dir := range []string{"ny", "ut", "allt"} {
		written, err := os.ReadDir(dir)
		if err != nil {
			t.Error(err)
		}
		for _, e := range written {
			if strings.ContainsFunc(e.Name(), lang.Steers) {
				t.Errorf("a file was written as %q", e.Name())
			}
		}
	}
}

// testRoot is the package's folder.
var testRoot, _ = os.Getwd()
