package objects

// Layers says which optional content (layers) of a file a reader does not see
// when he opens or prints it (ISO 32000-1, 8.11). The zero value and nil hide
// nothing.
type Layers struct {
	off map[string]bool // by reference
}

// loadLayers reads the catalog's default configuration.
func loadLayers(catalog Value) *Layers {
	props := catalog.Key("OCProperties")
	if !props.IsDict() {
		return nil
	}
	l := &Layers{off: map[string]bool{}}
	d := props.Key("D")
	if d.Key("BaseState").Name() == "OFF" {
		for _, ref := range props.Key("OCGs").elementRefs() {
			l.off[ref] = true
		}
		for _, ref := range d.Key("ON").elementRefs() {
			delete(l.off, ref)
		}
	}
	for _, ref := range d.Key("OFF").elementRefs() {
		l.off[ref] = true
	}
	l.viewed(d.Key("AS"))
	if len(l.off) == 0 {
		return nil
	}
	return l
}

// viewed applies the usage dictionaries that say what a viewer shows: a layer
// for print alone is off.
func (l *Layers) viewed(events Value) {
	for i := range min(events.Len(), maxDepth) {
		e := events.Index(i)
		if e.Key("Event").Name() != "View" {
			continue
		}
		groups := e.Key("OCGs")
		for k, ref := range groups.elementRefs() {
			switch groups.Index(k).Key("Usage").Key("View").Key("ViewState").Name() {
			case "OFF":
				l.off[ref] = true
			case "ON":
				delete(l.off, ref)
			}
		}
	}
}

// Off reports whether content that belongs to the group or membership
// dictionary under a key of d is not shown.
func (l *Layers) Off(d Value, key string) bool {
	if l == nil || d.IsNull() {
		return false
	}
	v := d.Key(key)
	if v.IsNull() {
		return false
	}
	if v.Key("Type").Name() != "OCMD" {
		return l.off[d.Refs()[key]]
	}
	groups := v.Key("OCGs").elementRefs()
	if ref := v.Refs()["OCGs"]; ref != "" && len(groups) == 0 {
		groups = []string{ref}
	}
	on, off := 0, 0
	for _, ref := range groups {
		if l.off[ref] {
			off++
		} else {
			on++
		}
	}
	if on+off == 0 {
		return false
	}
	switch v.Key("P").Name() {
	case "AllOn":
		return off > 0
	case "AnyOff":
		return off == 0
	case "AllOff":
		return on > 0
	}
	return on == 0
}
