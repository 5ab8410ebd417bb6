import FenjieFiles
import FenjieFormats
import FenjieGrammar
import FenjieLedger
import FenjieModel
import FenjiePipeline
import FenjieTasks
import FenjieTemplates
import FenjieTestSupport
import FenjieText
import FenjieXLSX
import Testing

/// An issue of worksheets, as the program makes it, and one of them filled in.
struct IssuedFolder {
    static let table = """
        序号,一级任务,二级任务,具体要求,责任单位,完成时限
        1,惠民实事,稳定就业,新增城镇就业岗位五千个，开展技能培训三百场,县人社局,2024年9月底前
        2,惠民实事,优质教育,新建改扩建学校两所（含幼儿园）,县教育局、县人社局,2024年6月底前
        3,营商环境,审批提速,再减环节两个,县审批局,全年
        4,营商环境,安居工程,改造老旧小区三十个,县人社局,全年
        5,营商环境,安居工程,建设保障性住房一千套,县人社局,2024年年底前
        """
    let work = Workdir()

    /// Splits the table into worksheets.
    init(period: String = "2024年第二季度", form: String = "unit-quarterly", table: String = table) throws {
        let path = try work.write(table, to: "表.csv")
        var options = IssueOptions(form: try Template(builtIn: form))
        options.period = period
        let (issues, _) = try IssueMaker(options).issues(of: InputFile(path: path))
        let issue = try #require(issues.first)
        let plan = IssuePlan(issue, pattern: .standard, fileExtension: ".xlsx")
        let xlsx = try #require(OutputFormats.named("xlsx"))
        _ = try IssueWriter(plan, format: xlsx, replacing: true).write(into: work.path("下发"))
    }

    func file(of unit: String) throws -> InputFile {
        let name = try #require(try Folder.names(in: work.path("下发")).names.first { $0.hasSuffix("\(unit).xlsx") })
        return try InputFile(path: work.path("下发/\(name)"))
    }

    func issued() throws -> [IssuedWorksheet] {
        try ["县人社局", "县教育局", "县审批局"].flatMap {
            try IssuedSheets().read(
                file(of: $0), template: Template(builtIn: "unit-quarterly"), isAlone: false)
        }
    }

    /// The worksheet of 县人社局 (rows 4 to 7, header in row 3), filled in as it should be.
    func filled() throws -> Document {
        var document = try WorkbookReader(file: file(of: "县人社局")).document()
        let answers = [
            ["新增岗位三千个", "正在推进", "", "无", "抓紧落实", ""], ["两所学校主体完工", "已完成", "2024-05-30", "无", "", "验收报告"],
            ["已改造十个小区", "正在推进", "", "资金紧张", "争取资金", ""], ["", "未启动", "", "用地未落实", "协调用地", ""],
        ]
        for (offset, answer) in answers.enumerated() {
            for (position, text) in answer.enumerated() { document.set(text, row: 4 + offset, column: 8 + position) }
        }
        return document
    }

    /// Writes what came back, and checks it.
    func validate(
        _ document: Document, as name: String = "新建工作表(2).xlsx", issued: [IssuedWorksheet]
    ) throws -> Validation {
        var output = try OutputFile(path: work.path(name), replacing: true)
        _ = try PlainWorkbookWriter().write(document.sheets, to: &output)
        try output.commit()
        return try validate(work.path(name), issued: issued)
    }

    func validate(_ path: String, issued: [IssuedWorksheet]) throws -> Validation {
        var options = ValidationOptions(template: try Template(builtIn: "issued"))
        options.followsPassport = true
        options.issued = issued
        return try Validator(options).validate(InputFile(path: path))
    }
}

extension Document {
    mutating func set(_ text: String, row: Int, column: Int) {
        while sheets[0].rows[row - 1].count < column { sheets[0].rows[row - 1].append("") }
        sheets[0].rows[row - 1][column - 1] = text
    }

    /// Takes a column away, or puts one in.
    mutating func mapRows(_ change: (Int, inout [String]) -> Void) {
        for row in sheets[0].rows.indices where row >= 2 && row < 7 {
            while sheets[0].rows[row].count < 15 { sheets[0].rows[row].append("") }
            change(row + 1, &sheets[0].rows[row])
        }
    }
}

/// One fault of a returned sheet, and what must be said of it.
struct PlantedFault: Sendable, CustomTestStringConvertible {
    let name: String
    /// Code and cell; an empty cell where the fault has none.
    let findings: [String]
    /// Whether it can be told without the issued file, from the passport alone.
    var isInPassport = true
    let damage: @Sendable (inout Document) -> Void

    var testDescription: String { name }
}

