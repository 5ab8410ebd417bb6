#!/usr/bin/env python3
"""Say what a workbook holds, as openpyxl sees it: one `key TAB value` a line, line feeds in values as \\n."""

import re
import sys
import zipfile
from xml.etree import ElementTree

import openpyxl


def say(key, value):
    print(key + "\t" + str(value).replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t"))


def cells(sheet, prefix):
    for row in sheet.iter_rows():
        for cell in row:
            key = f"{prefix}/{cell.coordinate}"
            if cell.value is not None:
                say(f"{key}/{cell.data_type}", cell.value)
            if cell.comment:
                say(f"{key}/note", cell.comment.text)
            if cell.hyperlink:
                say(f"{key}/link", cell.hyperlink.target or cell.hyperlink.location)
            if cell.has_style and sheet.sheet_state == "visible":
                say(f"{key}/font", f"{cell.font.name} {cell.font.sz:g}")
                say(f"{key}/locked", int(cell.protection.locked))
                say(f"{key}/format", cell.number_format)
                say(f"{key}/vertical", cell.alignment.vertical)


def sheet_facts(sheet, prefix):
    say(f"{prefix}/state", sheet.sheet_state)
    for merged in sorted(str(r) for r in sheet.merged_cells.ranges):
        say(f"{prefix}/merge/{merged}", 1)
    for number, row in sheet.row_dimensions.items():
        if row.height:
            say(f"{prefix}/height/{number}", f"{row.height:g}")
        if row.hidden:
            say(f"{prefix}/hiddenrow/{number}", 1)
    for name, column in sheet.column_dimensions.items():
        say(f"{prefix}/width/{name}", f"{column.width:.1f}")
        if column.hidden:
            say(f"{prefix}/hiddencolumn/{name}", 1)
    for rule in sheet.data_validations.dataValidation:
        say(f"{prefix}/validation/{rule.sqref}", f"{rule.type} {rule.formula1} {rule.formula2} {rule.error}")
    for area, rules in sheet.conditional_formatting._cf_rules.items():
        for rule in rules:
            say(f"{prefix}/rule/{area.sqref}/{rule.priority}", rule.formula[0])
    say(f"{prefix}/filter", sheet.auto_filter.ref)
    say(f"{prefix}/freeze", sheet.freeze_panes)
    say(f"{prefix}/titles", sheet.print_title_rows)
    say(f"{prefix}/area", re.sub(r".*!|[\[\]']", "", str(sheet.print_area)))
    say(f"{prefix}/page", f"{sheet.page_setup.paperSize} {sheet.page_setup.orientation}")
    say(f"{prefix}/fit", f"{int(bool(sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage))}"
        f" {sheet.page_setup.fitToWidth} {sheet.page_setup.fitToHeight}")
    say(f"{prefix}/footer", sheet.oddFooter.center.text)
    protection = sheet.protection
    say(f"{prefix}/protected", int(protection.sheet))
    say(f"{prefix}/password", protection.password)
    say(f"{prefix}/forbidden", " ".join(
        name for name in ("sort", "autoFilter", "formatRows", "formatColumns", "insertRows") if getattr(protection, name)))
    say(f"{prefix}/charts", len(sheet._charts))
    for number, chart in enumerate(sheet._charts, 1):
        kind = " ".join(str(getattr(chart, name)) for name in ("barDir", "grouping") if getattr(chart, name, None))
        say(f"{prefix}/chart/{number}", f"{type(chart).__name__} {kind}".strip())
        for series in chart.series:
            parts = [series] + list(getattr(series, "dPt", None) or [])
            fills = [part.spPr.solidFill.srgbClr for part in parts if part.spPr and part.spPr.solidFill]
            say(f"{prefix}/chart/{number}/series/{series.val.numRef.f.split('!')[1]}", " ".join(fills))
        if hasattr(chart, "y_axis"):
            say(f"{prefix}/chart/{number}/step", chart.y_axis.majorUnit)
    say(f"{prefix}/breaks", " ".join(str(b.id) for b in sheet.row_breaks.brk))


def custom_properties(path):
    """openpyxl reads them from version 3.1 on only."""
    with zipfile.ZipFile(path) as package:
        if "docProps/custom.xml" not in package.namelist():
            return
        for item in ElementTree.fromstring(package.read("docProps/custom.xml")):
            yield item.get("name"), "".join(item.itertext())


def main(path):
    book = openpyxl.load_workbook(path)
    say("sheets", "|".join(book.sheetnames))
    say("active", book.active.title)
    for name in ("title", "subject", "creator", "keywords", "description", "created"):
        say(f"property/{name}", getattr(book.properties, name))
    for name, value in custom_properties(path):
        say(f"custom/{name}", value)
    for sheet in book.worksheets:
        cells(sheet, sheet.title)
        sheet_facts(sheet, sheet.title)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    main(sys.argv[1])
