#!/usr/bin/env python3
"""Fill in worksheets as units do, plant a fault in a copy of one, and hold fenjie to finding it.

usage: planted_faults.py FENJIE openpyxl|libreoffice|csv

Faults and what must be said of each stand in the table FAULTS. Every workbook is checked as openpyxl saves it, as LibreOffice
saves it again, or as CSV in GB18030. Prints each difference; exits with 1 where there is one.
"""

import csv
import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import zipfile

sys.dont_write_bytecode = True

import openpyxl

import returned_sheets as sheets

UNIT = "县住建局"
TABLE = """\
序号,一级任务,二级任务,具体要求,责任单位,完成时限
1,城市更新,老旧小区,改造老旧小区二十个（含加装电梯）,县住建局,2026年9月底前
2,城市更新,老旧小区,建立物业服务评价制度,县住建局、县财政局,2026年6月底前
3,城市更新,地下管网,更换燃气老旧管线三十公里,县住建局,2026年年底前
4,城市更新,地下管网,完成排水管网普查,县水务局、县住建局,2026年11月底前
5,民生保障,安居住房,建设保障性住房五百套,牵头单位：县住建局；配合单位：县财政局,2026年年底前
6,民生保障,安居住房,发放住房补贴一千户,县住建局,全年
7,民生保障,优质教育,新建幼儿园两所,县教育局,2026年8月底前
8,民生保障,优质教育,开展校舍安全检查,县教育局、县住建局,每季度末
9,民生保障,供水安全,更换水厂滤料,县水务局,2026年5月底前
10,安全生产,施工安全,检查在建工地一百处次,县住建局,持续推进
11,安全生产,防汛备汛,加固堤防五公里,县水务局,2026年5月底前
12,安全生产,防汛备汛,储备抢险物资,县水务局、县财政局,2026年6月底前
"""

