"""Reads workbooks with openpyxl and writes beside each what stands in it.

Usage: read.py FOLDER. Every warning is an error. For FILE.xlsx the result is
FILE.xlsx.openpyxl.json: sheets with cells (value as stored, formula), merged
ranges and the number of cells with a drop-down; and the defined names.
"""

import datetime
import glob
import json
import os
import sys
import warnings

import openpyxl
from openpyxl.utils.datetime import to_excel
from openpyxl.utils.escape import unescape

warnings.simplefilter("error")


def text(value):
    """The value as the test compares it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)):
        return repr(float(to_excel(value)))
    if isinstance(value, (int, float)):
        return repr(float(value))
    # openpyxl leaves the codes of characters ("_x005F_") to its users.
    return unescape(str(value))


def formula(value):
    if hasattr(value, "text"):  # an array formula
        value = value.text
    return value[1:]


def names(book):
    found = book.defined_names
    if hasattr(found, "definedName"):  # until 3.0
        return [(n.name, n.attr_text) for n in found.definedName]
    local = [n for sheet in book.worksheets for n in sheet.defined_names.values()]
    return [(n.name, n.attr_text) for n in list(found.values()) + local]


def read(path):
    stored = openpyxl.load_workbook(path, data_only=True)
    typed = openpyxl.load_workbook(path)
    sheets = []
    for sheet in typed.worksheets:
        values = stored[sheet.title]
        cells = {}
        for row in sheet.iter_rows():
            for cell in row:
                is_formula = cell.data_type == "f"
                value = text(values[cell.coordinate].value)
                if value or is_formula:
                    cells[cell.coordinate] = [value, formula(cell.value) if is_formula else ""]
        lists = set()
        for rule in sheet.data_validations.dataValidation:
            for area in rule.sqref.ranges:
                lists.update(area.cells)
        sheets.append({
            "name": sheet.title,
            "cells": cells,
            "merged": sorted(str(area) for area in sheet.merged_cells.ranges),
            "validated": len(lists),
        })
    return {"sheets": sheets, "names": sorted(map(list, names(typed)))}


for path in sorted(glob.glob(os.path.join(sys.argv[1], "*.xlsx"))):
    try:
        result = read(path)
    except Exception as err:  # what a reader cannot take is the outcome
        result = {"error": f"{type(err).__name__}: {err}"}
    with open(path + ".openpyxl.json", "w", encoding="utf-8") as out:
        json.dump(result, out)
print(openpyxl.__version__)
