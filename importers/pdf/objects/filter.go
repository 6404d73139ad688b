package objects

import (
	"bytes"
	"compress/flate"
	"compress/lzw"
	"compress/zlib"
	"encoding/ascii85"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/adler32"
	"io"
	"sync"
)

// errTooLarge says that a stream grows beyond its limit when unpacked.
var errTooLarge = errors.New("stream: larger than its limit when unpacked")

// errFilter says that a stream is packed in a way that holds no text.
var errFilter = errors.New("stream: filter not supported")

// filterStep is one filter and its parameters, as raw bytes of a dictionary.
type filterStep struct {
	name  string
	parms []byte
}

// filterSteps reads Filter and DecodeParms of a stream dictionary.
func filterSteps(b []byte, entries []dictEntry) []filterStep {
	filter := find(b, entries, "Filter")
	if filter == nil {
		filter = find(b, entries, "F")
	}
	parms := find(b, entries, "DecodeParms")
	if parms == nil {
		parms = find(b, entries, "DP")
	}
	if name := rawName(filter); name != "" {
		if p := rawArray(parms); len(p) > 0 {
			parms = p[0]
		}
		return []filterStep{{name, parms}}
	}
	var out []filterStep
	all := rawArray(parms)
	for i, f := range rawArray(filter) {
		step := filterStep{name: rawName(f)}
		if i < len(all) {
			step.parms = all[i]
		}
		out = append(out, step)
	}
	return out
}

// decode runs a stream through its filters. What was unpacked before an error
// is given together with the error.
func decode(data []byte, steps []filterStep, limit int64) ([]byte, error) {
	if len(steps) > 8 {
		return nil, errFilter
	}
	var failed error
	for _, s := range steps {
		var err error
		switch s.name {
		case "FlateDecode", "Fl":
			data, err = inflate(data, limit)
		case "LZWDecode", "LZW":
			data, err = unLZW(data, s.parms, limit)
		case "ASCII85Decode", "A85":
			data, err = unASCII85(data, limit)
		case "ASCIIHexDecode", "AHx":
			if end := bytes.IndexByte(data, '>'); end >= 0 {
				data = data[:end]
			}
			data = hexBytes(data)
		case "RunLengthDecode", "RL":
			data, err = unRunLength(data, limit)
		case "Crypt":
		default:
			return nil, errFilter
		}
		if errors.Is(err, errTooLarge) {
			return data, err
		}
		if err != nil {
			failed = err
		}
		if data, err = unpredict(data, s.parms); err != nil {
			return data, err
		}
	}
	return data, failed
}

func readLimited(r io.Reader, limit int64) ([]byte, error) {
	var buf bytes.Buffer
	n, err := io.Copy(&buf, io.LimitReader(r, limit+1))
	if n > limit {
		return buf.Bytes()[:limit], errTooLarge
	}
	return buf.Bytes(), err
}

// unpacker unpacks Flate streams one after the other: its reader's tables and
// window are larger than what most streams hold.
type unpacker struct {
	from bytes.Reader
	zip  io.ReadCloser // a zlib.Resetter too; nil before the first stream
	out  bytes.Buffer
}

// unpackers are those not at work.
var unpackers = sync.Pool{New: func() any { return &unpacker{} }}

// mostKept is the largest room that an unpacker keeps for the next stream.
const mostKept = 1 << 20

// unpack unpacks a stream with the header and the checksum of zlib. What could
// be unpacked before an error is given together with the error.
func unpack(data []byte, limit int64) (out []byte, err error) {
	u := unpackers.Get().(*unpacker)
	defer func() {
		u.from.Reset(nil)
		if u.out.Cap() <= mostKept {
			unpackers.Put(u)
		}
	}()
	u.from.Reset(data)
	if u.zip == nil {
		u.zip, err = zlib.NewReader(&u.from)
	} else {
		err = u.zip.(zlib.Resetter).Reset(&u.from, nil)
	}
	if err != nil {
		u.zip = nil
		return nil, fmt.Errorf("stream: %w", err)
	}
	u.out.Reset()
	n, err := io.Copy(&u.out, io.LimitReader(u.zip, limit+1))
	out = u.out.Bytes()
	if n > limit {
		out, err = out[:limit], errTooLarge
	}
	return bytes.Clone(out), err
}

