package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	s := &suite{}
	flag.StringVar(&s.riskbok, "riskbok", "", "the program to be measured")
	flag.StringVar(&s.hello, "hello", "", "a Go program that prints a word")
	flag.StringVar(&s.peer, "peer", "", "the programs of excelize alone")
	flag.StringVar(&s.run, "run", "", "the program that runs the others")
	flag.StringVar(&s.samples, "samples", "samples", "the project's samples")
	flag.StringVar(&s.also, "pdf", "", "a PDF of your own to measure, too")
	flag.IntVar(&s.times, "times", 5, "how often each program runs")
	only := flag.String("only", "", "measure only works that contain this")
	out := flag.String("o", "", "where to write the figures; otherwise they are printed")
	folder := flag.String("archive", "", "only write the archive of 1,000 workbooks that regenerate is measured with into this folder")
	flag.Parse()
	if *folder != "" {
		if err := archive(*folder, filepath.Join(s.samples, smallSample), 1000); err != nil {
			fmt.Fprintln(os.Stderr, "bench:", err)
			os.Exit(1)
		}
		return
	}
	if err := run(s, *only, *out); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(s *suite, only, out string) error {
	dir, err := os.MkdirTemp("", "riskbok-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	s.dir = dir
	rows, err := s.rows()
	if err != nil {
		return err
	}
	var figures []figure
	for _, r := range rows {
		if !strings.Contains(r.work, only) {
			continue
		}
		f, err := s.measured(r)
		if err != nil {
			return err
		}
		fmt.Fprintln(os.Stderr, f.line())
		figures = append(figures, f)
	}
	text := report(figures)
	if out == "" {
		fmt.Print(text)
		return nil
	}
	return os.WriteFile(out, []byte(text), 0o644)
}
