package output

import "testing"

func TestHarmlessCell(t *testing.T) {
	for in, want := range map[string]string{
		"=1+1": " =1+1", "+46 8 508": "+46 8 508", "+cmd|'/c calc'!A1": " +cmd|'/c calc'!A1", "-1 200,50": "-1 200,50", "@SUM(1)": " @SUM(1)", "\t=1": " \t=1",
		"\u200b=1": " \u200b=1", "\ufeff=1": " \ufeff=1", "\u00a0=1": " \u00a0=1", "\n=1": " \n=1", "\x01=1": " \x01=1", "＝1": " ＝1", " =1": " =1", "": "", "a=b": "a=b",
	} {
		if got := HarmlessCell(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
