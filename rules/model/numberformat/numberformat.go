package numberformat

import (
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/nfp"
)

// Format is what a number format (ECMA-376 part 1, 18.8.31) makes of a
// number, as far as it can be told without a locale: digits, separators and
// texts. The decimal sign is a point and thousands are set apart by a space,
// as everywhere in a [grid.Cell].
type Format struct {
	positive, negative, zero *digitFormat // negative is given the number without its sign
	year                     *digitFormat // a date of which only the year is shown
}

// digitFormat is one section of a format.
type digitFormat struct {
	slots          []slot // of the whole part, in order
	before, after  string // texts about the number
	least, most    int    // decimals
	thousands      bool
	shift          int32 // the power of ten that the number is multiplied by
	digits, signed bool
}

// slot is one place of the whole part: '0', '#' or '?', or a text between them.
type slot struct {
	place byte
	text  string
}

// maxFormat bounds the format codes that are read; Excel allows 255 characters.
const maxFormat = 255

// Read reads a format code. It gives nil where numbers are shown as they
// are stored, and where what is shown is not known for certain: fractions,
// exponents, conditions, times.
func Read(code string) *Format {
	if code == "" || len(code) > maxFormat || strings.EqualFold(code, "General") {
		return nil
	}
	parser := nfp.NumberFormatParser()
	sections := parser.Parse(code)
	if len(sections) == 0 {
		return nil
	}
	if year := yearFormat(sections[0]); year != nil {
		return &Format{year: year}
	}
	var read []*digitFormat
	for _, s := range sections[:min(len(sections), 3)] {
		d, ok := readSection(s)
		if !ok {
			return nil
		}
		read = append(read, d)
	}
	if !read[0].digits {
		return nil // a text in place of every number, or nothing
	}
	f := &Format{positive: read[0], zero: read[0]}
	signed := *read[0]
	signed.signed = true
	f.negative = &signed
	if len(read) > 1 {
		f.negative = read[1]
	}
	if len(read) > 2 {
		f.zero = read[2]
	}
	return f
}

// readSection reads one section of a format.
func readSection(s nfp.Section) (*digitFormat, bool) {
	d := &digitFormat{}
	point, ended := false, false
	for i, t := range s.Items {
		switch t.TType {
		case nfp.TokenTypeColor, nfp.TokenTypeRepeatsChar:
		case nfp.TokenTypeAlignment:
			d.literal(" ", point, &ended)
		case nfp.TokenTypeLiteral:
			if i > 0 && s.Items[i-1].TType == nfp.TokenTypeThousandsSeparator && strings.Trim(t.TValue, ",") == "" {
				d.shift -= 3 * int32(len(t.TValue)) // the second of ",,"
				continue
			}
			d.literal(t.TValue, point, &ended)
		case nfp.TokenTypeCurrencyLanguage:
			for _, p := range t.Parts {
				if p.Token.TType == nfp.TokenSubTypeCurrencyString {
					d.literal(p.Token.TValue, point, &ended)
				}
			}
		case nfp.TokenTypePercent:
			d.shift += 2
			d.literal("%", point, &ended)
		case nfp.TokenTypeDecimalPoint:
			if point {
				return nil, false
			}
			point, d.digits = true, true
		case nfp.TokenTypeThousandsSeparator:
			// A comma behind the last digit divides by a thousand; place undoes
			// it where a digit follows.
			d.shift -= 3 * int32(max(1, len(t.TValue)))
		case nfp.TokenTypeZeroPlaceHolder, nfp.TokenTypeHashPlaceHolder, nfp.TokenTypeDigitalPlaceHolder:
			if ended || !d.place(t, point) {
				return nil, false
			}
		default:
			return nil, false
		}
	}
	return d, true
}

// literal adds a text before, between or behind the digits.
func (d *digitFormat) literal(text string, point bool, ended *bool) {
	switch {
	case !d.digits:
		d.before += text
	case point:
		d.after += text
		*ended = true
	default:
		d.slots = append(d.slots, slot{text: text})
	}
}

