"""How the prints are made: one function for each program, all with the same first arguments.

Each writes a PDF of a title, lines of text, a table, and the tables of the definitions below it.
"""
import atexit
import html
import io
import os
import shutil
import subprocess
import tempfile

import docx
import pikepdf
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt
from PIL import Image
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen import canvas
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, Spacer, Table

TMP = tempfile.mkdtemp(prefix="prints-")
atexit.register(shutil.rmtree, TMP, True)
PROFILE = os.path.join(TMP, "profile")

# How wide the columns are beside each other.
SHARE = {"Nr": 30, "Kontrollområde": 85, "Identifierad risk": 150, "Sannolikhet": 75, "Konsekvens": 70, "Riskvärde": 60, "Rekommenderad riskhantering": 90, "Åtgärd": 120, "Ansvarig": 80, "Återrapporteras": 90,
         "Verksamhet": 150, "Budget 2026": 80, "Utfall 2026": 80, "Avvikelse": 80, "Värde": 45, "": 20}
NUMBERS = {"Riskvärde", "Budget 2026", "Utfall 2026", "Avvikelse"}


def run(*args):
    subprocess.run(args, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def pack(path):
    """Packs a PDF as tightly as its objects allow."""
    pikepdf.settings.set_flate_compression_level(9)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True, recompress_flate=True)


def office(source, path):
    """Has LibreOffice print a file."""
    out = os.path.dirname(source)
    run("soffice", "--headless", f"-env:UserInstallation=file://{PROFILE}", "--convert-to", "pdf", "--outdir", out, source)
    shutil.move(os.path.splitext(source)[0] + ".pdf", path)
    pack(path)


def widths(heads, total):
    share = [SHARE.get(h, 60) for h in heads]
    return [s * total / sum(share) for s in share]


