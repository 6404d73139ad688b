package objects

import "errors"

// unpredict undoes the PNG and TIFF predictors (ISO 32000-1, 7.4.4.4).
func unpredict(data, parms []byte) ([]byte, error) {
	s, ok := skipValue(parms, 0)
	if !ok || !s.dict {
		return data, nil
	}
	number := func(key string, missing int) int {
		if n, ok := rawInt(find(parms, s.entries, key)); ok {
			return n
		}
		return missing
	}
	predictor := number("Predictor", 1)
	if predictor <= 1 {
		return data, nil
	}
	colors, bits, columns := number("Colors", 1), number("BitsPerComponent", 8), number("Columns", 1)
	if colors < 1 || colors > 32 || bits < 1 || bits > 16 || columns < 1 || columns > 1<<20 {
		return data, errors.New("stream: predictor out of range")
	}
	pixel := max(1, colors*bits/8)
	row := (colors*bits*columns + 7) / 8
	if predictor == 2 {
		if bits != 8 {
			return data, errFilter
		}
		for at := 0; at < len(data); at += row {
			line := data[at:min(at+row, len(data))]
			for i := pixel; i < len(line); i++ {
				line[i] += line[i-pixel]
			}
		}
		return data, nil
	}
	return unPNG(data, row, pixel), nil
}

func unPNG(data []byte, row, pixel int) []byte {
	out := make([]byte, 0, len(data))
	above := make([]byte, row)
	for at := 0; at+1 < len(data); at += row + 1 {
		kind := data[at]
		line := data[at+1 : min(at+1+row, len(data))]
		for i := range line {
			var left, corner byte
			if i >= pixel {
				left, corner = line[i-pixel], above[i-pixel]
			}
			switch kind {
			case 1:
				line[i] += left
			case 2:
				line[i] += above[i]
			case 3:
				line[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				line[i] += paeth(left, above[i], corner)
			}
		}
		out = append(out, line...)
		copy(above, line)
	}
	return out
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
