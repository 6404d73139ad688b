package regenerate

import (
	"riskbok/cmd/internal/archive"
	"riskbok/cmd/internal/files"
	"riskbok/cmd/internal/run"
	"riskbok/exporters/output"
	"riskbok/exporters/overview"
	"riskbok/rules"
)

// Options say how an archive is regenerated. Settings and Template are hashes of
// what the user has settled that bears on outputs, Program one of the program.
// Convert writes levels on the template's scale. Year and Boards limit what is
// written, not what is looked at; 0 and none: everything.
type Options struct {
	Paths    []string
	Dir      string
	Run      run.Options
	Output   output.Options
	Archive  archive.Settings
	Settings string
	Template string
	Program  string
	Convert  bool
	Year     int
	Boards   []string
	Force    bool
	DryRun   bool
	Workers  int // at most so many at a time; 0: as many as there are processors
	Hold     int // how many bytes of inputs stay in memory between the passes; 0: [HoldBytes], less: none
	Progress func(Progress)
	Finish   func(*Outcome) // called at the end of a run that was not broken off, while no other can begin; may be nil

	// for tests; nil: nothing
	fail   func(name string) error // what the disk says of an output
	expand func(set *files.Set)    // changes what was found
}

// Stage is what a run is at.
type Stage string

// The stages of a run.
const (
	Reading Stage = "reading" // what is in the archive
	Writing Stage = "writing" // the workbooks
)

// Progress is how far a stage has come. Board and Year are what was done last,
// "" and 0 while reading; File is what was read last.
type Progress struct {
	Stage       Stage
	Done, Total int
	Board       string
	Year        int
	File        string
}

// Made says what a run did with one board's year. Names are those of its outputs,
// Kept those of them that a person has changed and that were left. Removed are
// earlier outputs of its that are no longer made. Err is why it could not be
// made, or not written whole: then it is made again in the next run.
type Made struct {
	overview.RowKey
	Why     []Why
	New     bool // no output of it was there before
	Names   []string
	Kept    []string
	Removed []string
	Err     error
}

// Why is the reason for which a board's year is made anew. What is a code of the
// message catalogue ("regenerate.why.CODE"), Files are the inputs that it speaks
// of.
type Why struct {
	Code  string
	Files []string
}

// Outcome is what a run made of an archive. Made has the board's years that were
// written, or would be in a dry run; Unchanged counts the others, and Kept are those
// outputs of theirs that somebody has changed since they were written. Gone are outputs
// of board's years that the archive no longer holds, which are left, Removed those of
// board's years that others have taken the place of. Unreadable
// and PassedOver are as in a report, Skipped the files of other kinds. Untouched says
// that the archive was not there, and that therefore everything stays as it was.
type Outcome struct {
	Overview   *overview.Overview
	Plan       *archive.Plan
	Inputs     []archive.Input
	Made       []Made
	Unchanged  int
	Kept       []string
	Gone       []string
	Removed    []string
	Unreadable []rules.Unreadable
	PassedOver []rules.Unreadable
	Skipped    []string
	Failed     bool
	Untouched  bool
	Forgotten  int      // so many lines of the manifest could not be read
	Strange    []string // boards that the run was limited to and that the archive does not know
}
