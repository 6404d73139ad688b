package controlplan

// shades are the grounds of the treatments, mildest first.
var shades = []string{"C6E0B4", "FFE699", "F8CBAD", "F4A6A0", "E58B88"}

// shade gives the ground of the nth mildest of so many treatments: green to
// red over however many there are.
func shade(nth, of int) string {
	switch {
	case of <= 1:
		return shades[0]
	case of == 3:
		return []string{shades[0], shades[1], shades[3]}[nth]
	case of == 2:
		return []string{shades[0], shades[3]}[nth]
	}
	return shades[min(nth*len(shades)/of, len(shades)-1)]
}