func inflate(data []byte, limit int64) ([]byte, error) {
	zr, err := zlib.NewReader(bytes.NewReader(data))
	if err == nil {
		return readLimited(zr, limit)
	}
	// A damaged two-byte header leaves the packed data itself intact; its
	// checksum then tells whether that is so.
	if len(data) <= 2 {
		return nil, err
	}
	r := bytes.NewReader(data[2:])
	out, e := readLimited(flate.NewReader(r), limit)
	var sum [4]byte
	if _, missing := io.ReadFull(r, sum[:]); e == nil && missing == nil && binary.BigEndian.Uint32(sum[:]) == adler32.Checksum(out) {
		return out, nil
	}
	if e == nil {
		e = err
	}
	return out, e
}

func unASCII85(data []byte, limit int64) ([]byte, error) {
	if i := bytes.IndexByte(data, '~'); i >= 0 {
		data = data[:i]
	}
	data = bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<~"))
	return readLimited(ascii85.NewDecoder(bytes.NewReader(data)), limit)
}

func unRunLength(data []byte, limit int64) ([]byte, error) {
	var out []byte
	for i := 0; i < len(data); {
		n := int(data[i])
		i++
		switch {
		case n == 128:
			return out, nil
		case n < 128:
			end := min(i+n+1, len(data))
			out = append(out, data[i:end]...)
			i = end
		case i < len(data):
			out = append(out, bytes.Repeat(data[i:i+1], 257-n)...)
			i++
		}
		if int64(len(out)) > limit {
			return out[:limit], errTooLarge
		}
	}
	return out, nil
}

// unLZW unpacks the variant of PDF and TIFF, whose codes grow one early; the
// variant without it is what the standard library reads.
func unLZW(data, parms []byte, limit int64) ([]byte, error) {
	if s, ok := skipValue(parms, 0); ok && s.dict {
		if n, ok := rawInt(find(parms, s.entries, "EarlyChange")); ok && n == 0 {
			return readLimited(lzw.NewReader(bytes.NewReader(data), lzw.MSB, 8), limit)
		}
	}
	const clear, eod = 256, 257
	var prefix [4096]int16
	var suffix, first [4096]byte
	var length [4096]int
	for i := range 256 {
		suffix[i], first[i], length[i] = byte(i), byte(i), 1
	}
	var out []byte
	next, width, prev := 258, 9, -1
	var acc uint32
	bits := 0
	for _, c := range data {
		acc = acc<<8 | uint32(c)
		bits += 8
		if bits < width {
			continue
		}
		bits -= width
		code := int(acc>>bits) & (1<<width - 1)
		switch {
		case code == eod:
			return out, nil
		case code == clear:
			next, width, prev = 258, 9, -1
			continue
		case prev < 0 && code > 255 || code > next || code == next && prev < 0:
			return out, errors.New("lzw: invalid code")
		}
		if prev >= 0 && next < 4096 {
			prefix[next], first[next], length[next] = int16(prev), first[prev], length[prev]+1
			if code == next {
				suffix[next] = first[prev]
			} else {
				suffix[next] = first[code]
			}
			next++
		}
		at := len(out)
		out = append(out, make([]byte, length[code])...)
		for k, n := code, at+length[code]-1; n >= at; n-- {
			out[n] = suffix[k]
			k = int(prefix[k])
		}
		if int64(len(out)) > limit {
			return out[:limit], errTooLarge
		}
		prev = code
		if next+1 >= 1<<width && width < 12 {
			width++
		}
	}
	return out, nil
}
