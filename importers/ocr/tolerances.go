package ocr

// tolerances are what the differences between a phrase and a recognized text cost, and
// how far a phrase reaches. A letter that recognition confuses costs little, so that
// several of them in one phrase are cheaper than one letter that is simply another. They
// were set on pages of minutes recognized by Tesseract and by the recognition of
// scanners, in Swedish and with an English model.
var tolerances = struct {
	// costConfused: one letter for another that looks like it.
	costConfused float64
	// costDoubled: two letters for one of å, ä, ö: "ii" for "ä".
	costDoubled float64
	// costLostMark: å, ä or ö lost: "frslag".
	costLostMark float64
	// costSpace: words joined or divided.
	costSpace float64
	// costOther: any other letter lost, added or changed.
	costOther float64
	// tailWords is how many words may stand before a tail.
	tailWords int
}{
	costConfused: 0.1,
	costDoubled:  0.2,
	costLostMark: 0.5,
	costSpace:    0.5,
	costOther:    1.0,
	tailWords:    4,
}
