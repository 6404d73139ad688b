package zz
import ("testing";"os";"fmt";"context";"riskbok/importers";"riskbok/importers/source";"riskbok/config";"riskbok/rules";"riskbok/rules/model";"riskbok/rules/lang";"strings")
func TestTry(t *testing.T){
 var docs []*model.Document
 for i,f := range strings.Split(os.Getenv("FILES"),",") {
  b,_ := os.ReadFile(f)
  d,err := importers.Read(context.Background(), model.File{ID:int32(i),Name:f,Data:b}, source.Options{Vocabulary:config.Vocabulary()})
  if err!=nil {fmt.Println(f,err);continue}
  docs=append(docs,d)
  for _,r := range d.Registers { fmt.Printf("REG %q board=%q year=%d an=%v plan=%v scale=%d risks=%d left=%d heads=%d\n", r.Name,r.Board,r.Year,r.Analysis,r.Plan,r.Scale,len(r.Risks),len(r.Leftover),len(r.Heads)) }
  for _,r := range d.FollowUps { fmt.Printf("FU %q board=%q year=%d rows=%d periods=%v\n", r.Name,r.Board,r.Year,len(r.Rows),len(r.Periods)) }
  for _,s := range d.Scales { fmt.Printf("SCALE %q %d×%d treatments %+v\n", s.Name,len(s.Likelihood.Levels),len(s.Consequence.Levels),s.Treatments) }
 }
 books,fs := rules.Check(docs, rules.Settings{Vocabulary:config.Vocabulary()})
 rep := &rules.Report{Documents:docs,Books:books,Findings:fs}
 cat,_ := lang.Get("sv")
 n:=map[rules.Severity]int{}
 for _,f := range fs { n[f.Severity]++; p:=rep.Place(f.At); fmt.Printf("%s %s %s!%s [%s] %s | %s | %v %s\n", f.Severity,f.Rule,p.Sheet,f.At.Cell(),f.Risk,rules.Message(cat,rep,&f),f.Path,f.FixClass(), fmt.Sprint(f.Fix)) }
 fmt.Println(n, len(books))
}
