// Make gathers the licence texts of what is linked into riskbok, from the module
// cache, into notices.txt.gz of the folder that it runs in.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"

	"riskbok/cmd/internal/notices"
)

func main() {
	if err := write("notices.txt.gz"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(name string) error {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	dir := strings.TrimSpace(string(root))
	library, err := noticeOf(notices.Library, "", dir, map[string]bool{dir: true})
	if err != nil {
		return err
	}
	all := []notices.Notice{library}
	linked, err := modules(systems...)
	if err != nil {
		return err
	}
	for _, m := range linked {
		n, err := m.notice()
		if err != nil {
			return err
		}
		all = append(all, n)
	}
	data, err := notices.Pack(all)
	if err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}
