package config

import "strconv"

// LimitNames are the limits that `limits:` may set: what reading one file may cost,
// and last how much memory files that are read at the same time may take together.
var LimitNames = []string{"file-mb", "unpacked-mb", "text-mb", "formula-mb", "cells", "glyphs", "operators", "tables", "seconds", MemoryLimit}

// MemoryLimit names the limit of what is read at the same time.
const MemoryLimit = "memory-mb"

// mostLimit is the greatest limit: beyond it there would be none.
const mostLimit = 1_000_000_000

func (r reader) limits(d *document, e keyValue) error {
	entries, err := r.mapping(e.value, "limits", LimitNames)
	if err != nil {
		return err
	}
	d.limits = map[string]int64{}
	for _, l := range entries {
		n, err := r.wholeNumber(l)
		if err != nil {
			return err
		}
		if n < 1 || n > mostLimit {
			return r.fault(l.line, "limit", "key", "limits/"+l.key, "value", strconv.Itoa(n), "limit", strconv.Itoa(mostLimit))
		}
		d.limits[l.key] = int64(n)
		d.lines["limits/"+l.key] = l.line
	}
	return nil
}
