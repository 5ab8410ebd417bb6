#!/usr/bin/env python3
"""Read the worksheets of a folder with openpyxl: one line for each row, `unit TAB number TAB role`.

usage: read_worksheets.py FOLDER
"""

import pathlib
import re
import sys

import openpyxl

for path in sorted(pathlib.Path(sys.argv[1]).glob("*.xlsx")):
    if path.name == "index.xlsx":
        continue
    sheet = openpyxl.load_workbook(path).worksheets[0]
    unit = re.search(r"填报单位：([^　]+)", sheet["A2"].value)[1]
    header = [cell.value for cell in sheet[3]]
    number, role = header.index("序号"), header.index("本单位职责")
    for row in sheet.iter_rows(min_row=4, values_only=True):
        # The first row without a role closes the table.
        if not row[role]:
            break
        for word in row[role].split("、"):
            print(unit, row[number], word, sep="\t")
