// Package proceedings makes minutes and summonses in the many forms in which
// boards print them, each with what stands in it: numbering × where the case
// number stands × words of the headings × layout × what is at the head and
// foot of every page. Everything in them is invented.
//
// Start with [Forms] and [Compose]. A [Paper] is printed by [PDF] at once, and
// by [Writer] and [Browser] as sources for a word processor and a browser.
// [Compare] holds what a reader gives to the [Answer].
package proceedings