def spreadsheet(path, title, text, heads, rows, extra=(), landscape=True, fit=True, turned=False, tiny=False, total=700, grid=True, row_height=None, font=None, slanted=0, turn_cells=(), valign="top", repeat=True, size=11, narrow=False):
    """LibreOffice prints a sheet. fit: on one page's width; else its columns go on over next pages. narrow: text of the definitions runs over their cells."""
    wb = Workbook()
    ws = wb.active
    ws.title = "Plan"
    thin = Side(style="thin")
    ws.append([title])
    ws["A1"].font = Font(bold=True, size=14)
    for t in text:
        ws.append([t])
    ws.append([])
    top = ws.max_row + 1

    def put(ws, r0, heads, rows):
        main = ws.title == "Plan"
        for r, cells in enumerate([heads, *rows]):
            for k, v in enumerate(cells):
                number = v.replace(" ", "").lstrip("-").isdigit()
                c = ws.cell(r0 + r, k + 1, int(v.replace(" ", "")) if number else v or None)
                if number and len(v) > 3:
                    c.number_format = "# ##0"
                if grid:
                    c.border = Border(thin, thin, thin, thin)
                turn = main and (turned and r == 0 and v or r and heads[k] in turn_cells)
                c.alignment = Alignment(wrap_text=main or not narrow, vertical="bottom" if turn else valign, text_rotation=(slanted or 90) if turn else 0)
                c.font = Font(bold=r == 0, size=5 if tiny else size, name=font or "Liberation Sans")
                if r == 0 and grid:
                    c.fill = PatternFill("solid", fgColor="DDE6EE")

    put(ws, top, heads, rows)
    w = widths(heads, total)
    ws.row_dimensions[top].height = 120 if turned else size * 1.3 * max(-(-len(h) * 7 * size / 10 // x) for h, x in zip(heads, w)) + 3
    for k, x in enumerate(w):
        ws.column_dimensions[chr(65 + k)].width = x / (12 if tiny else 5.5)
    for r, cells in enumerate(rows):
        lines = max(-(-len(v) * 5.6 * size / 10 // x) for v, x in zip(cells, w))
        if turn_cells:
            lines = max(lines, 7)
        ws.row_dimensions[top + 1 + r].height = row_height or (8 if tiny else size * 1.3) * max(lines, 1) + 3
    for name, eheads, erows in extra:
        if name:
            page = wb.create_sheet(name)
            page.append([name])
        put(page, page.max_row + 2, eheads, erows)
        for k in range(len(eheads)):
            page.column_dimensions[chr(65 + k)].width = 9 if narrow else 18
    for page in wb:
        page.page_setup.orientation = "landscape" if landscape else "portrait"
        page.page_setup.paperSize = 9
        if fit:
            page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
            page.page_setup.fitToHeight = 0
    if repeat:
        ws.print_title_rows = f"{top}:{top}"
    source = os.path.join(TMP, os.path.splitext(os.path.basename(path))[0] + ".xlsx")
    wb.save(source)
    office(source, path)


def word(path, title, text, heads, rows, extra=(), style="Table Grid", size=9, landscape=True, cant_split=False, repeat=False):
    """LibreOffice prints a Word document whose table has a built-in style."""
    d = docx.Document()
    s = d.sections[0]
    w, h = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    s.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    s.page_width, s.page_height = w, h
    s.left_margin = s.right_margin = Mm(15)
    d.styles["Normal"].font.name = "Liberation Sans"
    d.styles["Normal"].font.size = Pt(size)
    d.styles["Normal"].paragraph_format.space_after = Pt(0)
    d.add_paragraph(title).runs[0].font.size = Pt(15)
    for t in text:
        d.add_paragraph(t)

    def put(heads, rows):
        t = d.add_table(rows=1 + len(rows), cols=len(heads))
        if style:
            t.style = style
        t.autofit = False
        cols = widths(heads, (w - 2 * Mm(15)) / 12700)
        for r, cells in enumerate([heads, *rows]):
            row = t.rows[r]
            for k, v in enumerate(cells):
                c = row.cells[k]
                c.text = v
                c.width = Pt(cols[k])
            if cant_split:
                row._tr.get_or_add_trPr().append(docx.oxml.OxmlElement("w:cantSplit"))
        if repeat:
            t.rows[0]._tr.get_or_add_trPr().append(docx.oxml.OxmlElement("w:tblHeader"))

    put(heads, rows)
    for name, eheads, erows in extra:
        d.add_paragraph()
        if name:
            d.add_paragraph(name)
        put(eheads, erows)
    source = os.path.join(TMP, os.path.splitext(os.path.basename(path))[0] + ".docx")
    d.save(source)
    office(source, path)


CSS = {
    "grid": "td, th { border: 1px solid #333 }",
    "dotted": "td, th { border: 1px dotted #333 }",
    "dashed": "td, th { border: 1px dashed #333 }",
    "zebra": "tbody tr:nth-child(even) { background: #e3eaf2; print-color-adjust: exact }",
    "rule": "thead th { border-bottom: 1.5px solid #000 }",
    "rowlines": "td, th { border-bottom: 1px solid #999 }",
    "columnlines": "td, th { border-left: 1px solid #555; border-right: 1px solid #555 }",
    "headbox": "thead th { border: 1px solid #000 }",
    "frame": "table { border: 1px solid #000 }",
    "total": "tbody tr:last-child td { border-top: 1px solid #000 }",
    "everyother": "tbody tr:nth-child(odd) td { border: 1px solid #666 } thead th { border: 1px solid #666 }",
    "outerverticals": "table { border: 1px solid #000 } td, th { border-left: 1px solid #000 } ",
    "none": "",
}


def web(path, title, text, heads, rows, extra=(), style="grid", padding=3, size=9, landscape=True, turned=0, span=False, aside=(), total=None, font="Liberation Sans", valign="top", split=False, break_words=False, columns=None, bold=False, beside=False, running=False, groups=(), notes=(), fit=False):
    """Chromium prints a page. span: areas that repeat are merged; aside: text beside the table; beside: the definitions are; running: a header and a footer
    on each page; groups: headings of groups, by the row that they stand above; notes: cells with raised marks, by row and heading; fit: definitions as wide as their text."""
    total = total or (755 if landscape else 510) - (150 if aside else 225 if beside else 0)

    def mark(row, head):
        return f"<sup>{notes[row, head]}</sup>" if (row, head) in notes else ""

    def table(heads, rows, width, main):
        free = fit and not main
        cols = "" if free else "".join(f'<col style="width:{w:.1f}pt">' for w in widths(heads, width))
        th = "".join(f'<th class="{"r" if h in NUMBERS else ""}">' + (f"<span>{html.escape(h)}</span>" if turned and main else html.escape(h)) + "</th>" for h in heads)
        body, left = "", 0
        for r, cells in enumerate(rows):
            tds = ""
            if main and r in groups:
                body += f'<tr><th colspan={len(heads)}>{html.escape(groups[r])}</th></tr>'
            for k, v in enumerate(cells):
                more = ""
                if span and main and heads[k] == "Kontrollområde":
                    if left:
                        left -= 1
                        continue
                    left = 1
                    while r + left < len(rows) and rows[r + left][k] == v:
                        left += 1
                    more = f" rowspan={left}"
                    left -= 1
                tds += f'<td{more} class="{"r" if heads[k] in NUMBERS else ""}">{html.escape(v)}{mark(r, heads[k]) if main else ""}</td>'
            body += f"<tr>{tds}</tr>"
        return f'<table class="{"main" if main else ""}" style="{"table-layout: auto" if free else f"width:{width}pt"}">{cols}<thead><tr>{th}</tr></thead><tbody>{body}</tbody></table>'

    parts = f"<h1>{html.escape(title)}</h1>" + "".join(f"<p>{html.escape(t)}</p>" for t in text)
    main = table(heads, rows, total, True)
    if aside:
        main = f'<div class="beside"><div>{main}</div><div class="aside">' + "".join(f"<p>{html.escape(t)}</p>" for t in aside) + "</div></div>"
    defined = "".join(f"<p class=name>{html.escape(name)}</p>" + table(eheads, erows, 210 if beside else 300, False) for name, eheads, erows in extra)
    parts += f'<div class="beside"><div>{main}</div><div>{defined}</div></div>' if beside else main + defined
    boxes = f'@top-left {{ content: "{title} · Dnr 2025/00417"; font: 7pt "{font}" }} @bottom-right {{ content: "Beslutad 2025-11-20, sida " counter(page); font: 7pt "{font}" }}' if running else ""
    turn = f".main th {{ height: 105pt; vertical-align: bottom }} .main th span {{ writing-mode: vertical-rl; {'transform: rotate(180deg)' if turned == 90 else ''} }}" if turned else ""
    page = f"""<!doctype html><meta charset=utf-8><style>
@page {{ size: A4 {"landscape" if landscape else "portrait"}; margin: 15mm; {boxes} }}
body {{ font: {size}pt "{font}"; margin: 0 }} h1 {{ font-size: {size + 5}pt; margin: 0; font-weight: {"bold" if bold else "normal"} }} p {{ margin: 2pt 0 }}
.name {{ margin-top: 14pt }} table {{ border-collapse: collapse; margin-top: 8pt; table-layout: fixed }}
th {{ text-align: left; font-weight: {"bold" if bold else "normal"} }} td, th {{ padding: {padding}pt {padding + 1}pt; vertical-align: {valign} }} .r {{ text-align: right }}
tr {{ break-inside: {"auto" if split else "avoid"} }} .beside {{ display: flex; gap: 16pt }} .aside {{ width: 134pt; line-height: 1.31 }}
{"td, th { word-break: break-all }" if break_words else ""} {turn} {CSS[style]}</style>{parts}"""
    source = os.path.join(TMP, os.path.basename(path) + ".html")
    with open(source, "w") as f:
        f.write(page)
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={TMP}/chromium", "--no-pdf-header-footer", f"--print-to-pdf={path}", "file://" + source)
    pack(path)


RL = {
    "grid": [("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
    "headbox": [("BOX", (0, 0), (-1, 0), 0.5, colors.black), ("INNERGRID", (0, 0), (-1, 0), 0.5, colors.black)],
    "columnlines": [("LINEBEFORE", (0, 0), (-1, -1), 0.5, colors.black), ("LINEAFTER", (-1, 0), (-1, -1), 0.5, colors.black)],
    "rowlines": [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black)],
    "frame": [("BOX", (0, 0), (-1, -1), 0.8, colors.black)],
    "none": [],
    "rule": [("LINEBELOW", (0, 0), (-1, 0), 0.8, colors.black)],
    "total": [("LINEABOVE", (0, -1), (-1, -1), 0.8, colors.black)],
    "outer+verticals": [("BOX", (0, 0), (-1, -1), 0.8, colors.black), ("LINEBEFORE", (1, 0), (-1, -1), 0.5, colors.black)],
    "outer+verticals+total": [("BOX", (0, 0), (-1, -1), 0.8, colors.black), ("LINEBEFORE", (1, 0), (-1, -1), 0.5, colors.black), ("LINEABOVE", (0, -1), (-1, -1), 0.8, colors.black)],
    "headbox+rowlines": [("BOX", (0, 0), (-1, 0), 0.5, colors.black), ("INNERGRID", (0, 0), (-1, 0), 0.5, colors.black), ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black)],
    "headbox+frame": [("GRID", (0, 0), (-1, 0), 0.5, colors.black), ("BOX", (0, 0), (-1, -1), 0.5, colors.black)],
    "zebra": [("ROWBACKGROUNDS", (0, 1), (-1, -1), (colors.white, colors.HexColor("#e3eaf2")))],
    "firstcolumn": [("LINEAFTER", (0, 0), (0, -1), 0.5, colors.black), ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black)],
    "everyother": [],
}


def drawn(path, title, text, heads, rows, extra=(), style="grid", size=8, padding=3, total=None, page="landscape", valign="TOP", right=False, repeat=1, font="Helvetica", halves=False):
    """reportlab prints. halves: two halves of the list stand side by side."""
    paper = landscape(A4) if page == "landscape" else A4
    cell = ParagraphStyle("cell", fontName=font, fontSize=size, leading=1.2 * size)
    bold = ParagraphStyle("bold", parent=cell, fontName=font + "-Bold" if font != "Times-Roman" else "Times-Bold")
    flush = ParagraphStyle("flush", parent=cell, alignment=2)
    name = ParagraphStyle("name", parent=bold, fontSize=14, leading=18)
    marks = list(RL[style])
    if style == "everyother":
        for r in range(0, len(rows) + 1, 2):
            marks.append(("GRID", (0, r), (-1, r), 0.5, colors.black))
    marks += [("VALIGN", (0, 0), (-1, -1), valign), ("TOPPADDING", (0, 0), (-1, -1), padding), ("BOTTOMPADDING", (0, 0), (-1, -1), padding), ("LEFTPADDING", (0, 0), (-1, -1), padding + 1), ("RIGHTPADDING", (0, 0), (-1, -1), padding + 1)]

    def table(heads, rows, width):
        data = [[Paragraph(h, bold) for h in heads]]
        data += [[Paragraph(html.escape(v), flush if right and h in NUMBERS else cell) for h, v in zip(heads, r)] for r in rows]
        return LongTable(data, colWidths=widths(heads, width), repeatRows=repeat, style=marks)

    width = total or paper[0] - 80
    story = [Paragraph(title, name)] + [Paragraph(t, cell) for t in text] + [Spacer(1, 12)]
    if halves:
        half = (len(rows) + 1) // 2
        both = Table([[table(heads, rows[:half], width / 2 - 12), table(heads, rows[half:], width / 2 - 12)]], colWidths=[width / 2, width / 2], style=[("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0)])
        story.append(both)
    else:
        story.append(table(heads, rows, width))
    for ename, eheads, erows in extra:
        story += [Spacer(1, 14)] + ([Paragraph(ename, cell), Spacer(1, 6)] if ename else []) + [table(eheads, erows, 300)]
    SimpleDocTemplate(path, pagesize=paper, leftMargin=40, rightMargin=40, topMargin=40, bottomMargin=40).build(story)
    pack(path)


def two_up(path, source):
    """Puts two pages of a PDF on each sheet."""
    with pikepdf.open(source) as pdf:
        n = len(pdf.pages)
        for i in range(0, n, 2):
            pdf.add_blank_page(page_size=(842, 595))
            sheet = pikepdf.Page(pdf.pages[-1])
            for k in range(i, min(i + 2, n)):
                sheet.add_overlay(pikepdf.Page(pdf.pages[k]), pikepdf.Rectangle(421 * (k - i), 0, 421 * (k - i + 1), 595))
        del pdf.pages[:n]
        pdf.save(path)
    pack(path)


def recognized(path, source, dpi=200):
    """Scans a PDF as black and white dots and has its text recognized."""
    name = os.path.join(TMP, "scan")
    run("pdftoppm", "-r", str(dpi), "-gray", "-png", source, name)
    pages = [Image.open(os.path.join(TMP, f)).convert("L") for f in sorted(os.listdir(TMP)) if f.startswith("scan-")]
    pages[0].save(name + ".pdf", save_all=True, append_images=pages[1:], resolution=dpi)
    run("ocrmypdf", "-l", "swe", "--output-type", "pdf", "--optimize", "0", name + ".pdf", path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for o in pdf.objects:
            if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image":
                o.write(Image.open(io.BytesIO(o.read_raw_bytes())).convert("L").point(lambda v: 255 if v > 140 else 0).convert("1").tobytes())
                o.BitsPerComponent = 1
                if "/Filter" in o:
                    del o["/Filter"]
        pdf.save(path)
    pack(path)


def fields(path, title, text, heads, rows, extra=(), free=False, grid=True, size=8, appearance=True):
    """A grid whose cells are form fields, or FreeText annotations."""
    c = canvas.Canvas(path, pagesize=landscape(A4))
    notes = [[]]
    y = 560

    def fresh():
        nonlocal y
        c.showPage()
        notes.append([])
        y = 560

    def put(x, y, w, h, v, n):
        if free:
            notes[-1].append((x, y, w, h, v))
        elif v:
            c.acroForm.textfield(name=f"f{n}", value=v, x=x, y=y, width=w, height=h, fontSize=size, borderWidth=0, fontName="Helvetica", fieldFlags="multiline")

    c.setFont("Helvetica-Bold", 14)
    c.drawString(40, y, title)
    for t in text:
        y -= 16
        c.setFont("Helvetica", size)
        c.drawString(40, y, t)
    y -= 12
    n = 0
    for name, hs, rs in [("", heads, rows), *extra]:
        if name:
            y -= 22
            c.setFont("Helvetica", size)
            c.drawString(40, y, name)
            y -= 6
        cols = widths(hs, 760 if not name else 320)
        for r, cells in enumerate([hs, *rs]):
            h = (1.25 * size) * max(1, max(-(-len(v) * 0.52 * size // (w - 6)) for v, w in zip(cells, cols))) + 5
            if y - h < 40:
                fresh()
            x = 40
            for v, w in zip(cells, cols):
                if grid:
                    c.rect(x, y - h, w, h)
                if r == 0:
                    c.setFont("Helvetica-Bold", size)
                    for i, line in enumerate(wrap(v, w - 4, size)):
                        c.drawString(x + 2, y - 1.1 * size * (i + 1), line)
                else:
                    n += 1
                    put(x + 1, y - h + 1, w - 2, h - 2, v, n)
                x += w
            y -= h
    c.save()
    if free:
        annotate(path, notes, size)
    pack(path)


def wrap(v, w, size):
    from reportlab.lib.utils import simpleSplit
    return simpleSplit(v, "Helvetica", size, w)


def annotate(path, notes, size):
    """Puts FreeText annotations with an appearance on the pages."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        font = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica, Encoding=pikepdf.Name.WinAnsiEncoding))
        for page, list_ in zip(pdf.pages, notes):
            page.Annots = pdf.make_indirect(pikepdf.Array())
            for x, y, w, h, v in list_:
                if not v:
                    continue
                body = f"BT /F {size} Tf {1.15 * size} TL 2 {h - size} Td ".encode()
                for line in wrap(v, w - 4, size):
                    body += b"(" + line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252") + b") Tj T* "
                form = pdf.make_stream(body + b"ET", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, w, h], Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font)))
                page.Annots.append(pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[x, y, x + w, y + h], Contents=v, DA=f"/Helv {size} Tf 0 g", AP=pikepdf.Dictionary(N=form), F=4)))
        pdf.save(path)
