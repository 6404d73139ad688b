package model

import (
	"reflect"
	"testing"
)

// TestMeetingSources fills a meeting with one of everything and checks by
// reflection that no source was left out.
func TestMeetingSources(t *testing.T) {
	var m Meeting
	fillSlices(reflect.ValueOf(&m).Elem())
	seen := map[*Source]bool{}
	m.sources(func(s *Source) { seen[s] = true })
	count := 0
	var check func(v reflect.Value, path string)
	check = func(v reflect.Value, path string) {
		if s, ok := v.Addr().Interface().(*Source); ok {
			count++
			if !seen[s] {
				t.Errorf("%s was not visited", path)
			}
			return
		}
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				check(v.Field(i), path+"."+v.Type().Field(i).Name)
			}
		case reflect.Slice:
			for i := range v.Len() {
				check(v.Index(i), path+"[]")
			}
		}
	}
	check(reflect.ValueOf(&m).Elem(), "Meeting")
	if count < 30 {
		t.Errorf("only %d sources were looked at", count)
	}
}
