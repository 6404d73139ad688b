package run

import "strconv"

// size writes a number of bytes as a reader wants it: "256 MB".
func size(bytes int64) string {
	for _, unit := range []string{"byte", "kB", "MB"} {
		if bytes < 1024 {
			return strconv.FormatInt(bytes, 10) + " " + unit
		}
		bytes /= 1024
	}
	return strconv.FormatInt(bytes, 10) + " GB"
}
