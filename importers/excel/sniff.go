package excel

import (
	"bytes"
	"strings"

	"riskbok/importers/source"
)

// container is the outermost format of a file.
type container uint8

const (
	foreign container = iota // nothing this package speaks about
	empty
	zipped
	compound // OLE2: old Office files and encrypted new ones
	biff     // an Excel stream without container, Excel 2–4
	sheetXML // SpreadsheetML 2003
	flatODS
	htmlTable
)

// sniffBytes is how far into a text a telling word may stand.
const sniffBytes = 4096

func outermost(data []byte) container {
	switch {
	case len(data) == 0:
		return empty
	case hasAny(data, "PK\x03\x04", "PK\x05\x06", "PK\x07\x08"):
		return zipped
	case hasAny(data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		return compound
	case hasAny(data, "\x09\x00\x04\x00", "\x09\x02\x06\x00", "\x09\x04\x06\x00",
		"\x09\x08\x08\x00", "\x09\x08\x10\x00"):
		return biff
	}
	head := bytes.ToLower(data[:min(len(data), sniffBytes)])
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	switch {
	case !bytes.HasPrefix(head, []byte("<")):
		return foreign
	case bytes.Contains(head, []byte("urn:schemas-microsoft-com:office:spreadsheet")) &&
		!bytes.Contains(head, []byte("<html")):
		return sheetXML
	case bytes.Contains(head, []byte("urn:oasis:names:tc:opendocument")) &&
		bytes.Contains(head, []byte("opendocument.spreadsheet")):
		return flatODS
	case bytes.Contains(head, []byte("<table")), bytes.Contains(head, []byte("urn:schemas-microsoft-com:office:excel")):
		return htmlTable
	}
	return foreign
}

func hasAny(data []byte, prefixes ...string) bool {
	for _, p := range prefixes {
		if bytes.HasPrefix(data, []byte(p)) {
			return true
		}
	}
	return false
}

// Sniff reports whether data is a workbook, or something that a user may take
// for one and should be told about: any zip or OLE2 file, an old Excel or
// OpenDocument file, an HTML table, an empty file. [Sheets] says which.
func Sniff(data []byte) bool { return outermost(data) != foreign }

// refuse gives the error for what is not a zip.
func refuse(data []byte, kind container) error {
	switch kind {
	case empty:
		return &source.Error{Code: "empty-file"}
	case compound:
		return refuseCompound(data)
	case biff:
		return problem("xls", "format", ".xls")
	case sheetXML:
		return problem("xls", "format", "SpreadsheetML 2003")
	case flatODS:
		return problem("ods", "format", ".fods")
	case htmlTable:
		return problem("html-as-xls", "format", "HTML")
	}
	return problem("not-a-workbook", "found", "?")
}

// compoundKinds are streams of an OLE2 file that tell what it is, the first
// match deciding: an encrypted package may hold others beside it.
var compoundKinds = []struct{ stream, code, format string }{
	{"EncryptedPackage", "encrypted", ".xlsx"},
	{"Workbook", "xls", ".xls"},
	{"Book", "xls", ".xls"},
	{"WordDocument", "docx", ".doc"},
	{"PowerPoint Document", "pptx", ".ppt"},
}

// refuseCompound finds the streams of an OLE2 file. Directory entries are 128
// bytes and aligned ([MS-CFB] 2.6.1), so they are found without following
// sector chains, in a damaged file too.
func refuseCompound(data []byte) error {
	found := map[string]bool{}
	for at := 512; at+128 <= len(data); at += 128 {
		if name, ok := streamName(data[at : at+128]); ok {
			found[name] = true
		}
	}
	for _, k := range compoundKinds {
		if found[k.stream] {
			return problem(k.code, "format", k.format)
		}
	}
	return problem("not-a-workbook", "found", "OLE2")
}

// streamName reads a directory entry's name when it is one of compoundKinds.
func streamName(entry []byte) (string, bool) {
	size := int(entry[64]) | int(entry[65])<<8
	if size < 4 || size > 64 || size%2 != 0 || entry[66] != 2 {
		return "", false
	}
	var b strings.Builder
	for i := 0; i < size-2; i += 2 {
		if entry[i+1] != 0 {
			return "", false
		}
		b.WriteByte(entry[i])
	}
	for _, k := range compoundKinds {
		if k.stream == b.String() {
			return k.stream, true
		}
	}
	return "", false
}

func problem(code string, pairs ...string) *source.Error {
	args := make(map[string]string, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		args[pairs[i]] = pairs[i+1]
	}
	return &source.Error{Code: code, Args: args}
}
