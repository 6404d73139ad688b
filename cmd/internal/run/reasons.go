package run

import (
	"errors"
	"path/filepath"
	"strings"

	"riskbok/cmd/internal/files"
	"riskbok/importers/source"
	"riskbok/rules"
)

// failure gives the report's entry for an error of the disk or an importer.
func failure(in files.Input, err error, o source.Options) *rules.Unreadable {
	var known *source.Error
	if errors.As(err, &known) {
		return &rules.Unreadable{File: in.Name, Code: known.Code, Args: known.Args}
	}
	u := &rules.Unreadable{File: in.Name, Code: files.Code(err)}
	if u.Code == "too-large" {
		u.Args = o.Limits.Args(source.CostFile)
	}
	return u
}

// passable reports whether a file found in a folder may be passed over for
// this reason: it is no workbook and does not claim to be one, or a workbook
// that holds no table we know. Anything else may hide a plan and is reported.
func passable(name, code string) bool {
	switch code {
	case "no-table":
		return true
	case "unknown-format", "not-a-workbook", "docx", "pptx", "odt", "empty-file", "too-large":
		return !claims(name)
	}
	return false
}

// expected reports whether a reader may have expected a plan in a file that was
// passed over: a workbook, also of an old or another kind, a PDF or a text document,
// by its name or by what it turned out to be.
func expected(name, code string) bool {
	switch code {
	case "docx", "odt":
		return true
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".doc", ".docx", ".docm", ".dotx", ".odt", ".xls", ".xlt", ".xlsb", ".ods", ".ots", ".fods":
		return true
	}
	return claims(name)
}

// fails reports whether a file found in a folder that could not be read fails
// the run: one that should have been readable, by its name or by what it is. A
// format that riskbok does not read is only named.
func fails(name, code string) bool {
	switch code {
	case "encrypted", "damaged-zip", "damaged-workbook", "pdf-encrypted", "pdf-damaged":
		return true
	}
	return claims(name)
}

// Fails reports whether what could not be reached fails the run: what was named, a
// folder, in which any file may be, and what should have been readable by its name, as a
// link that leads nowhere.
func Fails(p files.Problem) bool { return p.Named || p.Folder != "" || claims(p.Name) }

// claims reports whether a name says that riskbok should be able to read the
// file.
func claims(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".xlsx", ".xlsm", ".xltx", ".xltm", ".pdf":
		return true
	}
	return false
}

func limits(o source.Options) source.Limits { return o.Limits.Known() }
