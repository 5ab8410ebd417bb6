import FenjieFiles
import FenjieFormats
import FenjieModel
import FenjieText
import Testing

@Suite struct CSVReaderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let rows: [[String]]
        var delimiter = CSVDelimiter.comma
        var testDescription: String { name }

        init(_ name: String, _ text: String, _ rows: [[String]], delimiter: CSVDelimiter = .comma) {
            self.name = name
            self.text = text
            self.rows = rows
            self.delimiter = delimiter
        }
    }

    static let cases = [
        Case("one record", "a,b,c\n", [["a", "b", "c"]]),
        Case("one record without line end", "a,b,c", [["a", "b", "c"]]),
        Case("one field", "a\n", [["a"]]),
        Case("several records", "a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
        Case("Chinese text", "序号,责任单位\n1,云溪县教育局\n", [["序号", "责任单位"], ["1", "云溪县教育局"]]),
        Case("empty fields", ",,\n", [["", "", ""]]),
        Case("empty field at the end of the text", "a,", [["a", ""]]),
        Case("a blank line is a row of one empty field", "a\n\nb\n", [["a"], [""], ["b"]]),
        Case("blank lines at both ends", "\na\n\n", [[""], ["a"], [""]]),
        Case("ragged rows keep their length", "a\nb,c\nd,e,f\n", [["a"], ["b", "c"], ["d", "e", "f"]]),
        Case("white space stays", " a , b\t\n", [[" a ", " b\t"]]),
        Case("quoted fields", "\"a\",\"b\"\n", [["a", "b"]]),
        Case("quoted empty field", "\"\"\n", [[""]]),
        Case("quoted empty field at the end of the text", "a,\"\"", [["a", ""]]),
        Case("a delimiter inside quotes", "\"a,b\",c\n", [["a,b", "c"]]),
        Case("a line end inside quotes", "\"a\nb\",c\n", [["a\nb", "c"]]),
        Case("only a line end inside quotes", "\"\n\"\nx\n", [["\n"], ["x"]]),
        Case("line ends in a row inside quotes", "\"\n\n\na\n\",b\nc\n", [["\n\n\na\n", "b"], ["c"]]),
        Case("a doubled quote", "\"a\"\"b\"\n", [["a\"b"]]),
        Case("nothing but doubled quotes", "\"\"\"\"\"\"\n", [["\"\""]]),
        Case("a doubled quote at the end of the text", "\"a\"\"\"", [["a\""]]),
        Case("a doubled quote before a line end inside quotes", "\"a\"\"\nb\"\n", [["a\"\nb"]]),
        Case("a quote inside an unquoted field", "5\" pipe,a\"\"b\n", [["5\" pipe", "a\"\"b"]]),
        Case("a space before a quote", "a, \"b\"\n", [["a", " \"b\""]]),
        Case("text behind a closing quote", "\"a\"b,c\n", [["ab", "c"]]),
        Case("quotes behind a closing quote and text", "\"a\"b\"c\",d\n", [["ab\"c\"", "d"]]),
        Case("a space behind a closing quote", "\"a\" ,b\n", [["a ", "b"]]),
        Case("other delimiters are text", "a;b|c\td,e\n", [["a;b|c\td", "e"]]),
        Case("semicolons", "a;b\n1,5;\"2;3\"\n", [["a", "b"], ["1,5", "2;3"]], delimiter: .semicolon),
        Case("TABs", "a\tb\n\"1\t2\"\t\n", [["a", "b"], ["1\t2", ""]], delimiter: .tab),
        Case("bars", "a|b\n|\n", [["a", "b"], ["", ""]], delimiter: .bar),
        Case("long fields", longText, [[long, long, "x"], ["\n" + long]]),
        Case(
            "what else looks like a line end is text", "a\u{2028}b,c\u{85}d\u{B}e\n",
            [["a\u{2028}b", "c\u{85}d\u{B}e"]]),
        Case("NUL and escape", "a\u{0},\u{1B}\n", [["a\u{0}", "\u{1B}"]]),
        Case("full-width punctuation is text", "甲，乙,“丙”\n", [["甲，乙", "“丙”"]]),
        Case("astral characters", "𠮷,😀\n\"㐁\"\"𠮷\"\n", [["𠮷", "😀"], ["㐁\"𠮷"]]),
    ]
    static let long = String(repeating: "统筹推进城乡环境整治,", count: 40) + "|"
    static let longText = "\"\(long)\",\"\(long)\",x\n\"\n\(long)\"\n"

    @Test("each case with each line end, encoding and window size", arguments: cases)
    func everyEntrance(example: Case) throws {
        for lineEnd in ["\n", "\r\n", "\r"] {
            let text = Self.replacingLineEnds(in: example.text, with: lineEnd)
            let rows = example.rows.map { $0.map { Self.replacingLineEnds(in: $0, with: lineEnd) } }
            for encoding in TextEncoding.allCases {
                for hasMark in encoding == .gb18030 ? [false] : [false, true] {
                    let bytes = try Self.encoded((hasMark ? "\u{FEFF}" : "") + text, encoding)
                    for windowSize in [1, 7, 262_144] {
                        let input = try TextInput(
                            InputFile(bytes: bytes, name: "x"), encoding: encoding, windowSize: windowSize)
                        let reader = try CSVReader(
                            input, options: CSVReadingOptions(delimiter: example.delimiter))
                        #expect(try Self.allRows(reader) == rows, "\(encoding), window \(windowSize)")
                    }
                }
            }
        }
    }

    @Test("line ends may be mixed")
    func mixedLineEnds() throws {
        let reader = try CSVReader(InputFile(bytes: Array("a,b\r\n1,2\n3,4\r5,6\r\n".utf8), name: "x"))
        #expect(try Self.allRows(reader) == [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]])
    }

    @Test("rows and the lines they start on are counted", arguments: ["\n", "\r\n", "\r"])
    func positions(lineEnd: String) throws {
        let text = "a,b\n\"1\n\n2\",c\n\nd,\"e\"\"\nf\"\ng\n".replacing("\n", with: lineEnd)
        for windowSize in [1, 2, 3, 7, 100] {
            let reader = try CSVReader(TextInput(InputFile(bytes: Array(text.utf8), name: "x"), windowSize: windowSize))
            var row = RowBuffer()
            var places: [[Int]] = []
            while try reader.next(into: &row) { places.append([row.number, row.line, row.count]) }
            #expect(places == [[1, 1, 2], [2, 2, 2], [3, 5, 1], [4, 6, 2], [5, 8, 1]], "window \(windowSize)")
        }
    }

    static let refusals: [(name: String, text: String, limits: CSVLimits, line: Int?, message: Message)] = [
        (
            "an unclosed quote names its line", "a,b\n1,2\n\"3,4\n5,6\n7,8\n", CSVLimits(), 3,
            Message("第 3 行开始的双引号一直没有结束", "the quote opened on line 3 is never closed")
        ),
        (
            "also behind records with line ends inside", "\"a\nb\"\nc,\"d\n", CSVLimits(), 3,
            Message("第 3 行开始的双引号一直没有结束", "the quote opened on line 3 is never closed")
        ),
        (
            "a quote alone", "\"", CSVLimits(), 1,
            Message("第 1 行开始的双引号一直没有结束", "the quote opened on line 1 is never closed")
        ),
        ("an empty file", "", CSVLimits(), nil, Message("文件是空的", "the file is empty")),
        (
            "a field beyond the limit", "a\nbc,defgh\n", CSVLimits(fieldLength: 4), 2,
            Message(
                "第 2 行开始的单元格超过上限 4 字节（csv-field-bytes）",
                "the field that starts on line 2 is longer than 4 bytes (limit csv-field-bytes)")
        ),
        (
            "doubled quotes count too", "\"\"\"\"\"\"\"\"\"\"\"\"", CSVLimits(fieldLength: 4), 1,
            Message(
                "第 1 行开始的单元格超过上限 4 字节（csv-field-bytes）",
                "the field that starts on line 1 is longer than 4 bytes (limit csv-field-bytes)")
        ),
        (
            "a row beyond the limit", "a,b,c\n1,2,3,4\n", CSVLimits(columns: 3), 2,
            Message("第 2 行的列数超过上限 3（csv-columns）", "line 2 has more than 3 columns (limit csv-columns)")
        ),
    ]

    @Test("says what it refuses, and on which line", arguments: refusals.indices)
    func refuses(index: Int) {
        let refusal = Self.refusals[index]
        for windowSize in [1, 7, 262_144] {
            let failure = #expect(throws: CSVFailure.self) {
                let text = try TextInput(
                    InputFile(bytes: Array(refusal.text.utf8), name: "x.csv"), windowSize: windowSize)
                let reader = try CSVReader(
                    text, options: CSVReadingOptions(delimiter: .comma, limits: refusal.limits))
                _ = try Self.allRows(reader)
            }
            #expect(failure?.message == refusal.message, "window \(windowSize)")
            #expect(failure?.place == Place(file: "x.csv", line: refusal.line))
            #expect(failure?.hint != nil)
        }
    }

    @Test("a large file says what a small one says, and may be left unread")
    func largeFile() throws {
        let rows = String(repeating: "1,推进城乡环境整治,教育局；财政局\n", count: 80_000)
        for end in ["\"3,4\n5,6\n", "1,\"二\" ,三\n", "x\"y,z\n"] {
            let file = InputFile(bytes: Array((rows + end + rows).utf8), name: "x.csv")
            try #require(file.size > 3 * TextInput.aheadSize)
            var outcomes: [[String]] = []
            for aheadSize in [TextInput.aheadSize, .max] {
                let text = try TextInput(file, windowSize: TextInput.standardWindowSize, aheadSize: aheadSize)
                let reader = try CSVReader(text)
                var row = RowBuffer()
                var count = 0
                var outcome: [String] = []
                do {
                    while try reader.next(into: &row) { count += 1 }
                } catch let failure as CSVFailure {
                    outcome = [failure.message.english, failure.place.description]
                }
                outcome += ["\(count) rows"] + reader.findings.map { "\($0.code) \($0.place.description)" }
                outcomes.append(outcome)
            }
            #expect(outcomes[0] == outcomes[1])
            #expect(outcomes[0].joined().contains("80001"))
            // Enough to begin reading ahead, but not to the end.
            let reader = try CSVReader(file)
            var row = RowBuffer()
            for _ in 0..<50_000 { #expect(try reader.next(into: &row)) }
            #expect(row.strings == ["1", "推进城乡环境整治", "教育局；财政局"])
        }
    }

    @Test("what is just within the limits is read")
    func withinLimits() throws {
        let options = CSVReadingOptions(delimiter: .comma, limits: CSVLimits(fieldLength: 4, columns: 3))
        let reader = try CSVReader(
            InputFile(bytes: Array("abcd,\"e\"\"fg\",\"\"\nh,i,j\n".utf8), name: "x"), options: options)
        #expect(try Self.allRows(reader) == [["abcd", "e\"fg", ""], ["h", "i", "j"]])
    }

    @Test("odd quotes are reported once with their count")
    func oddQuotes() throws {
        let text = "a,b\n5\" x,\"c\"d\n\"e\" ,f\"g\"\n"
        for windowSize in [1, 7, 100] {
            let reader = try CSVReader(TextInput(InputFile(bytes: Array(text.utf8), name: "x"), windowSize: windowSize))
            _ = try Self.allRows(reader)
            #expect(
                reader.findings.map { "\($0.code) \($0.place.description)" } == [
                    "text-behind-quote x:2, B2", "stray-quote x:2, A2",
                ])
            #expect(
                reader.findings.map(\.message.english) == [
                    "2 closing quotes are followed by text, which was added to the cell",
                    "3 quotes inside unquoted cells, kept as found",
                ])
        }
    }

    static func replacingLineEnds(in text: String, with lineEnd: String) -> String {
        text.replacing("\n", with: lineEnd)
    }

    static func encoded(_ text: String, _ encoding: TextEncoding) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try #require(TextEncoder(encoding)).encode(Array(text.utf8).span, into: &bytes)
        return bytes
    }

    static func allRows(_ reader: CSVReader) throws -> [[String]] {
        var row = RowBuffer()
        var rows: [[String]] = []
        while try reader.next(into: &row) { rows.append(row.strings) }
        return rows
    }
}
