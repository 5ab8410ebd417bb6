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

    /// Every code that a source file reports is in the book, and the book holds no other.
    ///
    /// Codes are literals in front of a severity, `"code", .warning`, arms of a choice, or what a `switch` over doubts and
    /// failures gives.
    @Test func `Every code that can be reported is explained, and no other`() throws {
        var reported: Set<String> = []
        for path in try Self.sources(below: Self.root + "/Sources") where !path.contains("/Codes/") {
            let text = String(decoding: try InputFile(path: path).contents(), as: UTF8.self)
            let severity = #/(?:[\w.]+ \? )?\.(?:error|warning|info)\b/#
            let codes = #/"(?<code>[a-z]+(?:-[a-z]+)+)"(?: : "(?<other>[a-z]+(?:-[a-z]+)+)")?,\s*/#
            for match in text.matches(of: codes) where text[match.range.upperBound...].prefixMatch(of: severity) != nil
            {
                reported.insert(String(match.output.code))
                if let other = match.output.other { reported.insert(String(other)) }
            }
            // One reader serves template and pipeline files.
            for match in text.matches(of: #/"\\\(subject\)-(?<rest>[a-z]+(?:-[a-z]+)*)"/#) {
                for subject in ["template", "pipeline"] { reported.insert("\(subject)-\(match.output.rest)") }
            }
            if path.hasSuffix("DeadlineDoubt.swift") || path.hasSuffix("FindingReport.swift") {
                for match in text.matches(of: #/case \.\w+: "(?<code>[a-z]+(?:-[a-z]+)*)"\n/#) {
                    reported.insert(String(match.output.code))
                }
            }
            // Rules report through `report.add("code", …)`, which knows their weights.
            for match in text.matches(of: #/report\.add\(\s*"(?<code>[a-z]+(?:-[a-z]+)+)"/#) {
                reported.insert(String(match.output.code))
            }
        }
        let known = Set(book.codes)
        #expect(reported.subtracting(known).sorted() == [], "reported and not explained")
        #expect(known.subtracting(reported).sorted() == [], "explained and never reported")
    }

    private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    private static func sources(below folder: String) throws -> [String] {
        try Folder.names(in: folder).names.flatMap { name -> [String] in
            let path = folder + "/" + name
            if FileStatus(path: path)?.kind == .folder { return try sources(below: path) }
            return name.hasSuffix(".swift") ? [path] : []
        }
    }

    @Test func `The page in the folder of the rules is the book's`() throws {
        let page = try InputFile(path: Self.root + "/Sources/FenjieRules/README.md").contents()
        #expect(String(decoding: page, as: UTF8.self) == book.page, "write it anew with: fenjie explain --all")
    }
}
