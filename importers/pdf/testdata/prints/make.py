#!/usr/bin/env python3
"""Makes the prints beside this file, and key.json that says what is right to read and to find in each.

Needs LibreOffice, Chromium, poppler-utils, ocrmypdf with Swedish, and the Python packages
openpyxl, python-docx, reportlab, Pillow and pikepdf. The Go tests need none of them: the prints are checked in. Run it
again only to add one; every run gives other bytes.

make.py [FOLDER [NAME...]]
"""
import json
import os
import sys

import bare
import forms
import words

HERE = os.path.dirname(os.path.abspath(__file__))
STYLES = ["Light List", "Light Shading", "Light Grid", "Medium Shading 1", "Medium Shading 2", "Medium List 1", "Medium List 2", "Medium Grid 1", "Medium Grid 2", "Medium Grid 3", "Dark List", "Colorful Shading", "Colorful List"]
ASIDE = ["Nämnden har gått igenom riskerna med förvaltningens chefer.", "De flesta är kända sedan tidigare år, men två av dem har ökat sedan i fjol. Arbetsgruppen har träffats tre gånger och hört besättningarna på båda lotsbåtarna.", "Planen följs upp i maj, i september och i årsbokslutet."]


def plans():
    """Each print of the plan: its name, how it is printed, how many columns."""
    yield "plan-office-portrait", forms.spreadsheet, 7, dict(landscape=False)
    yield "plan-office-tiny", forms.spreadsheet, 10, dict(tiny=True)
    yield "plan-office-turned", forms.spreadsheet, 10, dict(turned=True)
    yield "plan-office-wide", forms.spreadsheet, 10, dict(fit=False, landscape=False)
    yield "plan-office-wide-bare", forms.spreadsheet, 10, dict(fit=False, landscape=False, grid=False)
    for style in ("grid", "dotted", "zebra"):
        yield f"plan-web-{style}", forms.web, 8, dict(style=style)
    yield "plan-web-turned", forms.web, 8, dict(turned=90)
    yield "plan-web-rowspan", forms.web, 8, dict(span=True)
    yield "plan-web-aside", forms.web, 7, dict(aside=ASIDE)
    yield "plan-web-aside-bare", forms.web, 7, dict(aside=ASIDE, style="none", padding=4)
    yield "plan-web-narrow", forms.web, 10, dict(total=560, break_words=True)
    yield "plan-web-narrow-bare", forms.web, 8, dict(total=480, style="none", padding=4)
    for style in ("grid", "headbox", "columnlines", "frame", "none", "rule"):
        yield f"plan-drawn-{style}", forms.drawn, 8, dict(style=style)
    for style in STYLES:
        yield "plan-word-" + style.lower().replace(" ", "-"), forms.word, 8, dict(style=style)
    yield "plan-word-bare", forms.word, 8, dict(style=None)
    yield "plan-halves", forms.drawn, 6, dict(halves=True, style="grid", size=7)
    yield "plan-halves-bare", forms.drawn, 6, dict(halves=True, style="none", size=7)
    yield "plan-twoup", twoup, 8, dict(style="grid")
    yield "plan-twoup-bare", twoup, 8, dict(style="none", padding=4)
    yield "plan-scan", scan, 8, {}
    yield "plan-fields", forms.fields, 8, {}
    yield "plan-freetext", forms.fields, 8, dict(free=True)


GROUPS = {0: "Farleder och fyrar", 5: "Förvaltning", 10: "Kunder och säkerhet"}
NOTES = {(0, "Riskvärde"): "1", (2, "Sannolikhet"): "2)", (4, "Nr"): "3", (8, "Konsekvens"): "1,2"}


def levels():
    """Each print of the plan with a scale of its own, its definitions as three small tables below each other."""
    for style in ("none", "frame", "zebra", "rule", "grid"):
        yield f"web-{style}", forms.web, 8, dict(style=style, fit=True)
    yield "web-none-wide", forms.web, 8, dict(style="none", padding=1)
    yield "web-beside", forms.web, 7, dict(style="none", beside=True, fit=True)
    yield "web-running", forms.web, 8, dict(style="none", running=True, padding=5)
    yield "web-groups", forms.web, 8, dict(style="rule", groups=GROUPS, bold=True)
    yield "web-notes", forms.web, 8, dict(style="none", notes=NOTES)
    for style in ("grid", "rule", "none", "columnlines", "headbox"):
        yield f"drawn-{style}", forms.drawn, 8, dict(style=style)
    yield "word-bare", forms.word, 8, dict(style=None)
    yield "word-light-shading", forms.word, 8, dict(style="Light Shading", size=8)
    yield "word-medium-list-2", forms.word, 8, dict(style="Medium List 2")
    yield "office-narrow", forms.spreadsheet, 10, dict(narrow=True)
    yield "office-narrow-bare", forms.spreadsheet, 10, dict(narrow=True, grid=False)


