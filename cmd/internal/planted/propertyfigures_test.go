package planted_test

import (
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"

	"riskbok/cmd/internal/planted"
)

const propertiesFile = "testdata/properties.txt"

// figures are what a property showed over its workbooks.
type figures struct{ workbooks, planted, found, excused, lost, invented, silent int }

func (f *figures) add(v planted.Verdict) {
	f.workbooks++
	f.planted += v.Planted
	f.found += v.Found
	f.excused += len(v.Excused)
	f.lost += len(v.Lost)
	f.invented += len(v.Invented)
	if v.Silent {
		f.silent++
	}
}

func (f figures) share(n int) float64 {
	return math.Round(1000*float64(n)/float64(max(f.planted, 1))) / 10
}

// reached reports whether the property holds as it should.
func (f figures) reached(want float64) bool {
	return f.share(f.found) >= want && f.lost+f.invented+f.silent == 0
}

// worse says in what the figures are worse than those of the file. What was
// found beyond what is wanted may be found no more and said instead: an error
// that was found by chance is better not judged.
func (f figures) worse(old figures, want float64) []string {
	var out []string
	if f.share(f.found) < min(old.share(old.found), want) {
		out = append(out, fmt.Sprintf("found %.1f %%, was %.1f %%", f.share(f.found), old.share(old.found)))
	}
	if f.share(f.lost) > old.share(old.lost) {
		out = append(out, fmt.Sprintf("lost %.1f %%, was %.1f %%", f.share(f.lost), old.share(old.lost)))
	}
	if f.invented > old.invented {
		out = append(out, fmt.Sprintf("invented %d, was %d", f.invented, old.invented))
	}
	if f.silent > old.silent {
		out = append(out, fmt.Sprintf("silent %d, was %d", f.silent, old.silent))
	}
	return out
}

const propertiesHead = `# What becomes of planted errors when the tables look otherwise, as TestProperties measures it. It may not get worse;
# "go test -run TestProperties -update" writes it anew. found, excused and lost are of the planted errors: found truly,
# said that it could not be judged (not-checked), passed in silence. invented counts errors that nobody planted, silent
# the workbooks with an error that got neither an error nor a warning. want is the share that is to be found, in percent;
# where lost, invented and silent are 0 as well, ok says that all is as it should be.
`

// columns of the file; the name comes last, for it may hold anything.
var propertiesColumns = []string{"workbooks", "planted", "found", "excused", "lost", "invented", "silent", "found%", "excused%", "want%", "ok"}

func writeProperties(all []property, got []*figures, old map[string]figures) error {
	var b strings.Builder
	b.WriteString(propertiesHead)
	for _, h := range propertiesColumns {
		fmt.Fprintf(&b, "%9s ", h)
	}
	b.WriteString("property\n")
	var sum figures
	reached, lines := 0, 0
	for i, p := range all {
		f, ok := old[p.name]
		if got[i] != nil {
			f, ok = *got[i], true
		}
		if !ok {
			continue
		}
		mark := "-"
		if f.reached(p.want) {
			mark = "ok"
			reached++
		}
		lines++
		fmt.Fprintf(&b, "%9d %9d %9d %9d %9d %9d %9d %9.1f %9.1f %9g %9s %s\n", f.workbooks, f.planted, f.found, f.excused, f.lost, f.invented,
			f.silent, f.share(f.found), f.share(f.excused), p.want, mark, p.name)
		sum.workbooks += f.workbooks
		sum.planted += f.planted
		sum.found += f.found
		sum.excused += f.excused
		sum.lost += f.lost
		sum.invented += f.invented
		sum.silent += f.silent
	}
	fmt.Fprintf(&b, "# in all: %d workbooks, %d planted, %d found, %d excused, %d lost, %d invented, %d silent; %d of %d properties are ok\n",
		sum.workbooks, sum.planted, sum.found, sum.excused, sum.lost, sum.invented, sum.silent, reached, lines)
	return os.WriteFile(propertiesFile, []byte(b.String()), 0o644)
}

func readProperties() (map[string]figures, error) {
	data, err := os.ReadFile(propertiesFile)
	if err != nil {
		return nil, err
	}
	out := map[string]figures{}
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		fields := strings.Fields(line)
		if strings.HasPrefix(line, "#") || fields[0] == propertiesColumns[0] {
			continue
		}
		if len(fields) <= len(propertiesColumns) {
			return nil, fmt.Errorf("%s:%d: want %d columns and a name", propertiesFile, i+1, len(propertiesColumns))
		}
		var n [7]int
		for j := range n {
			if n[j], err = strconv.Atoi(fields[j]); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", propertiesFile, i+1, err)
			}
		}
		out[strings.Join(fields[len(propertiesColumns):], " ")] = figures{n[0], n[1], n[2], n[3], n[4], n[5], n[6]}
	}
	return out, nil
}
