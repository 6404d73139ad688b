package objects

import "strconv"

// The functions here read single values straight from their bytes, which the
// rebuild needs before there is a file the library could open.

// rawInt reads an integer.
func rawInt(b []byte) (int, bool) {
	n, err := strconv.Atoi(string(b))
	return n, err == nil
}

// rawRef reads "12 0 R" and gives the object number.
func rawRef(b []byte) (int, bool) {
	end, ok := skipRef(b, 0)
	if !ok || end != len(b) {
		return 0, false
	}
	return rawInt(b[:digitsEnd(b, 0)])
}

// rawName reads a name without its slash.
func rawName(b []byte) string {
	if len(b) == 0 || b[0] != '/' {
		return ""
	}
	return string(b[1:])
}

// rawArray splits an array into the raw bytes of its elements.
func rawArray(b []byte) [][]byte {
	if len(b) == 0 || b[0] != '[' {
		return nil
	}
	var out [][]byte
	for i := 1; ; {
		i = skipSpace(b, i)
		if i >= len(b) || b[i] == ']' {
			return out
		}
		end, ok := skipPlain(b, i, 0)
		if !ok || end <= i {
			return out
		}
		out = append(out, b[i:end])
		i = end
	}
}

// rawString reads a literal or hexadecimal string.
func rawString(b []byte) []byte {
	switch {
	case len(b) < 2:
		return nil
	case b[0] == '<':
		return hexBytes(b[1 : len(b)-1])
	case b[0] == '(':
		return literalBytes(b[1 : len(b)-1])
	}
	return nil
}

func hexBytes(b []byte) []byte {
	var out []byte
	var acc byte
	odd := false
	for _, c := range b {
		v := Unhex(c)
		if v > 15 {
			continue
		}
		if odd {
			out = append(out, acc<<4|v)
		}
		acc, odd = v, !odd
	}
	if odd {
		out = append(out, acc<<4)
	}
	return out
}

func literalBytes(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		c := b[i]
		if c != '\\' || i+1 >= len(b) {
			out = append(out, c)
			continue
		}
		i++
		switch c = b[i]; c {
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case '\n':
		case '\r':
			if i+1 < len(b) && b[i+1] == '\n' {
				i++
			}
		default:
			if c < '0' || c > '7' {
				out = append(out, c)
				continue
			}
			v := int(c - '0')
			for k := 0; k < 2 && i+1 < len(b) && b[i+1] >= '0' && b[i+1] <= '7'; k++ {
				i++
				v = v*8 + int(b[i]-'0')
			}
			out = append(out, byte(v))
		}
	}
	return out
}
