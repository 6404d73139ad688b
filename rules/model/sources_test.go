package model

import (
	"reflect"
	"testing"
)

// TestSources fills a document with one of everything and checks by reflection
// that no source was left out.
func TestSources(t *testing.T) {
	var d Document
	fillSlices(reflect.ValueOf(&d).Elem())
	seen := map[*Source]bool{}
	d.Sources(func(s *Source) { seen[s] = true })
	var check func(v reflect.Value, path string)
	check = func(v reflect.Value, path string) {
		if s, ok := v.Addr().Interface().(*Source); ok {
			if !seen[s] {
				t.Errorf("%s was not visited", path)
			}
			return
		}
		switch v.Kind() {
		case reflect.Struct:
			if v.Type().PkgPath() != reflect.TypeFor[Document]().PkgPath() {
				return
			}
			for i := range v.NumField() {
				check(v.Field(i), path+"."+v.Type().Field(i).Name)
			}
		case reflect.Slice:
			for i := range v.Len() {
				check(v.Index(i), path+"[]")
			}
		}
	}
	check(reflect.ValueOf(&d).Elem(), "Document")
}

func fillSlices(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		if v.Type().PkgPath() != reflect.TypeFor[Document]().PkgPath() {
			return
		}
		for i := range v.NumField() {
			fillSlices(v.Field(i))
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Struct {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			fillSlices(v.Index(0))
		}
	}
}
