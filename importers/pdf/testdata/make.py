#!/usr/bin/env python3
"""Makes the sample PDFs beside this file, expected.json and words.tsv.

Needs LibreOffice, Chromium, Ghostscript, qpdf, poppler-utils, and the Python packages
openpyxl and reportlab. The Go tests need none of them: the PDFs are checked
in. Run it again only to add a sample; every run gives other bytes.
"""
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, Spacer
from reportlab.pdfgen import canvas

HERE = os.path.dirname(os.path.abspath(__file__))

ANALYSIS = ["Kontrollområde", "Identifierad risk", "Nr", "Sannolikhet", "Konsekvens", "Riskvärde", "Rekommenderad riskhantering"]
LEVELS = {"Osannolik": 1, "Mindre sannolik": 2, "Möjlig": 3, "Sannolik": 4, "Försumbar": 1, "Lindrig": 2, "Kännbar": 3, "Allvarlig": 4}
RISKS = [
    ("Lokaler", "Bibliotekets brandlarm provas inte", "Osannolik", "Allvarlig"),
    ("Lokaler", "Simhallens reningsanläggning stannar och badet måste hållas stängt under flera veckor i högsäsong", "Möjlig", "Allvarlig"),
    ("Ekonomi", "Fakturor betalas två gånger", "Mindre sannolik", "Lindrig"),
    ("Ekonomi", "Bidrag till föreningar betalas ut utan att villkoren är uppfyllda, eftersom redovisningen inte granskas", "Möjlig", "Kännbar"),
    ("Personal", "Timvikarier saknar utdrag ur belastningsregistret", "Mindre sannolik", "Allvarlig"),
    ("Personal", "Nyckelkompetens försvinner när två chefer går i pension samma år", "Sannolik", "Kännbar"),
    ("Informationssäkerhet", "Låntagares uppgifter lämnas ut till fel person", "Mindre sannolik", "Kännbar"),
    ("Informationssäkerhet", "Bokningssystemet ligger nere i mer än ett dygn så att lokaler dubbelbokas", "Möjlig", "Lindrig"),
    ("Upphandling", "Avtal löper ut utan ny upphandling", "Osannolik", "Lindrig"),
    ("Upphandling", "Inköp görs utanför avtal", "Sannolik", "Försumbar"),
    ("Barn och unga", "Ledare på kolloverksamheten har inte gått utbildningen i barns rättigheter", "Mindre sannolik", "Lindrig"),
    ("Ärendehantering", "Beslut fattas utan stöd i delegationsordningen och måste göras om av nämnden", "Mindre sannolik", "Kännbar"),
]


def treatment(value):
    return "Acceptera risk" if value <= 3 else "Reducera risk" if value <= 11 else "Minimera risk"


def analysis():
    rows = []
    for i, (area, event, l, c) in enumerate(RISKS):
        v = LEVELS[l] * LEVELS[c]
        rows.append([area, event, f"R{i + 1}", l, c, str(v), treatment(v)])
    return rows


PLAN = ["Nr", "Inriktning", "Åtgärd", "Ansvarig", "Kostnad", "Återrapporteras"]
ACTIONS = [
    ("R1", "Provning av larmet skrivs in i vaktmästarens månadslista och kvitteras av enhetschefen.", "Bibliotekschef", "", "T2, Årsbokslut"),
    ("R2", "Reservdelar till pumparna läggs på lager. Driftpersonalen övar nödstopp två gånger om året tillsammans med entreprenören, och protokoll från övningen lämnas till nämnden.", "Badchef", "120 000", "T1, T2, Årsbokslut"),
    ("R3", "Kontroll av dubbletter före varje betalning.", "Ekonom", "", "Årsbokslut"),
    ("R4", "Stickprov på tio föreningar varje termin.", "Föreningskonsulent", "15 000", "T1, T2"),
    ("R5", "Ingen anställning registreras utan utdrag.", "HR-partner", "", "T1"),
    ("R6", "Plan för överlämning tas fram för båda tjänsterna. Efterträdarna anställs tre månader före avgång.", "Förvaltningschef", "450 000", "T1, T2, Årsbokslut"),
    ("R8", "Manuell bokningslista skrivs ut varje kväll.", "Enhetschef lokaler", "", "T2"),
    ("R12", "Utbildning i delegationsordningen för alla chefer.", "Nämndsekreterare", "8 500", "Årsbokslut"),
]
BY_NUMBER = {r[2]: r for r in analysis()}


def plan():
    return [[n, BY_NUMBER[n][6], act, owner, cost, rep] for n, act, owner, cost, rep in ACTIONS]


