import FenjieFiles
import FenjieModel
import FenjieTestSupport
import FenjieXLSX
import Testing

@Suite struct BulkWorkbookWriterTests {
    private static func bytes(_ rows: [[String]], sheet: String = "表") throws -> [UInt8] {
        let sink = MemorySink()
        let writer = try BulkWorkbookWriter(sink, sheetName: sheet)
        var buffer = RowBuffer()
        for row in rows {
            buffer.removeAll()
            for cell in row { buffer.append(field: cell) }
            try writer.write(buffer)
        }
        try writer.finish()
        return sink.bytes
    }

    private static func read(_ bytes: [UInt8]) throws -> Document {
        try WorkbookReader(file: InputFile(bytes: bytes, name: "a.xlsx")).document()
    }

    private static func check(_ rows: [[String]], _ comment: Comment? = nil) throws {
        let document = try read(try bytes(rows))
        for (row, cells) in rows.enumerated() {
            let found = cells.indices.map { document.sheets[0].text(row: row + 1, column: $0 + 1) }
            #expect(found == cells, comment)
        }
    }

    @Test(
        "Each text that needs care comes back, wherever in a word of eight bytes it stands",
        arguments: [
            "&", "<", ">", "\"", "_x0041_", "_x41_", "_", "\u{1}", "\r", "\t", "\n", " ", "\u{7F}", "，", "￥",
            "\u{FFFD}",
            "😀", "&&<<>>__", "]]>",
        ])
    func escapes(text: String) throws {
        let paddings = ["a", "甲", "，", "_"]
        try Self.check(
            paddings.map { padding in
                (0...9).flatMap { count in
                    let before = String(repeating: padding, count: count)
                    return [before + text, before + text + padding, text + before]
                }
            })
    }

    @Test("An independent reader finds the same", .enabled(if: WorkbookFacts.isPresent, WorkbookFacts.reason))
    func independentReader() throws {
        let folder = Workdir()
        let rows = [["007", "", " 一 & 二 ", "1-2"], [], ["=1+1", "<三>\n四，五", "440101199001011234"]]
        _ = try folder.write(Self.bytes(rows, sheet: "任务 & 表"), to: "a.xlsx")
        let facts = try WorkbookFacts(path: folder.path("a.xlsx"))
        #expect(facts["任务 & 表/A1/s"] == "007")
        #expect(facts["任务 & 表/B1/s"] == nil)
        #expect(facts["任务 & 表/C1/s"] == " 一 & 二 ")
        #expect(facts["任务 & 表/D1/s"] == "1-2")
        #expect(facts["任务 & 表/A3/s"] == "=1+1")
        #expect(facts["任务 & 表/B3/s"] == "<三>\\n四，五")
        #expect(facts["任务 & 表/C3/s"] == "440101199001011234")
    }

    @Test(
        "Random rows over several pieces come back, and equal rows give equal bytes", arguments: [21, 22] as [UInt64])
    func random(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let pieces = ["完善村道养护台账，", "\n", "_x000A_", "\u{2}", "\"", "&", "=", "00", "😀", " ", "￥", "&lt;"]
        let rows = (0..<4_000).map { _ in
            (0..<Int.random(in: 0...8, using: &generator)).map { _ in
                (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                    pieces.randomElement(using: &generator) ?? ""
                }.joined()
            }
        }
        try Self.check(rows, "seed \(seed)")
        #expect(try Self.bytes(rows) == Self.bytes(rows), "seed \(seed)")
    }

    @Test("What XML has no character for is written as an escape", arguments: 0...9)
    func noncharacters(padding: Int) throws {
        let before = String(repeating: "a", count: padding)
        let document = try Self.read(try Self.bytes([[before + "\u{FFFE}", before + "\u{FFFF}甲"]]))
        #expect(document.sheets[0].rows == [[before + "_xFFFE_", before + "_xFFFF_甲"]])
    }

    @Test("A workbook without rows opens") func empty() throws {
        let document = try Self.read(try Self.bytes([]))
        #expect(document.sheets.map(\.name) == ["表"])
        #expect(document.sheets[0].rows.isEmpty)
    }

    @Test("Names that a workbook does not allow are changed") func name() throws {
        #expect(try Self.read(try Self.bytes([["a"]], sheet: "a/b<&\">")).sheets[0].name == "a／b<&\">")
    }

    @Test(
        "A text of the longest length fits, one unit more is refused with its place",
        arguments: [("a", 32_767), ("甲", 32_767), ("😀", 16_383)])
    func length(character: String, most: Int) throws {
        try Self.check([["", String(repeating: character, count: most)]])
        let failure = #expect(throws: WorkbookWritingFailure.self) {
            try Self.bytes([["x"], ["", String(repeating: character, count: most + 1)]])
        }
        #expect(failure?.cause == .textTooLong)
        #expect(failure?.place == Place(sheet: "表", row: 2, column: 2))
    }

    @Test("Rows and columns beyond the grid are refused") func grid() throws {
        let columns = [String](repeating: "x", count: GridLimits.columns)
        #expect(try Self.read(try Self.bytes([columns])).sheets[0].columnCount == GridLimits.columns)
        let failure = #expect(throws: WorkbookWritingFailure.self) { try Self.bytes([columns + ["x"]]) }
        #expect(failure?.cause == .tooLarge)
        let writer = try BulkWorkbookWriter(MemorySink(), sheetName: "表")
        var row = RowBuffer()
        row.append(field: "x")
        row.number = GridLimits.rows
        try writer.write(row)
        row.number = 0
        #expect(throws: WorkbookWritingFailure.self) { try writer.write(row) }
    }

    @Test("Rows keep their numbers") func numbers() throws {
        let sink = MemorySink()
        let writer = try BulkWorkbookWriter(sink, sheetName: "表")
        var row = RowBuffer()
        row.append(field: "x")
        row.number = 5
        try writer.write(row)
        try writer.finish()
        #expect(try Self.read(sink.bytes).sheets[0].text(row: 5, column: 1) == "x")
    }
}
