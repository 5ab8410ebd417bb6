public import FenjieModel

/// The ledger as a workbook that every spreadsheet program opens.
extension Ledger {
    /// The workbook, with cells cut off that hold more than a cell can.
    ///
    /// Of a task with many units the sheet 总表 joins what all of them say; the sheet 按单位 has each of them whole.
    ///
    /// - Returns: the workbook, and which cells were shortened.
    public func workbook() -> (printout: Printout, findings: [Finding]) {
        var printout = printout
        var findings: [Finding] = []
        for sheet in printout.sheets.indices {
            for row in printout.sheets[sheet].rows.indices {
                for column in printout.sheets[sheet].rows[row].indices {
                    // A text has at least as many bytes as UTF-16 units.
                    let text = printout.sheets[sheet].rows[row][column]
                    guard text.utf8.count > GridLimits.cellLength, text.utf16.count > GridLimits.cellLength else {
                        continue
                    }
                    let isJoined = printout.sheets[sheet].name == Self.taskSheetName
                    printout.sheets[sheet].rows[row][column] = Self.shortened(text, isJoined: isJoined)
                    findings.append(Self.noteShortened(printout.sheets[sheet], row, column, isJoined: isJoined))
                }
            }
        }
        return (printout, findings)
    }

    private static func shortened(_ text: String, isJoined: Bool) -> String {
        let mark = isJoined ? "……（未完，全文见“\(unitSheetName)”）" : "……（未完，全文见来源文件）"
        var room = GridLimits.cellLength - mark.utf16.count
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            room -= scalar.utf16.count
            guard room >= 0 else { break }
            kept.append(scalar)
        }
        return String(kept) + mark
    }

    private static func noteShortened(_ sheet: PrintedSheet, _ row: Int, _ column: Int, isJoined: Bool) -> Finding {
        let heading = sheet.columns.indices.contains(column) ? sheet.columns[column].heading : ""
        // The title lines and the header stand above the rows.
        let place = Place(sheet: sheet.name, row: sheet.titleLines.count + 2 + row, column: column + 1)
        let number = sheet.rows[row].first ?? ""
        return Finding(
            "ledger-cell-shortened", .warning, at: place, number: isJoined && !number.isEmpty ? number : nil,
            message: Message(
                "“\(heading)”超过一个单元格能放的 32767 个字，只写出开头",
                "\(heading) holds more than the 32,767 characters of a cell; only its beginning was written"),
            hint: isJoined
                ? Message("各单位的全文见“\(unitSheetName)”表", "the sheet \(unitSheetName) has the whole text of each unit")
                : Message("全文见来源文件，或输出为 .csv、.json", "see the file it came from, or write .csv or .json"))
    }
}
