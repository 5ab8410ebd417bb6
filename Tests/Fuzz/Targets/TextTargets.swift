internal import FenjieKit

extension FuzzTarget {
    /// Tables in plain text: the first byte names the layout that reads, or leaves the choice to the program.
    static let layouts = FuzzTarget("layouts") { bytes in
        let (choice, input) = bytes.choiceAndInput
        let text = LayoutText(input.text)
        let layouts = TextLayouts(keepsNumbering: choice & 0x80 != 0)
        let tables = layouts.all.filter { !outlines.contains($0.name) }
        guard tables.indices.contains(choice & 0x0F) else {
            try check(layouts.read(text).reading, of: text)
            return
        }
        _ = tables[choice & 0x0F].score(text)
        try check(tables[choice & 0x0F].read(text), of: text)
    }

    /// Outlines and blocks of labelled lines.
    static let outline = FuzzTarget("outline") { bytes in
        let (choice, input) = bytes.choiceAndInput
        let text = LayoutText(input.text)
        let layouts = TextLayouts(keepsNumbering: choice & 0x80 != 0).all.filter { outlines.contains($0.name) }
        let layout = layouts[choice % layouts.count]
        _ = layout.score(text)
        try check(layout.read(text), of: text)
    }

    /// Whole inputs of any form, up to the task table.
    static let documents = FuzzTarget("documents") { bytes in
        _ = try TableReader(options: ReadingOptions(), template: issuedForm).read(
            InputFile(bytes: bytes, name: "input"))
    }

    private static let outlines: Set<String> = ["outline", "record-blocks"]

    /// The sheets that were found are recognised too; their rows must lie in the text.
    private static func check(_ reading: LayoutReading, of text: LayoutText) throws {
        let last = text.lines.last?.number ?? 0
        for sheet in reading.sheets {
            guard sheet.lines.isEmpty || sheet.lines.count == sheet.rows.count,
                sheet.lines.allSatisfy({ (1...max(last, 1)).contains($0) })
            else { throw FuzzFault("layouts: a row without a line of the text") }
            _ = try? TaskTable.recognize(sheet, prose: reading.before.map(\.text), template: issuedForm)
        }
    }
}
