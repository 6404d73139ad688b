package rich

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// figure is a formula over the register and what it gives for the values and
// the treatments of its risks.
type figure struct {
	formula string // {V} values, {T} treatments, {F} first value
	array   bool
	result  func(values, treatments []int) string
}

func sum(values []int) (n int) {
	for _, v := range values {
		n += v
	}
	return n
}

func count(values []int, yes func(int) bool) (n int) {
	for _, v := range values {
		if yes(v) {
			n++
		}
	}
	return n
}

func sorted(values []int) []int {
	out := slices.Clone(values)
	slices.Sort(out)
	return out
}

func deviation(values []int, n int) float64 {
	mean, total := float64(sum(values))/float64(len(values)), 0.0
	for _, v := range values {
		total += (float64(v) - mean) * (float64(v) - mean)
	}
	return math.Sqrt(total / float64(n))
}

func numberText(f float64) string { return strconv.FormatFloat(f, 'g', 15, 64) }

// dependants are the functions that people sum up a register with.
var dependants = []figure{
	{"SUM({V})", false, func(v, _ []int) string { return fmt.Sprint(sum(v)) }},
	{"MAX({V})", false, func(v, _ []int) string { return fmt.Sprint(slices.Max(v)) }},
	{"SUMPRODUCT(({V}>=4)*({V}<12))", false, func(v, _ []int) string {
		return fmt.Sprint(count(v, func(n int) bool { return n >= 4 && n < 12 }))
	}},
	{"SUMPRODUCT({V},{V})", false, func(v, _ []int) string {
		n := 0
		for _, x := range v {
			n += x * x
		}
		return fmt.Sprint(n)
	}},
	{"SUBTOTAL(9,{V})", false, func(v, _ []int) string { return fmt.Sprint(sum(v)) }},
	{"SUBTOTAL(104,{V})", false, func(v, _ []int) string { return fmt.Sprint(slices.Max(v)) }},
	{`"Summa "&TEXT(SUM({V}),"0")`, false, func(v, _ []int) string { return fmt.Sprint("Summa ", sum(v)) }},
	{"RANK({F},{V})", false, func(v, _ []int) string {
		return fmt.Sprint(1 + count(v, func(n int) bool { return n > v[0] }))
	}},
	{"LARGE({V},2)", false, func(v, _ []int) string { return fmt.Sprint(sorted(v)[len(v)-2]) }},
	{"SMALL({V},1)", false, func(v, _ []int) string { return fmt.Sprint(slices.Min(v)) }},
	{"MEDIAN({V})", false, func(v, _ []int) string {
		s := sorted(v)
		return numberText(float64(s[(len(s)-1)/2]+s[len(s)/2]) / 2)
	}},
	{`COUNTIF({T},"Reducera risk")`, false, func(_, t []int) string {
		return fmt.Sprint(count(t, func(n int) bool { return n == 1 }))
	}},
	{`COUNTIFS({V},">=4",{T},"Reducera*")`, false, func(v, t []int) string {
		n := 0
		for i := range v {
			if v[i] >= 4 && t[i] == 1 {
				n++
			}
		}
		return fmt.Sprint(n)
	}},
	{`SUMIF({T},"Minimera risk",{V})`, false, func(v, t []int) string {
		n := 0
		for i := range v {
			if t[i] == 2 {
				n += v[i]
			}
		}
		return fmt.Sprint(n)
	}},
	{"SUM(IF({V}>=4,{V}))", true, func(v, _ []int) string {
		n := 0
		for _, x := range v {
			if x >= 4 {
				n += x
			}
		}
		return fmt.Sprint(n)
	}},
	{`IFERROR(INDEX({V},MATCH("R2",{N},0)),0)`, false, func(v, _ []int) string { return fmt.Sprint(v[1]) }},
	{`VLOOKUP("R2",{A},6,FALSE)`, false, func(v, _ []int) string { return fmt.Sprint(v[1]) }},
	{`SUM(OFFSET({F},0,0,5,1))`, false, func(v, _ []int) string { return fmt.Sprint(sum(v[:5])) }},
	{`INDIRECT("'Riskanalys'!F8")`, false, func(v, _ []int) string { return fmt.Sprint(v[1]) }},
	{`IF({F}>=12,"hög",IF({F}>=4,"medel","låg"))`, false, func(v, _ []int) string {
		return [...]string{"låg", "medel", "hög"}[treatmentOf(v[0])]
	}},
	{"ROUND(STDEV({V}),6)", false, func(v, _ []int) string { return numberText(math.Round(1e6*deviation(v, len(v)-1)) / 1e6) }},
	{"ROUND(VARP({V}),6)", false, func(v, _ []int) string {
		d := deviation(v, len(v))
		return numberText(math.Round(1e6*d*d) / 1e6)
	}},
	{"QUARTILE({V},1)", false, func(v, _ []int) string {
		at := float64(len(v)-1) / 4
		s, low := sorted(v), int(at)
		return numberText(float64(s[low]) + (at-float64(low))*float64(s[low+1]-s[low]))
	}},
	{"COUNTBLANK({V})+ROWS({V})", false, func(v, _ []int) string { return fmt.Sprint(len(v)) }},
}

// overview writes the figures of the register, and a column of such that no edit
// of it concerns.
func (b *book) overview(risks []risk, w *Workbook) {
	s := b.sheet(overview)
	s.text("A1", "Sammanställning till ledningen")
	var before, after, wasTreated, isTreated []int
	for i := range risks {
		r := &risks[i]
		before, after = append(before, r.value), append(after, r.right())
		wasTreated, isTreated = append(wasTreated, r.treatment), append(isTreated, treatmentOf(r.right()))
	}
	last := firstRow + len(risks) - 1
	area := func(from, to string) string {
		return fmt.Sprintf("%s!$%s$%d:$%s$%d", Register, from, firstRow, to, last)
	}
	fill := strings.NewReplacer("{V}", area("F", "F"), "{T}", area("G", "G"), "{N}", area("A", "A"), "{A}", area("A", "G"), "{F}", fmt.Sprintf("%s!$F$%d", Register, firstRow))
	for i, f := range dependants {
		at := ref(1, 3+i)
		s.text(ref(0, 3+i), fmt.Sprintf("Mått %d", i+1))
		s.formula(at, fill.Replace(f.formula), f.result(before, wasTreated), f.array)
		w.Results[overview+"!"+at] = f.result(after, isTreated)
	}
	// What no risk concerns. The last ones no program but their own can calculate.
	for i, f := range []struct{ formula, result string }{
		{"SUM(Data!$B$2:$B$9)", "360"}, {`INDIRECT("Data!B3")`, "20"}, {"OFFSET(Data!$B$2,2,0)", "30"},
		{`SUMPRODUCT((Data!$A$2:$A$9="Norr")*Data!$B$2:$B$9)`, "160"}, {"TODAY()*0+7", "7"},
		{"CUBEVALUE(\"Kub\",\"[Mått].[Antal]\")", "4711"}, {"_xlfn.STDEV.S(Data!$B$2:$B$9)", "24.4948974278318"},
		{`HYPERLINK("#Data!A1","Till data")`, "Till data"},
	} {
		s.formula(ref(3, 3+i), f.formula, f.result, false)
	}
}

// figures writes the sheet that pivots, slicers and data tables stand on.
func (b *book) figures() {
	s := b.sheet(figures)
	s.text("A1", "Område")
	s.text("B1", "Antal")
	for i := range 8 {
		s.text(ref(0, 2+i), [...]string{"Norr", "Söder"}[i%2])
		s.setNumber(ref(1, 2+i), float64(10*(i+1)))
	}
}
