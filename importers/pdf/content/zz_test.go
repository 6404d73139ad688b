package content

import (
	"context"
	"fmt"
	"os"
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
	p, err := Run(context.Background(), f.Pages[n-1], Fonts{}, DefaultLimits)
	if err != nil {
		t.Error(err)
	}
	for _, g := range p.Glyphs {
		fmt.Printf("%q %.1f-%.1f y%.1f s%.1f c%d r%d\n", g.Text, g.X, g.EndX, g.Y, g.Size, g.Clip, g.Run)
	}
	for _, l := range p.Lines {
		fmt.Printf("L %.1f,%.1f %.1f,%.1f w%.1f\n", l.X0, l.Y0, l.X1, l.Y1, l.Width)
	}
	for _, l := range p.Fills {
		fmt.Printf("F %.1f,%.1f %.1f,%.1f %.2f\n", l.X0, l.Y0, l.X1, l.Y1, l.Gray)
	}
}
