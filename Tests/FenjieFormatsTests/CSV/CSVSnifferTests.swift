import FenjieFiles
import FenjieFormats
import Testing

@Suite struct CSVSnifferTests {
    static let cases: [(name: String, text: String, delimiter: CSVDelimiter)] = [
        ("commas", "a,b,c\n1,2,3\n", .comma),
        ("semicolons", "a;b;c\n1;2;3\n", .semicolon),
        ("TABs", "a\tb\n1\t2\n", .tab),
        ("bars", "a|b\n1|2\n", .bar),
        ("no delimiter at all", "a\nb\nc\n", .comma),
        ("one line", "序号;任务;单位", .semicolon),
        ("nothing but blank lines", "\n\n\n", .comma),
        ("decimal commas under a heading", "a;b\n1,5;2\n3,5;4\n", .semicolon),
        ("decimal commas without a heading", "1,5;2,5\n3,5;4,25\n", .semicolon),
        ("semicolons inside quotes", "a,b\n\"x;y;z\",1\n\"u;v;w\",2\n", .comma),
        ("commas inside quotes", "a;b\n\"x,y,z\";1\n\"u,v,w\";2\n", .semicolon),
        ("semicolons here and there in cells", "单位,任务\n教育局,推进甲;乙\n财政局,推进丙;丁;戊\n民政局,己\n", .comma),
        ("commas in the cells of a bar table", "name|place\nB, Hill|C, Dale\n", .bar),
        ("TABs as padding behind commas", "item,\tprice\n\na,\t\t\t5\nb,\t\t\t4\nc,\t\t\t1\n", .comma),
        ("a title line above", "云溪县重点任务分解表\n序号\t任务\t单位\n1\t甲\t乙\n2\t丙\t丁\n", .tab),
        ("ragged rows", "a,b,c\n1\n1,2\n1,2,3,4\n", .comma),
        ("line ends inside quotes", "a;\"b\n,,,,\n\"\nc;\"d\n,,,\n\"\n", .semicolon),
        ("Excel's separator line", "sep=|\na,b|c\n", .bar),
    ]

    @Test("finds the delimiter from the content", arguments: cases.indices)
    func finds(index: Int) throws {
        let (_, text, delimiter) = Self.cases[index]
        for lineEnd in ["\n", "\r\n", "\r"] {
            let bytes = Array(text.replacing("\n", with: lineEnd).utf8)
            #expect(try CSVReader(InputFile(bytes: bytes, name: "x.csv")).delimiter == delimiter)
        }
    }

    @Test("what is told overrides the content")
    func told() throws {
        let file = InputFile(bytes: Array("a,b\n1,2\n".utf8), name: "x.csv")
        let reader = try CSVReader(file, options: CSVReadingOptions(delimiter: .semicolon))
        #expect(try CSVReaderTests.allRows(reader) == [["a,b"], ["1,2"]])
    }

    @Test("the extension .tsv promises TABs")
    func extensionCounts() throws {
        #expect(try CSVReader(InputFile(bytes: Array("a,b\n1,2\n".utf8), name: "x.TSV")).delimiter == .tab)
    }

    @Test("a separator line is no row unless it is asked for")
    func separatorLine() throws {
        let file = InputFile(bytes: Array("sep=;\r\na;b\r\n1;2\r\n".utf8), name: "x.csv")
        #expect(try CSVReaderTests.allRows(CSVReader(file)) == [["a", "b"], ["1", "2"]])
        let raw = try CSVReader(file, options: CSVReadingOptions(keepsSeparatorLine: true))
        #expect(try CSVReaderTests.allRows(raw) == [["sep=", ""], ["a", "b"], ["1", "2"]])
    }

    @Test("a sample that ends inside a record does not mislead")
    func longText() throws {
        let record = "1;\"" + String(repeating: "甲,乙,", count: 5_000) + "\"\n"
        let text = "序号;任务\n" + String(repeating: record, count: 20)
        #expect(try CSVReader(InputFile(bytes: Array(text.utf8), name: "x.csv")).delimiter == .semicolon)
    }

    @Test(
        "delimiters as users write them",
        arguments: [
            (",", CSVDelimiter.comma), (";", .semicolon), ("\t", .tab), ("\\t", .tab), ("tab", .tab), ("|", .bar),
            ("，", .comma), ("分号", .semicolon),
        ])
    func names(text: String, delimiter: CSVDelimiter) {
        #expect(CSVDelimiter(parsing: text) == delimiter)
        #expect(CSVDelimiter(parsing: text + text) == nil)
    }
}
