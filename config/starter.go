package config

import (
	"bytes"
	"embed"
	"fmt"
)

//go:embed starter/*.yaml
var starters embed.FS

//go:embed templates/schema.json
var schemaData []byte

// SchemaName is the name of the file with the JSON Schema of templates, which
// lies beside them so that an editor completes and checks what is written.
const SchemaName = "schema.json"

// Starter gives the commented riskbok.yaml that `config init` writes, in the
// language of a catalogue tag. It sets nothing until its lines are uncommented.
func Starter(tag string) ([]byte, error) { return starters.ReadFile("starter/" + tag + ".yaml") }

// Schema gives the JSON Schema of templates.
func Schema() []byte { return bytes.Clone(schemaData) }

// TemplateStarter gives a template to begin with: the text of another one under
// a new name, and after its first line, which tells editors the schema, what
// the parts of a template are, in the language of a catalogue tag.
func (l *Library) TemplateStarter(tag, name, from string) ([]byte, error) {
	data, err := l.text(from)
	if err != nil {
		return nil, err
	}
	about, err := starters.ReadFile("starter/template." + tag + ".yaml")
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "# yaml-language-server: $schema=%s\n%s", SchemaName, about)
	named := false
	for line := range bytes.Lines(data) {
		switch {
		case bytes.HasPrefix(line, []byte("# yaml-language-server:")):
			continue
		case !named && bytes.HasPrefix(line, []byte("name:")):
			named = true
			line = []byte("name: " + name + "\n")
		}
		out.Write(line)
	}
	_, err = parseTemplate(name+".yaml", out.Bytes(), name)
	return out.Bytes(), err
}
