package fonts

import (
	"bytes"
	"strconv"

	"riskbok/importers/pdf/objects"
)

// builtIn reads the encoding that a Type 1 font program has of its own, which
// holds where the file names no other: in fonts of TeX the ligatures ff, fi
// and fl stand among the control codes. It reports false where there is none,
// or the program says that it is the standard one.
func builtIn(program objects.Value) (table [256]string, ok bool) {
	if !program.IsStream() {
		return table, false
	}
	data, _ := program.Data()
	if end := bytes.Index(data, []byte("eexec")); end >= 0 {
		data = data[:end]
	}
	at := bytes.Index(data, []byte("/Encoding"))
	if at < 0 {
		return table, false
	}
	words := bytes.Fields(bytes.ReplaceAll(data[at+len("/Encoding"):], []byte("/"), []byte(" /")))
	if len(words) == 0 || string(words[0]) == "StandardEncoding" {
		return table, false
	}
	// dup 12 /fi put
	for i := 0; i+3 < len(words); i++ {
		if string(words[i]) == "def" && ok {
			break
		}
		if string(words[i]) != "dup" || words[i+2][0] != '/' {
			continue
		}
		code, err := strconv.Atoi(string(words[i+1]))
		if err != nil || code < 0 || code > 255 {
			continue
		}
		table[code] = glyphText(string(words[i+2][1:]))
		ok = ok || table[code] != ""
	}
	return table, ok
}
