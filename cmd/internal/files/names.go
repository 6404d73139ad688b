package files

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/rules/lang"
)

// reserved are the device names of Windows, which no file may have, with or
// without an extension (Microsoft: "Naming Files, Paths, and Namespaces").
var reserved = " CON PRN AUX NUL COM0 COM1 COM2 COM3 COM4 COM5 COM6 COM7 COM8 COM9 COM¹ COM² COM³" +
	" LPT0 LPT1 LPT2 LPT3 LPT4 LPT5 LPT6 LPT7 LPT8 LPT9 LPT¹ LPT² LPT³ "

// mostName is the most bytes of a name, with room for what is added to tell it from
// others below the 255 that disks take; mostExtension the most of an ending that is kept.
const (
	mostName      = 200
	mostExtension = 19
)

// SafeName makes a file name that every disk takes and that shows what it is:
// characters that Windows forbids, that steer what shows them or that are not
// seen become "-", dots and spaces at the end go, a device name gets "_"
// in front, and names over 200 bytes are cut before their extension.
func SafeName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || r == utf8.RuneError || lang.Steers(r) || unicode.Is(unicode.Cf, r) || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '-'
		}
		return r
	}, name)
	name = strings.TrimRight(name, ". ")
	name = strings.TrimLeft(name, " ")
	if name == "" {
		return "_"
	}
	stem, _, _ := strings.Cut(name, ".")
	if strings.Contains(reserved, " "+strings.ToUpper(strings.TrimRight(stem, " "))+" ") {
		name = "_" + name
	}
	if ext := path.Ext(name); len(name) > mostName {
		if len(ext) > mostExtension {
			ext = "" // a dot in a long name is no ending's
		}
		stem := name[:mostName-len(ext)]
		for !utf8.ValidString(stem) {
			stem = stem[:len(stem)-1]
		}
		name = strings.TrimRight(stem, ". ") + ext
	}
	return name
}

// safePath makes every part of a slash path safe; it can only lead down.
func safePath(name string) string {
	var parts []string
	for _, part := range strings.Split(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/") {
		if part != "" {
			parts = append(parts, SafeName(part))
		}
	}
	if len(parts) == 0 {
		return "_"
	}
	return strings.Join(parts, "/")
}
