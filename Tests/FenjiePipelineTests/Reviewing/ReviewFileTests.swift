import FenjieFiles
import FenjieLedger
import FenjieModel
import FenjiePipeline
import FenjieTestSupport
import FenjieText
import Testing

/// What a review looks like to other programs.
@Suite struct ReviewFileTests {
    private let ledger = YearLedger()

    private func review() throws -> Review {
        try ledger.review(on: "2026-06-30", previous: YearLedger.table.replacing("已完成,2026-06-15", with: "正在推进,"))
    }

    // MARK: Workbook

    /// Says of each sheet its name, charts, print set-up, and the cells that its charts show.
    private static let script = """
        import sys, openpyxl
        book = openpyxl.load_workbook(sys.argv[1])
        for sheet in book.worksheets:
            charts = ["%s:%s" % (type(chart).__name__, len(chart.series)) for chart in sheet._charts]
            print(sheet.title, sheet.sheet_properties.pageSetUpPr.fitToPage, bool(sheet.print_title_rows), *charts, sep="|")
            for chart in sheet._charts:
                for series in chart.series:
                    area = series.val.numRef.f.split("!")[1].replace("$", "")
                    values = [cell.value for row in sheet[area] for cell in row]
                    assert all(isinstance(value, (int, float)) for value in values), (sheet.title, area, values)
        """

    @Test(.enabled(if: ResavedReturnsTests.isPresent, "skipped: python3 with openpyxl is not installed"))
    func `The workbook has a sheet for each list, native charts over numbers, and prints one page wide`() throws {
        let path = ledger.work.path("结果.xlsx")
        _ = try ledger.bytes(try review(), .xlsx)
        let environment = ProcessEnvironment.values(of: ["PATH", "HOME"]).merging(["LC_ALL": "C.UTF-8"]) { $1 }
        let run = try ChildProcess("python3", ["-c", Self.script, path], environment: environment, folder: "/")
        #expect(run.status == 0, "\(run.errorText)")
        #expect(
            run.outputText.split(separator: "\n").map(String.init) == [
                "概况|True|True|PieChart:1|BarChart:1", "按单位|True|True|BarChart:7", "按分组|True|True|BarChart:7",
                "按月|True|True|BarChart:7", "核销清单|True|True", "督促整改清单|True|True", "近期到期|True|True", "比较|True|True",
            ])
    }

    // MARK: Page

    @Test(arguments: Language.allCases)
    func `The page needs nothing beside itself and closes what it opens`(_ language: Language) throws {
        let path = ledger.work.path("页.html")
        var destination = Destination.file(try OutputFile(path: path, replacing: true))
        _ = try ReviewFile.html.write(try review(), in: language, to: &destination)
        try destination.complete()
        let page = String(decoding: try InputFile(path: path).contents(), as: UTF8.self)
        for word in ["http:", "https:", "src=", "href=", "url(", "@import", "<script", "<link"] {
            #expect(!page.contains(word), "\(word)")
        }
        for tag in ["svg", "table", "tr", "td", "th", "section", "ul", "li", "figure", "g", "text"] {
            let opened = page.ranges(of: "<\(tag)>").count + page.ranges(of: "<\(tag) ").count
            #expect(opened == page.ranges(of: "</\(tag)>").count, "\(tag)")
        }
        #expect(page.ranges(of: "<svg").count > 10)
        #expect(page.contains(language == .chinese ? "慢于序时进度15.4个百分点" : "15.4 percentage points behind schedule"))
    }

    // MARK: Counts, JSON

    @Test func `The counts have a line for the whole, each unit, each group and each month`() throws {
        let text = String(decoding: try ledger.bytes(try review(), .csv), as: UTF8.self)
        let rows = text.split(whereSeparator: \.isNewline).map(String.init)
        #expect(rows.count == 1 + 1 + 5 + 4 + 12)
        #expect(rows[1] == "2026-06-30,总体,平川县2026年重点任务落实台账,16,5,5,2,1,1,1,1,33.3%,7,4,57.1%,1")
        #expect(rows[4] == "2026-06-30,单位,县交通运输局,3,0,1,2,0,0,0,0,0.0%,3,0,0.0%,1")
    }

    @Test func `The JSON has the numbers of the review`() throws {
        let text = try review().json(in: .chinese).text()
        for part in [
            "\"as_of\":\"2026-06-30\"", "\"done\":5,\"under_way\":5,\"overdue\":2,\"not_started\":1",
            "\"planned_percent\":53.8", "\"gap_points\":-15.4", "\"month\":\"2026-02\"",
            "\"newly_done\":[{\"number\":\"8\"",
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }
}
