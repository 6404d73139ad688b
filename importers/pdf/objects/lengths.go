package objects

import "bytes"

// settleLengths ends the streams whose length is a reference, or wrong, once
// all objects are known: where the number says, if the stream ends there, else
// before the line break in front of endstream.
func (s *scanned) settleLengths() {
	for _, o := range s.streams {
		if !o.loose {
			continue
		}
		n, ok := s.referredInt(o.get("Length"))
		if ok && n >= 0 && n <= cap(o.data) {
			rest := o.data[n:cap(o.data)]
			if bytes.HasPrefix(rest[skipSpace(rest, 0):], []byte("endstream")) {
				o.data, o.loose, o.cut = o.data[:n], false, false
			}
		}
	}
}

// endLoose takes the line break in front of endstream off the streams whose
// length nothing tells. Where the data is deflated it stays: it may be the
// data's last byte, and beyond the data it does no harm.
func (s *scanned) endLoose() {
	for _, o := range s.streams {
		if !o.loose {
			continue
		}
		o.loose = false
		steps := filterSteps(o.src, o.shape.entries)
		if s.trailer.encrypt == nil && len(steps) > 0 && (steps[0].name == "FlateDecode" || steps[0].name == "Fl") {
			continue
		}
		o.data = bytes.TrimSuffix(o.data, []byte("\n"))
		o.data = bytes.TrimSuffix(o.data, []byte("\r"))
	}
}

// referredInt reads the integer that a reference leads to.
func (s *scanned) referredInt(raw []byte) (int, bool) {
	num, ok := rawRef(raw)
	if !ok || s.objects[num] == nil {
		return 0, false
	}
	o := s.objects[num]
	return rawInt(bytes.TrimSpace(o.src[o.value.from:o.value.to]))
}
