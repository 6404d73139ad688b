package config

import "embed"

//go:embed starter/*.yaml
var starters embed.FS

// Starter gives the commented riskbok.yaml that `config init` writes, in the
// language of a catalogue tag. It sets nothing until its lines are uncommented.
func Starter(tag string) ([]byte, error) { return starters.ReadFile("starter/" + tag + ".yaml") }
