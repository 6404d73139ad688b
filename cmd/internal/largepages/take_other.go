//go:build !linux

package largepages

// take does nothing: other systems choose the size of their pages themselves, or leave
// it to the administrator.
func take(int) {}
