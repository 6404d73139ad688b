// Package fulltest says how much the tests try. By default they take a part of
// their cases, so that `go test ./...` ends within a minute or two on any machine;
// where the environment variable [Variable] is set, as .ci/run sets it, they take
// all of them. Use [Cases] for a number of drawn cases, [Part] for a list and [Only]
// for a test that has no smaller form.
package fulltest

import (
	"os"
	"testing"
)

// Variable is the environment variable that has all cases tried; any text but the
// empty one will do.
const Variable = "RISKBOK_TEST_ALL"

// Wanted reports whether all cases are to be tried.
func Wanted() bool { return os.Getenv(Variable) != "" }

// Cases gives how many cases to try: few, or all where they are wanted.
func Cases(few, all int) int {
	if Wanted() {
		return all
	}
	return few
}

// Part gives the first of each n cases of a list, or all where they are wanted.
func Part[T any](list []T, n int) []T {
	if Wanted() {
		return list
	}
	out := make([]T, 0, len(list)/n+1)
	for i := 0; i < len(list); i += n {
		out = append(out, list[i])
	}
	return out
}

// Only passes a test over where not all cases are wanted.
func Only(t *testing.T) {
	t.Helper()
	if !Wanted() {
		t.Skip("only with all cases: " + Variable + "=1")
	}
}
