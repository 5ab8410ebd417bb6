import FenjieFiles
import FenjieFormats
import FenjieModel
import FenjieTestSupport
import FenjieText
import Testing

@Suite struct CSVWriterTests {
    static let cases: [(name: String, rows: [[String]], text: String)] = [
        ("plain cells", [["a", "b"], ["1", "2"]], "a,b\n1,2\n"),
        ("no rows", [], ""),
        ("empty cells", [["", ""], ["a", ""]], ",\na,\n"),
        ("a row of one empty cell is no blank line", [["a"], [""], ["b"]], "a\n\"\"\nb\n"),
        ("ragged rows", [["a"], ["b", "c"]], "a\nb,c\n"),
        ("delimiters", [["x"], ["a,b", "c"]], "x\n\"a,b\",c\n"),
        ("quotes", [["x"], ["say \"a\"", "\""]], "x\n\"say \"\"a\"\"\",\"\"\"\"\n"),
        ("line ends", [["a\nb", "c\r\nd", "e\r"]], "\"a\nb\",\"c\r\nd\",\"e\r\"\n"),
        ("white space at the ends", [["x"], [" a", "b ", " "]], "x\n\" a\",\"b \",\" \"\n"),
        ("what might pass for a delimiter", [["a;b"], ["c;d"]], "\"a;b\"\n\"c;d\"\n"),
        (
            "digits stay as they are", [["x"], ["007", "110101199003070017", "1-2", "1E5"]],
            "x\n007,110101199003070017,1-2,1E5\n"
        ),
        ("a file that begins like a mark", [["\u{FEFF}a", "b"]], "\"\u{FEFF}a\",b\n"),
        ("a file that begins like a separator line", [["sep=;"], ["a"]], "\"sep=;\"\na\n"),
        ("a file that begins like SYLK", [["ID", "x"], ["ID", "y"]], "\"ID\",x\nID,y\n"),
        ("Chinese text", [["任务", "单位"], ["推进，甲、乙", "教育局"]], "任务,单位\n推进，甲、乙,教育局\n"),
    ]

    @Test("quotes just what needs it", arguments: cases.indices)
    func quoting(index: Int) throws {
        let (_, rows, text) = Self.cases[index]
        #expect(try String(decoding: Self.written(rows), as: UTF8.self) == text)
        guard !rows.isEmpty else { return }
        #expect(try Self.read(Self.written(rows)) == rows)
    }