@Suite struct ReturnedSheetTests {
    static let faults: [PlantedFault] = [
        PlantedFault(name: "nothing", findings: []) { _ in },
        PlantedFault(name: "a row is gone", findings: ["row-missing"]) { $0.sheets[0].rows[6] = [] },
        PlantedFault(name: "a row was added", findings: ["row-added A8"]) {
            $0.sheets[0].rows[7] = ["6", "营商环境", "安居工程", "其他自行开展的工作", "负责", "县人社局", "全年", "做了", "正在推进"]
            $0.sheets[0].merges.removeAll { $0.first.row == 8 }
        },
        PlantedFault(name: "a row came twice", findings: ["row-repeated A8"]) {
            $0.sheets[0].rows[7] = $0.sheets[0].rows[6]
            $0.sheets[0].rows[7][1] = "营商环境"
            $0.sheets[0].rows[7][2] = "安居工程"
            $0.sheets[0].merges.removeAll { $0.first.row == 8 }
        },
        PlantedFault(name: "rows were sorted", findings: ["rows-moved A7"]) { document in
            document.sheets[0].rows.swapAt(5, 6)
            for row in [6, 7] {
                document.set("营商环境", row: row, column: 2)
                document.set("安居工程", row: row, column: 3)
            }
        },
        PlantedFault(name: "rows were sorted, hidden keys were not", findings: ["rows-moved A7"]) { document in
            let keys = [document.sheets[0].rows[5][14], document.sheets[0].rows[6][14]]
            document.sheets[0].rows.swapAt(5, 6)
            for (offset, row) in [6, 7].enumerated() {
                document.set("营商环境", row: row, column: 2)
                document.set("安居工程", row: row, column: 3)
                document.set(keys[offset], row: row, column: 15)
            }
        },
        PlantedFault(name: "a deadline was changed", findings: ["issued-text-changed G5"]) {
            $0.set("2024年9月底前", row: 5, column: 7)
        },
        PlantedFault(name: "the number was changed", findings: ["issued-text-changed A6"]) {
            $0.set("3", row: 6, column: 1)
        },
        PlantedFault(name: "a space came in", findings: ["issued-text-spacing D4"], isInPassport: false) {
            $0.set("新增城镇就业岗位五千个， 开展技能培训三百场", row: 4, column: 4)
        },
        PlantedFault(name: "full width became half width", findings: ["issued-text-spacing D5"], isInPassport: false) {
            $0.set("新建改扩建学校两所(含幼儿园)", row: 5, column: 4)
        },
        PlantedFault(name: "a column is gone", findings: ["column-removed"]) {
            $0.mapRows { _, cells in cells.remove(at: 10) }
            $0.sheets[0].hiddenColumns = [13, 14]
        },
        PlantedFault(name: "an issued column is gone", findings: ["column-removed"]) {
            $0.mapRows { _, cells in cells.remove(at: 6) }
            $0.sheets[0].hiddenColumns = [13, 14]
        },
        PlantedFault(name: "a column was added", findings: ["column-added H3"]) {
            $0.mapRows { row, cells in cells.insert(row == 3 ? "经办科室" : "综合科", at: 7) }
            $0.sheets[0].hiddenColumns = [15, 16]
        },
        PlantedFault(name: "a column was renamed", findings: ["column-renamed H3"]) {
            $0.set("工作进展情况", row: 3, column: 8)
        },
        PlantedFault(name: "a column was renamed beyond its meaning", findings: ["column-renamed M3"]) {
            $0.set("佐证资料集", row: 3, column: 13)
        },
        PlantedFault(name: "a column was hidden", findings: ["column-hidden K3"]) {
            $0.sheets[0].hiddenColumns.insert(11)
        },
        PlantedFault(name: "a formula failed", findings: ["formula-error L6"]) { $0.set("#REF!", row: 6, column: 12) },
        PlantedFault(name: "a date is text", findings: ["date-as-text J5"]) { $0.set("2024.5.30", row: 5, column: 10) },
        PlantedFault(name: "cells were merged", findings: ["merge-changed L6"]) {
            $0.set("", row: 7, column: 12)
            $0.sheets[0].merges.append(CellRange(rows: 6...7, columns: 12...12))
        },
        PlantedFault(name: "merged cells were undone", findings: ["merge-changed B4", "merge-changed C4"]) { document in
            document.sheets[0].merges.removeAll { $0.first.row >= 4 && $0.first.row <= 7 }
            for (row, task, subtask) in [(5, "惠民实事", "优质教育"), (6, "营商环境", "安居工程"), (7, "营商环境", "安居工程")] {
                document.set(task, row: row, column: 2)
                document.set(subtask, row: row, column: 3)
            }
        },
        PlantedFault(name: "a wrong status", findings: ["value-not-allowed I4"]) { $0.set("差不多", row: 4, column: 9) },
        PlantedFault(name: "done without a date", findings: ["completion-date-missing J5"]) {
            $0.set("", row: 5, column: 10)
        },
        PlantedFault(name: "another sheet", findings: ["several-sheets"]) {
            $0.sheets.append(Sheet(name: "Sheet2", rows: [["序号", "工作任务", "责任单位"], ["1", "别的", "县教育局"]]))
        },
    ]

