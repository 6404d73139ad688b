// Package exporters lists the outputs that riskbok writes. An exporter is a
// scribe: it gives bytes for what was read and found, judges nothing and
// touches no disk.
package exporters
