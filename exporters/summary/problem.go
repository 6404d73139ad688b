package summary

import (
	"riskbok/rules"
	"riskbok/rules/lang"
)

// Problem gives the catalogue's reason and hint for a file, or a part of one,
// that could not be read. A code without a text of its own gets the general
// one, a placeholder without an argument a question mark.
func Problem(cat *lang.Catalog, code string, args map[string]string) (reason, hint string) {
	key := rules.Problem{Code: code, Args: args}.Key(cat)
	if !cat.Has(key + ".reason") {
		key = "problem.other"
	}
	reason, hint = cat.T(key+".reason"), cat.T(key+".hint")
	all := map[string]string{"code": code}
	for _, name := range append(lang.Placeholders(reason), lang.Placeholders(hint)...) {
		switch v := args[name]; {
		case v != "":
			all[name] = v
		case name != "code":
			all[name] = "?"
		}
	}
	reason = lang.Fill(reason, all)
	if more := (rules.Problem{Code: code, Args: args}).More(cat); more != "" {
		reason += " " + more
	}
	return reason, lang.Fill(hint, all)
}
