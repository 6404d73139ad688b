package rules

// BoardKey gives the key under which the names of one board are one, by the
// configured aliases (a name → its other names).
func BoardKey(aliases map[string][]string) func(name string) string { return newBoards(aliases).key }
