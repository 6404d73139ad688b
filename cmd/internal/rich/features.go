package rich

import (
	"fmt"
	"strings"
)

// feature adds to a workbook what riskbok has no notion of.
type feature struct {
	name string
	add  func(b *book)
}

var features = []feature{
	{"pivot", pivot}, {"slicer", slicer}, {"threads", threads}, {"macros", macros}, {"1904", since1904}, {"protection", protection},
	{"external", external}, {"signature", signature}, {"custom-xml", customXML}, {"sparklines", sparklines}, {"data-table", dataTable},
	{"table", table}, {"formats", formats}, {"drawing", drawing},
}

// pivot sums up the data sheet, on a sheet of its own.
func pivot(b *book) {
	s := b.sheet("Pivot")
	s.text("A3", "Radetiketter")
	s.text("B3", "Summa av Antal")
	s.text("A4", "Norr")
	s.setNumber("B4", 160)
	s.text("A5", "Söder")
	s.setNumber("B5", 200)
	const cache, table = "xl/pivotCache/pivotCacheDefinition1.xml", "xl/pivotTables/pivotTable1.xml"
	id := b.relate("xl/workbook.xml", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml", false)
	b.pivots = `<pivotCaches><pivotCache cacheId="7" r:id="` + id + `"/></pivotCaches>`
	records := b.relate(cache, "pivotCacheRecords", "pivotCacheRecords1.xml", false)
	b.part(cache, kindType+"spreadsheetml.pivotCacheDefinition+xml", head+`<pivotCacheDefinition xmlns="`+mainNS+`" xmlns:r="`+relNS+`" r:id="`+records+`" refreshOnLoad="0" recordCount="2" createdVersion="6" refreshedVersion="6" minRefreshableVersion="3">`+
		`<cacheSource type="worksheet"><worksheetSource ref="A1:B9" sheet="Data"/></cacheSource><cacheFields count="2"><cacheField name="Område" numFmtId="0"><sharedItems count="2"><s v="Norr"/><s v="Söder"/></sharedItems></cacheField>`+
		`<cacheField name="Antal" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" containsInteger="1" minValue="10" maxValue="80"/></cacheField></cacheFields></pivotCacheDefinition>`)
	b.part("xl/pivotCache/pivotCacheRecords1.xml", kindType+"spreadsheetml.pivotCacheRecords+xml", head+`<pivotCacheRecords xmlns="`+mainNS+`" count="2"><r><x v="0"/><n v="10"/></r><r><x v="1"/><n v="20"/></r></pivotCacheRecords>`)
	b.relate(s.part, "pivotTable", "../pivotTables/pivotTable1.xml", false)
	b.relate(table, "pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml", false)
	b.part(table, kindType+"spreadsheetml.pivotTable+xml", head+`<pivotTableDefinition xmlns="`+mainNS+`" name="Pivottabell1" cacheId="7" dataCaption="Värden" updatedVersion="6" minRefreshableVersion="3" createdVersion="6">`+
		`<location ref="A3:B5" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="3"><item x="0"/><item x="1"/><item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields>`+
		`<rowFields count="1"><field x="0"/></rowFields><rowItems count="2"><i><x/></i><i><x v="1"/></i></rowItems><colItems count="1"><i/></colItems><dataFields count="1"><dataField name="Summa av Antal" fld="1" baseField="0" baseItem="0"/></dataFields></pivotTableDefinition>`)
}

// slicer filters the table of the data sheet.
func slicer(b *book) {
	const x14, x15 = msKinds + "spreadsheetml/2009/9/main", msKinds + "spreadsheetml/2010/11/main"
	tableOn(b, 9, "Antal_per_område")
	s := b.named(figures)
	id := b.relate(s.part, msKinds+"2007/relationships/slicer", "../slicers/slicer1.xml", false)
	s.extensions = `<extLst><ext xmlns:x15="` + x15 + `" uri="{3A4CF648-6AED-40f4-86FF-DC5316D8AED3}"><x14:slicerList xmlns:x14="` + x14 + `"><x14:slicer r:id="` + id + `"/></x14:slicerList></ext></extLst>`
	b.part("xl/slicers/slicer1.xml", "application/vnd.ms-excel.slicer+xml", head+`<slicers xmlns="`+x14+`"><slicer name="Område" cache="Utsnitt_Område" caption="Område" rowHeight="241300"/></slicers>`)
	cache := b.relate("xl/workbook.xml", msKinds+"2007/relationships/slicerCache", "slicerCaches/slicerCache1.xml", false)
	b.part("xl/slicerCaches/slicerCache1.xml", "application/vnd.ms-excel.slicerCache+xml", head+`<slicerCacheDefinition xmlns="`+x14+`" name="Utsnitt_Område" sourceName="Område"><extLst><x:ext xmlns:x="`+mainNS+`" xmlns:x15="`+x15+
		`" uri="{2F2917AC-EB37-4324-AD4E-5DD8C200BD13}"><x15:tableSlicerCache tableId="9" column="1"/></x:ext></extLst></slicerCacheDefinition>`)
	b.names = addName(b.names, `<definedName name="Utsnitt_Område">#N/A</definedName>`)
	b.extensions = `<extLst><ext xmlns:x15="` + x15 + `" uri="{46BE6895-7355-4a93-B00E-2C351335B9C9}"><x15:slicerCaches xmlns:x14="` + x14 + `"><x14:slicerCache r:id="` + cache + `"/></x15:slicerCaches></ext></extLst>`
}

func addName(list, name string) string {
	return "<definedNames>" + strings.TrimSuffix(strings.TrimPrefix(list, "<definedNames>"), "</definedNames>") + name + "</definedNames>"
}

// tableOn makes the data sheet's cells a table.
func tableOn(b *book, id int, name string) {
	s := b.named(figures)
	part := fmt.Sprintf("xl/tables/table%d.xml", id)
	rel := b.relate(s.part, "table", "../tables/"+part[len("xl/tables/"):], false)
	s.tables = `<tableParts count="1"><tablePart r:id="` + rel + `"/></tableParts>`
	b.part(part, kindType+"spreadsheetml.table+xml", head+fmt.Sprintf(`<table xmlns="%s" id="%d" name="%s" displayName="%s" ref="A1:B9" totalsRowShown="0"><autoFilter ref="A1:B9"/><tableColumns count="2"><tableColumn id="1" name="Område"/><tableColumn id="2" name="Antal"/></tableColumns><tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`, mainNS, id, name, name))
}

func table(b *book) {
	if b.named(figures).tables == "" {
		tableOn(b, 3, "Antal")
	}
}

// threads are comments with answers on the register, and the notes that old
// programs see instead.
func threads(b *book) {
	s := b.named(Register)
	const uid = "{3C1B8D4E-0A54-4F0E-9D13-5B8A7C2E6F01}"
	s.legacy = `<legacyDrawing r:id="` + b.relate(s.part, "vmlDrawing", "../drawings/vmlDrawing1.vml", false) + `"/>`
	b.relate(s.part, "comments", "../comments1.xml", false)
	b.relate(s.part, msKinds+"2017/10/relationships/threadedComment", "../threadedComments/threadedComment1.xml", false)
	b.part("xl/drawings/vmlDrawing1.vml", "", `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>`+
		`<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s1025" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="infoBackground [80]"><x:ClientData ObjectType="Note"><x:Row>6</x:Row><x:Column>2</x:Column></x:ClientData></v:shape></xml>`)
	b.part("xl/comments1.xml", kindType+"spreadsheetml.comments+xml", head+`<comments xmlns="`+mainNS+`" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="xr" xmlns:xr="`+msKinds+`spreadsheetml/2014/revision"><authors><author>tc=`+uid+`</author></authors><commentList><comment ref="C7" authorId="0" shapeId="0" xr:uid="`+uid+`"><text><t>[Trådad kommentar] Stämmer det här?</t></text></comment></commentList></comments>`)
	b.part("xl/threadedComments/threadedComment1.xml", "application/vnd.ms-excel.threadedcomments+xml", head+`<ThreadedComments xmlns="`+msKinds+`spreadsheetml/2018/threadedcomments"><threadedComment ref="C7" dT="2025-09-01T08:00:00.00" personId="{9B6A1D0C-7F52-4B8E-8A57-0E1C2D3F4A5B}" id="`+uid+`"><text>Stämmer det här?</text></threadedComment></ThreadedComments>`)
	b.relate("xl/workbook.xml", msKinds+"2017/10/relationships/person", "persons/person.xml", false)
	b.part("xl/persons/person.xml", "application/vnd.ms-excel.person+xml", head+`<personList xmlns="`+msKinds+`spreadsheetml/2018/threadedcomments"><person displayName="Kanslist" id="{9B6A1D0C-7F52-4B8E-8A57-0E1C2D3F4A5B}" userId="kanslist" providerId="None"/></personList>`)
}

// macros are a project that no program here opens.
func macros(b *book) {
	b.extension = "xlsm"
	b.relate("xl/workbook.xml", msKinds+"2006/relationships/vbaProject", "vbaProject.bin", false)
	b.part("xl/vbaProject.bin", "", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"+strings.Repeat("\x00\x01\x02\xff", 300))
}

func since1904(b *book) {
	b.properties = `<workbookPr date1904="1"/>`
	s := b.named(overview)
	s.text("F3", "Senast ändrad")
	s.setNumber("G3", 44000)
	s.formula("G4", "YEAR(G3)", "2024", false)
}

func protection(b *book) {
	b.protection = `<workbookProtection lockStructure="1"/>`
	b.named(Register).protection = `<sheetProtection algorithmName="SHA-512" hashValue="q83vEjRWeJA=" saltValue="EjRWeJCrze8=" spinCount="100000" sheet="1" objects="1" scenarios="1"/>`
}

// external is a link to another workbook, with what was last read there.
func external(b *book) {
	const part = "xl/externalLinks/externalLink1.xml"
	path := b.relate(part, "externalLinkPath", "../Budget%202026.xlsx", true)
	b.part(part, kindType+"spreadsheetml.externalLink+xml", head+`<externalLink xmlns="`+mainNS+`"><externalBook xmlns:r="`+relNS+`" r:id="`+path+`"><sheetNames><sheetName val="Totalt 2026"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="2"><cell r="B2"><v>912</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`)
	b.external = `<externalReferences><externalReference r:id="` + b.relate("xl/workbook.xml", "externalLink", "externalLinks/externalLink1.xml", false) + `"/></externalReferences>`
	b.named(overview).formula("D20", "'[1]Totalt 2026'!$B$2", "912", false)
}

// signature signs the workbook, in form.
func signature(b *book) {
	const space = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature"
	b.relate("", space+"/origin", "_xmlsignatures/origin.sigs", false)
	b.part("_xmlsignatures/origin.sigs", "", "")
	b.relate("_xmlsignatures/origin.sigs", space+"/signature", "sig1.xml", false)
	b.part("_xmlsignatures/sig1.xml", "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml", head+`<Signature xmlns="http://www.w3.org/2000/09/xmldsig#" Id="idPackageSignature"><SignedInfo/><SignatureValue>AAAA</SignatureValue></Signature>`)
}

// customXML is what document systems put into a workbook.
func customXML(b *book) {
	b.relate("xl/workbook.xml", "customXml", "../customXml/item1.xml", false)
	b.relate("customXml/item1.xml", "customXmlProps", "itemProps1.xml", false)
	b.part("customXml/item1.xml", "", `<?xml version="1.0"?><diarium xmlns="urn:exempel:diarium"><nummer>HN-2025-0007</nummer><status>Expedierad</status></diarium>`)
	b.part("customXml/itemProps1.xml", kindType+"customXmlProperties+xml", head+`<ds:datastoreItem ds:itemID="{6F9619FF-8B86-D011-B42D-00CF4FC964FF}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>`)
	b.part("docProps/custom.xml", kindType+"custom-properties+xml", head+`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Diarienummer"><vt:lpwstr>HN-2025-0007</vt:lpwstr></property></Properties>`)
	b.relate("", "custom-properties", "docProps/custom.xml", false)
}

// sparklines are small lines in cells of the register.
func sparklines(b *book) {
	b.named(Register).extensions = `<extLst><ext xmlns:x14="` + msKinds + `spreadsheetml/2009/9/main" uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups xmlns:xm="` + msKinds + `excel/2006/main"><x14:sparklineGroup type="column" displayEmptyCellsAs="gap"><x14:colorSeries rgb="FF376092"/><x14:sparklines><x14:sparkline><xm:f>Riskanalys!F7:F12</xm:f><xm:sqref>J7</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>`
}

// dataTable asks what becomes of a figure for other amounts.
func dataTable(b *book) {
	s := b.named(figures)
	s.formula("E2", "B2*3", "30", false)
	for i, r := range []string{"3", "6", "9"} {
		s.setNumber(ref(3, 3+i), float64(i+1))
		if i == 0 {
			s.put("E3", `<c r="E3"><f t="dataTable" ref="E3:E5" dt2D="0" dtr="0" r1="B2"/><v>%s</v></c>`, r)
		} else {
			s.put(ref(4, 3+i), `<c r="%s"><v>%s</v></c>`, ref(4, 3+i), r)
		}
	}
}

// formats colour the register by rules, old and new.
func formats(b *book) {
	b.named(Register).formats = `<conditionalFormatting sqref="F7:F30"><cfRule type="colorScale" priority="1"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFFFFFF"/><color rgb="FFF8696B"/></colorScale></cfRule></conditionalFormatting>` +
		`<conditionalFormatting sqref="G7:G30"><cfRule type="containsText" dxfId="0" priority="2" operator="containsText" text="Minimera"><formula>NOT(ISERROR(SEARCH("Minimera",G7)))</formula></cfRule></conditionalFormatting>` +
		`<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="D7:D30"><formula1>"Osannolik,Mindre sannolik,Möjlig,Sannolik"</formula1></dataValidation></dataValidations>`
}

// drawing is a text box beside the register.
func drawing(b *book) {
	s := b.named(Register)
	s.drawing = `<drawing r:id="` + b.relate(s.part, "drawing", "../drawings/drawing1.xml", false) + `"/>`
	const a, xdr = "http://schemas.openxmlformats.org/drawingml/2006/main", "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
	b.part("xl/drawings/drawing1.xml", kindType+"drawing+xml", head+`<xdr:wsDr xmlns:xdr="`+xdr+`" xmlns:a="`+a+`"><xdr:twoCellAnchor><xdr:from><xdr:col>8</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>10</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>`+
		`<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="Ruta 1"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="400000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="sv-SE"/><a:t>Fylls i av enheterna</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`)
}
