import FenjieFormats
import FenjieModel
import FenjieTestSupport
import Testing

/// The tables in `examples/` are one table, and every layout gives it back.
struct ExampleTests {
    @Test(
        "each example is taken for its layout and gives the same table",
        arguments: [
            ("tab-blocks.txt", "tab-blocks"), ("table.tsv", "tsv"), ("bars.txt", "bars"), ("markdown.md", "markdown"),
            ("box-drawing.txt", "box-drawing"), ("cell-per-line-bars.txt", "cell-per-line-bars"),
            ("cell-per-line.txt", "cell-per-line"), ("aligned.txt", "aligned"), ("pdf-text.txt", "pdf-text"),
        ])
    func example(file: String, name: String) throws {
        let text = LayoutText(try TextFile.read(Checkout.root + "/examples/" + file))
        let (layout, reading) = try TextLayouts().read(text)
        #expect(layout.name == name)
        #expect(InventedTable.rows.count == 20)
        #expect(reading.filled == InventedTable.rows)
        #expect(reading.before.contains { $0.text.contains(InventedTable.title) })
        #expect(!reading.findings.contains { $0.severity > .info })
    }

    @Test("every row knows the line it stands on")
    func lines() throws {
        let source = try TextFile.read(Checkout.root + "/examples/tab-blocks.txt")
        let reading = try TextLayouts().read(LayoutText(source)).reading
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        let sheet = reading.sheets[0]
        #expect(sheet.lines.count == sheet.rows.count)
        for (row, line) in zip(sheet.rows, sheet.lines) { #expect(lines[line - 1] == "\t" + row[0]) }
    }
}

/// The published tables of the shared test data.
@Suite(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.reason)))
struct PublishedTableTests {
    @Test("Jinan: one cell a line behind TAB, 71 items")
    func jinan() throws {
        let (layout, reading) = try read("jinan-2022-table.txt")
        #expect(layout == "tab-blocks")
        #expect(reading.filled == (try golden("jinan.csv")))
        #expect(reading.sheets[0].merges.map(\.description) == ["B1:C1"])
    }

    @Test("Shenxian: wrapped blocks behind running text, 31 items")
    func shenxian() throws {
        let (layout, reading) = try read("shenxian-2022-table.txt")
        #expect(layout == "pdf-text")
        #expect(reading.filled == (try golden("shenxian.csv").map { Array($0[1...4]) }))
        #expect(reading.after.contains { $0.text.contains("印发") })
        let codes = reading.findings.map(\.code)
        #expect(codes.contains("justification-spaces") && codes.contains("repeated-header"))
    }

    @Test("outlines are no tables", arguments: ["zhaoyuan-2021-outline.txt", "zaozhuang-2022-outline.txt"])
    func outlines(file: String) throws {
        let text = LayoutText(try TextFile.read(SharedData.path("seeds/" + file)))
        let layout = try TextLayouts().choose(for: text)
        #expect(layout.name == "outline" || layout.name == "record-blocks")
    }

    private func read(_ file: String) throws -> (String, LayoutReading) {
        let (layout, reading) = try TextLayouts().read(LayoutText(try TextFile.read(SharedData.path("seeds/" + file))))
        return (layout.name, reading)
    }

    private func golden(_ file: String) throws -> [[String]] {
        try TextFile.read(SharedData.path("golden/" + file)).split(whereSeparator: \.isNewline).dropFirst().map {
            line in
            line.split(separator: ",", omittingEmptySubsequences: false).map { String($0.filter { !$0.isWhitespace }) }
        }
    }
}
