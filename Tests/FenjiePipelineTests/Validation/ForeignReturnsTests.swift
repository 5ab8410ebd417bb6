import FenjieFiles
import FenjieLedger
import FenjieModel
import FenjiePipeline
import FenjieTemplates
import FenjieTestSupport
import Testing

/// Worksheets compared with the whole table, with another issue, or with rows of the unit's own.
@Suite struct ForeignReturnsTests {
    private static func pasted(_ document: Document) -> Document {
        var document = document
        document.sheets.removeLast(document.sheets.count - 1)
        document.mapRows { _, cells in cells.removeLast(cells.count - 13) }
        document.sheets[0].hiddenColumns = []
        return document
    }

    private func whole(_ folder: IssuedFolder) throws -> [IssuedWorksheet] {
        try IssuedSheets().read(
            InputFile(path: folder.work.path("表.csv")), template: Template(builtIn: "unit-quarterly"), isAlone: true)
    }

    @Test(arguments: [true, false])
    func `Without its passport a worksheet lacks only rows of its own unit`(_ isNamed: Bool) throws {
        let folder = try IssuedFolder()
        var document = Self.pasted(try folder.filled())
        document.sheets[0].name = "Sheet1"
        if !isNamed {
            document.sheets[0].rows[0] = []
            document.sheets[0].rows[1] = []
            document.sheets[0].merges.removeAll { $0.first.row < 3 }
        }
        let complete = try folder.validate(document, issued: whole(folder)).findings
        #expect(!complete.contains { $0.code == "row-missing" })
        document.sheets[0].rows[6] = []
        document.sheets[0].merges.removeAll { $0.last.row >= 7 }
        let found = try folder.validate(document, issued: whole(folder)).findings
        #expect(found.filter { $0.code == "row-missing" }.map(\.number) == ["5"])
    }

    @Test func `Of a sheet of another issue nothing else is said`() throws {
        let folder = try IssuedFolder()
        let other = try IssuedFolder(
            table: IssuedFolder.table.split(separator: "\n").map {
                $0.split(separator: ",").enumerated().map { $0.offset == 3 ? "别的\($0.element)" : String($0.element) }
                    .joined(separator: ",")
            }.joined(separator: "\n"))
        var document = try other.filled()
        document.set("差不多", row: 4, column: 9)
        let found = try folder.validate(document, issued: folder.issued())
        #expect(found.findings.map(\.code) == ["issue-unknown"])
        #expect(found.unit == "县人社局")
    }

    @Test func `A row that was added without a number is given none`() throws {
        let folder = try IssuedFolder()
        var document = try folder.filled()
        document.sheets[0].rows[7] = ["", "营商环境", "安居工程", "其他自行开展的工作", "负责", "县人社局", "全年", "做了", "正在推进"]
        document.sheets[0].merges.removeAll { $0.first.row == 8 }
        let found = try folder.validate(document, issued: folder.issued()).findings
        let added = try #require(found.first { $0.code == "row-added" })
        #expect(added.number == nil && added.place.row == 8)
    }
}
