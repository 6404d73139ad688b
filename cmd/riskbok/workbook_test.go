package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// makeInput is the script command "workbook KIND FILE…": small inputs of an
// invented board.
func makeInput(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: workbook KIND FILE…")
	}
	data, err := inputOf(args[0])
	ts.Check(err)
	for _, name := range args[1:] {
		path := ts.MkAbs(name)
		ts.Check(os.MkdirAll(filepath.Dir(path), 0o777))
		ts.Check(os.WriteFile(path, data, 0o666))
	}
}

func inputOf(kind string) ([]byte, error) {
	switch kind {
	case "right":
		return plan("Hamnnämnden", 8)
	case "alias":
		return plan("HKN", 8)
	case "wrong":
		return plan("Hamnnämnden", 4)
	case "pdf":
		return os.ReadFile(filepath.FromSlash("../../importers/pdf/testdata/chromium-borders.pdf"))
	case "undecided":
		return undecided(8)
	case "misspelt":
		return undecided(6)
	case "circular":
		return circular(false)
	case "iterated":
		return circular(true)
	case "circles":
		return circles()
	case "prices":
		return book("Priser", [][]any{{"Vara", "Antal", "Pris"}, {"Tross", 4, 250}, {"Boj", 2, 900}})
	case "odd":
		return odd()
	case "encrypted":
		return encrypted()
	case "truncated":
		data, err := plan("Hamnnämnden", 8)
		return data[:len(data)/2], err
	case "empty":
		return nil, nil
	case "text":
		return []byte("Hej!\nDet här är ett brev.\n"), nil
	case "xls":
		return append([]byte{0x09, 0x08, 0x10, 0, 0, 0x06, 0x05, 0}, make([]byte, 600)...), nil
	case "docx":
		return zipped("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
			"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
			"word/document.xml", "<document/>")
	case "ods":
		return zipped("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<x/>")
	}
	return nil, fmt.Errorf("unknown kind of workbook %q", kind)
}

// plan is a risk analysis and plan on one sheet. The value of R1 should be 8.
func plan(board string, score int) ([]byte, error) {
	return book("Riskanalys", [][]any{
		{"Riskanalys och internkontrollplan 2026"}, {"Nämnd: " + board}, {"Upprättad: 2025-10-03"}, {"Beslutad: 2025-11-20"}, {},
		{"Nr", "Kontrollområde", "Identifierad risk", "Sannolikhet", "Konsekvens", "Riskvärde", "Rekommenderad riskhantering", "Inriktning", "Åtgärd", "Ansvarig", "Återrapporteras"},
		{"R1", "Kajer", "Kajen stängs vid storm", "Mindre sannolik", "Allvarlig", score, "Reducera risk", "Reducera risk", "Rutin för storm tas fram", "Hamnchefen", "T1, T2"},
		{"R2", "Kajer", "Is på kajen", "Osannolik", "Lindrig", 2, "Acceptera risk", "Acceptera risk", "", "", ""},
	})
}

// undecided is a plan of which one error follows from two levels, one label is
// misspelt, of a risk whose value should be 8, and one owner is missing.
func undecided(score int) ([]byte, error) {
	return book("Riskanalys", [][]any{
		{"Riskanalys och internkontrollplan 2026"}, {"Nämnd: Hamnnämnden"}, {"Upprättad: 2025-10-03"}, {"Beslutad: 2025-11-20"}, {},
		{"Nr", "Kontrollområde", "Identifierad risk", "Sannolikhet", "Konsekvens", "Riskvärde", "Rekommenderad riskhantering", "Inriktning", "Åtgärd", "Ansvarig", "Återrapporteras"},
		{"R1", "Kajer", "Kajen stängs vid storm", "Mindre sannolik", "Allvarlig", 4, "Reducera risk", "Reducera risk", "Rutin för storm tas fram", "Hamnchefen", "T1, T2"},
		{"R2", "Kajer", "Bommen fastnar", "Mindre sanolik", "Allvarlig", score, "Reducera risk", "Reducera risk", "Bommen smörjs", "Hamnchefen", "T1, T2"},
		{"R3", "Kranar", "Kranen står still", "Möjlig", "Allvarlig", 12, "Reducera risk", "Reducera risk", "Avtal om jour", "", "T1, T2"},
		{"R4", "Kajer", "Is på kajen", "Osannolik", "Lindrig", 2, "Acceptera risk", "Acceptera risk", "", "", ""},
	})
}

