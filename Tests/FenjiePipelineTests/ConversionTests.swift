import FenjieFiles
import FenjieFormats
import FenjieModel
import FenjiePipeline
import FenjieTemplates
import FenjieTestSupport
import FenjieText
import FenjieXLSX
import Testing

/// Converts in a folder of its own.
private struct Bench {
    let folder: Workdir

    init() { folder = Workdir() }

    /// Converts a file and gives the path of the result.
    func convert(
        _ path: String, to name: String, isRaw: Bool = false, encoding: TextEncoding? = nil
    ) throws -> String {
        let format = try #require(OutputFormats.forExtension(String(name.split(separator: ".").last ?? "")))
        var options = ConversionOptions(format: format, template: try Template(builtIn: "issued"))
        options.encoding = encoding
        options.isRaw = isRaw
        let target = folder.path + "/" + name
        var destination = Destination.file(try OutputFile(path: target, replacing: true))
        _ = try Conversion(options).convert(InputFile(path: path), to: &destination)
        try destination.complete()
        return target
    }

    /// The cells of a CSV file.
    func rows(_ path: String) throws -> [[String]] {
        try CSVDocumentReader.read(InputFile(path: path)).sheets[0].rows
    }
}

private let tables = [
    "tab-blocks.txt", "pdf-text.txt", "aligned.txt", "bars.txt", "box-drawing.txt", "cell-per-line-bars.txt",
    "cell-per-line.txt", "markdown.md", "table.tsv",
]

/// The text without white space: layouts break lines where the paper ends.
private func squeezed(_ rows: [[String]]) -> [[String]] {
    rows.map { $0.map { $0.filter { !$0.isWhitespace } } }
}

/// The text without the marks between units either: one layout gives each unit a paragraph.
private func bare(_ rows: [[String]]) -> [[String]] {
    squeezed(rows).map { $0.map { $0.filter { $0 != "、" } } }
}

@Suite("Conversion of whole files")
struct ConversionTests {
    @Test("plain rows go through workbooks unchanged, and again to the same bytes") func plainWorkbooks() throws {
        let bench = Bench()
        let rows = [["序号", "编码"], ["1", "007"], [" 二 ", "=1+1 & <三>\n四"], ["", "1-2"]]
        let source = try bench.folder.write(
            "序号,编码\n1,007\n 二 ,\"=1+1 & <三>\n四\"\n,1-2\n", to: "编码表.csv")
        let workbook = try bench.convert(source, to: "a.xlsx", isRaw: true)
        #expect(try bench.rows(bench.convert(workbook, to: "b.csv", isRaw: true)) == rows)
        #expect(try WorkbookReader(file: InputFile(path: workbook)).sheets.map(\.name) == ["编码表"])
        let again = try bench.convert(workbook, to: "c.xlsx", isRaw: true)
        #expect(try InputFile(path: again).contents() == InputFile(path: workbook).contents())
    }

    @Test("merged ranges of a workbook are kept in a plain one") func plainMerges() throws {
        let bench = Bench()
        let sheet = Sheet(
            name: "表", rows: [["甲", ""], ["乙", "丙"]], merges: [CellRange(rows: 1...1, columns: 1...2)])
        let source = bench.folder.path("merged.xlsx")
        var output = try OutputFile(path: source, replacing: false)
        _ = try PlainWorkbookWriter().write([sheet], to: &output)
        try output.commit()
        let document = try WorkbookReader(
            file: InputFile(path: bench.convert(source, to: "again.xlsx", isRaw: true))
        ).document()
        #expect(document.sheets.map(\.merges) == [sheet.merges])
        #expect(document.sheets[0].rows[1] == ["乙", "丙"])
    }

    @Test("every layout of the example gives the same table", arguments: tables)
    func examples(_ name: String) throws {
        let bench = Bench()
        let expected = try bench.rows(Checkout.root + "/examples/expected.csv")
        let result = try bench.rows(bench.convert(Checkout.root + "/examples/" + name, to: "out.csv"))
        #expect(bare(result) == bare(expected))
    }

