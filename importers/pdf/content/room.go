package content

// mostRoom is how many glyphs of room are kept for another page: those of a page of the
// smallest print.
const mostRoom = 1 << 14

// room gives where a page is painted whose content has so many bytes. A glyph takes 7 to
// 10 of them, less where lines are painted whole; growing the room later is slow, and
// the pages of a file are much alike.
func (c *Fonts) room(bytes int) []Glyph {
	if room, ok := c.rooms.Get().(*[]Glyph); ok {
		return (*room)[:0]
	}
	return make([]Glyph, 0, max(min(bytes/7, 1<<13), int(c.most.Load())))
}

// needed notes how many glyphs a page had.
func (c *Fonts) needed(glyphs int) {
	if n := int64(glyphs); n <= mostRoom && n > c.most.Load() {
		c.most.Store(n)
	}
}

// Leave takes the glyphs of a page of which nobody needs them any more, so that another
// may be painted in their room. Words made of them are void.
func (c *Fonts) Leave(p *Page) {
	if n := cap(p.Glyphs); n > 0 && n <= 2*mostRoom {
		room := p.Glyphs
		c.rooms.Put(&room)
	}
	p.Glyphs = nil
}
