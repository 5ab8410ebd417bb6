import FenjieFiles
import FenjieLedger
import FenjieModel
import FenjiePipeline
import FenjieTemplates
import FenjieTestSupport
import Testing

/// Worksheets that another program has opened, filled in and saved again.
@Suite struct ResavedReturnsTests {
    static let isPresent = (try? python(["-c", "import openpyxl"]))?.status == 0

    private static func python(_ arguments: [String]) throws -> ChildProcess {
        let environment = ProcessEnvironment.values(of: ["PATH", "HOME"]).merging(["LC_ALL": "C.UTF-8"]) { $1 }
        return try ChildProcess("python3", arguments, environment: environment, folder: "/")
    }

    /// Whether it writes custom properties again; before version 3.1 they are lost.
    private static let keepsProperties =
        (try? python(["-c", "import openpyxl; openpyxl.Workbook().custom_doc_props"]))?.status == 0

    /// Fills in the row of each number, and drops the hidden sheet where told.
    private static let script = """
        import sys, openpyxl
        source, target, drop = sys.argv[1:4]
        book = openpyxl.load_workbook(source)
        sheet = book.worksheets[0]
        header = next(row for row in range(1, 9) if sheet.cell(row, 1).value == "序号")
        column = next(c for c in range(1, sheet.max_column + 1) if sheet.cell(header, c).value == "进展情况")
        row = header + 1
        while str(sheet.cell(row, 1).value or "").isdigit():
            sheet.cell(row, column).value = "第%s项在办" % sheet.cell(row, 1).value
            row += 1
        if drop == "yes":
            del book["_fenjie"]
        book.save(target)
        """

    @Test(.enabled(if: isPresent, "skipped: python3 with openpyxl is not installed"), arguments: ["no", "yes"])
    func `Worksheets saved by another program are known, with and without their hidden sheet`(drop: String) throws {
        let folder = try IssuedFolder()
        try Folder.create(folder.work.path("上报"))
        let names = try Folder.names(in: folder.work.path("下发")).names.filter { $0.hasPrefix("0") }
        for (index, name) in names.enumerated() {
            let run = try Self.python([
                "-c", Self.script, folder.work.path("下发/\(name)"), folder.work.path("上报/工作簿\(index).xlsx"), drop,
            ])
            try #require(run.status == 0, "\(run.errorText)")
        }
        let collection = ReturnCollection(
            ReturnCollection.Options(
                template: try Template(builtIn: "unit-quarterly"), ledger: try Template(builtIn: "ledger")))
        let issued = collection.issued(names.map { Input(path: folder.work.path("下发/\($0)"), relativePath: $0) })
            .collection
        let ledger = collection.ledger(of: FolderContents(of: folder.work.path("上报")).items, issued: issued)
        #expect(ledger.missing.isEmpty)
        #expect(ledger.files.allSatisfy { $0.standing == .reported })
        #expect(ledger.rows.count == 6)
        for row in ledger.rows { #expect(row.cells.contains("第\(row.number)项在办"), "\(row.unit) \(row.number)") }
        let isUnmarked = drop == "yes" && !Self.keepsProperties
        let codes = Set(ledger.findings.filter { $0.severity > .info }.map(\.code))
        #expect(codes == (isUnmarked ? ["passport-missing"] : []))
    }
}
