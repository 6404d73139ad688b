package main

import (
	"bytes"
	"context"
	"os"
	"testing"
)

// BenchmarkInspect reads what RISKBOK_BENCH names, or the samples. The profile
// that the compiler goes by, default.pgo, is of it, once over the samples and once
// over a summons of 21 pages, joined by go tool pprof -proto:
//
//	go test -trimpath -run '^$' -bench Inspect -benchtime 8s -cpuprofile samples.pgo .
//
// It takes a twentieth off the processor time of reading that summons.
func BenchmarkInspect(b *testing.B) {
	from := os.Getenv("RISKBOK_BENCH")
	if from == "" {
		from = "../../samples"
	}
	holdCollector()
	for b.Loop() {
		var out, errs bytes.Buffer
		if program(context.Background(), []string{"inspect", from}, streams{os.Stdin, &out, &errs}) == 2 {
			b.Fatal(errs.String())
		}
	}
}
