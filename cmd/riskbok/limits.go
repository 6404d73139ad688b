package main

import (
	"riskbok/config"
	"riskbok/importers/source"
)

// limits gives what one file may cost, and files that are read at the same time
// together, in bytes; 0 is the default of either.
func limits(cfg *config.Config) (one source.Limits, together int64) {
	for name, n := range cfg.Limits {
		cost := source.Cost(name)
		if cost.InMB() {
			n <<= 20
		}
		one.Set(cost, n)
	}
	return one, cfg.Limits[config.MemoryLimit] << 20
}
