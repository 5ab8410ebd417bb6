internal import CXLSXWriter
internal import FenjieModel
internal import Glibc

/// One sheet of a workbook under way; valid as long as its ``WorkbookHandle``.
///
/// Rows and columns count from 0 here, as in the library below. Text is expected to have come through ``CellText``.
@safe struct WorksheetHandle {
    let sheet: UnsafeMutablePointer<lxw_worksheet>
    let name: String

    init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, name: String) {
        unsafe self.sheet = unsafe sheet
        self.name = name
    }

    /// The place of a cell, as it is in the file.
    func place(_ row: Int, _ column: Int) -> Place { Place(sheet: name, row: row + 1, column: column + 1) }

    /// Writes text, or the format alone where there is none.
    func write(
        _ text: String, row: Int, column: Int, format: FormatHandle?
    ) throws(WorkbookWritingFailure) {
        let text = try CellText.checked(text, at: place(row, column))
        let result =
            unsafe text.isEmpty
            ? worksheet_write_blank(sheet, try rowIndex(row), try columnIndex(column), format?.pointer)
            : worksheet_write_string(sheet, try rowIndex(row), try columnIndex(column), text, format?.pointer)
        try check(result, row, column)
    }

    /// Writes a number.
    func write(
        _ number: Double, row: Int, column: Int, format: FormatHandle?
    ) throws(WorkbookWritingFailure) {
        guard number.isFinite else { throw .library("NaN", at: place(row, column)) }
        try unsafe check(
            worksheet_write_number(sheet, try rowIndex(row), try columnIndex(column), number, format?.pointer), row,
            column)
    }

    /// Merges a rectangle of more than one cell, which no other range overlaps, and writes its text.
    func merge(
        _ text: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>, format: FormatHandle?
    ) throws(WorkbookWritingFailure) {
        guard rows.count > 1 || columns.count > 1 else {
            return try write(text, row: rows.lowerBound, column: columns.lowerBound, format: format)
        }
        let text = try CellText.checked(text, at: place(rows.lowerBound, columns.lowerBound))
        let result = unsafe worksheet_merge_range(
            sheet, try rowIndex(rows.lowerBound), try columnIndex(columns.lowerBound), try rowIndex(rows.upperBound),
            try columnIndex(columns.upperBound), text, format?.pointer)
        try check(result, rows.lowerBound, columns.lowerBound)
    }

    /// Sets the height of a row in points.
    func setHeight(_ height: Double, row: Int) throws(WorkbookWritingFailure) {
        try unsafe check(worksheet_set_row(sheet, try rowIndex(row), height, nil), row, 0)
    }

    /// Hides a row.
    func hide(row: Int) throws(WorkbookWritingFailure) {
        var options = lxw_row_col_options(hidden: 1, level: 0, collapsed: 0)
        try unsafe check(worksheet_set_row_opt(sheet, try rowIndex(row), 15, nil, &options), row, 0)
    }

    /// Sets the width of a column in Excel's units, and the format of its cells that are not written.
    func setWidth(
        _ width: Double, column: Int, format: FormatHandle? = nil, isHidden: Bool = false
    ) throws(WorkbookWritingFailure) {
        var options = lxw_row_col_options(hidden: isHidden ? 1 : 0, level: 0, collapsed: 0)
        let index = try columnIndex(column)
        try unsafe check(worksheet_set_column_opt(sheet, index, index, width, format?.pointer, &options), 0, column)
    }

    /// Checks the result of a call that concerns a cell.
    func check(_ result: lxw_error, _ row: Int, _ column: Int) throws(WorkbookWritingFailure) {
        guard result == LXW_NO_ERROR else {
            let code = errno
            if let failure = WorkbookWritingFailure(result, code: code, at: place(row, column)) { throw failure }
            return
        }
    }

    /// A row as the library counts it.
    func rowIndex(_ row: Int) throws(WorkbookWritingFailure) -> lxw_row_t {
        guard row >= 0, row < GridLimits.rows else { throw .tooLarge(at: Place(sheet: name)) }
        return lxw_row_t(row)
    }

    /// A column as the library counts it.
    func columnIndex(_ column: Int) throws(WorkbookWritingFailure) -> lxw_col_t {
        guard column >= 0, column < GridLimits.columns else { throw .tooLarge(at: Place(sheet: name)) }
        return lxw_col_t(column)
    }
}

extension WorkbookWritingFailure {
    /// The table does not fit on a worksheet.
    static func tooLarge(at place: Place) -> WorkbookWritingFailure {
        WorkbookWritingFailure(
            .tooLarge, at: place,
            Message(
                "超出工作表的行列范围（\(GridLimits.rows) 行、\(GridLimits.columns) 列）",
                "outside the rows and columns of a worksheet (\(GridLimits.rows) × \(GridLimits.columns))"),
            hint: Message("请拆分为多个文件，或改用 CSV 输出", "split it into several files, or write CSV instead"))
    }

    /// The library was about to be called in a way that it does not allow.
    static func library(_ what: String, at place: Place) -> WorkbookWritingFailure {
        WorkbookWritingFailure(
            .library, .bug, at: place,
            Message("写出工作簿时发生内部错误（\(what)）", "an internal error while writing the workbook (\(what))"))
    }
}
