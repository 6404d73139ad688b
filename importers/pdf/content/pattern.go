package content

// pattern says that a page is painted with tiles that have text in them, which is
// not read: it would be a table's, or a word over and over.
func (in *interpreter) pattern(a []Token) {
	if len(a) == 0 || a[len(a)-1].Kind != Name || in.off > 0 {
		return
	}
	name := string(a[len(a)-1].Bytes)
	if in.patterns[name] {
		return
	}
	if in.patterns == nil {
		in.patterns = map[string]bool{}
	}
	in.patterns[name] = true
	in.lookUp()
	p := in.resources.Key("Pattern").Key(name)
	if !p.IsStream() || p.Key("PatternType").Int() != 1 {
		return
	}
	data, err := p.Data()
	if in.left -= int64(len(data)); in.left < 0 {
		in.failed = ErrLimit
		return
	}
	in.page.LostForm = in.page.LostForm || err != nil || in.showsText(data)
}

// showsText reports whether a content has an operator that shows text.
func (in *interpreter) showsText(data []byte) bool {
	lex := NewLexer(data)
	for {
		switch t := lex.Next(); t.Kind {
		case EOF:
			return false
		case Operator:
			in.page.Operators++
			switch string(t.Bytes) {
			case "Tj", "TJ", "'", `"`:
				return true
			case "ID":
				lex.skipInline()
			}
			lex.Reset()
		}
	}
}
