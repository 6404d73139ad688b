package objects

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"errors"
)

// errPassword says that a file does not open without a password.
var errPassword = errors.New("encrypted: needs a password")

// errCipher says that a file is encrypted in a way that is not known.
var errCipher = errors.New("encrypted: unknown method")

type method uint8

const (
	methodNone method = iota
	methodRC4
	methodAES128
	methodAES256
)

// decrypter removes the encryption of streams. Strings are left as they are:
// nothing that is read later stands in a string outside a stream.
type decrypter struct {
	key    []byte
	method method
}

var padding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08" +
	"\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

// newDecrypter reads an encryption dictionary (ISO 32000-2, 7.6) and derives
// the file's key from the empty user password.
func newDecrypter(dict []byte, id []byte) (*decrypter, error) {
	s, ok := skipValue(dict, 0)
	if !ok || !s.dict {
		return nil, errCipher
	}
	get := func(key string) []byte { return find(dict, s.entries, key) }
	if f := rawName(get("Filter")); f != "Standard" {
		return nil, errCipher
	}
	version, _ := rawInt(get("V"))
	revision, _ := rawInt(get("R"))
	d := &decrypter{method: methodRC4}
	bits := 40
	if n, ok := rawInt(get("Length")); ok && n >= 40 && n <= 256 {
		bits = n
	}
	switch version {
	case 1:
		bits = 40
	case 2, 3:
	case 4, 5:
		d.method, bits = streamMethod(get("CF"), rawName(get("StmF")))
	default:
		return nil, errCipher
	}
	owner, user := rawString(get("O")), rawString(get("U"))
	if revision >= 5 {
		key, err := key256(user, rawString(get("UE")), revision)
		d.key = key
		return d, err
	}
	if revision < 2 || len(owner) < 32 || len(user) < 16 {
		return nil, errCipher
	}
	permissions, _ := rawInt(get("P"))
	plainMeta := string(get("EncryptMetadata")) == "false"
	d.key = key128(owner[:32], id, int32(permissions), revision, bits/8, plainMeta)
	if !checkUser(d.key, user, id, revision) {
		return nil, errPassword
	}
	return d, nil
}

// streamMethod finds the crypt filter of streams.
func streamMethod(filters []byte, name string) (method, int) {
	if name == "" || name == "Identity" {
		return methodNone, 128
	}
	s, ok := skipValue(filters, 0)
	if !ok {
		return methodNone, 128
	}
	one := find(filters, s.entries, name)
	f, ok := skipValue(one, 0)
	if !ok {
		return methodNone, 128
	}
	switch rawName(find(one, f.entries, "CFM")) {
	case "V2":
		return methodRC4, 128
	case "AESV2":
		return methodAES128, 128
	case "AESV3":
		return methodAES256, 256
	}
	return methodNone, 128
}

func key128(owner, id []byte, permissions int32, revision, size int, plainMeta bool) []byte {
	if revision == 2 || size < 5 || size > 16 {
		size = min(max(size, 5), 16)
	}
	h := md5.New()
	h.Write(padding)
	h.Write(owner)
	_ = binary.Write(h, binary.LittleEndian, permissions)
	h.Write(id)
	if revision >= 4 && plainMeta {
		h.Write([]byte{255, 255, 255, 255})
	}
	key := h.Sum(nil)
	if revision >= 3 {
		for range 50 {
			sum := md5.Sum(key[:size])
			key = sum[:]
		}
	}
	return key[:size]
}

func checkUser(key, user, id []byte, revision int) bool {
	if revision == 2 {
		out := make([]byte, 32)
		c, err := rc4.NewCipher(key)
		if err != nil {
			return false
		}
		c.XORKeyStream(out, padding)
		return bytes.Equal(out, user[:min(32, len(user))])
	}
	sum := md5.Sum(append(append([]byte{}, padding...), id...))
	out := sum[:]
	for i := range 20 {
		k := make([]byte, len(key))
		for j := range k {
			k[j] = key[j] ^ byte(i)
		}
		c, err := rc4.NewCipher(k)
		if err != nil {
			return false
		}
		c.XORKeyStream(out, out)
	}
	return bytes.Equal(out, user[:16])
}

// key256 derives the key of revisions 5 and 6 (ISO 32000-2, 7.6.4.3.3).
func key256(user, wrapped []byte, revision int) ([]byte, error) {
	if len(user) < 48 || len(wrapped) < 32 {
		return nil, errCipher
	}
	hash := func(salt []byte) []byte {
		if revision == 5 {
			sum := sha256.Sum256(salt)
			return sum[:]
		}
		return hash2B(salt)
	}
	if !bytes.Equal(hash(user[32:40]), user[:32]) {
		return nil, errPassword
	}
	block, err := aes.NewCipher(hash(user[40:48]))
	if err != nil {
		return nil, errCipher
	}
	key := make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(key, wrapped[:32])
	return key, nil
}

// hash2B is algorithm 2.B for an empty password.
func hash2B(salt []byte) []byte {
	sum := sha256.Sum256(salt)
	k := sum[:]
	for i := 0; ; i++ {
		e := bytes.Repeat(k, 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
		mod := 0
		for _, c := range e[:16] {
			mod += int(c)
		}
		switch mod % 3 {
		case 0:
			s := sha256.Sum256(e)
			k = s[:]
		case 1:
			s := sha512.Sum384(e)
			k = s[:]
		default:
			s := sha512.Sum512(e)
			k = s[:]
		}
		if i >= 63 && int(e[len(e)-1]) <= i-31 {
			return k[:32]
		}
	}
}

// stream decrypts the bytes of one stream; the result shares nothing with
// data.
func (d *decrypter) stream(data []byte, num, gen int) []byte {
	key := d.key
	switch d.method {
	case methodNone:
		return data
	case methodRC4, methodAES128:
		h := md5.New()
		h.Write(key)
		h.Write([]byte{byte(num), byte(num >> 8), byte(num >> 16), byte(gen), byte(gen >> 8)})
		if d.method == methodAES128 {
			h.Write([]byte("sAlT"))
		}
		key = h.Sum(nil)[:min(len(key)+5, 16)]
	}
	if d.method == methodRC4 {
		c, err := rc4.NewCipher(key)
		if err != nil {
			return nil
		}
		out := make([]byte, len(data))
		c.XORKeyStream(out, data)
		return out
	}
	if len(data) < 32 {
		return nil
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil
	}
	body := data[16 : len(data)-len(data)%16]
	out := make([]byte, len(body))
	cipher.NewCBCDecrypter(block, data[:16]).CryptBlocks(out, body)
	if pad := int(out[len(out)-1]); pad >= 1 && pad <= 16 {
		out = out[:len(out)-pad]
	}
	return out
}
