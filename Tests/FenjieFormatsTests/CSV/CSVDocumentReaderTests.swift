import FenjieFiles
import FenjieFormats
import FenjieModel
import Testing

@Suite struct CSVDocumentReaderTests {
    @Test("one sheet with its lines, encoding, delimiter and findings")
    func document() throws {
        let text = "\u{FEFF}任务;单位\r\n\"甲\r\n乙\";5\" 管\r\n\r\n丙;丁\u{FFFD};x\r\n"
        let document = try CSVDocumentReader.read(InputFile(bytes: Array(text.utf8), name: "data/云溪县.csv"))
        #expect(document.name == "data/云溪县.csv")
        #expect(document.form == "csv")
        #expect(document.encoding == "utf-8")
        #expect(document.delimiter == ";")
        #expect(document.sheets.map(\.name) == ["云溪县"])
        #expect(document.sheets[0].rows == [["任务", "单位"], ["甲\r\n乙", "5\" 管"], [""], ["丙", "丁\u{FFFD}", "x"]])
        #expect(document.sheets[0].lines == [1, 2, 4, 5])
        #expect(document.sheets[0].merges.isEmpty)
        #expect(
            document.findings.map { "\($0.code) \($0.place.description)" } == [
                "replacement-character data/云溪县.csv:5", "stray-quote data/云溪县.csv:3, 云溪县!B2",
            ])
    }

    @Test(
        "the sheet is named after the file",
        arguments: [("-", "Sheet1"), ("a/b.csv", "b"), ("b", "b"), ("x.y.csv", "x.y"), (".csv", ".csv"), ("a/", "a")])
    func sheetName(file: String, name: String) {
        #expect(CSVDocumentReader.sheetName(for: file) == name)
    }

    @Test("an empty file is refused by name", arguments: [[UInt8](), [0xEF, 0xBB, 0xBF], [0xFF, 0xFE]])
    func empty(bytes: [UInt8]) {
        let failure = #expect(throws: CSVFailure.self) {
            try CSVDocumentReader.read(InputFile(bytes: bytes, name: "空.csv"))
        }
        #expect(failure?.place.file == "空.csv")
        #expect(failure?.message.chinese == "文件是空的")
    }
}
