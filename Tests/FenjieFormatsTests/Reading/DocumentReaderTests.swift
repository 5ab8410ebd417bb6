import FenjieFiles
import FenjieFormats
import FenjieModel
import Testing

/// Inputs that are text, but none that holds a table.
struct DocumentReaderTests {
    private func refusal(_ bytes: [UInt8], named name: String) -> Message? {
        do {
            _ = try DocumentReader().read(InputFile(bytes: bytes, name: name))
            return nil
        } catch {
            return (error as? any Failure)?.message
        }
    }

    @Test(
        "JSON is told from tables, whatever its name",
        arguments: [
            ("a.json", "{\n  \"tables\": [{\"title\": \"表\", \"tasks\": []}]\n}\n"),
            ("a.jsonl", "{\"序号\": \"1\", \"工作任务\": \"修桥\"}\n{\"序号\": \"2\", \"工作任务\": \"清淤\"}\n"),
            ("a.txt", "\u{FEFF}[ {\"责任单位\": \"县水利局\"} ]"), ("a.csv", "[[\"序号\",\"责任单位\"],[\"1\",\"县水利局\"]]"),
            ("-", "[\"序号\", \"责任单位\"]"), ("a", "{}"),
        ])
    func json(name: String, text: String) {
        #expect(refusal(Array(text.utf8), named: name)?.english == "this is a JSON file, not a table as text")
    }

    @Test("JSON in UTF-16 is JSON too")
    func wideJSON() {
        let bytes: [UInt8] = "\u{FEFF}{\"a\":1}".utf16.reduce(into: []) { $0 += [UInt8($1 & 0xFF), UInt8($1 >> 8)] }
        #expect(refusal(bytes, named: "a.txt")?.english == "this is a JSON file, not a table as text")
    }

    @Test("Rich Text is named")
    func rtf() {
        #expect(refusal(Array("{\\rtf1\\ansi 表}".utf8), named: "a.txt")?.english == "this is an RTF document")
    }

    @Test(
        "pages and XML are named", arguments: [("<div><table><tr><td>序号</td></tr></table></div>", "a web page (HTML)")])
    func markup(text: String, kind: String) throws {
        let message = try #require(refusal(Array(text.utf8), named: "a.txt"))
        #expect(message.english.hasSuffix(kind))
    }

    @Test(
        "brackets at the head of a table are text",
        arguments: ["[附件1]\n序号\t工作任务\t责任单位\n1\t修桥\t县水利局\n", "{表一}\n序号\t工作任务\t责任单位\n1\t修桥\t县水利局\n"])
    func brackets(text: String) {
        #expect(refusal(Array(text.utf8), named: "a.txt") == nil)
    }

    @Test("a form that was named is believed")
    func named() throws {
        let file = InputFile(bytes: Array("[\"序号\",\"责任单位\"]\n1,县水利局\n".utf8), name: "a.csv")
        #expect(try DocumentReader(options: ReadingOptions(form: "csv")).read(file).sheets[0].rows.count == 2)
    }
}
