package text

import "riskbok/rules"

// paint says whether colours are used. The codes are the eight that every
// terminal shows in colours that its user chose.
type paint bool

func (p paint) with(code, s string) string {
	if !p || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (p paint) bold(s string) string { return p.with("1", s) }
func (p paint) dim(s string) string  { return p.with("2", s) }
func (p paint) none(s string) string { return s }

func (p paint) severity(sev rules.Severity, s string) string {
	switch sev {
	case rules.Error:
		return p.with("1;31", s)
	case rules.Warning:
		return p.with("33", s)
	}
	return p.with("36", s)
}
