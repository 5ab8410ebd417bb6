public import FenjieModel

extension WorkbookReader {
    /// Reads all worksheets into memory.
    ///
    /// Hidden sheets, rows and columns are kept; findings of severity info name them. Text that lies below a merged
    /// range, where no program shows it, is left out with a warning.
    ///
    /// - Parameters:
    ///   - asShown: whether a date that shows as a month is read as `2026年9月` and a share of a hundred as `85%`, as
    ///     people wrote and read them; otherwise they are a date and a number.
    ///   - keepsCoveredText: whether text below merged ranges is kept, with a warning all the same.
    /// - Returns: the sheets, and what was noticed.
    /// - Throws: ``XLSXFailure`` where a sheet is damaged or over a limit.
    public func document(asShown: Bool = false, keepsCoveredText: Bool = false) throws(XLSXFailure) -> Document {
        var document = Document(name: name, sheets: [], form: "xlsx", findings: findings)
        for info in sheets {
            var scanner = try scanner(for: info, asShown: asShown)
            var sheet: Sheet
            do { sheet = try scanner.sheet(info, limits: limits) } catch {
                throw error.inFile(name).at(sheet: info.name)
            }
            document.findings += findings(of: &sheet, info, keepsCoveredText)
            document.findings += scanner.uncomputed.findings(of: info.name, file: name)
            document.sheets.append(sheet)
        }
        document.properties = customProperties()
        document.modified = modified
        return document
    }

    /// What is to be said about a sheet; text below merged ranges is taken away unless it is kept.
    private func findings(of sheet: inout Sheet, _ info: WorksheetInfo, _ keepsCoveredText: Bool) -> [Finding] {
        var hidden = HiddenParts()
        for row in sheet.hiddenRows.sorted() { hidden.rows.append(row) }
        for column in sheet.hiddenColumns.sorted() { hidden.columns.append(column) }
        let covered = MergedText.settle(&sheet, keepingText: keepsCoveredText)
        return hidden.findings(of: info, file: name) + inThisFile(covered)
    }
}

extension SheetScanner {
    /// Reads the sheet to its end.
    ///
    /// Memory follows the cells: empty fields before a cell are limited by `XLSXLimits.gapFields`.
    mutating func sheet(_ info: WorksheetInfo, limits: XLSXLimits) throws(XLSXFailure) -> Sheet {
        var sheet = Sheet(name: info.name, visibility: info.visibility)
        sheet.tellsColumns = true
        var shared: [Int: String] = [:]
        var gaps = 0
        var cells = 0
        var width = 0
        while try nextRow() {
            guard let last = row.cells.last else { continue }
            if row.isHidden { sheet.hiddenRows.insert(row.number) }
            width = max(width, last.column)
            cells += row.cells.count
            gaps += last.column - row.cells.count
            guard gaps <= limits.gapFields + 16 * cells else {
                throw .limit(
                    Message("单元格过于分散，展开后空白过多", "the cells are too far apart: too many empty fields between them"),
                    .gapFields, limits.gapFields)
            }
            if sheet.rows.count < row.number {
                sheet.rows.append(contentsOf: repeatElement([], count: row.number - sheet.rows.count))
            }
            sheet.rows[row.number - 1] = strings(sharing: &shared)
        }
        sheet.merges = merges
        // Empty columns at the side are often hidden; nothing is lost with them.
        sheet.hiddenColumns = Set(hiddenColumns.columns(upTo: width))
        return sheet
    }

    /// The fields of the row under way; equal shared strings become one string.
    private func strings(sharing shared: inout [Int: String]) -> [String] {
        var fields: [String] = []
        fields.reserveCapacity(row.cells.last?.column ?? 0)
        for cell in row.cells {
            while fields.count + 1 < cell.column { fields.append("") }
            guard cell.isShared else {
                fields.append(String(decoding: row.text[cell.start..<cell.end], as: UTF8.self))
                continue
            }
            if let known = shared[cell.start] {
                fields.append(known)
            } else {
                let text = String(decoding: context.strings.bytes[cell.start..<cell.end], as: UTF8.self)
                shared[cell.start] = text
                fields.append(text)
            }
        }
        return fields
    }
}