# What is done to the workbook and what must be said: `code cell` by its code and cell, `code` alone where it has no cell.
# Rows are 4 to 11, the header is row 3; A to G were issued, H to M are filled in, N and O are for programs.
FAULTS = [
    ("clean", lambda b, s: None, []),
    # Rows.
    ("row gone", lambda b, s: sheets.delete_row(s, 7), ["row-missing"]),
    ("two rows gone", lambda b, s: [sheets.delete_row(s, 9), sheets.delete_row(s, 5)], ["row-missing", "row-missing"]),
    ("row emptied", lambda b, s: sheets.clear(s, 9), ["row-missing"]),
    ("row added", lambda b, s: sheets.insert_row(s, 12, ["13", "安全生产", "施工安全", "自行开展的工作", "负责", UNIT, "全年",
                                                           "做了", "正在推进"]), ["row-added A12"]),
    ("row twice", lambda b, s: sheets.insert_row(s, 7, sheets.values(s, 6)), ["row-repeated A7"]),
    ("row twice, hidden key too", lambda b, s: sheets.insert_row(s, 12, sheets.values(s, 4, 15)), ["group-parted B12", "row-repeated A12"]),
    ("rows moved", lambda b, s: sheets.swap_rows(s, 8, 9), ["rows-moved A9"]),
    ("rows sorted without the hidden columns", lambda b, s: sheets.swap_rows(s, 8, 9, columns=13), ["rows-moved A9"]),
    # Issued text.
    ("deadline changed", sheets.put("G4", "2026年12月底前"), ["issued-text-changed G4"]),
    ("requirement changed", sheets.put("D8", "建设保障性住房三百套"), ["issued-text-changed D8"]),
    ("requirement cut", sheets.put("D4", "改造老旧小区二十个"), ["issued-text-changed D4"]),
    ("unit changed", sheets.put("F5", "县财政局"), ["issued-text-changed F5"]),
    ("role changed", sheets.put("E8", "配合"), ["issued-text-changed E8"]),
    ("number changed", sheets.put("A6", "33"), ["issued-text-changed A6"]),
    ("group changed", sheets.put("B4", "城市建设"), ["issued-text-changed B4"]),
    ("two cells changed", lambda b, s: [sheets.put("G4", "2026年年底")(b, s), sheets.put("D4", "改造小区")(b, s)],
     ["issued-text-changed D4", "issued-text-changed G4"]),
    ("requirement and number emptied", lambda b, s: [sheets.put("A6", None)(b, s), sheets.put("D6", None)(b, s)],
     ["issued-text-changed D6", "value-missing A6", "value-missing D6"]),
    ("a space came in", sheets.put("D8", "建设保障性住房 五百套"), ["issued-text-spacing D8"]),
    ("trailing spaces", sheets.put("G4", "2026年9月底前  "), ["issued-text-spacing G4"]),
    ("line break came in", sheets.put("D8", "建设保障性住房\n五百套"), ["issued-text-spacing D8"]),
    ("half-width brackets", sheets.put("D4", "改造老旧小区二十个(含加装电梯)"), ["issued-text-spacing D4"]),
    ("full-width figures", sheets.put("A5", "２"), ["issued-text-spacing A5"]),
    ("number became a number", sheets.put("A5", 2), []),
    # Columns.
    ("column gone", lambda b, s: sheets.delete_column(s, 11), ["column-removed"]),
    ("issued column gone", lambda b, s: sheets.delete_column(s, 7), ["column-removed"]),
    ("column added", lambda b, s: sheets.insert_column(s, 8, "经办科室", "综合科"), ["column-added H3"]),
    ("column renamed", sheets.put("H3", "工作进展"), ["column-renamed H3"]),
    ("column renamed beyond its meaning", sheets.put("M3", "佐证资料集"), ["column-renamed M3"]),
    ("issued column renamed", sheets.put("D3", "工作内容"), ["column-renamed D3"]),
    ("column hidden", lambda b, s: sheets.hide_column(s, 11), ["column-hidden K3"]),
    ("columns swapped", lambda b, s: sheets.swap_columns(s, 8, 12), []),
    ("columns for programs shown", lambda b, s: sheets.show_columns(s, 14, 15), []),
    # Cells.
    ("formula failed", sheets.put("L6", "#REF!"), ["formula-error L6"]),
    ("date with dots", sheets.put("J4", "2026.3.5"), ["date-as-text J4"]),
    ("date in Chinese", sheets.put("J4", "2026年3月5日"), ["date-as-text J4"]),
    ("date with full-width figures", sheets.put("J4", "２０２６－０３－０５"), ["date-as-text J4"]),
    ("date of eight figures", sheets.put("J4", 20260305), ["date-as-text J4"]),
    ("date without year", sheets.put("J4", "3月5日"), ["not-a-date J4"]),
    ("date as a bare day count", sheets.put("J4", 46086), ["not-a-date J4"]),
    ("no such day", sheets.put("J4", "2026-02-30"), ["not-a-date J4"]),
    ("cells merged", lambda b, s: sheets.merge(s, "H9:H10"), ["merge-changed H9"]),
    ("issued cells merged", lambda b, s: sheets.merge(s, "G4:G5"), ["issued-text-changed G5", "merge-changed G4"]),
    ("spans undone and filled", lambda b, s: sheets.unmerge(s, fills=True), ["merge-changed B4", "merge-changed C4"]),
    ("spans undone", lambda b, s: sheets.unmerge(s, fills=False), ["merge-changed B4", "merge-changed C4"]),
    # The rules of the form.
    ("status unknown", sheets.put("I5", "差不多了"), ["value-not-allowed I5"]),
    ("status with a space inside", sheets.put("I5", "正在 推进"), ["value-spacing I5"]),
    ("status with spaces around", sheets.put("I5", " 正在推进　"), []),
    ("status empty", sheets.put("I5", None), ["status-missing I5"]),
    ("percentage for a status", sheets.put("I5", "100 %"), ["value-not-allowed I5"]),
    ("done without date", sheets.put("J4", None), ["completion-date-missing J4"]),
    ("done without evidence", sheets.put("M4", None), ["evidence-missing M4"]),
    ("date without being done", sheets.put("J5", datetime.date(2026, 3, 1)), ["completion-date-unexpected J5"]),
    ("progress empty", sheets.put("H5", None), ["progress-missing H5"]),
    ("progress says the status", sheets.put("H5", "正在推进"), ["progress-repeats-status H5"]),
    # Sheets and looks.
    ("another sheet in front", lambda b, s: sheets.add_sheet(b, 0), ["several-sheets"]),
    ("another sheet behind", lambda b, s: sheets.add_sheet(b, len(b.worksheets)), ["several-sheets"]),
    ("sheet renamed", lambda b, s: setattr(s, "title", "Sheet1"), []),
    ("title gone", lambda b, s: sheets.delete_row(s, 1), []),
    ("header gone", lambda b, s: sheets.delete_row(s, 3), ["header-missing"]),
    ("signed, with a remark below", sheets.sign, ["note-added C16"]),
    ("the title of another unit", sheets.rename("县财政局"), ["unit-wrong"]),
    ("rows above the header", lambda b, s: [sheets.insert_row(s, 3, ["请各单位认真填报"]), sheets.insert_row(s, 3, [])], ["note-added A4"]),
    ("filter left on", lambda b, s: sheets.hide_rows(s, 6, 8), ["hidden-rows"]),
    ("rows below the signatures", lambda b, s: s.cell(s.max_row + 3, 1, "联系人：办公室"), ["note-added A17"]),
    ("pasted as values", sheets.paste_values, ["passport-missing"]),
    ("hidden sheet deleted", lambda b, s: b.remove(b["_fenjie"]), ["passport-damaged"]),
    ("hidden sheets shown and renamed", sheets.show_all, ["several-sheets"]),
    ("document properties gone", lambda b, s: sheets.drop_properties(b), []),
]