    @Test("text, workbook, CSV and back again keep the table", arguments: [TextEncoding.utf8, .gb18030])
    func chain(_ encoding: TextEncoding) throws {
        let bench = Bench()
        var path = try bench.convert(Checkout.root + "/examples/tab-blocks.txt", to: "0.csv")
        let expected = try bench.rows(path)
        for (index, form) in ["xlsx", "csv", "xlsx", "txt", "csv", "md", "xlsx", "csv"].enumerated() {
            let isText = form != "xlsx"
            path = try bench.convert(path, to: "\(index + 1).\(form)", encoding: isText ? encoding : nil)
            if form == "csv" { #expect(try bench.rows(path) == expected, "step \(index + 1)") }
        }
    }

    @Test(
        "the published tables come out as they were labelled by hand",
        .enabled(if: SharedData.isPresent, "\(SharedData.reason)"),
        arguments: [
            ("jinan-2022-table", "jinan"), ("shenxian-2022-table", "shenxian"), ("zaozhuang-2022-outline", "zaozhuang"),
        ])
    func golden(_ seed: String, _ label: String) throws {
        let bench = Bench()
        let expected = squeezed(try bench.rows(SharedData.path("golden/\(label).csv")))
        var path = try bench.convert(SharedData.path("seeds/\(seed).txt"), to: "0.csv")
        #expect(squeezed(try bench.rows(path)) == expected)
        for form in ["1.xlsx", "2.csv", "3.xlsx", "4.txt", "5.csv"] { path = try bench.convert(path, to: form) }
        #expect(squeezed(try bench.rows(path)) == expected)
    }

    @Test("equal inputs give equal bytes")
    func determinism() throws {
        let bench = Bench()
        let first = try InputFile(path: bench.convert(Checkout.root + "/examples/tab-blocks.txt", to: "a.xlsx"))
            .contents()
        let second = try InputFile(path: bench.convert(Checkout.root + "/examples/tab-blocks.txt", to: "b.xlsx"))
            .contents()
        #expect(first == second)
    }

    @Test("generated tables survive every form and both encodings", arguments: 0..<12)
    func generated(_ seed: Int) throws {
        let bench = Bench()
        let table = GeneratedTable(seed: UInt64(seed))
        let source = bench.folder.path + "/source.csv"
        var output = try OutputFile(path: source, replacing: false)
        try output.write(table.csv)
        try output.commit()
        let expected = try bench.rows(bench.convert(source, to: "expected.csv"))
        #expect(expected.count == table.rowCount + 1, "seed \(seed)")
        var path = source
        for (index, form) in ["xlsx", "csv", "xlsx", "csv"].enumerated() {
            let encoding: TextEncoding? = form == "csv" ? (seed % 2 == 0 ? .gb18030 : .utf8) : nil
            path = try bench.convert(path, to: "\(index).\(form)", encoding: encoding)
        }
        #expect(try bench.rows(path) == expected, "seed \(seed)")
    }
}

/// A table with everything that spreadsheets like to change.
private struct GeneratedTable {
    let rowCount: Int
    let csv: [UInt8]

    init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "=1+1", "1-2", "007", "123456789012345678", "甲\n乙", "“引”,\"q\"", "😀", "x|y", "㐂𠮷", "12:30", "TRUE", "1E5",
            "'", "_x0041_", "2026/1/2",
        ]
        let units = ["县水务局", "县教育局、县民政局", "各镇人民政府，县直有关部门", "无"]
        var text = "序号,一级任务,二级任务,具体要求,责任单位,完成时限,备注\r\n"
        rowCount = Int.random(in: 1...25, using: &generator)
        var task = ""
        for number in 1...rowCount {
            if number == 1 || Int.random(in: 0..<4, using: &generator) == 0 { task = "任务\(number)" }
            let cells = [
                String(number), task, task + "子", "要求" + (pieces.randomElement(using: &generator) ?? ""),
                units.randomElement(using: &generator) ?? "", "2026年\(Int.random(in: 1...12, using: &generator))月底前",
                pieces.randomElement(using: &generator) ?? "",
            ]
            text +=
                cells.map {
                    "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
                }
                .joined(separator: ",") + "\r\n"
        }
        csv = Array(text.utf8)
    }
}
