package output

import "riskbok/rules/model"

// AsRead gives what was understood of a text, without the noise of a scan, or else what
// stands there.
func AsRead(v model.Value[string]) string {
	if v.OK {
		return v.V
	}
	return v.Raw
}
