package planted

import (
	"errors"
	"math/rand/v2"
)

// Variation changes how the workbooks of a layout look, and nothing of what is
// wrong in them. Its steps may be nil; one that reports false found no room in
// the layout. Except names plantings that it leaves no room for.
type Variation struct {
	Layout func(r *rand.Rand, l *Layout) bool             // before the plan is laid
	Draft  func(r *rand.Rand, d *Draft) bool              // after the errors were planted
	sheets func(r *rand.Rand, d *Draft, drawn *book) bool // before the workbook is written
	Except []string
}

// book is a workbook before it is written.
type book struct{ sheets []*canvas }

// ErrNoRoom says that a layout has no room for a variation.
var ErrNoRoom = errors.New("the layout has no room for the variation")

// varied runs one step of a variation.
func varied[T any](step func(*rand.Rand, T) bool, r *rand.Rand, on T) error {
	if step != nil && !step(r, on) {
		return ErrNoRoom
	}
	return nil
}
