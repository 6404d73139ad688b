package excel

import (
	"math"
	"strconv"
	"time"

	"riskbok/rules/model/calc"
)

// shortNumber gives a stored number as Excel shows it: at most 15 significant
// digits, shortest decimal form, a decimal point. It reports false for what is
// no number.
func shortNumber(v []byte) (string, bool) {
	if canonical(v) {
		return string(v), true
	}
	f, ok := parseFloat(v)
	if !ok {
		return "", false
	}
	return calc.Shown(f), true
}

// parseFloat reads a number as workbooks store it, without the forms that only
// Go reads (hexadecimal, underscores, names).
func parseFloat(v []byte) (float64, bool) {
	for _, c := range v {
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E' {
			return 0, false
		}
	}
	f, err := strconv.ParseFloat(string(v), 64)
	return f, err == nil && !math.IsInf(f, 0)
}

// canonical reports whether a number already is in the form that calc.Shown
// gives, the common case.
func canonical(v []byte) bool {
	if len(v) == 0 || len(v) > 16 {
		return false
	}
	if v[0] == '-' {
		if v = v[1:]; string(v) == "0" {
			return false
		}
	}
	if len(v) == 0 || len(v) > 15 || v[0] == '0' && len(v) > 1 && v[1] != '.' {
		return false
	}
	point := -1
	for i, c := range v {
		if c == '.' && point < 0 && i > 0 {
			point = i
		} else if c < '0' || c > '9' {
			return false
		}
	}
	if point >= 0 {
		return v[len(v)-1] != '0' && point < len(v)-1
	}
	return true
}

// maxSerial is the day after 9999-12-31, the last that Excel shows.
const maxSerial = 2958466

// dateText gives the day of a serial date number as "2006-01-02", with
// "T15:04" and, if need be, ":05" behind it where it has a time. It reports
// false for a zero and for numbers outside Excel's calendar, which stay
// numbers. Days count from 1900-01-01 as 1 with a 29 February 1900 that never
// was (ECMA-376 part 1, 18.17.4.1), or from 1904-01-01 as 0.
func dateText(serial float64, date1904 bool) (string, bool) {
	if !(serial > 0 || serial == 0 && date1904) || serial >= maxSerial {
		return "", false
	}
	day := math.Floor(serial)
	seconds := int(math.Round((serial - day) * 86400))
	if seconds == 86400 {
		day, seconds = day+1, 0
	}
	var t time.Time
	switch {
	case date1904:
		t = time.Date(1904, 1, 1+int(day), 0, 0, seconds, 0, time.UTC)
	case day == 60:
		return "1900-02-29" + clock(seconds), true
	case day < 60:
		t = time.Date(1899, 12, 31+int(day), 0, 0, seconds, 0, time.UTC)
	default:
		t = time.Date(1899, 12, 30+int(day), 0, 0, seconds, 0, time.UTC)
	}
	if t.Year() > 9999 {
		return "", false
	}
	return t.Format(time.DateOnly) + clock(seconds), true
}

// clock gives the time of a day in seconds, "" for midnight.
func clock(seconds int) string {
	t := time.Date(2000, 1, 1, 0, 0, seconds, 0, time.UTC)
	switch {
	case seconds == 0:
		return ""
	case seconds%60 == 0:
		return t.Format("T15:04")
	}
	return t.Format("T15:04:05")
}

// isoDate gives a stored ISO 8601 date (t="d") in the form of dateText.
func isoDate(v string) (string, bool) {
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04"} {
		if t, err := time.Parse(layout, v); err == nil {
			return t.Format(time.DateOnly) + clock(t.Hour()*3600+t.Minute()*60+t.Second()), true
		}
	}
	return "", false
}
