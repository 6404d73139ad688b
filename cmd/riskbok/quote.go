package main

import (
	"os"
	"runtime"
	"slices"
	"strings"
)

// unquoted mends what Windows makes of a folder that is named in quotes with a
// backslash at its end: of "C:\planer\" the program gets C:\planer", for \" is a
// quotation mark there. No name on Windows has one; elsewhere one is only taken
// away where the name with it is not there and the name without it is.
func unquoted(args []string) []string {
	out := slices.Clone(args)
	for i, arg := range out {
		bare, found := strings.CutSuffix(arg, `"`)
		if found && bare != "" && !strings.Contains(bare, `"`) && (runtime.GOOS == "windows" || !exists(arg) && exists(bare)) {
			out[i] = bare
		}
	}
	return out
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}
