package listbook

import (
	"strconv"
	"testing"
)

func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{1000, 10000, 100000} {
		book := sample()
		s := &book.Sheets[0]
		row := s.Rows[0]
		s.Rows = make([][]Cell, n)
		for i := range s.Rows {
			s.Rows[i] = row
		}
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Write(book); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