    @Test("files get CRLF and the mark that spreadsheets look for")
    func forms() throws {
        let rows = [["中", "b"], ["1", "2"]]
        #expect(try Self.written(rows, .file()) == [0xEF, 0xBB, 0xBF] + Array("中,b\r\n1,2\r\n".utf8))
        #expect(try Self.written(rows, .pipe()) == Array("中,b\n1,2\n".utf8))
        #expect(try Self.written(rows, .file(encoding: .gb18030)) == [0xD6, 0xD0] + Array(",b\r\n1,2\r\n".utf8))
        #expect(
            try Self.written([["中"]], .file(encoding: .utf16LittleEndian)) == [
                0xFF, 0xFE, 0x2D, 0x4E, 0x0D, 0, 0x0A, 0,
            ])
        #expect(try Self.written([["中"]], .pipe(encoding: .utf16BigEndian)) == [0xFE, 0xFF, 0x4E, 0x2D, 0, 0x0A])
        #expect(try Self.written(rows, .pipe(delimiter: .tab)) == Array("中\tb\n1\t2\n".utf8))
        #expect(try Self.written([], .file()) == [0xEF, 0xBB, 0xBF])
    }

    @Test("formulas are kept and counted, or made harmless and counted")
    func formulas() throws {
        let rows = [["名称", "值"], ["=1+1", "-5"], ["@x", "\t=2"]]
        let sink = MemorySink()
        let kept = try CSVWriter(sink)
        for row in rows { try kept.write(row) }
        try kept.finish()
        #expect(String(decoding: sink.bytes, as: UTF8.self) == "名称,值\n=1+1,-5\n@x,\"\t=2\"\n")
        #expect(kept.findings.map(\.code) == ["formula-like-cells"])
        #expect(kept.findings.map(\.message.chinese) == ["3 个单元格会被电子表格当作公式，照原样写出"])
        #expect(kept.findings.map(\.place.cell) == ["A2"])
        let guardedSink = MemorySink()
        let guarded = try CSVWriter(guardedSink, options: .pipe(guardsFormulas: true))
        for row in rows { try guarded.write(row) }
        try guarded.finish()
        #expect(String(decoding: guardedSink.bytes, as: UTF8.self) == "名称,值\n'=1+1,-5\n'@x,\"'\t=2\"\n")
        #expect(guarded.findings.map(\.code) == ["formula-guarded"])
        #expect(
            guarded.findings.map(\.message.english) == [
                "3 cells that a spreadsheet would run got an apostrophe in front"
            ])
    }

    @Test("random tables come back exactly", arguments: TextEncoding.allCases)
    func roundTrip(encoding: TextEncoding) throws {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let rows = Self.randomTable(&generator)
            for delimiter in CSVDelimiter.allCases {
                for options in [
                    CSVWritingOptions.file(delimiter: delimiter, encoding: encoding),
                    .pipe(delimiter: delimiter, encoding: encoding),
                ] {
                    let bytes = try Self.written(rows, options)
                    let told = CSVReadingOptions(delimiter: delimiter, encoding: encoding)
                    for windowSize in [1, 7, 262_144] {
                        let text = try TextInput(
                            InputFile(bytes: bytes, name: "x"), encoding: encoding, windowSize: windowSize)
                        let again = try CSVReaderTests.allRows(CSVReader(text, options: told))
                        try #require(again == rows, "seed \(seed), \(delimiter), window \(windowSize)")
                    }
                    // A short text of another encoding may be valid UTF-8 by chance, so only marked ones are left untold.
                    guard options.writesByteOrderMark || encoding == .utf8 else { continue }
                    // Text full of NUL is refused unless the encoding is told.
                    guard !rows.joined().contains(where: { $0.contains("\u{0}") }) else { continue }
                    try #require(try Self.read(bytes) == rows, "seed \(seed), \(delimiter), nothing told")
                }
            }
        }
    }

    @Test("rows that were read go out as their cells would", arguments: CSVDelimiter.allCases)
    func rowsAsRead(delimiter: CSVDelimiter) throws {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        for round in 0..<400 {
            // Half of the texts have no quotes, so that whole rows go out at once.
            let rows = (0..<6).flatMap { _ in Self.randomTable(&generator) }
                .map { round % 2 == 0 ? $0 : $0.map { $0.filter { !"\"\n\r\r\n,;|\t".contains($0) } } }
            let bytes = try Self.written(rows, .pipe(delimiter: delimiter))
            for to in CSVDelimiter.allCases {
                for options in [CSVWritingOptions.pipe(delimiter: to), .pipe(delimiter: to, guardsFormulas: true)] {
                    let reader = try CSVReader(
                        InputFile(bytes: bytes, name: "x"),
                        options: CSVReadingOptions(delimiter: delimiter, encoding: .utf8))
                    let sink = MemorySink()
                    let writer = try CSVWriter(sink, options: options)
                    var row = RowBuffer()
                    var cells: [[String]] = []
                    while try reader.next(into: &row) {
                        cells.append(row.strings)
                        try writer.write(row)
                    }
                    try writer.finish()
                    try #require(try sink.bytes == Self.written(cells, options), "seed \(seed), \(to)")
                }
            }
        }
    }

    @Test("a long table is written in parts and read back")
    func longTable() throws {
        let rows = (0..<6_000).map { ["\($0)", "推进第 \($0) 项工作，\"重点\"落实", "教育局、财政局"] }
        for encoding in TextEncoding.allCases {
            let again = try Self.read(Self.written(rows, .file(encoding: encoding)))
            let isSame = again == rows
            #expect(isSame, "\(encoding)")
        }
    }

    static let pieces = [
        "a", "序号", "，", ",", ";", "|", "\t", "\"", "\n", "\r\n", "\r", " ", "=1+1", "1-2", "007", "110101199003070017",
        "😀", "𠮷", "㐁", "\u{FEFF}", "\u{FFFD}", "sep=;", "ID", "'", "\u{0}", "é", "\u{3000}", "\u{2028}", "\u{10FFFF}",
    ]

    static func randomTable(_ generator: inout SeededGenerator) -> [[String]] {
        let width = Int.random(in: 1...4, using: &generator)
        return (0..<Int.random(in: 1...5, using: &generator)).map { _ in
            (0..<width).map { _ in
                (0..<Int.random(in: 0...3, using: &generator)).map { _ in
                    pieces[Int.random(in: 0..<pieces.count, using: &generator)]
                }.joined()
            }
        }
    }

    static func written(_ rows: [[String]], _ options: CSVWritingOptions = CSVWritingOptions()) throws -> [UInt8] {
        let sink = MemorySink()
        let writer = try CSVWriter(sink, options: options)
        for row in rows { try writer.write(row) }
        try writer.finish()
        return sink.bytes
    }

    static func read(_ bytes: [UInt8]) throws -> [[String]] {
        try CSVReaderTests.allRows(CSVReader(InputFile(bytes: bytes, name: "x.csv")))
    }
}
