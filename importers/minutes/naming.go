package minutes

// naming is how long the names of boards are, how far they go on, and how many of their
// letters recognition may have misread. Measured over what [tolerances] are.
var naming = struct {
	// longName is how many words the name of a board has before they must hang
	// together: "Barn- och utbildningsnämnden".
	longName int
	// nameRows is over how many more rows the name of a board may go on.
	nameRows int
	// jointLetters is the longest word that may stand before the name of a board in
	// a title: "från".
	jointLetters int
	// longestName is how many words the name of a board has at most.
	longestName int
	// nameWords is how many words a text has at most in which the name of a board is
	// looked for, sortWords how many a name has that ends in the sort of the board alone
	// ("Tekniska nämnden"), and beforePlace within how many words that sort stands before
	// what the board is for ("Räddningsnämnden i Norrvik").
	nameWords, sortWords, beforePlace int
	// nameSize is how many times the size of the text the name of a board in a head is at
	// most, where the title may not be it.
	nameSize float64
	// longWord is how many letters a word for boards has for recognition to have read one
	// of them as another besides, longDistance, where it may otherwise only have taken
	// one for its like, wordDistance: a letter costs 1, its like less.
	longWord                   int
	longDistance, wordDistance float64
	// leastAlmost is how many letters the sort of a board has at least to be known with
	// one letter misread, almostDistance, behind a heading.
	leastAlmost    int
	almostDistance float64
	// twiceApart is what recognition makes of one word twice, and one letter more of each
	// twiceLetters of them.
	twiceApart, twiceLetters float64
	// onwardWords is how many words lead on from one board to the next at most: "via",
	// "och vidare till".
	onwardWords int
	// articleDistance is how far the name of a body is from what the name of the board
	// ends with: an article of two letters.
	articleDistance float64
}{
	longName:        4,
	nameRows:        3,
	jointLetters:    4,
	longestName:     7,
	nameWords:       8,
	sortWords:       5,
	beforePlace:     3,
	nameSize:        1.2,
	longWord:        10,
	longDistance:    1.3,
	wordDistance:    0.3,
	leastAlmost:     6,
	almostDistance:  1,
	twiceApart:      0.3,
	twiceLetters:    8,
	onwardWords:     3,
	articleDistance: 2,
}
