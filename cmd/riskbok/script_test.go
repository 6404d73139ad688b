package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) { testscript.Main(m, map[string]func(){"riskbok": main}) }

// TestScripts runs the program as a user does: testdata/script has a script
// for every command. `workbook` makes the inputs, `sheet` looks into outputs.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"workbook": makeInput,
			"sheet":    lookAtCell,
			"same":     sameBytes,
			"type":     typeIn,
			"code":     exitCode,
		},
	})
}
