import FenjieFiles
import FenjieFormats
import FenjieLedger
import FenjieModel
import FenjiePipeline
import FenjieTemplates
import FenjieTestSupport
import FenjieXLSX
import Testing

@Suite struct IssueWriterTests {
    private static let text = """
        序号,一级任务,具体要求,责任单位,完成时限
        1,供水,更换老旧管网,县水务局,2024年6月底前
        2,供水,建成水表平台,县财政局、县水务局,年底前
        3,道路,检测危桥,县交通运输局,年底前

        """

    private func plan(_ text: String = text, extension fileExtension: String = ".xlsx") throws -> IssuePlan {
        let maker = try IssueMaker(IssueOptions(form: try Template(builtIn: "unit-quarterly")))
        let issue = try #require(
            try maker.issues(of: InputFile(bytes: Array(text.utf8), name: "表.csv")).issues.first)
        return IssuePlan(issue, pattern: .standard, fileExtension: fileExtension)
    }

    private func writer(_ plan: IssuePlan, to format: String = "xlsx", replacing: Replacement = false) throws
        -> IssueWriter
    {
        IssueWriter(
            plan, format: try #require(OutputFormats.named(format)), replacing: replacing, workers: Workers(2))
    }

    private func bytes(_ folder: Workdir, _ name: String) throws -> [UInt8] {
        try InputFile(path: folder.path(name)).contents()
    }

    @Test func `An issue is a workbook for each unit beside an index`() throws {
        let folder = Workdir()
        let outcome = try writer(try plan()).write(into: folder.path("下发"))
        #expect(outcome.written == [1, 2, 3])
        #expect(outcome.failures.isEmpty)
        #expect(
            try Folder.names(in: folder.path("下发")).names.sorted()
                == [
                    "01-县水务局.xlsx", "02-县财政局.xlsx", "03-县交通运输局.xlsx", "index.csv", "index.xlsx",
                ].sorted())
        let reader = DocumentReader()
        let document = try reader.read(InputFile(path: folder.path("下发/02-县财政局.xlsx")))
        let passport = document.sheets.lazy.compactMap { Passport(sheetRows: $0.rows) }.first
        #expect(passport?.unit == "县财政局")
        #expect(passport?.rows.map(\.number) == ["2"])
        let visible = try #require(document.sheets.first)
        #expect(visible.rows.contains { $0.contains("建成水表平台") && $0.contains("负责") })
        #expect(!visible.rows.contains { $0.contains("检测危桥") })
    }

    @Test func `Writing again gives the same bytes, whatever the number of workers`() throws {
        let folder = Workdir()
        let plan = try plan()
        _ = try writer(plan).write(into: folder.path("一"))
        let format = try #require(OutputFormats.named("xlsx"))
        _ = try IssueWriter(plan, format: format, replacing: false, workers: Workers(1)).write(into: folder.path("二"))
        for name in try Folder.names(in: folder.path("一")).names {
            #expect(try bytes(folder, "一/" + name) == bytes(folder, "二/" + name), "\(name)")
        }
    }

    @Test func `A folder in use is left alone`() throws {
        let folder = Workdir()
        try folder.write([1], to: "下发/别人的.txt")
        let failure = #expect(throws: FileFailure.self) { try writer(try plan()).write(into: folder.path("下发")) }
        #expect(failure?.kind == .output)
        #expect(try Folder.names(in: folder.path("下发")).names == ["别人的.txt"])
    }

    @Test func `Hidden files of the system do not make a folder used`() throws {
        let folder = Workdir()
        try folder.write([1], to: "下发/.DS_Store")
        #expect(try writer(try plan()).write(into: folder.path("下发")).written.count == 3)
    }

    @Test func `Only our own files are replaced, and those that are left are named`() throws {
        let folder = Workdir()
        _ = try writer(try plan()).write(into: folder.path("下发"))
        try folder.write([1], to: "下发/备忘.txt")
        let fewer = Self.text.split(separator: "\n").dropLast().joined(separator: "\n") + "\n"
        let outcome = try writer(try plan(fewer), replacing: true).write(into: folder.path("下发"))
        #expect(outcome.written == [1, 2])
        #expect(outcome.findings.map(\.code) == ["worksheet-left-over"])
        #expect(outcome.findings.first?.message.chinese.hasSuffix("03-县交通运输局.xlsx") == true)
        #expect(try bytes(folder, "下发/备忘.txt") == [1])
    }

    @Test func `A worksheet is known as ours without its index, by its passport`() throws {
        let folder = Workdir()
        _ = try writer(try plan()).write(into: folder.path("下发"))
        for name in IssueIndex.fileNames { try #require(remove(folder.path("下发/" + name))) }
        #expect(try writer(try plan(), replacing: true).write(into: folder.path("下发")).written.count == 3)
    }

    @Test func `A file of someone else that has a name of ours stops everything`() throws {
        let folder = Workdir()
        try folder.write([1], to: "下发/02-县财政局.xlsx")
        #expect(throws: FileFailure.self) { try writer(try plan(), replacing: true).write(into: folder.path("下发")) }
        #expect(try Folder.names(in: folder.path("下发")).names == ["02-县财政局.xlsx"])
    }

    @Test func `A file where the folder should be is refused`() throws {
        let folder = Workdir()
        try folder.write([1], to: "下发")
        #expect(throws: FileFailure.self) { try writer(try plan()).write(into: folder.path("下发")) }
    }

    @Test func `Worksheets can be CSV`() throws {
        let folder = Workdir()
        _ = try writer(try plan(extension: ".csv"), to: "csv").write(into: folder.path("下发"))
        let text = String(decoding: try bytes(folder, "下发/01-县水务局.csv"), as: UTF8.self)
        let lines = text.split(separator: "\r\n")
        #expect(lines.count == 3)
        #expect(lines.first?.hasPrefix("\u{FEFF}序号,一级任务,具体要求,本单位职责,责任单位,完成时限,进展情况") == true)
        #expect(lines.last?.hasPrefix("2,供水,建成水表平台,负责,县财政局、县水务局,年底前,,") == true)
    }

    @Test func `One workbook has contents, a sheet for each unit and all passports`() throws {
        let folder = Workdir()
        let issue = try plan().issue
        let plan = IssuePlan(issue, pattern: .standard, fileExtension: ".xlsx", workbook: "全部.xlsx")
        let outcome = try writer(plan).write(workbook: folder.path("全部.xlsx"))
        #expect(outcome.written.count == 3)
        let document = try DocumentReader().read(InputFile(path: folder.path("全部.xlsx")))
        #expect(document.sheets.filter { $0.visibility == .visible }.map(\.name) == ["目录", "县水务局", "县财政局", "县交通运输局"])
        let passports = document.sheets.flatMap { Passport.all(in: $0.rows) }
        #expect(passports.map(\.unit) == ["县水务局", "县财政局", "县交通运输局"])
        #expect(!document.sheets[0].rows.joined().contains("文件"))
    }

    /// Removes a file by replacing it with nothing that counts: the tests have no other door to the file system.
    private func remove(_ path: String) -> Bool {
        (try? ChildProcess("/bin/rm", [path], environment: [:], folder: "/"))?.status == 0
    }
}

@Suite struct WorkersTests {
    @Test(arguments: [(0, 2), (1, 8), (1_000, 1), (1_000, 3)])
    func `Every item is done once`(total: Int, count: Int) {
        let done = Counter(total)
        Workers(count).forEach(total) { item in
            done.add(item)
            return true
        }
        #expect(done.counts == Array(repeating: 1, count: total))
    }

    @Test func `A worker can stop the rest`() {
        let done = Counter(100)
        Workers(1).forEach(100) { item in
            done.add(item)
            return item < 4
        }
        #expect(done.counts.reduce(0, +) == 5)
    }
}
