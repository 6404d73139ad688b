// Package recipes follows the README's recipes to the letter, as somebody would who
// carries the program on: in a copy of the tree it adds what testdata/added.txtar has,
// and nothing else, builds the program, and holds it to what was added. It has tests
// only. Where this breaks, either the recipe in the README or the code must change.
package recipes
