package config

import "riskbok/rules/model"

// noField is how a user says that a column is to be left out.
const noField = "none"

// FieldNames lists what a heading can be bound to in `map:` and --map.
func FieldNames() []string {
	var names []string
	for _, f := range model.Bindable() {
		names = append(names, string(f))
	}
	return append(names, noField)
}

// ParseField gives the field of a name in [FieldNames]: "" for "none".
func ParseField(name string) (model.Field, bool) {
	if name == noField {
		return "", true
	}
	for _, f := range model.Bindable() {
		if string(f) == name {
			return f, true
		}
	}
	return "", false
}
