"""Registers whose levels are single digits, drawn without rulings or with few, in the ways in which cells are set.

The scale stands in running text, above the table or below it.
"""
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen import canvas

import forms

FONT = "Helvetica"


def bare(path, title, above, heads, rows, below=(), set="top", gap=3, size=9, pad=4, box=False, page="portrait", share=None, turned=()):
    """Draws the register. set: where cells stand in their rows. gap: the space between rows, points. box: the heading is boxed. turned: which headings are."""
    w, h = landscape(A4) if page == "landscape" else A4
    c = canvas.Canvas(path, pagesize=(w, h), invariant=1)
    share = share or {}
    narrow = [max([stringWidth(r[i], FONT, size) for r in rows] + ([size] if i in turned else [stringWidth(p, FONT + "-Bold", size) for p in heads[i].replace("-", "- ").split()])) + 2 * pad for i in range(len(heads))]
    room = w - 100 - sum(n for i, n in enumerate(narrow) if i not in share)
    wide = [room * share[i] if i in share else n for i, n in enumerate(narrow)]
    left = [50 + sum(wide[:i]) for i in range(len(wide) + 1)]
    y = h - 60
    c.setFont(FONT + "-Bold", size + 4)
    c.drawString(50, y, title)
    y -= 26

    def text(lines):
        nonlocal y
        c.setFont(FONT, size)
        for line in lines:
            for part in simpleSplit(line, FONT, size, w - 100):
                c.drawString(50, y, part)
                y -= 1.25 * size
        y -= size

    def row(cells, font, where, head=False):
        nonlocal y
        lines = [[] if head and i in turned else simpleSplit(v.replace("-", "- ") if head else v, font, size, wide[i] - 2 * pad + 1) for i, v in enumerate(cells)]
        high = max(len(l) for l in lines) * 1.2 * size + gap
        if y - high < 50:
            c.showPage()
            y = h - 60
        for i, list_ in enumerate(lines):
            free = high - gap - 1.2 * size * len(list_)
            for k, part in enumerate(list_):
                at = y - gap / 2 - size - 1.2 * size * k - free * {"top": 0, "middle": 0.5, "bottom": 1}[where]
                c.setFont(font, size)
                if 2 <= i <= 4:
                    c.drawCentredString((left[i] + left[i + 1]) / 2, at, part)
                else:
                    c.drawString(left[i] + pad, at, part)
            if head and box:
                c.rect(left[i], y - high, wide[i], high)
            if head and i in turned:
                c.saveState()
                c.translate((left[i] + left[i + 1]) / 2 + size / 3, y - high + 2)
                c.rotate(90)
                c.setFont(font, size)
                c.drawString(0, 0, cells[i])
                c.restoreState()
        y -= high

    text(above)
    if turned:
        y -= 60
    row(heads, FONT + "-Bold", "bottom" if turned else "top", True)
    for r in rows:
        row(r, FONT, set)
    y -= 18
    text(below)
    c.save()
    forms.pack(path)