# Faults of the whole file: which issue it comes from, what it is compared with, and what must be said.
FILES = [
    ("another unit", "issued/02-县财政局.xlsx", "issued/01-县住建局.xlsx", ["unit-wrong"], "县财政局"),
    ("another period", "earlier/01-县住建局.xlsx", "issued", ["period-wrong"], UNIT),
    ("old form", "old-form/01-县住建局.xlsx", "issued", ["form-version-old"], UNIT),
    ("another issue", "other/01-县住建局.xlsx", "issued", ["issue-unknown"], UNIT),
]

# Faults that leave nothing but the document properties, which openpyxl before 3.1 does not write again.
NEED_PROPERTIES = ["hidden sheet deleted"]

# What neither an open file of text nor a workbook without its look can show.
LOOKS = {"merge-changed", "column-hidden", "several-sheets", "hidden-rows", "passport-damaged", "passport-missing"}
# As text these are no differences, or no others than these.
AS_TEXT = {"issued cells merged": ["issued-text-changed G5"], "cells merged": ["progress-missing H10"]}
# As text the other sheet in front is the only one, and nobody can tell whose a sheet with two names is.
NOT_AS_TEXT = {"another sheet in front", "the title of another unit"}


class Checker:
    def __init__(self, fenjie, work):
        self.fenjie, self.work, self.failures, self.checked = fenjie, work, 0, 0

    def run(self, *arguments):
        command = [str(self.fenjie), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=self.work,
                              env={"LC_ALL": "C.UTF-8"} | {name: value for name, value in os.environ.items()
                                                           if name.endswith("SAN_OPTIONS")})
        if done.returncode not in (0, 1):
            sys.exit(f"{' '.join(command)}: {done.returncode}\n{done.stderr}")
        return done.stdout

    def split(self, folder, *options, table=TABLE):
        (self.work / "table.csv").write_text(table, encoding="utf-8")
        self.run("split", "table.csv", "-o", folder, "--period", "2026年第三季度", *options)

    def findings(self, paths, against):
        report = json.loads(self.run("validate", *paths, "--against", against, "--json", "--fail-on", "never"))
        found = {str(path): [] for path in paths}
        for finding in report["findings"]:
            found[finding["file"]].append(finding)
        return found

    def compare(self, name, found, expected, unit=UNIT):
        self.checked += 1
        own = sorted(f"{f['code']} {f.get('cell', '')}".strip() if "cell" in f else f["code"] for f in found)
        if own != sorted(expected):
            self.failures += 1
            print(f"{name}: found {own}, expected {sorted(expected)}")
        for finding in found:
            if finding.get("unit", unit) != unit or "unit" not in finding and finding["code"] not in LOOKS:
                self.failures += 1
                print(f"{name}: {finding['code']} names the unit {finding.get('unit')}, not {unit}")


def save_again(folder):
    """Lets LibreOffice save all workbooks of a folder again, each in its place."""
    profile = folder.parent / "profile"
    books = sorted(str(path) for path in folder.glob("*.xlsx"))
    subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx", "--outdir",
                    folder, *books], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)


def save_as_text(source, target):
    """What Excel writes as CSV in China: the sheet that is in front, as it shows, in GB18030."""
    sheet = openpyxl.load_workbook(source).worksheets[0]
    with open(target, "w", encoding="gb18030", newline="") as file:
        writer = csv.writer(file)
        for row in sheet.iter_rows(values_only=True):
            writer.writerow(["" if cell is None else cell.strftime("%Y-%m-%d") if isinstance(cell, datetime.date) else cell
                             for cell in row])


