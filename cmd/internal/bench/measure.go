package main

import (
	"fmt"
	"os/exec"
	"slices"
	"time"
)

// cost is what one run of a program took.
type cost struct {
	cpu, wall time.Duration
	peak      int64 // bytes of memory, 0 where the system does not tell
}

// program is a command line to be measured. Before prepares each run.
type program struct {
	args   []string
	before func() error
	codes  []int // exit codes that are no fault, beside 0
}

// run runs the program by another, runner, which tells what it took.
func (p *program) run(runner string) (cost, error) {
	if p.before != nil {
		if err := p.before(); err != nil {
			return cost{}, err
		}
	}
	out, err := exec.Command(runner, p.args...).Output()
	if err != nil {
		return cost{}, fmt.Errorf("%v: %w", p.args, err)
	}
	var c cost
	var code int
	if _, err := fmt.Sscan(string(out), &c.cpu, &c.wall, &c.peak, &code); err != nil {
		return cost{}, fmt.Errorf("%v: %w", p.args, err)
	}
	if code != 0 && !slices.Contains(p.codes, code) {
		return c, fmt.Errorf("%v: exit code %d", p.args, code)
	}
	return c, nil
}

// measure runs programs in turn and gives the middle cost of each.
func measure(runner string, times int, programs ...program) ([]cost, error) {
	all := make([][]cost, len(programs))
	for range times {
		for i := range programs {
			c, err := programs[i].run(runner)
			if err != nil {
				return nil, err
			}
			all[i] = append(all[i], c)
		}
	}
	out := make([]cost, len(programs))
	for i, list := range all {
		out[i] = cost{middle(list, func(c cost) time.Duration { return c.cpu }), middle(list, func(c cost) time.Duration { return c.wall }), 0}
		for _, c := range list {
			out[i].peak = max(out[i].peak, c.peak)
		}
	}
	return out, nil
}

func middle(list []cost, of func(cost) time.Duration) time.Duration {
	var times []time.Duration
	for _, c := range list {
		times = append(times, of(c))
	}
	slices.Sort(times)
	return times[len(times)/2]
}
