// Package readers has other programs read the workbooks that riskbok writes:
// every cell must say the same in all of them. It has tests only, which run
// with the build tag "readers"; .ci/readers sets up what they need.
package readers
