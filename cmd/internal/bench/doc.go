// Command bench measures what riskbok's work costs beside programs that do the
// least of the same with the libraries and tools that others use, in one run on
// one machine, and prints the figures as Markdown. `.ci/bench` builds and runs it.
//
// Every figure is the processor time of the whole process, user and system, in
// the middle of several runs; the programs of a row take turns. A ratio says how
// many times the other program's time riskbok took. Only ratios compare machines.
package main
