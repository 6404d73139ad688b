package minutes

import "riskbok/importers/ratio"

// places are how far from each other on paper lines, rows and columns stand that belong
// together, and where the margins are. Measured over what [tolerances] are.
var places = struct {
	// entryStep is how far apart, in em, the rows of a table's entries are at least;
	// the lines of one title are closer.
	entryStep float32
	// labelStep is how far apart, em, the rows of a head above its number are at most.
	labelStep float32
	// footGap is how far below the text, em of it, what stands at the foot of a page
	// does, and footWords how many words it has on a line at most.
	footGap   float64
	footWords int
	// setOff is how far below the row above, in em, a heading stands. Sizes alone
	// will not do: recognition makes some short lines larger than they are.
	setOff float32
	// belowRows and belowEm are within how many rows and how many em below a label its
	// value stands, if not in the next column of its row, and asideEm how far to the side
	// of it, em.
	belowRows        int
	belowEm, asideEm float32
	// titleStep is how far apart, in em, the lines of one title are at most.
	titleStep float32
	// wideShare is how much further down than usual, as a share, a row stands that begins
	// a paragraph, and wideStep how far, em, where nothing is known of the usual step.
	wideShare, wideStep float32
	// signStep is how far below the text, in em, those who sign stand at least.
	signStep float32
	// topMargin and footMargin are the shares of a page's height that are its margins,
	// where page numbers and repeated lines stand.
	topMargin, footMargin float64
	// waverShare is in how large a share of the places where a line goes on over the
	// next their sizes must be alike for any to be trusted.
	waverShare float64
	// wrappedRows is over how many rows a heading in a column may go.
	wrappedRows int
	// nameStep is how far apart, em, the lines of one name are, and a name and the post
	// below it: nearer.
	nameStep float32
	// headHeight is above what share of a page's height a letterhead comes again.
	headHeight float64
	// spotHeight is how high a band of the margin is, in points, in which a line is on
	// the same spot on all pages.
	spotHeight float32
	// signedName is how many bytes the name has at most that is printed on a line for
	// signatures.
	signedName int
	// leastSize is the least size of type that steps are measured by, points: some text
	// has none.
	leastSize float64
	// sameLeft is within how much, points, two lines begin at one left edge, and
	// besideOver how far two that stand beside each other may overlap.
	sameLeft, besideOver float32
	// columnGap is how far before the column beside it, em, a line of a title ends, and
	// lineEnd how near to the right edge, points, a line ends that is full.
	columnGap, lineEnd float32
	// personWords is how many words the name of somebody who signs has at most.
	personWords int
	// largeSize is how many times the size of the text that of a heading is at least.
	largeSize float64
	// sizeFrom and sizeTo are between which times the usual size others are the same:
	// programs that scale a page round them.
	sizeFrom, sizeTo float64
	// trusted is the share of the long lines that are of the usual size for sizes to be
	// trusted.
	trusted ratio.Ratio
	// rightAt is where among the right ends of long lines, sorted, that of the text is:
	// a few stand out.
	rightAt ratio.Ratio
	// mostPitch is how far apart, em, two lines of a paragraph are at most, and pitchAt
	// where among those distances, sorted, the usual one is.
	mostPitch float32
	pitchAt   ratio.Ratio
}{
	entryStep:   1.45,
	labelStep:   2.5,
	footGap:     2.5,
	footWords:   6,
	setOff:      1.7,
	belowRows:   3,
	belowEm:     4.5,
	asideEm:     2.5,
	titleStep:   1.9,
	wideShare:   1.35,
	wideStep:    1.9,
	signStep:    2.6,
	topMargin:   0.16,
	footMargin:  0.12,
	waverShare:  0.9,
	wrappedRows: 4,
	nameStep:    2,
	headHeight:  0.6,
	spotHeight:  4,
	signedName:  60,
	leastSize:   1,
	sameLeft:    3,
	besideOver:  1,
	columnGap:   2,
	lineEnd:     2,
	personWords: 6,
	largeSize:   1.1,
	sizeFrom:    0.97,
	sizeTo:      1.03,
	trusted:     ratio.Of(7, 10),
	rightAt:     ratio.Of(19, 20),
	mostPitch:   3,
	pitchAt:     ratio.Of(1, 4),
}