// circular is a plan whose risk values are formulas: that of R2 reads its own cell, that
// of R3 does so through the cell beside the table, and that of R4 in a branch that is not
// taken. Where it iterates, that is meant.
func circular(iterates bool) ([]byte, error) {
	f, err := filled("Riskanalys", [][]any{
		{"Riskanalys 2026"}, {"Nämnd: Hamnnämnden"}, {"Upprättad: 2025-10-03"}, {"Beslutad: 2025-11-20"}, {},
		{"Nr", "Identifierad risk", "Sannolikhet", "Konsekvens", "Riskvärde"},
		{"R1", "Kajen stängs vid storm", 2, 2, 4}, {"R2", "Bommen fastnar", 2, 4, 8}, {"R3", "Kranen står still", 3, 2, 6, "", 0},
		{"R4", "Is på kajen", 2, 3, 6}, {"R5", "Bränsle rinner ut", 3, 3, 9}, {"R6", "Bojen sliter sig", 1, 2, 2}, {"R7", "Ankaret draggar", 1, 3, 3},
	})
	if err != nil {
		return nil, err
	}
	for cell, text := range map[string]string{
		"E7": "C7*D7", "E8": "C8*D8+E8*0.5", "E9": "C9*D9+G9", "G9": "E9-6", "E10": `IF(C10>9,E10+1,C10*D10)`,
		"E11": "C11*D11", "E12": "C12*D12", "E13": "C13*D13",
	} {
		if err := f.SetCellFormula("Riskanalys", cell, text); err != nil {
			return nil, err
		}
	}
	if err := f.SetCalcProps(&excelize.CalcPropsOptions{Iterate: &iterates}); err != nil {
		return nil, err
	}
	return written(f, excelize.Options{})
}

// circles is a plan of which all risk values are formulas that read their own cell, and
// show 0 as Excel does.
func circles() ([]byte, error) {
	rows := [][]any{
		{"Riskanalys 2026"}, {"Nämnd: Hamnnämnden"}, {"Upprättad: 2025-10-03"}, {"Beslutad: 2025-11-20"}, {},
		{"Nr", "Identifierad risk", "Sannolikhet", "Konsekvens", "Riskvärde"},
	}
	risks := []string{"Kajen stängs vid storm", "Bommen fastnar", "Kranen står still", "Is på kajen"}
	for i, risk := range risks {
		rows = append(rows, []any{"R" + strconv.Itoa(i+1), risk, 2, 2, 0})
	}
	f, err := filled("Riskanalys", rows)
	if err != nil {
		return nil, err
	}
	for i := range risks {
		row := strconv.Itoa(7 + i)
		if err := f.SetCellFormula("Riskanalys", "E"+row, "C"+row+"*D"+row+"+E"+row); err != nil {
			return nil, err
		}
	}
	return written(f, excelize.Options{})
}

// odd is a plan and its follow-up under headings that no vocabulary has. The
// value of 2 should be 6.
func odd() ([]byte, error) {
	f, err := filled("Oro", [][]any{
		{"Hamnens oro 2026"}, {"Hamn: Hamnnämnden", "", "Uppsatt: 2025-10-03", "Klubbad: 2025-11-20"},
		{"Lnr", "Var i hamnen", "Det som oroar oss", "Hur troligt", "Hur illa", "Produkten", "Vad vi gör åt det", "Knep", "Sköts av", "Berättas"},
		{1, "Kajen", "Pollare lossnar", "Ibland", "Förskräckligt", 6, "Gör något", "Dra åt dem i mars", "Hamnkaptenen", "Höst"},
		{2, "Kranen", "Linan slits av", "Ofta", "Illa", 5, "Gör något", "Byt lina varje vår", "Kranföraren", "Vår"},
		{3, "Kiosken", "Glassen tar slut", "Knappast", "Går bra", 1, "Låt bero"},
	})
	if err != nil {
		return nil, err
	}
	if _, err := f.NewSheet("Vaktbok"); err != nil {
		return nil, err
	}
	for i, row := range [][]any{
		{"Hamnens vaktbok 2026"}, {"Lnr", "Knep", "Sköts av", "Vår", "Höst"},
		{1, "Dra åt dem i mars", "Hamnkaptenen", "Gjort i mars", "Klart"}, {2, "Byt lina varje vår", "Kranföraren", "Bytt", "Klart"},
	} {
		if err := f.SetSheetRow("Vaktbok", "A"+strconv.Itoa(i+1), &row); err != nil {
			return nil, err
		}
	}
	return written(f, excelize.Options{})
}