def budgets():
    """Each print of a budget, once right and once wrong."""
    yield "office-portrait", forms.spreadsheet, dict(landscape=False, total=420)
    yield "web-zebra", forms.web, dict(style="zebra", total=420)
    yield "drawn-total", forms.drawn, dict(style="total", total=420, right=True)
    yield "drawn-columnlines", forms.drawn, dict(style="columnlines", total=420, right=True)
    yield "word-medium-shading-1", forms.word, dict(style="Medium Shading 1", landscape=False)
    yield "fields", forms.fields, {}
    yield "office-tiny", forms.spreadsheet, dict(tiny=True, total=420)
    yield "web-grid", forms.web, dict(style="grid", total=420)
    yield "web-aside-bare", forms.web, dict(style="none", padding=4, landscape=False, total=340, aside=ASIDE)
    yield "drawn-none", forms.drawn, dict(style="none", total=420, right=True)
    yield "drawn-headbox", forms.drawn, dict(style="headbox", total=420, right=True)
    yield "word-bare", forms.word, dict(style=None, landscape=False)


SAID = ["Sannolikheten bedöms som 1 = osannolik, 2 = mindre sannolik, 3 = möjlig eller 4 = sannolik. Konsekvensen bedöms som 1 = försumbar, 2 = lindrig, 3 = kännbar eller 4 = allvarlig.", "Riskvärde 1–2 accepteras, 3–8 reduceras och 9–16 minimeras."]
SHORT = ["Sannolikhet bedöms 1–4 och konsekvens 1–4. Riskvärde 1–2: Acceptera risk. Riskvärde 3–8: Reducera risk. Riskvärde 9–16: Minimera risk."]
END = ["Nämnden fastställer riskerna i december."]


def digits():
    """Each print of a register with digits: its name, the headings of its levels, what stands above and below, and how it is set."""
    usual = ["Sannolikhet", "Konsekvens", "Riskvärde"]
    yield "top", usual, SAID, END, {}
    yield "middle", usual, SHORT, END, dict(set="middle", gap=6)
    yield "bottom", usual, SAID, END, dict(set="bottom")
    yield "bottom-tight", usual, SHORT, [], dict(set="bottom", gap=0)
    yield "short-heads", ["S", "K", "RV"], ["S = sannolikhet 1–4, K = konsekvens 1–4, RV = riskvärde (S × K)."], SAID[1:], dict(gap=5)
    yield "broken-heads", ["Sannolikhet (1-4)", "Konsekvens (1-4)", "Risk-värde"], [], SHORT, dict(gap=2)
    yield "broken-heads-middle", ["Sanno-likhet", "Konse-kvens", "Risk-värde"], [], SAID, dict(set="middle", gap=4)
    yield "box-middle", usual, SHORT, END, dict(set="middle", box=True, page="landscape")
    yield "turned-bare", usual, [], SAID, dict(turned=(2, 3, 4))
    yield "two", usual, [], SHORT, dict(two=True)
    yield "spelled", usual, SHORT, [], dict(spelled=True)


def twoup(path, *args, **kw):
    source = os.path.join(forms.TMP, "single.pdf")
    forms.drawn(source, *args, page="portrait", size=7, **kw)
    forms.two_up(path, source)


def scan(path, *args, **kw):
    source = os.path.join(forms.TMP, "single.pdf")
    forms.web(source, *args, **kw)
    forms.recognized(path, source)


def main(folder=HERE, *only):
    key = {}
    for name, form, cols, how in plans():
        heads, rows, errors = words.plan(15, cols, how.get("span", False))
        key[name + ".pdf"] = {"risks": 15, "errors": [list(e) for e in errors]}
        if not only or name in only:
            form(os.path.join(folder, name + ".pdf"), words.PLAN_TITLE, [], heads, rows, [words.DEFINITIONS], **how)
    for name, form, cols, how in levels():
        heads, rows, errors = words.plan(15, cols, limits=words.OWN)
        file = f"levels-{name}"
        key[file + ".pdf"] = {"risks": 15, "errors": [list(e) for e in errors]}
        if not only or file in only:
            form(os.path.join(folder, file + ".pdf"), words.PLAN_TITLE, [], heads, rows, words.LEVELS, **how)
    for name, names, above, below, how in digits():
        n = 3 if how.pop("two", False) else 12
        heads, rows, errors = words.digits(n, names)
        if how.pop("spelled", False):
            heads, rows = words.spelled(heads, rows)
        file = f"digits-{name}"
        key[file + ".pdf"] = {"risks": n, "errors": [list(e) for e in errors]}
        if not only or file in only:
            bare.bare(os.path.join(folder, file + ".pdf"), words.DIGITS_TITLE, above, heads, rows, below, share={1: 0.55, len(heads) - 1: 0.45}, **how)
    for name, form, how in budgets():
        for wrong in (False, True):
            heads, rows, errors = words.budget(wrong)
            file = f"budget-{name}-{'wrong' if wrong else 'right'}"
            key[file + ".pdf"] = {"lines": 6, "errors": [list(e) for e in errors]}
            if not only or file in only:
                form(os.path.join(folder, file + ".pdf"), words.BUDGET_TITLE, [words.BUDGET_TEXT], heads, rows, **how)
    with open(os.path.join(folder, "key.json"), "w") as f:
        json.dump(key, f, ensure_ascii=False, indent=1)
        f.write("\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
