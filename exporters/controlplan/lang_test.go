package controlplan

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// Every text that the package asks for is in both catalogues, and the
// catalogues have none that nobody asks for.
func TestTexts(t *testing.T) {
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	asked := map[string]bool{}
	var begun []string // keys that are put together
	key := regexp.MustCompile(`"(controlplan\.[a-z.-]+)"`)
	for _, name := range sources {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range key.FindAllStringSubmatch(string(data), -1) {
			if strings.HasSuffix(m[1], ".") {
				begun = append(begun, m[1])
			} else {
				asked[m[1]] = true
			}
		}
	}
	for _, k := range []kind{changed, disagreed, remaining, shortened} {
		asked["controlplan.kind."+string(k)] = true
	}
	for _, o := range []model.Origin{model.OriginDefinitions, model.OriginTemplate, model.OriginConfig, model.OriginInferred, model.OriginDefault} {
		asked["controlplan.log.scale."+string(o)] = true
	}
	for _, tag := range lang.Tags() {
		cat, err := lang.Get(tag)
		if err != nil {
			t.Fatal(err)
		}
		for k := range asked {
			if !cat.Has(k) && !cat.Has(k+".one") {
				t.Errorf("%s: no text %s", tag, k)
			}
		}
		for _, k := range cat.Keys() {
			used := asked[k] || asked[strings.TrimSuffix(strings.TrimSuffix(k, ".one"), ".other")] || slices.ContainsFunc(begun, func(b string) bool { return strings.HasPrefix(k, b) })
			if strings.HasPrefix(k, "controlplan.") && !used {
				t.Errorf("%s: nobody asks for %s", tag, k)
			}
		}
	}
}
