internal import FenjieModel

/// The drop-down lists of a workbook, kept on a hidden sheet.
///
/// A list written into the cell's rule itself holds 255 bytes at most, and a longer one ends the process in the library
/// below; a range has no limit.
struct ChoiceLists {
    private let sheetName: String
    private var lists: [[String]] = []
    private var columns: [[String]: Int] = [:]

    /// Gathers the lists of all sheets; equal ones share a column.
    init(_ printout: Printout) {
        var names = SheetNames()
        for sheet in printout.sheets { _ = names.makeName(for: sheet.name) }
        sheetName = names.makeName(for: "下拉选项")
        for sheet in printout.sheets where sheet.style == .table {
            for column in sheet.columns where !column.choices.isEmpty && columns[column.choices] == nil {
                columns[column.choices] = lists.count
                lists.append(column.choices)
            }
        }
    }

    /// The formula of a list's range; `nil` for one that was not gathered.
    func formula(for choices: [String]) -> String? {
        guard let column = columns[choices] else { return nil }
        let letters = CellReference.columnName(column + 1)
        return "='\(sheetName)'!$\(letters)$1:$\(letters)$\(choices.count)"
    }

    /// Adds the hidden sheet, if there is any list.
    func draw(in workbook: borrowing WorkbookHandle) throws(WorkbookWritingFailure) {
        guard !lists.isEmpty else { return }
        let sheet = try workbook.addSheet(sheetName)
        for row in 0..<(lists.map(\.count).max() ?? 0) {
            for (column, list) in lists.enumerated() where row < list.count {
                try sheet.write(list[row], row: row, column: column, format: nil)
            }
        }
        sheet.show(.hidden, isFirstVisible: false)
    }
}
