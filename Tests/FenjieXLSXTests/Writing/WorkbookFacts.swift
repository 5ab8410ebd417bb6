import FenjieFiles
import FenjieModel
import FenjieTestSupport
import FenjieXLSX
import Testing

/// What an independent reader finds in a workbook.
struct WorkbookFacts {
    /// What a skipped test says.
    static let reason: Comment = "skipped: python3 with openpyxl is not installed"

    /// Whether the independent reader is there.
    static let isPresent = (try? python(["-c", "import openpyxl"]))?.status == 0

    private let values: [String: String]

    /// Reads the workbook at a path.
    init(path: String) throws {
        let run = try Self.python([Checkout.root + "/Tests/Scripts/check_workbook.py", path])
        try #require(run.status == 0, "\(run.errorText)")
        var values: [String: String] = [:]
        for line in run.outputText.split(separator: "\n") {
            let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            values[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
        }
        self.values = values
    }

    /// Writes a printout into a folder of its own and reads it.
    init(_ printout: Printout) throws {
        let folder = Workdir()
        try Self.write(printout, to: folder.path("a.xlsx"))
        try self.init(path: folder.path("a.xlsx"))
    }

    /// Writes plain sheets into a folder of its own and reads them.
    init(_ sheets: [Sheet]) throws {
        let folder = Workdir()
        var output = try OutputFile(path: folder.path("a.xlsx"), replacing: false)
        _ = try PlainWorkbookWriter().write(sheets, to: &output)
        try output.commit()
        try self.init(path: folder.path("a.xlsx"))
    }

    @discardableResult
    static func write(_ printout: Printout, to path: String) throws -> [Finding] {
        var output = try OutputFile(path: path, replacing: false)
        let findings = try PrintoutWriter().write(printout, to: &output)
        try output.commit()
        return findings
    }

    /// The value of a key, such as `Sheet/A1/s` for the text of a cell.
    subscript(_ key: String) -> String? { values[key] }

    /// The heights of rows of a sheet, in points.
    func height(_ sheet: String, _ row: Int) -> Double { values["\(sheet)/height/\(row)"].flatMap(Double.init) ?? 0 }

    /// The keys that begin with a prefix, without it, sorted.
    func keys(_ prefix: String) -> [String] {
        values.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }.sorted()
    }

    private static func python(_ arguments: [String]) throws -> ChildProcess {
        // The first python3 of the user's own path, which may be one of several.
        let environment = ProcessEnvironment.values(of: ["PATH", "HOME"]).merging(["LC_ALL": "C.UTF-8"]) { $1 }
        return try ChildProcess("python3", arguments, environment: environment, folder: "/")
    }
}

/// Tables for tests; an invented county.
enum Samples {
    static let columns = [
        PrintedColumn(heading: "序号", width: 6, alignment: .center),
        PrintedColumn(heading: "重点任务", width: 16, alignment: .center),
        PrintedColumn(heading: "具体要求", width: 60),
        PrintedColumn(heading: "责任单位", width: 24),
        PrintedColumn(heading: "进展情况", width: 30, isFillIn: true, note: "写明已完成的事项和数量。"),
        PrintedColumn(
            heading: "完成状态", width: 10, alignment: .center, isFillIn: true, choices: ["已完成", "正在推进", "未启动"]),
        PrintedColumn(heading: "完成日期", width: 12, alignment: .center, content: .date, isFillIn: true),
    ]

    static let rows = [
        ["1", "修缮村道", "完成云溪镇三条村道的路面修缮，并设立警示标志。", "县交通运输局", "", "", ""],
        ["2", "修缮村道", "建立村道养护台账。", "县交通运输局", "", "", ""],
        ["3", "整治河岸", "清理白鹭河沿岸垃圾。", "县水利局", "", "已完成", "2023-05-31"],
    ]

    static func sheet(_ change: (inout PrintedSheet) -> Void = { _ in }) -> PrintedSheet {
        var sheet = PrintedSheet(name: "任务表", titleLines: ["云溪县重点任务分解表"], columns: columns, rows: rows)
        change(&sheet)
        return sheet
    }
}