FOLLOWUP = ["Nr", "Åtgärd", "Ansvarig", "T1", "T2", "T3"]
REPORTS = [
    ("Larmet har provats varje månad och ett fel i östra flygeln är åtgärdat.", "Provningen fortgår utan anmärkning.", ""),
    ("Övningen är framflyttad till hösten eftersom badet var stängt för ombyggnad.", "Övningen är genomförd. Två brister i larmkedjan hittades och är rättade. Entreprenören har fått en skriftlig erinran, och en ny övning är inbokad till våren.", ""),
    ("Inga dubbletter har hittats.", "En dubblett på 4 300 kronor har hittats och återkrävts.", ""),
    ("Stickproven visar att nio av tio föreningar redovisar rätt. Den tionde har fått anstånd till september och har därefter kommit in med en rättad redovisning.", "Alla tio är godkända.", ""),
    ("Rutinen följs.", "Rutinen följs, men tre utdrag var äldre än ett år och har begärts in på nytt.", ""),
    ("Planen är klar för den ena tjänsten.", "Planen är klar för båda tjänsterna. Rekryteringen börjar i november.", ""),
    ("Listan skrivs ut, men inte på helgerna. Ett schema är på väg.", "Schemat är infört även på helgerna.", ""),
    ("Utbildningen hölls den 3 mars.", "Nya chefer har fått utbildningen enskilt.", ""),
]


def followup():
    rows = []
    for turn in (1, 2, 3):
        for (n, act, owner, _, _), rep in zip(ACTIONS, REPORTS):
            rows.append([f"R{int(n[1:]) + 12 * (turn - 1)}", act, owner, *rep])
    return rows


LIKELY = ["Sannolikhet", "Definition", "Värde"]
LIKELIHOODS = [["Osannolik", "Risken är i praktiken obefintlig", "1"], ["Mindre sannolik", "Det händer sällan", "2"], ["Möjlig", "Det kan hända varje år", "3"], ["Sannolik", "Det händer ofta", "4"]]
BUDGET = ["Verksamhet", "Budget 2026", "Utfall 2026", "Avvikelse", "Budget 2027"]
BUDGETS = [["Bibliotek", "-18 450", "-18 212", "238", "-18 900"], ["Bad och idrott", "-31 200", "-32 905", "-1 705", "-32 100"], ["Föreningsbidrag", "-7 800", "-7 790", "10", "-8 000"], ["Kulturskola", "-9 640", "-9 401", "239", "-9 815"], ["Summa", "-67 090", "-68 308", "-1 218", "-68 815"]]

TABLES = [("Riskanalys 2027", ANALYSIS, analysis()), ("Internkontrollplan 2027", PLAN, plan())]
LONG = [("Uppföljning av internkontrollplan 2026", FOLLOWUP, followup())]
SMALL = [("Definitioner", LIKELY, LIKELIHOODS), ("Ekonomi, tkr", BUDGET, BUDGETS)]
BOARD = ["Nämnd: Kultur- och fritidsnämnden i Exempelhamn", "Upprättad: 2026-10-12"]
WIDTHS = {"Riskanalys 2027": [95, 225, 30, 85, 70, 60, 150], "Internkontrollplan 2027": [30, 90, 260, 110, 60, 155],
          "Uppföljning av internkontrollplan 2026": [32, 190, 95, 170, 170, 48],
          "Definitioner": [110, 220, 50], "Ekonomi, tkr": [130, 80, 80, 70, 80]}
RIGHT = {"Riskvärde", "Kostnad", "Värde", "Budget 2026", "Utfall 2026", "Avvikelse", "Budget 2027"}
TEXT = ["Nämnden har gått igenom riskerna tillsammans med förvaltningens chefer. Genomgången visar att de flesta riskerna är kända sedan tidigare år, men att två av dem har ökat.", "Förvaltningen föreslår att nämnden fastställer planen och ger förvaltningschefen i uppdrag att återkomma med en första uppföljning i maj."]


