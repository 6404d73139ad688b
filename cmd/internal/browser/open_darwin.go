package browser

func open(target string) error { return start("open", target) }
