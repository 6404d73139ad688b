package largepages

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// The kernel is asked for large pages for all of the room.
func TestTake(t *testing.T) {
	if _, err := os.Stat("/sys/kernel/mm/transparent_hugepage"); err != nil || os.Getenv("GOGC")+os.Getenv("GOMEMLIMIT") != "" {
		t.Skip("a kernel without large pages, or who runs this has decided about the heap")
	}
	Take()
	maps, err := os.ReadFile("/proc/self/smaps")
	if err != nil {
		t.Skip(err)
	}
	asked := 0
	for _, m := range regexp.MustCompile(`(?s)\nSize: +(\d+) kB.*?\nVmFlags:([^\n]*)`).FindAllStringSubmatch(string(maps), -1) {
		if strings.Contains(m[2]+" ", " hg ") {
			kB, _ := strconv.Atoi(m[1])
			asked += kB << 10
		}
	}
	if asked < room {
		t.Errorf("large pages were asked for %d bytes, want %d", asked, room)
	}
}
