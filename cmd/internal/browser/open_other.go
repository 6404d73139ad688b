//go:build !windows && !darwin

package browser

// open uses the helper of freedesktop.org, which knows the user's browser.
func open(target string) error { return start("xdg-open", target) }
