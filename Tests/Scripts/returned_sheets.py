"""What clerks do to worksheets, by openpyxl: fill them in, and spoil them."""

import datetime

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange

# Custom document properties are kept since openpyxl 3.1.
KEEPS_PROPERTIES = hasattr(Workbook(), "custom_doc_props")
HEADER = 3
FIRST = 4

ANSWERS = [
    ("已全部完工并通过验收", "已完成", datetime.date(2026, 8, 20), "无", None, "验收报告"),
    ("制度初稿已征求意见", "正在推进", None, "意见不一", "九月定稿", None),
    ("已更换十公里", "正在推进", None, "资金紧张", "争取专项资金", None),
    ("列入四季度计划", "未启动", None, "招标未完成", "十月开标", None),
    ("按月开展并通报", "长期坚持", None, "无", None, None),
]


def rows(sheet):
    """The rows of tasks: from the header down to the first cell that is no number."""
    row = FIRST
    while str(sheet.cell(row, 1).value or "").strip().isdigit():
        yield row
        row += 1


def fill(sheet):
    """Fills a worksheet in as it should be."""
    first = next(c for c in range(1, sheet.max_column + 1) if sheet.cell(HEADER, c).value == "进展情况")
    for index, row in enumerate(rows(sheet)):
        for offset, value in enumerate(ANSWERS[index % len(ANSWERS)]):
            cell = sheet.cell(row, first + offset)
            cell.value = value
            if isinstance(value, datetime.date):
                cell.number_format = "yyyy-mm-dd"


def put(name, value):
    """A fault: another value in a cell; a bare number loses the format of dates."""

    def damage(book, sheet):
        sheet[name].value = value
        if isinstance(value, int):
            sheet[name].number_format = "General"

    return damage


def values(sheet, row, count=14):
    """A row as it reads: the value of a span on each of its rows."""
    result = []
    for column in range(1, count + 1):
        value = sheet.cell(row, column).value
        for area in sheet.merged_cells.ranges:
            if (row, column) in area.cells and (row, column) != (area.min_row, area.min_col):
                value = sheet.cell(area.min_row, area.min_col).value
        result.append(value)
    return result


def shift(sheet, at, by, is_row):
    """Moves merged ranges as Excel does where rows or columns come in or go."""
    areas = [str(area) for area in sheet.merged_cells.ranges]
    for area in areas:
        sheet.unmerge_cells(area)
    moved = []
    for area in map(CellRange, areas):
        low, high = (area.min_row, area.max_row) if is_row else (area.min_col, area.max_col)
        low += by if low > at or by > 0 and low == at else 0
        high += by if high >= at else 0
        if high < low:
            continue
        bounds = (area.min_col, low, area.max_col, high) if is_row else (low, area.min_row, high, area.max_row)
        moved.append(CellRange(min_col=bounds[0], min_row=bounds[1], max_col=bounds[2], max_row=bounds[3]))
    return [str(area) for area in moved if area.size["rows"] * area.size["columns"] > 1]


def delete_row(sheet, row):
    texts = values(sheet, row, 15)
    areas = shift(sheet, row, -1, True)
    heads = {c: texts[c - 1] for c in (2, 3) if texts[c - 1] and not sheet.cell(row + 1, c).value}
    starts = [c for c in heads if sheet.cell(row, c).value and row >= FIRST]
    sheet.delete_rows(row)
    for column in starts:
        # The first row of a span takes its text along; Excel keeps it with what remains.
        if not sheet.cell(row, column).value:
            sheet.cell(row, column).value = heads[column]
    for area in areas:
        sheet.merge_cells(area)


def insert_row(sheet, row, cells):
    areas = shift(sheet, row, 1, True)
    sheet.insert_rows(row)
    for area in areas:
        bounds = CellRange(area)
        inside = bounds.min_row < row <= bounds.max_row
        sheet.merge_cells(area)
        if inside and bounds.min_col <= len(cells):
            cells = cells[:bounds.min_col - 1] + [None] + cells[bounds.min_col:]
    for column, value in enumerate(cells, 1):
        if value is not None:
            sheet.cell(row, column).value = value


def clear(sheet, row):
    for column in range(1, 16):
        cell = sheet.cell(row, column)
        if type(cell).__name__ != "MergedCell":
            cell.value = None


