import FenjieFiles
import FenjieModel
import FenjieRules
import Testing

@Suite struct RuleBookTests {
    private let book = RuleBook.standard

    @Test func `Codes and rules are unique, in kebab case and told in both languages`() {
        #expect(Set(book.codes).count == book.codes.count)
        #expect(Set(book.sections.map(\.name)).count == book.sections.count)
        for name in book.codes + book.sections.map(\.name) {
            #expect(name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(name)")
        }
        for code in book.sections.flatMap(\.codes) {
            for text in [code.title, code.cause, code.example, code.cure] {
                #expect(!text.chinese.isEmpty && !text.english.isEmpty, "\(code.code)")
            }
        }
    }

    @Test func `The page in the folder of the rules is the book's`() throws {
        let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let page = try InputFile(path: "/\(folder)/Sources/FenjieRules/README.md").contents()
        #expect(String(decoding: page, as: UTF8.self) == book.page, "write it anew with: fenjie explain --all")
    }
}