    @Test(arguments: faults) func `Planted faults are found, and nothing else`(_ fault: PlantedFault) throws {
        let folder = try IssuedFolder()
        var document = try folder.filled()
        fault.damage(&document)
        for issued in [try folder.issued(), []] where fault.isInPassport || !issued.isEmpty {
            let found = try folder.validate(document, issued: issued)
            // A row whose number is gone has no cell of its own.
            let codes = found.findings.map { finding in
                fault.findings.contains(finding.code) ? finding.code : "\(finding.code) \(finding.place.cell ?? "")"
            }
            #expect(
                codes.sorted() == fault.findings.sorted(),
                "\(issued.isEmpty ? "by the passport" : "by the issued file")")
            #expect(found.findings.allSatisfy { $0.unit == "县人社局" || $0.code == "several-sheets" })
        }
    }

    @Test func `A changed text is told in the characters that changed`() throws {
        let folder = try IssuedFolder()
        var document = try folder.filled()
        document.set("2024年9月底前", row: 5, column: 7)
        let found = try folder.validate(document, issued: folder.issued()).findings
        #expect(found.map(\.message.chinese) == ["“完成时限”被改动：“6”被改成“9”"])
    }

    @Test func `A sheet pasted as values is known by its rows`() throws {
        let folder = try IssuedFolder()
        var document = try folder.filled()
        document.sheets.removeLast(document.sheets.count - 1)
        document.mapRows { _, cells in cells.removeLast(2) }
        document.sheets[0].hiddenColumns = []
        document.set("2024年7月底前", row: 5, column: 7)
        let found = try folder.validate(document, issued: folder.issued())
        #expect(found.findings.map(\.code).sorted() == ["issued-text-changed", "passport-missing"])
        #expect(found.unit == "县人社局")
    }

    @Test func `A sheet saved as CSV in GB18030 is compared too`() throws {
        let folder = try IssuedFolder()
        let document = try folder.filled()
        let path = folder.work.path("上报.csv")
        var destination = Destination.file(try OutputFile(path: path, replacing: true))
        let csv = try #require(OutputFormats.named("csv"))
        _ = try csv.write(.sheets([document.sheets[0]]), WritingOptions(encoding: .gb18030), to: &destination)
        try destination.complete()
        let found = try folder.validate(path, issued: folder.issued())
        #expect(found.findings.map(\.code) == ["passport-missing"])
        #expect(found.unit == "县人社局")
    }

    @Test func `Another period, another unit and another issue are told apart`() throws {
        let second = try IssuedFolder()
        let first = try IssuedFolder(period: "2024年第一季度")
        let old = try second.validate(first.filled(), issued: second.issued())
        #expect(old.findings.map(\.code) == ["period-wrong"])
        let monthly = try IssuedFolder(form: "unit-monthly")
        let other = try second.validate(monthly.file(of: "县审批局").name, issued: second.issued())
        #expect(other.findings.contains { $0.code == "form-version-old" })
        let education = try second.issued().filter { $0.passport.unit == "县教育局" }
        let wrong = try second.validate(second.filled(), issued: education)
        #expect(wrong.findings.map(\.code) == ["unit-wrong"])
    }

    @Test func `A worksheet is compared with the whole table`() throws {
        let folder = try IssuedFolder()
        let whole = try IssuedSheets().read(
            InputFile(path: folder.work.path("表.csv")), template: Template(builtIn: "unit-quarterly"), isAlone: true)
        #expect(try folder.validate(folder.filled(), issued: whole).findings == [])
        var document = try folder.filled()
        document.set("2024年9月底前", row: 5, column: 7)
        document.sheets[0].rows[6] = []
        let found = try folder.validate(document, issued: whole).findings
        #expect(found.map(\.code).sorted() == ["issued-text-changed", "row-missing"])
    }

    @Test func `The marked copy holds what came back, the list and the notes`() throws {
        let folder = try IssuedFolder()
        var document = try folder.filled()
        document.set("差不多", row: 4, column: 9)
        let found = try folder.validate(document, issued: folder.issued())
        let path = folder.work.path("标注.xlsx")
        var output = try OutputFile(path: path, replacing: true)
        let input = try InputFile(path: folder.work.path("新建工作表(2).xlsx"))
        let before = try input.contents()
        let findings = try MarkedWorkbook(found, language: .chinese).write(input, to: &output)
        try output.commit()
        #expect(try input.contents() == before)
        #expect(findings.map(\.code) == ["marked-copy-incomplete"])
        let copy = try WorkbookReader(file: InputFile(path: path)).document()
        let sent = try #require(found.document)
        #expect(copy.sheets.map(\.name) == ["问题清单"] + sent.sheets.map(\.name))
        #expect(copy.sheets[0].rows[3][6] == "“完成状态”不能填“差不多”")
        for (own, other) in zip(copy.sheets.dropFirst(), sent.sheets) {
            for row in other.rows.indices {
                for column in other.rows[row].indices {
                    #expect(own.text(row: row + 1, column: column + 1) == other.rows[row][column])
                }
            }
            #expect(Set(own.merges) == Set(other.merges))
            #expect(own.hiddenColumns == other.hiddenColumns)
            #expect((own.visibility == .visible) == (other.visibility == .visible))
        }
        // The copy can be checked again.
        #expect(try folder.validate(path, issued: folder.issued()).findings.contains { $0.code == "value-not-allowed" })
    }
}
