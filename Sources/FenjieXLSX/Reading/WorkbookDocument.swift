public import FenjieModel

extension WorkbookReader {
    /// Reads all worksheets into memory.
    ///
    /// Hidden sheets, rows and columns are kept; findings of severity info name them.
    /// - Throws: ``XLSXFailure`` where a sheet is damaged or over a limit.
    public func document() throws(XLSXFailure) -> Document {
        var document = Document(name: name, sheets: [], form: "xlsx", findings: findings)
        for info in sheets {
            var scanner = try scanner(for: info)
            let sheet: Sheet
            do { sheet = try scanner.sheet(info, limits: limits) } catch {
                throw error.inFile(name).at(sheet: info.name)
            }
            document.findings += Self.hiddenContent(of: sheet).map { finding in
                var finding = finding
                finding.place.file = name
                return finding
            }
            document.sheets.append(sheet)
        }
        return document
    }

    /// Says what a sheet hides, since people who look at it do not see what is read.
    private static func hiddenContent(of sheet: Sheet) -> [Finding] {
        var findings: [Finding] = []
        let place = Place(sheet: sheet.name)
        if sheet.visibility != .visible {
            findings.append(
                Finding(
                    "hidden-sheet", .info, at: place,
                    message: Message("该工作表是隐藏的，已照常读取", "the sheet is hidden; it was read all the same"),
                    hint: Message("如不需要，请删除后再读", "delete it if it is not wanted")))
        }
        if !sheet.hiddenRows.isEmpty {
            let rows = Message.list(sheet.hiddenRows) { String($0) }
            findings.append(
                Finding(
                    "hidden-rows", .info, at: place,
                    message: Message(
                        "有 \(sheet.hiddenRows.count) 行是隐藏的，已照常读取：\(rows)",
                        "\(sheet.hiddenRows.count) rows are hidden and were read all the same: \(rows)"),
                    hint: Message("请取消隐藏或筛选后核对", "unhide them or clear the filter and look")))
        }
        if !sheet.hiddenColumns.isEmpty {
            let columns = Message.list(sheet.hiddenColumns) { CellReference.columnName($0) }
            findings.append(
                Finding(
                    "hidden-columns", .info, at: place,
                    message: Message(
                        "有 \(sheet.hiddenColumns.count) 列是隐藏的，已照常读取：\(columns)",
                        "\(sheet.hiddenColumns.count) columns are hidden and were read all the same: \(columns)"),
                    hint: Message("请取消隐藏后核对", "unhide them and look")))
        }
        return findings
    }
}

extension Message {
    /// Numbers as runs, `3-5, 9`; at most eight of them.
    fileprivate static func list(_ numbers: Set<Int>, name: (Int) -> String) -> String {
        var runs: [ClosedRange<Int>] = []
        for number in numbers.sorted() {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        let shown = runs.prefix(8).map { run in
            run.count == 1 ? name(run.lowerBound) : "\(name(run.lowerBound))-\(name(run.upperBound))"
        }
        return shown.joined(separator: ", ") + (runs.count > 8 ? " …" : "")
    }
}

extension SheetScanner {
    /// Reads the sheet to its end.
    ///
    /// Memory follows the cells: empty fields before a cell are limited by `XLSXLimits.gapFields`.
    mutating func sheet(_ info: WorksheetInfo, limits: XLSXLimits) throws(XLSXFailure) -> Sheet {
        var sheet = Sheet(name: info.name, visibility: info.visibility)
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
                    limits.gapFields)
            }
            if sheet.rows.count < row.number {
                sheet.rows.append(contentsOf: repeatElement([], count: row.number - sheet.rows.count))
            }
            sheet.rows[row.number - 1] = strings(sharing: &shared)
        }
        sheet.merges = merges
        // Empty columns at the side are often hidden; nothing is lost with them.
        sheet.hiddenColumns = hiddenColumns.filter { $0 <= width }
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
