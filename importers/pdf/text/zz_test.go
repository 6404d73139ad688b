package text

import (
	"context"
	"fmt"
	"os"
	"riskbok/importers/pdf/content"
	"riskbok/importers/pdf/objects"
	"strconv"
	"testing"
)

func TestZZ(t *testing.T) {
	b, _ := os.ReadFile(os.Getenv("TRY"))
	f, err := objects.Open(b, objects.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	n, _ := strconv.Atoi(os.Getenv("PG"))
	cache := content.Fonts{}
	for i := range f.Pages {
		if n > 0 && i != n-1 {
			continue
		}
		p, err := content.Run(context.Background(), f.Pages[i], cache, content.DefaultLimits)
		if err != nil {
			t.Error(err)
		}
		if os.Getenv("UP") != "" {
			p.Upright()
		}
		ws, ls := Read(p)
		if n > 0 {
			for _, l := range ls {
				fmt.Println("LINE", l.Text)
			}
		}
		for _, w := range ws {
			fmt.Printf("W\t%d\t%.2f\t%.2f\t%.2f\t%s\n", i+1, w.Box.X0, w.Box.X1, w.Base, w.Text)
		}
	}
}
