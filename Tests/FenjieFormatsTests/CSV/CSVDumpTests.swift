import FenjieFiles
import FenjieFormats
import Testing

@Suite struct CSVDumpTests {
    static let cases: [(text: String, json: String)] = [
        ("a,b\n1,2\n", "{\"sheets\":[{\"name\":\"x\",\"rows\":[\n[\"a\",\"b\"],\n[\"1\",\"2\"]\n]}]}\n"),
        (
            "\"say \"\"hi\"\"\",a\\b\n\"\n\t\r\",\u{1}é中😀\n",
            "{\"sheets\":[{\"name\":\"x\",\"rows\":[\n[\"say \\\"hi\\\"\",\"a\\\\b\"],\n"
                + "[\"\\n\\t\\r\",\"\\u0001é中😀\"]\n]}]}\n"
        ),
        ("\n", "{\"sheets\":[{\"name\":\"x\",\"rows\":[\n[\"\"]\n]}]}\n"),
        (",\n", "{\"sheets\":[{\"name\":\"x\",\"rows\":[\n[\"\",\"\"]\n]}]}\n"),
    ]

    @Test("every cell as JSON text", arguments: cases.indices)
    func dump(index: Int) throws {
        let sink = MemorySink()
        let reader = try CSVReader(
            InputFile(bytes: Array(Self.cases[index].text.utf8), name: "x"),
            options: CSVReadingOptions(delimiter: .comma))
        try CSVDump.write(reader, name: "x", to: sink)
        #expect(String(decoding: sink.bytes, as: UTF8.self) == Self.cases[index].json)
    }

    @Test("an unclosed quote leaves the JSON without its end")
    func failure() throws {
        let sink = MemorySink()
        let reader = try CSVReader(InputFile(bytes: Array("a\n\"b\n".utf8), name: "x"))
        #expect(throws: CSVFailure.self) { try CSVDump.write(reader, name: "x", to: sink) }
        #expect(!String(decoding: sink.bytes, as: UTF8.self).hasSuffix("}\n"))
    }
}