// place adds the places of digits that a token stands for.
func (d *digitFormat) place(t nfp.Token, point bool) bool {
	d.digits = true
	if point {
		d.most += len(t.TValue)
		if t.TType == nfp.TokenTypeZeroPlaceHolder {
			d.least = d.most
		}
		return true
	}
	if d.shift < 0 && d.shift%3 == 0 {
		d.thousands, d.shift = true, 0
	}
	for i := range len(t.TValue) {
		d.slots = append(d.slots, slot{place: t.TValue[i]})
	}
	return true
}

// yearFormat reads a format of dates that shows nothing but a year and texts.
func yearFormat(s nfp.Section) *digitFormat {
	d := &digitFormat{}
	for _, t := range s.Items {
		switch t.TType {
		case nfp.TokenTypeColor, nfp.TokenTypeCurrencyLanguage, nfp.TokenTypeRepeatsChar:
		case nfp.TokenTypeLiteral:
			if d.digits {
				d.after += t.TValue
			} else {
				d.before += t.TValue
			}
		case nfp.TokenTypeDateTimes:
			if d.digits || len(t.TValue) < 3 || strings.Trim(t.TValue, "yY") != "" {
				return nil
			}
			d.digits = true
		default:
			return nil
		}
	}
	if !d.digits {
		return nil
	}
	return d
}

// Shown gives a stored number, in the form of calc.Shown, as the format shows
// it. It is not ok where no digit would be seen: what is stored is read then.
func (f *Format) Shown(stored string) (string, bool) {
	text, ok := f.Written(stored)
	text = strings.TrimSpace(text)
	return text, ok && strings.ContainsAny(text, "0123456789")
}

// Written is Shown with every blank, and also where no digit is seen.
func (f *Format) Written(stored string) (string, bool) {
	if f.positive == nil {
		return "", false
	}
	n, err := decimal.NewFromString(stored)
	if err != nil || n.Exponent() > maxFormat || n.Exponent() < -maxFormat {
		return "", false
	}
	d := f.positive
	switch n.Sign() {
	case -1:
		d, n = f.negative, n.Neg()
	case 0:
		d = f.zero
	}
	return d.write(n), true
}

// Thousandths gives the power of ten that a format in thousands or millions
// divides by; a percentage is the same number.
func (f *Format) Thousandths() int32 {
	if f.positive == nil {
		return 0
	}
	return min(0, f.positive.shift)
}

// ShownYear gives the year of a day in the form of dateText as the format
// shows it.
func (f *Format) ShownYear(day string) (string, bool) {
	if f.year == nil || len(day) < 4 {
		return "", false
	}
	return strings.TrimSpace(f.year.before + day[:4] + f.year.after), true
}

// write writes a number that is not negative.
func (d *digitFormat) write(n decimal.Decimal) string {
	if !d.digits {
		return d.before
	}
	n = n.Shift(d.shift).Round(int32(d.most))
	whole, decimals, _ := strings.Cut(n.StringFixed(int32(d.most)), ".")
	for len(decimals) > d.least && decimals[len(decimals)-1] == '0' {
		decimals = decimals[:len(decimals)-1]
	}
	out := d.before
	if d.signed && !n.IsZero() {
		out = "-" + out
	}
	out += d.wholePart(whole)
	if decimals != "" {
		out += "." + decimals
	}
	return out + d.after
}

// wholePart puts the digits of a whole number into the places, from the last;
// the first place takes those that are left.
func (d *digitFormat) wholePart(digits string) string {
	if digits == "0" {
		digits = ""
	}
	first := 0
	for first < len(d.slots) && d.slots[first].place == 0 {
		first++
	}
	out, written := "", 0
	put := func(digit string) {
		if d.thousands && written > 0 && written%3 == 0 {
			out = " " + out
		}
		out, written = digit+out, written+1
	}
	for i := len(d.slots) - 1; i >= 0; i-- {
		s := d.slots[i]
		switch {
		case s.place == 0:
			out = s.text + out
			continue
		case digits != "":
			put(digits[len(digits)-1:])
			digits = digits[:len(digits)-1]
		case s.place == '0':
			put("0")
		}
		for ; i == first && digits != ""; digits = digits[:len(digits)-1] {
			put(digits[len(digits)-1:])
		}
	}
	for ; digits != ""; digits = digits[:len(digits)-1] { // ".00" has no place for them
		put(digits[len(digits)-1:])
	}
	return out
}
