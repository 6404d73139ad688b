package files

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
)

// Marker is the file that stands in an output folder and lists what riskbok
// wrote there, one path a line with forward slashes. By it a walk knows
// riskbok's outputs without opening them, and a later run knows which files it
// may replace. A copy that is moved elsewhere is no longer an output: it is
// the user's.
const Marker = ".riskbok-out"

// readMarker gives the paths that a folder's marker lists, nil without one.
func readMarker(dir string) []string {
	f, err := os.Open(filepath.Join(dir, Marker))
	if err != nil {
		return nil
	}
	defer f.Close()
	var names []string
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if name := strings.TrimSpace(lines.Text()); name != "" && filepath.IsLocal(filepath.FromSlash(name)) {
			names = append(names, name)
		}
	}
	return names
}

// appendMarker adds a line. It is written before the output itself, so that a
// run that is cut short leaves no output that a later run takes for an input.
func appendMarker(dir, name string) error {
	f, err := os.OpenFile(filepath.Join(dir, Marker), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	if _, err := f.WriteString(name + "\n"); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
