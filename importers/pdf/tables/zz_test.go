package tables
import ("testing";"os";"fmt";"context";"strconv";"riskbok/importers/pdf/objects";"riskbok/importers/pdf/content";"riskbok/importers/pdf/text")
func TestZZ(t *testing.T){ b,_:=os.ReadFile(os.Getenv("TRY")); f,err:=objects.Open(b,objects.DefaultLimits); if err!=nil{t.Fatal(err)}
 n,_:=strconv.Atoi(os.Getenv("PG")); p,err:=content.Run(context.Background(),f.Pages[n-1],content.Fonts{},content.DefaultLimits); if err!=nil{t.Error(err)}
 ws,_:=text.Read(p); tb,rest:=Find(Input{Page:p,Words:ws,Headings:func(string)bool{return false}})
 for _,t:=range tb { fmt.Println("T",t.Box,t.NumRows,t.NumCols,t.cols) }
 for _,l:=range text.Lines(rest) { fmt.Println("R",l.Base,l.Text) }
}
