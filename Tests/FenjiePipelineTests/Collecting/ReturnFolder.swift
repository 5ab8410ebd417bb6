import FenjieFiles
import FenjieFormats
import FenjieLedger
import FenjieModel
import FenjiePipeline
import FenjieTemplates
import FenjieTestSupport
import FenjieXLSX
import Testing

/// A folder of returns beside the folder of what was issued.
struct ReturnFolder {
    let issue: IssuedFolder
    var work: Workdir { issue.work }

    init(_ issue: IssuedFolder) { self.issue = issue }

    init() throws { issue = try IssuedFolder() }

    /// Writes a returned worksheet as a workbook.
    func write(_ document: Document, as name: String) throws {
        try Folder.create(PathText.folder(of: work.path("上报/\(name)")))
        var output = try OutputFile(path: work.path("上报/\(name)"), replacing: true)
        _ = try PlainWorkbookWriter().write(document.sheets, to: &output)
        try output.commit()
    }

    /// The worksheet of a unit as it went out.
    func blank(_ unit: String) throws -> Document { try WorkbookReader(file: issue.file(of: unit)).document() }

    /// The worksheet of a unit with something to say on its first row.
    func filled(_ unit: String, _ progress: String = "已启动") throws -> Document {
        var document = try blank(unit)
        document.set(progress, row: 4, column: 8)
        document.set("正在推进", row: 4, column: 9)
        return document
    }

    func collect(_ change: ([FolderContents.Item]) -> [FolderContents.Item] = { $0 }) throws -> Ledger {
        let template = try Template(builtIn: "unit-quarterly")
        let collection = ReturnCollection(
            ReturnCollection.Options(template: template, ledger: try Template(builtIn: "ledger")))
        let names = try Folder.names(in: work.path("下发")).names.filter { $0.hasSuffix(".xlsx") }
        let issued = collection.issued(names.map { Input(path: work.path("下发/\($0)"), relativePath: $0) }).collection
        return collection.ledger(of: change(FolderContents(of: work.path("上报")).items), issued: issued)
    }
}

extension Ledger {
    func row(_ unit: String, _ number: String) -> LedgerRow? {
        rows.first { $0.unit == unit && $0.number == number }
    }

    func text(_ heading: String, _ unit: String, _ number: String) -> String? {
        guard let row = row(unit, number), let column = headings.firstIndex(of: heading) else { return nil }
        return row.cells[column]
    }

    func standing(_ path: String) -> FileStanding? { files.first { $0.path == path }?.standing }

    func codes(_ path: String) -> [String] {
        findings.filter { $0.place.file == path && $0.severity > .info }.map(\.code)
    }

    /// The bytes of the ledger in all forms.
    func bytes(_ work: Workdir) throws -> [[UInt8]] {
        try LedgerFile.allCases.map { form in
            let path = work.path("台账.\(form.rawValue)")
            var destination = Destination.file(try OutputFile(path: path, replacing: true))
            _ = try form.write(self, WritingOptions(), in: .chinese, to: &destination)
            try destination.complete()
            return try InputFile(path: path).contents()
        }
    }
}
