// Package samplegen makes the files in samples/: invented boards of the
// invented municipality Storvik-Åby, laid out as real ones are. Start with
// [All]; the package's test holds the files in samples/ to it and rewrites
// them with -update.
package samplegen

// Sample is one file of samples/. Its name has the folders below, with slashes.
type Sample struct {
	Name string
	Data []byte
}

type maker struct {
	name string
	make func() ([]byte, error)
}

// All makes every sample, in the order of their names.
func All() ([]Sample, error) {
	makers := append(archive(), []maker{
		{"kontrollplan-2019.ods", openDocument},
		{"kultur-och-parknamnden-2026.xlsx", besideBook},
		{"miljo-och-hamnnamnden-2025.xlsx", olderBook},
		{"omsorgsnamnden-2026.xlsx", processBook},
		{"skargardsnamnden-2026.xlsx", islandsBook},
		{"taxa-gasthamn-2026.xlsx", priceBook},
	}...)
	out := make([]Sample, 0, len(makers))
	for _, m := range makers {
		data, err := m.make()
		if err != nil {
			return nil, err
		}
		out = append(out, Sample{Name: m.name, Data: data})
	}
	return out, nil
}