def run(*args):
    subprocess.run(args, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def out(name):
    return os.path.join(HERE, name + ".pdf")


def libreoffice(tmp, name, tables, scale=6, lines=None):
    """lines: rows get the height of this many lines; None: what Excel left
    out, so that text runs over the rows' edges."""
    wb = Workbook()
    wb.remove(wb.active)
    thin = Side(style="thin")
    for title, heads, rows in tables:
        ws = wb.create_sheet(title[:30])
        ws.append([title])
        ws["A1"].font = Font(bold=True, size=16)
        for line in BOARD:
            ws.append([line])
        ws.append([])
        ws.append(heads)
        for r in rows:
            ws.append([int(v.replace(" ", "")) if h in RIGHT and v else v or None for h, v in zip(heads, r)])
        for k, w in enumerate(WIDTHS[title]):
            ws.column_dimensions[chr(65 + k)].width = w / scale
        for row in ws.iter_rows(min_row=5, max_col=len(heads)):
            if lines:
                ws.row_dimensions[row[0].row].height = 13.5 * lines
            for c in row:
                c.border = Border(thin, thin, thin, thin)
                c.alignment = Alignment(wrap_text=True, vertical="top")
                if c.row == 5:
                    c.font = Font(bold=True)
                    c.fill = PatternFill("solid", fgColor="D9E2F3")
                elif isinstance(c.value, int) and abs(c.value) > 999:
                    c.number_format = "# ##0"
        ws.page_setup.orientation = "landscape"
        ws.page_setup.paperSize = 9
        ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        ws.page_setup.fitToHeight = 0
        ws.print_title_rows = "5:5"
    path = os.path.join(tmp, name + ".xlsx")
    wb.save(path)
    run("soffice", "--headless", f"-env:UserInstallation=file://{tmp}/profile", "--convert-to", "pdf", "--outdir", tmp, path)
    shutil.move(os.path.join(tmp, name + ".pdf"), out(name))


def page(tables, css, text=()):
    parts = []
    for title, heads, rows in tables:
        widths = WIDTHS[title]
        cols = "".join(f'<col style="width:{w}pt">' for w in widths)
        head = "".join(f'<th class="{"r" if h in RIGHT else ""}">{html.escape(h)}</th>' for h in heads)
        body = "".join("<tr>" + "".join(f'<td class="{"r" if h in RIGHT else ""}">{html.escape(v)}</td>' for h, v in zip(heads, r)) + "</tr>" for r in rows)
        intro = "".join(f"<p>{html.escape(x)}</p>" for x in text or BOARD)
        after = "".join(f"<p>{html.escape(x)}</p>" for x in text)
        parts.append(f"<section><h1>{html.escape(title)}</h1>{intro}<table style='width:{sum(widths)}pt'>{cols}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{after}</section>")
    return f"""<!doctype html><meta charset=utf-8><style>
@page {{ size: A4 landscape; margin: 15mm }}
body {{ font: 10pt "Liberation Sans", sans-serif; margin: 0 }} h1 {{ font-size: 15pt; margin: 0 }} p {{ margin: 2pt 0 }}
section {{ break-after: page }} table {{ border-collapse: collapse; margin-top: 8pt; table-layout: fixed }}
th {{ text-align: left }} td, th {{ padding: 3pt 4pt }} .r {{ text-align: right }} tr {{ break-inside: avoid }}
{css}</style>{"".join(parts)}"""


BORDERS = "td, th { border: 1px solid #444; vertical-align: top }"
ZEBRA = "td, th { vertical-align: top } tbody tr:nth-child(even) { background: #e6ecf5; print-color-adjust: exact }"
BARE = "td, th { vertical-align: top; padding: 4pt 5pt }"
SPLIT = "tr { break-inside: auto } @page { size: A4 landscape; margin: 15mm } td { orphans: 1; widows: 1 }"
FLOW = "section { break-after: auto; margin-bottom: 16pt } section p { max-width: 480pt }"
CHROMIUM = {
    "chromium-borders": (TABLES, BORDERS, ()),
    "chromium-zebra": (TABLES, ZEBRA, ()),
    "chromium-rule": (TABLES, "td, th { vertical-align: top } thead th { border-bottom: 1px solid #000 }", ()),
    "chromium-bare": (TABLES, BARE, ()),
    "chromium-middle": (TABLES, "td, th { vertical-align: middle; padding: 5pt 5pt }", ()),
    "chromium-separate": (TABLES, BORDERS + "table { border-collapse: separate; border-spacing: 2px }", ()),
    "long-borders": (LONG, BORDERS, ()),
    "long-split": (LONG, BORDERS + SPLIT, ()),
    "long-bare": (LONG, BARE, ()),
    "long-zebra": (LONG, ZEBRA, ()),
    "small-borders": (SMALL, BORDERS + FLOW, TEXT),
    "small-bare": (SMALL, BARE + FLOW, TEXT),
    "small-zebra": (SMALL, ZEBRA + FLOW, TEXT),
}


def chromium(tmp):
    for name, (tables, css, text) in CHROMIUM.items():
        src = os.path.join(tmp, name + ".html")
        with open(src, "w") as f:
            f.write(page(tables, css, text))
        run("chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp}/chromium", "--no-pdf-header-footer", f"--print-to-pdf={out(name)}", "file://" + src)


def reportlab(name, tables, style):
    cell = ParagraphStyle("cell", fontName="Helvetica", fontSize=8, leading=9.6)
    bold = ParagraphStyle("bold", parent=cell, fontName="Helvetica-Bold")
    right = ParagraphStyle("right", parent=cell, alignment=2)
    title = ParagraphStyle("title", parent=bold, fontSize=15, leading=18)
    story = []
    for name_, heads, rows in tables:
        widths = WIDTHS[name_]
        data = [[Paragraph(h, bold) for h in heads]]
        data += [[Paragraph(html.escape(v), right if h in RIGHT else cell) for h, v in zip(heads, r)] for r in rows]
        story += [Paragraph(name_, title)] + [Paragraph(x, cell) for x in BOARD] + [Spacer(1, 10)]
        story += [LongTable(data, colWidths=widths, repeatRows=1, style=style), Spacer(1, 40)]
    SimpleDocTemplate(out(name), pagesize=landscape(A4), leftMargin=40, rightMargin=40, topMargin=40, bottomMargin=40).build(story)


def sideways():
    """Draws a table turned by 90° on a page that does not say so."""
    c = canvas.Canvas(out("reportlab-sideways"), pagesize=A4)
    c.translate(A4[0], 0)
    c.rotate(90)
    title, heads, rows = TABLES[0]
    c.setFont("Helvetica-Bold", 14)
    c.drawString(40, 550, title)
    c.setFont("Helvetica", 8)
    y = 530
    for r in [heads] + rows:
        x = 40
        short = [v if len(v) < 44 else v[:40].rsplit(" ", 1)[0] for v in r]
        for h, v, w in zip(heads, short, WIDTHS[title]):
            c.rect(x, y - 16, w, 16)
            if h in RIGHT:
                c.drawRightString(x + w - 1, y - 11, v)
            else:
                c.drawString(x + 1, y - 11, v)
            x += w
        y -= 16
    c.save()
    return [heads] + [[v if len(v) < 44 else v[:40].rsplit(" ", 1)[0] for v in r] for r in rows]


def words():
    """Writes what pdftotext says are the words of some samples: page, left
    and right edge, text."""
    lines = []
    for name in ("libreoffice", "chromium-bare", "reportlab-rule", "ghostscript"):
        text = subprocess.run(["pdftotext", "-bbox", out(name), "-"], check=True, capture_output=True, text=True).stdout
        page = 0
        for line in text.splitlines():
            page += "<page " in line
            m = re.search(r'xMin="([\d.]+)".* xMax="([\d.]+)".*?>(.*)</word>', line)
            if m:
                lines.append(f"{name}.pdf\t{page}\t{float(m[1]):.2f}\t{float(m[2]):.2f}\t{html.unescape(m[3])}\n")
    with open(os.path.join(HERE, "words.tsv"), "w") as f:
        f.writelines(lines)


def main():
    tmp = tempfile.mkdtemp()
    try:
        libreoffice(tmp, "libreoffice", TABLES, lines=4)
        libreoffice(tmp, "libreoffice-low", TABLES, scale=3.2)
        libreoffice(tmp, "long-libreoffice", LONG, lines=6)
        chromium(tmp)
        grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        reportlab("reportlab-grid", TABLES, grid)
        reportlab("long-reportlab", LONG, grid)
        reportlab("reportlab-rule", TABLES, [("LINEBELOW", (0, 0), (-1, 0), 0.8, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
        turned = sideways()
        run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", "-o", out("ghostscript"), out("chromium-borders"))
        run("qpdf", "--object-streams=generate", "--compress-streams=y", out("libreoffice"), out("objstm"))
        run("qpdf", "--linearize", out("libreoffice"), out("linearized"))
        run("qpdf", "--rotate=+90", out("libreoffice"), out("rotated"))
        run("qpdf", "--encrypt", "", "owner", "256", "--", out("libreoffice"), out("aes256"))
        run("qpdf", "--encrypt", "", "owner", "128", "--use-aes=y", "--", out("libreoffice"), out("aes128"))
        run("qpdf", "--allow-weak-crypto", "--encrypt", "", "owner", "40", "--", out("libreoffice"), out("rc4-40"))
        run("qpdf", "--encrypt", "secret", "owner", "256", "--", out("libreoffice"), out("password"))
    finally:
        shutil.rmtree(tmp, ignore_errors=True)
    words()

    def cells(tables):
        return [[heads] + rows for _, heads, rows in tables]

    expected = {"tables": {"full": cells(TABLES), "long": cells(LONG), "small": cells(SMALL), "sideways": [turned]}, "files": {}}
    for f in sorted(os.listdir(HERE)):
        if f.endswith(".pdf") and f != "password.pdf":
            kind = f[:-4].split("-")
            expected["files"][f] = kind[0] if kind[0] in expected["tables"] else kind[-1] if kind[-1] == "sideways" else "full"
    with open(os.path.join(HERE, "expected.json"), "w") as f:
        json.dump(expected, f, ensure_ascii=False, indent=1)
        f.write("\n")


if __name__ == "__main__":
    sys.exit(main())
