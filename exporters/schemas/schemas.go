// Package schemas holds the JSON Schemas (draft 2020-12) of what riskbok prints for
// other programs: [Of] gives the one of a command's --format json. They say what the
// contract says: fields may be added, so none forbids further ones; what is required
// is always there. The tests of the command hold real outputs to them, strictly.
package schemas

import "embed"

//go:embed check.json compare.json inspect.json
var files embed.FS

// Names are the commands whose JSON has a schema, in the order that help gives.
var Names = []string{"check", "inspect", "compare"}

// Of gives the schema of a command's JSON; false for a command without one.
func Of(command string) ([]byte, bool) {
	data, err := files.ReadFile(command + ".json")
	return data, err == nil
}