def swap_rows(sheet, first, second, columns=15):
    """Swaps two rows of one span."""
    for column in range(1, columns + 1):
        one, other = sheet.cell(first, column), sheet.cell(second, column)
        if "MergedCell" not in (type(one).__name__, type(other).__name__):
            one.value, other.value = other.value, one.value


def delete_column(sheet, column):
    hidden = [c for c in range(1, 17) if sheet.column_dimensions[get_column_letter(c)].hidden]
    areas = shift(sheet, column, -1, False)
    sheet.delete_cols(column)
    for area in areas:
        sheet.merge_cells(area)
    show_columns(sheet, *hidden)
    hide_column(sheet, *[c - 1 if c > column else c for c in hidden])


def insert_column(sheet, column, heading, text):
    hidden = [c for c in range(1, 17) if sheet.column_dimensions[get_column_letter(c)].hidden]
    last = max(rows(sheet))
    areas = shift(sheet, column, 1, False)
    sheet.insert_cols(column)
    for area in areas:
        sheet.merge_cells(area)
    sheet.cell(HEADER, column).value = heading
    for row in range(FIRST, last + 1):
        sheet.cell(row, column).value = text
    show_columns(sheet, *hidden)
    hide_column(sheet, *[c + 1 if c >= column else c for c in hidden])


def swap_columns(sheet, first, second):
    for row in range(HEADER, max(rows(sheet)) + 1):
        one, other = sheet.cell(row, first), sheet.cell(row, second)
        one.value, other.value = other.value, one.value


def hide_column(sheet, *columns):
    for column in columns:
        sheet.column_dimensions[get_column_letter(column)].hidden = True


def show_columns(sheet, *columns):
    for column in columns:
        sheet.column_dimensions[get_column_letter(column)].hidden = False


def hide_rows(sheet, *numbers):
    for row in numbers:
        sheet.row_dimensions[row].hidden = True


def merge(sheet, area):
    """Merges as Excel does: only the first value is kept."""
    for index, cell in enumerate(cell for line in sheet[area] for cell in line):
        if index:
            cell.value = None
    sheet.merge_cells(area)


def unmerge(sheet, fills):
    for area in [area for area in sheet.merged_cells.ranges if area.min_row in rows(sheet)]:
        value = sheet.cell(area.min_row, area.min_col).value
        cells = list(area.cells)
        sheet.unmerge_cells(str(area))
        if fills:
            for row, column in cells:
                sheet.cell(row, column).value = value


def add_sheet(book, position):
    sheet = book.create_sheet("说明", position)
    for line in (["填报说明"], ["序号", "事项", "联系人"], ["1", "请按时报送", "办公室"]):
        sheet.append(line)


def paste_values(book, sheet):
    """A new workbook with what shows, nothing else."""
    target = book.create_sheet("Sheet1")
    for line in sheet.iter_rows(max_col=13):
        for cell in line:
            if cell.value is not None:
                target.cell(cell.row, cell.column).value = cell.value
                if cell.is_date:
                    target.cell(cell.row, cell.column).number_format = "yyyy-mm-dd"
    for area in sheet.merged_cells.ranges:
        target.merge_cells(str(area))
    for other in list(book.worksheets):
        if other is not target:
            book.remove(other)
    drop_properties(book)


def drop_properties(book):
    for name in list(book.custom_doc_props.names) if KEEPS_PROPERTIES else []:
        del book.custom_doc_props[name]


def show_all(book, sheet):
    for number, other in enumerate(book.worksheets):
        other.sheet_state = "visible"
        if other is not sheet:
            other.title = f"表{number}"


def sign(book, sheet):
    for row in sheet.iter_rows(min_row=max(rows(sheet)) + 1):
        for cell in row:
            if str(cell.value or "").endswith("："):
                cell.value += "2026年9月30日" if "日期" in cell.value else "张三"
    sheet.cell(sheet.max_row + 2, 3).value = "联系人已换，请打新号码"


def rename(unit):
    """A fault: the name of another unit in title and issuing line."""

    def damage(book, sheet):
        for name in ("A1", "A2"):
            sheet[name].value = sheet[name].value.replace("县住建局", unit)

    return damage
