import FenjieFiles
import FenjieModel
import FenjieTestSupport
import FenjieXLSX
import Testing

@Suite struct PrintoutWriterTests {
    @Test("Equal printouts give equal bytes") func bytesAreEqual() throws {
        let folder = Workdir()
        let sheet = Samples.sheet { $0.isProtected = true }
        for name in ["a.xlsx", "b.xlsx"] {
            try WorkbookFacts.write(Printout(sheets: [sheet]), to: folder.path(name))
        }
        let first = try InputFile(path: folder.path("a.xlsx")).contents()
        #expect(first == (try InputFile(path: folder.path("b.xlsx")).contents()))
        #expect(first.starts(with: Array("PK".utf8)))
    }

    @Test("What is written reads back as it was") func roundTrip() throws {
        let folder = Workdir()
        let rows = [
            ["007", "1-2", "=1+1", "370881199001011234"],
            ["_x0041_", "a\u{1}b\u{1F}c", "  前后空格  ", "第一行\n第二行\t完"],
            ["", "😀👨‍👩‍👧", "<&>\"'", "a\r\nb"],
        ]
        let columns = ["甲", "乙", "丙", "丁"].map { PrintedColumn(heading: $0, width: 12) }
        try WorkbookFacts.write(
            Printout(sheets: [PrintedSheet(name: "表", columns: columns, rows: rows)]), to: folder.path("a.xlsx"))
        let document = try WorkbookReader(file: InputFile(path: folder.path("a.xlsx"))).document()
        #expect(document.sheets.map(\.name) == ["表"])
        #expect(document.sheets.first.map { Array($0.rows.dropFirst()) } == rows)
    }

    @Test("Rules of a printout are checked before anything is written", arguments: Refusal.all)
    func refuses(_ refusal: Refusal) throws {
        let folder = Workdir()
        var output = try OutputFile(path: folder.path("a.xlsx"), replacing: false)
        do {
            _ = try PrintoutWriter().write(refusal.printout, to: &output)
            Issue.record("nothing was thrown")
        } catch {
            #expect(error.cause == refusal.cause)
            #expect(error.place.file == folder.path("a.xlsx"))
            #expect(error.place.cell == refusal.cell)
        }
        _ = consume output
        #expect(folder.names.isEmpty)
    }

    @Test("A folder without room for temporary files is refused") func noTemporaryFolder() throws {
        let folder = Workdir()
        var output = try OutputFile(path: folder.path("a.xlsx"), replacing: false)
        let writer = PrintoutWriter(temporaryFolder: folder.path("missing"))
        do {
            _ = try writer.write(Printout(sheets: [Samples.sheet()]), to: &output)
            Issue.record("nothing was thrown")
        } catch {
            #expect(error.cause == .system)
            #expect(error.kind == .output)
            #expect(error.message.chinese.contains("空间不足"))
        }
    }

    @Test("Many workbooks at a time come out as one alone does") func threads() async throws {
        let folder = Workdir()
        let sheet = Samples.sheet { $0.isProtected = true }
        try WorkbookFacts.write(Printout(sheets: [sheet]), to: folder.path("one.xlsx"))
        let expected = try InputFile(path: folder.path("one.xlsx")).contents()
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for index in 0..<40 {
                group.addTask {
                    let path = folder.path("\(index).xlsx")
                    // Another date now and then: the library below shares its clock between threads.
                    let properties = DocumentProperties(created: index % 4 == 0 ? 1_000_000_000 : nil)
                    try WorkbookFacts.write(Printout(sheets: [sheet], properties: properties), to: path)
                    return index % 4 == 0 ? expected : try InputFile(path: path).contents()
                }
            }
            for try await bytes in group { #expect(bytes == expected) }
        }
    }
}

/// A printout that cannot be written, and why.
struct Refusal: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let cause: WorkbookWritingFailure.Cause
    var cell: String?
    let printout: Printout

    private init(
        _ title: String, _ cause: WorkbookWritingFailure.Cause, cell: String? = nil,
        _ change: (inout PrintedSheet) -> Void
    ) {
        testDescription = title
        self.cause = cause
        self.cell = cell
        printout = Printout(sheets: [Samples.sheet(change)])
    }

    static let all = [
        Refusal("no visible sheet", .reference) { $0.visibility = .hidden },
        Refusal("no name", .sheetName) { $0.name = "" },
        Refusal("a name with a slash", .sheetName) { $0.name = "a/b" },
        Refusal("a name of 32 characters", .sheetName) { $0.name = String(repeating: "县", count: 32) },
        Refusal("overlapping merges", .merge, cell: "A4") {
            $0.rows = [["1", "", ""], ["", "", ""], ["", "", ""]]
            $0.merges = [CellRange(rows: 1...2, columns: 1...1), CellRange(rows: 2...3, columns: 1...2)]
        },
        Refusal("a merge below the table", .merge, cell: "B5") {
            $0.merges = [CellRange(rows: 3...4, columns: 2...2)]
        },
        Refusal("a merge that hides text", .merge, cell: "B5") {
            $0.merges = [CellRange(rows: 2...3, columns: 2...2)]
        },
        Refusal("a row longer than the headings", .reference, cell: "H3") {
            $0.rows[0] = Array(repeating: "x", count: 8)
        },
        Refusal("a text too long for a cell", .textTooLong, cell: "C4") {
            $0.rows[1][2] = String(repeating: "长", count: 32_768)
        },
        Refusal("a link to a sheet that is not there", .reference, cell: "A3") {
            $0.links = [PrintedLink(.cell(CellReference(row: 1, column: 1)), to: .sheet("别处"))]
        },
        Refusal("a rule about a column that is not there", .reference) {
            $0.rules = [PrintedRule(.equals(column: 9, text: "已完成"), tone: .good)]
        },
        Refusal("no columns", .reference) {
            $0.columns = []
            $0.rows = []
        },
    ]
}
