package config

import (
	"errors"
	"io"
	"os"
	"strconv"

	"riskbok/rules/yamltext"
)

// errNotFile says that a name belongs to no file: reading a device or a pipe may
// never end.
var errNotFile = errors.New("not a file")

// readFile reads a file that people write, one byte more at most than the limits
// allow, so that the limit is seen.
func readFile(name string, l yamltext.Limits) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &os.PathError{Op: "open", Path: name, Err: errNotFile}
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, int64(l.Bytes)+1))
}

// ReadList reads a file that the program writes and people edit, such as a baseline:
// at most one byte more than [yamltext.Lists] allows. It fails with an [*Error] where
// the name belongs to a device or a pipe.
func ReadList(name string) ([]byte, error) {
	data, err := readFile(name, yamltext.Lists)
	if errors.Is(err, errNotFile) {
		return nil, &Error{Place: name, Code: "not-file"}
	}
	return data, err
}

// decoded gives the text of a YAML file, or why it is not parsed.
func decoded(name string, data []byte) ([]byte, error) {
	text, fault := yamltext.Decode(data, yamltext.Settings)
	if fault != nil {
		return nil, &Error{Place: Origin{Name: name, Line: fault.Line}.Place(), Code: fault.Code, Args: map[string]string{"limit": strconv.Itoa(fault.Limit)}}
	}
	return text, nil
}
