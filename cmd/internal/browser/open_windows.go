package browser

import "golang.org/x/sys/windows"

// open asks the shell, as a double-click does: it takes paths with blanks and
// letters of every kind, which the command lines of helpers do not.
func open(target string) error {
	file, err := windows.UTF16PtrFromString(target)
	if err != nil {
		return err
	}
	verb, err := windows.UTF16PtrFromString("open")
	if err != nil {
		return err
	}
	return windows.ShellExecute(0, verb, file, nil, nil, windows.SW_SHOWNORMAL)
}
