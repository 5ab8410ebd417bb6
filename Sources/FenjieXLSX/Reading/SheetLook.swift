public import FenjieModel

/// What a worksheet looks like, beside what its cells hold.
public struct SheetLook: Sendable {
    /// The widths of columns counted from 1, in the order of the file.
    public var columnWidths: [(columns: ClosedRange<Int>, width: Double)] = []
    /// The heights of rows counted from 1, in points.
    public var rowHeights: [Int: Double] = [:]
    /// The cells that are numbers or days to a spreadsheet, and not text.
    public var numbers: Set<CellReference> = []

    /// No look at all.
    public init() {}

    /// The width of each column that has one; of several that the file names the last counts.
    ///
    /// A file may give widths to all columns again and again, so that each column is looked at once.
    func widths(upTo last: Int) -> [Int: Double] {
        var widths: [Int: Double] = [:]
        // The next column at or behind each that has no width yet.
        var open = Array(0...(max(0, min(last, GridLimits.columns)) + 1))
        func nextOpen(_ column: Int) -> Int {
            var end = column
            while open[end] != end { end = open[end] }
            var step = column
            while open[step] != end {
                let next = open[step]
                open[step] = end
                step = next
            }
            return end
        }
        for (columns, width) in columnWidths.reversed() {
            let end = min(columns.upperBound, open.count - 2)
            guard columns.lowerBound >= 1, columns.lowerBound <= end else { continue }
            var column = nextOpen(columns.lowerBound)
            while column <= end {
                widths[column] = width
                open[column] = column + 1
                column = nextOpen(column + 1)
            }
        }
        return widths
    }
}

/// What a workbook may hold beside cells.
public enum WorkbookExtra: String, Sendable, CaseIterable {
    /// Pictures.
    case pictures
    /// Charts and drawn shapes.
    case drawings
    /// Pivot tables.
    case pivotTables
    /// Macros.
    case macros
    /// Notes at cells.
    case notes

    /// The beginning of the names of its parts, in lower case.
    fileprivate var folder: String {
        switch self {
        case .pictures: "xl/media/"
        case .drawings: "xl/charts/"
        case .pivotTables: "xl/pivottables/"
        case .macros: "xl/vbaproject"
        case .notes: "xl/comments"
        }
    }
}

extension WorkbookReader {
    /// Reads the look of a worksheet.
    ///
    /// - Parameter sheet: one of the worksheets.
    /// - Returns: widths, heights, and which cells are numbers.
    /// - Throws: ``XLSXFailure`` where the sheet is damaged or over a limit.
    public func look(of sheet: WorksheetInfo) throws(XLSXFailure) -> SheetLook {
        var scanner = try scanner(for: sheet)
        var look = SheetLook()
        while try scanner.nextRow() {
            if let height = scanner.row.height { look.rowHeights[scanner.row.number] = height }
            for cell in scanner.row.cells where cell.isNumber {
                look.numbers.insert(CellReference(row: scanner.row.number, column: cell.column))
            }
        }
        look.columnWidths = scanner.columnWidths
        return look
    }

    /// What the workbook holds beside cells.
    public var extras: [WorkbookExtra] {
        let names = partNames.map { String(decoding: $0, as: UTF8.self).lowercased() }
        return WorkbookExtra.allCases.filter { extra in names.contains { $0.hasPrefix(extra.folder) } }
    }
}
