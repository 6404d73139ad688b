package opc

import "fmt"

// appendChild puts an empty element at the end of a list.
func appendChild(data []byte, list, element string) ([]byte, error) {
	for t := range Tags(data) {
		switch {
		case t.Name != list:
		case t.Close:
			return Splice(data, []Cut{{Span{t.Start, t.Start}, "<" + t.Prefix + element + "/>"}})
		case t.Empty:
			return Splice(data, []Cut{{Span{t.Start, t.End}, Opened(string(data[t.Start:t.End])) + "<" + t.Prefix + element + "/></" + t.Prefix + list + ">"}})
		}
	}
	return nil, fmt.Errorf("expected a list of %s", list)
}

// DropEntries cuts the entries of a part's list that are to go, each with its closing
// tag where it has one. The error names the part.
func (a *Package) DropEntries(part string, drop func(Tag) bool) error {
	data, err := a.Read(part)
	if err != nil {
		return err
	}
	var cuts []Cut
	inside := ""
	for t := range Tags(data) {
		switch {
		case inside != "":
			cuts[len(cuts)-1].At.End = t.End
			if t.Close && t.Name == inside {
				inside = ""
			}
		case !t.Close && drop(t):
			cuts = append(cuts, Cut{Span{t.Start, t.End}, ""})
			if !t.Empty {
				inside = t.Name
			}
		}
	}
	return a.Splice(part, data, cuts)
}