func book(sheet string, rows [][]any) ([]byte, error) {
	f, err := filled(sheet, rows)
	if err != nil {
		return nil, err
	}
	return written(f, excelize.Options{})
}

func encrypted() ([]byte, error) {
	f, err := filled("Blad", [][]any{{"hemligt"}})
	if err != nil {
		return nil, err
	}
	return written(f, excelize.Options{Password: "hamn"})
}

func filled(sheet string, rows [][]any) (*excelize.File, error) {
	f := excelize.NewFile()
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		return nil, err
	}
	for i, row := range rows {
		if err := f.SetSheetRow(sheet, "A"+strconv.Itoa(i+1), &row); err != nil {
			return nil, err
		}
	}
	return f, nil
}

func written(f *excelize.File, opts excelize.Options) ([]byte, error) {
	defer f.Close()
	var b bytes.Buffer
	err := f.Write(&b, opts)
	return b.Bytes(), err
}

func zipped(pairs ...string) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(pairs); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: pairs[i], Method: zip.Store})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(pairs[i+1])); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}

// lookAtCell is "sheet FILE SHEET CELL TEXT": a cell shows a text.
func lookAtCell(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 4 {
		ts.Fatalf("usage: sheet FILE SHEET CELL TEXT")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	got, err := f.GetCellValue(args[1], args[2])
	ts.Check(err)
	if (got == args[3]) == neg {
		ts.Fatalf("%s %s %s shows %q", args[0], args[1], args[2], got)
	}
}

// sameBytes is "same FILE FILE".
func sameBytes(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: same FILE FILE")
	}
	if (ts.ReadFile(args[0]) == ts.ReadFile(args[1])) == neg {
		ts.Fatalf("%s and %s: unexpected", args[0], args[1])
	}
}

// exitCode is "code N COMMAND…": the program ends with just this exit code.
// Its outputs are in the files out.txt and err.txt, for cmp and grep.
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N COMMAND…")
	}
	path, err := exec.LookPath(args[1])
	if err != nil {
		path = filepath.Join(filepath.SplitList(ts.Getenv("PATH"))[0], args[1])
	}
	var out, errs bytes.Buffer
	cmd := exec.Command(path, args[2:]...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = ts.MkAbs("."), &out, &errs
	for _, name := range []string{"HOME", "PATH", "TMPDIR", "OPENED", "RISKBOK_LANG", "RISKBOK_FAIL_ON", "RISKBOK_AS_OF", "RISKBOK_CONFIG", "RISKBOK_LOG_LEVEL", "RISKBOK_TEMPLATE", "RISKBOK_TEMPLATES"} {
		if v := ts.Getenv(name); v != "" {
			cmd.Env = append(cmd.Env, name+"="+v)
		}
	}
	err = cmd.Run()
	if cmd.ProcessState == nil {
		ts.Check(err)
	}
	ts.Check(os.WriteFile(ts.MkAbs("out.txt"), out.Bytes(), 0o666))
	ts.Check(os.WriteFile(ts.MkAbs("err.txt"), errs.Bytes(), 0o666))
	ts.Logf("[stdout]\n%s[stderr]\n%s", out.String(), errs.String())
	if got := strconv.Itoa(cmd.ProcessState.ExitCode()); got != args[0] {
		ts.Fatalf("exit code %s, expected %s", got, args[0])
	}
}
