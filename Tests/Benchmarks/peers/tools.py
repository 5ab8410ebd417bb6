#!/usr/bin/env python3
"""Peers in Python: each task does with one library what our command does with its input.

usage: tools.py TASK INPUT [OUTPUT]
"""
import csv
import pathlib
import sys


def read_calamine(source, target):
    from python_calamine import CalamineWorkbook
    with open(target, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(CalamineWorkbook.from_path(source).get_sheet_by_index(0).to_python())


def read_fastexcel(source, target):
    import fastexcel
    import pyarrow
    import pyarrow.csv
    batch = fastexcel.read_excel(source).load_sheet(0).to_arrow()
    pyarrow.csv.write_csv(pyarrow.Table.from_batches([batch]), target)


def read_polars(source, target):
    import polars
    polars.read_excel(source, engine="calamine").write_csv(target)


def read_xlsx2csv(source, target):
    from xlsx2csv import Xlsx2csv
    Xlsx2csv(source, outputencoding="utf-8").convert(target)


def parse_pyarrow(source):
    import pyarrow.csv
    pyarrow.csv.read_csv(source, read_options=pyarrow.csv.ReadOptions(use_threads=False),
                         parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True))


def parse_polars(source):
    import polars
    polars.read_csv(source)


def parse_duckdb(source):
    import duckdb
    duckdb.connect(config={"threads": 1}).execute("CREATE TABLE t AS SELECT * FROM read_csv(?)", [source])


def parse_python(source):
    with open(source, encoding="utf-8", newline="") as file:
        sum(1 for _ in csv.reader(file))


def validate_polars(source):
    """Required cells, unique and rising numbers, units named once a cell, deadlines of a known shape."""
    import polars as pl
    table = pl.read_csv(source, infer_schema_length=0)
    blank = {name: table[name].str.strip_chars().eq("").fill_null(True).sum() for name in ("具体要求", "责任单位", "完成时限")}
    number = table["序号"].cast(pl.Int64, strict=False)
    units = table["责任单位"].str.split("、")
    shape = r"^(\d{4}年)?(\d{1,2}月|上半年|年)(底|末)?前?|全年|持续|长期|季度|印发|立即"
    print(blank, number.null_count(), number.len() - number.n_unique(), (number.diff().drop_nulls() != 1).sum(),
          (units.list.len() != units.list.unique().list.len()).sum(), (~table["完成时限"].str.contains(shape)).sum(),
          table.select(pl.col("具体要求").str.len_chars().gt(2000).sum()).item())


def validate_frictionless(source, descriptor):
    import json
    import frictionless
    with open(descriptor, encoding="utf-8") as file:
        template = json.load(file)
    with open(source, encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    fields = {field["title"]: field for field in template["fields"]}
    schema = {"fields": [{"name": name, "type": "string", "constraints": fields.get(name, {}).get("constraints", {})}
                         for name in header]}
    with frictionless.system.use_context(trusted=True):
        report = frictionless.validate(source, schema=frictionless.Schema.from_descriptor(schema))
    print(report.stats)
    # A table that was not read has no rows, and measures nothing.
    sys.exit(0 if report.tasks and report.tasks[0].stats.get("rows") else 4)


def rows_of(source):
    with open(source, encoding="utf-8", newline="") as file:
        yield from csv.reader(file)


def write_with_xlsxwriter(source, target, constant_memory):
    import xlsxwriter
    book = xlsxwriter.Workbook(target, {"constant_memory": constant_memory, "strings_to_numbers": False})
    sheet = book.add_worksheet()
    for index, row in enumerate(rows_of(source)):
        for column, text in enumerate(row):
            if column == 0 and text.isdigit():
                sheet.write_number(index, column, int(text))
            else:
                sheet.write_string(index, column, text)
    book.close()


def write_jetxl(source, target):
    import jetxl
    import pyarrow.csv
    table = pyarrow.csv.read_csv(source, parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True))
    jetxl.write_sheet_arrow(table, target)


WIDTHS = (6, 14, 16, 58, 28, 16)


def print_with_xlsxwriter(source, target):
    """Each table of a folder with a heading, borders and wrapped text, by XlsxWriter."""
    import xlsxwriter
    for path in sorted(pathlib.Path(source).iterdir()):
        book = xlsxwriter.Workbook(f"{target}/{path.stem}.xlsx", {"strings_to_numbers": False})
        body = book.add_format({"border": 1, "text_wrap": True, "valign": "vcenter", "font_name": "宋体", "font_size": 10.5})
        head = book.add_format({"border": 1, "bold": True, "align": "center", "bg_color": "#DDE6F0"})
        sheet = book.add_worksheet()
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        for index, row in enumerate(rows_of(path)):
            for column, text in enumerate(row):
                sheet.write_string(index, column, text, body if index else head)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        book.close()


def print_with_openpyxl(source, target):
    """The same by openpyxl."""
    import openpyxl
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    line = Side(style="thin")
    border, wrapped = Border(left=line, right=line, top=line, bottom=line), Alignment(wrap_text=True, vertical="center")
    font, fill = Font(name="宋体", size=10.5), PatternFill("solid", fgColor="DDE6F0")
    for path in sorted(pathlib.Path(source).iterdir()):
        book = openpyxl.Workbook()
        sheet = book.active
        for column, width in enumerate(WIDTHS):
            sheet.column_dimensions["ABCDEF"[column]].width = width
        for index, row in enumerate(rows_of(path), 1):
            for column, text in enumerate(row, 1):
                cell = sheet.cell(index, column, text)
                cell.border, cell.alignment, cell.font = border, wrapped, font
                if index == 1:
                    cell.fill = fill
        sheet.page_setup.orientation = "landscape"
        sheet.print_title_rows = "1:1"
        book.save(f"{target}/{path.stem}.xlsx")


def deflate_zlib(source):
    import zlib
    with open(source, "rb") as file:
        print(len(zlib.compress(file.read(), 1)))


TASKS = {
    "read-calamine": read_calamine, "read-fastexcel": read_fastexcel, "read-polars": read_polars,
    "read-xlsx2csv": read_xlsx2csv, "parse-pyarrow": parse_pyarrow, "parse-polars": parse_polars,
    "parse-duckdb": parse_duckdb, "parse-python": parse_python, "validate-polars": validate_polars,
    "validate-frictionless": validate_frictionless, "write-jetxl": write_jetxl,
    "write-xlsxwriter": lambda source, target: write_with_xlsxwriter(source, target, False),
    "print-xlsxwriter": print_with_xlsxwriter, "print-openpyxl": print_with_openpyxl,
    "make-shared": lambda source, target: write_with_xlsxwriter(source, target, False),
    "make-inline": lambda source, target: write_with_xlsxwriter(source, target, True),
    "deflate-zlib": deflate_zlib,
}

if __name__ == "__main__":
    TASKS[sys.argv[1]](*sys.argv[2:])