def save_all_as_text(folder):
    for path in sorted(folder.glob("*.xlsx")):
        save_as_text(path, path.with_suffix(".csv"))


def issue(checker):
    """The worksheets that went out, and those of other issues."""
    checker.split("issued")
    checker.split("earlier", "--period", "2026年第二季度")
    checker.split("other", table=TABLE.replace("二十个", "三十个"))
    form = json.loads(checker.run("template", "show", "unit-quarterly"))
    (checker.work / "form.json").write_text(json.dumps({**form, "version": "0.9"}), encoding="utf-8")
    checker.split("old-form", "--template", "form.json")


def fill(work, source, target):
    """Fills in a worksheet as a unit does."""
    book = openpyxl.load_workbook(work / source)
    sheets.fill(book.worksheets[0])
    book.save(work / target)


def check_form(checker, path):
    """What goes out with every worksheet is still there: both passports, the drop-down list and the check of dates."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    rules = {str(area).split(":")[0]: rule for rule in sheet.data_validations.dataValidation for area in rule.sqref.ranges}
    kept = {
        "hidden passport": "_fenjie" in book.sheetnames and book["_fenjie"].sheet_state != "visible",
        "properties": b"fenjie-passport" in zipfile.ZipFile(path).read("docProps/custom.xml"),
        "drop-down list": "I4" in rules and rules["I4"].type == "list" and "下拉选项" in rules["I4"].formula1,
        "check of dates": "J4" in rules and rules["J4"].type == "date",
        "locked issued cells": sheet.protection.sheet and sheet["D4"].protection.locked,
        "open cells": not sheet["H4"].protection.locked,
        "repeated header": sheet.print_title_rows == "$3:$3",
    }
    for name, is_kept in kept.items():
        checker.checked += 1
        if not is_kept:
            checker.failures += 1
            print(f"{path.name}: the {name} did not survive")


def plant(work):
    """Every worksheet of the table filled in; one fault in each copy of the largest; other files that can come back."""
    (work / "clean").mkdir()
    (work / "faults").mkdir()
    for path in sorted((work / "issued").glob("0*.xlsx")):
        fill(work, path, f"clean/{path.name}")
    for index, (_, damage, _) in enumerate(FAULTS):
        book = openpyxl.load_workbook(work / "clean" / f"01-{UNIT}.xlsx")
        damage(book, book.worksheets[0])
        book.save(work / "faults" / f"{index:02}.xlsx")


def main():
    form = sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        checker = Checker(pathlib.Path(sys.argv[1]).resolve(), work)
        issue(checker)
        plant(work)
        for kind in ("clean", "faults"):
            if form == "libreoffice":
                save_again(work / kind)
                for path in sorted((work / kind).glob("*.xlsx")) if kind == "clean" else []:
                    check_form(checker, path)
            elif form == "csv":
                save_all_as_text(work / kind)
        extension = "csv" if form == "csv" else "xlsx"
        clean = sorted(f"clean/{path.name}" for path in (work / "clean").glob(f"*.{extension}"))
        for path, found in checker.findings(clean, "issued").items():
            unit = pathlib.Path(path).stem.split("-")[1]
            checker.compare(path, found, ["passport-missing"] if form == "csv" else [], unit)
        left_out = NOT_AS_TEXT if form == "csv" else [] if sheets.KEEPS_PROPERTIES else NEED_PROPERTIES
        numbers = [n for n, fault in enumerate(FAULTS) if fault[0] not in left_out]
        found = checker.findings([f"faults/{n:02}.{extension}" for n in numbers], "issued")
        for n in numbers:
            name, _, expected = FAULTS[n]
            if form == "csv":
                expected = AS_TEXT.get(name, [text for text in expected if text.split()[0] not in LOOKS])
                expected = expected + ["passport-missing"]
            checker.compare(name, found[f"faults/{n:02}.{extension}"], expected)
        for name, source, against, expected, unit in FILES if form == "openpyxl" else []:
            fill(work, source, "file.xlsx")
            checker.compare(name, checker.findings(["file.xlsx"], against)["file.xlsx"], expected, unit)
        print(f"{checker.checked} sheets were checked, {checker.failures} differences")
        sys.exit(1 if checker.failures else 0)


if __name__ == "__main__":
    main()
