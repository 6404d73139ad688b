package scales

import (
	"github.com/agnivade/levenshtein"

	"riskbok/rules/model"
)

// Nearest gives the level whose label is so near that a slip of the pen
// explains the difference, or nil: at most a third of the letters differ, and
// no other label is as near.
func Nearest(axis *model.Axis, label string) *model.ScaleLevel {
	key := model.Key(label)
	if key == "" {
		return nil
	}
	var best *model.ScaleLevel
	least, second := 1<<30, 1<<30
	for i := range axis.Levels {
		other := model.Key(axis.Levels[i].Label)
		if other == "" {
			continue
		}
		d := levenshtein.ComputeDistance(key, other)
		if d < least {
			best, least, second = &axis.Levels[i], d, least
		} else if d < second {
			second = d
		}
	}
	if best == nil || least == second || tolerances.nearWord.exceeded(least, len([]rune(key))) {
		return nil
	}
	return best
}
