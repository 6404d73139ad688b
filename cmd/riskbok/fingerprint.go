package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
)

// fingerprint is a hash of values that tells whether they are as they were: of all
// that they lead to, the values of maps in a fixed order. There may be no cycle.
func fingerprint(values ...any) string {
	h := sha256.New()
	for _, v := range values {
		spell(h, reflect.ValueOf(v))
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}

func spell(w io.Writer, v reflect.Value) {
	switch v.Kind() {
	case reflect.Invalid:
		fmt.Fprint(w, "nil;")
	case reflect.Pointer, reflect.Interface:
		spell(w, v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			spell(w, v.Field(i))
		}
	case reflect.Slice, reflect.Array:
		fmt.Fprintf(w, "%d[", v.Len())
		for i := range v.Len() {
			spell(w, v.Index(i))
		}
	case reflect.Map:
		var entries []string
		for _, key := range v.MapKeys() {
			var b strings.Builder
			spell(&b, key)
			spell(&b, v.MapIndex(key))
			entries = append(entries, b.String())
		}
		slices.Sort(entries)
		fmt.Fprintf(w, "%d{%q", len(entries), entries)
	default:
		fmt.Fprintf(w, "%q;", fmt.Sprint(v))
	}
}
