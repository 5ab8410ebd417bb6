import FenjieModel
import FenjieXLSX
import Testing

@Suite(.enabled(if: WorkbookFacts.isPresent, WorkbookFacts.reason))
struct PrintedTableTests {
    @Test("The page is set up for print") func page() throws {
        let facts = try WorkbookFacts(Printout(sheets: [Samples.sheet()]))
        #expect(facts["任务表/page"] == "9 landscape")
        #expect(facts["任务表/fit"] == "1 None 0" || facts["任务表/fit"] == "1 1 0")
        #expect(facts["任务表/titles"] == "$2:$2")
        #expect(facts["任务表/area"] == "$A$1:$G$5")
        #expect(facts["任务表/freeze"] == "A3")
        #expect(facts["任务表/filter"] == "A2:G5")
        #expect(facts["任务表/footer"]?.contains("第 &P 页 共 &N 页") == true)
        #expect(facts["任务表/merge/A1:G1"] != nil)
        #expect(facts["任务表/A1/s"] == "云溪县重点任务分解表")
    }

    @Test("Strings stay strings, and fill-in columns take what is typed") func contents() throws {
        let facts = try WorkbookFacts(
            Printout(sheets: [Samples.sheet { $0.rows[0][2] = "=SUM(A1)" }]))
        #expect(facts["任务表/A3/s"] == "1")
        #expect(facts["任务表/C3/s"] == "=SUM(A1)")
        #expect(facts["任务表/E3/format"] == "@")
        #expect(facts["任务表/G3/format"] == "yyyy-mm-dd")
        #expect(facts["任务表/G5/d"] == "2023-05-31 00:00:00")
        #expect(facts["任务表/A3/font"] == "宋体 10.5")
    }

    @Test("Only fill-in columns and signatures are unlocked, without a password") func protection() throws {
        let facts = try WorkbookFacts(
            Printout(
                sheets: [
                    Samples.sheet {
                        $0.isProtected = true
                        $0.signatures = ["填报人", "审核人"]
                    }
                ]))
        #expect(facts["任务表/protected"] == "1")
        #expect(facts["任务表/password"] == "None")
        #expect(facts["任务表/forbidden"] == "insertRows")
        #expect(["A3", "C3", "D3"].allSatisfy { facts["任务表/\($0)/locked"] == "1" })
        #expect(["E3", "F3", "G3", "A7"].allSatisfy { facts["任务表/\($0)/locked"] == "0" })
        #expect(facts["任务表/A7/s"] == "填报人：")
    }

    @Test("Drop-downs come from a hidden sheet, dates are checked") func entry() throws {
        let many = (1...100).map { "选项\($0)：较长的一段说明文字" }
        let facts = try WorkbookFacts(
            Printout(sheets: [Samples.sheet { $0.columns[4].choices = many }]))
        #expect(facts["sheets"] == "任务表|下拉选项")
        #expect(facts["下拉选项/state"] == "hidden")
        #expect(facts["下拉选项/A100/s"] == many[99])
        #expect(facts["任务表/validation/E3:E5"]?.hasPrefix("list '下拉选项'!$A$1:$A$100") == true)
        #expect(facts["任务表/validation/F3:F5"]?.hasPrefix("list '下拉选项'!$B$1:$B$3") == true)
        #expect(facts["任务表/validation/G3:G5"]?.hasPrefix("date 36526 73050") == true)
    }

    @Test("Rules, links, marks and notes stand where they belong") func extras() throws {
        let facts = try WorkbookFacts(
            Printout(
                sheets: [
                    Samples.sheet {
                        $0.rules = [
                            PrintedRule(.equals(column: 6, text: "已\"完成"), tone: .good),
                            PrintedRule(.overdue(due: 7, status: 6, done: ["已完成"]), tone: .bad),
                        ]
                        $0.links = [
                            PrintedLink(.cell(CellReference(row: 1, column: 4)), to: .sheet("县'交通")),
                            PrintedLink(.cell(CellReference(row: 3, column: 4)), to: .file("01 县#水利局.xlsx")),
                        ]
                        $0.marks = [
                            PrintedMark(CellReference(row: 2, column: 3), tone: .bad, note: "缺少数量"),
                            PrintedMark(CellReference(row: 2, column: 3), tone: .attention, note: "缺少地点"),
                        ]
                    }, PrintedSheet(name: "县'交通", columns: [PrintedColumn(heading: "甲", width: 9)], rows: []),
                ]))
        #expect(facts["任务表/rule/F3:F5/1"] == "$F3=\"已\"\"完成\"")
        #expect(facts["任务表/rule/A3:G5/2"] == "AND(ISNUMBER($G3),$G3<TODAY(),$F3<>\"已完成\")")
        #expect(facts["任务表/D3/link"] == "'县''交通'!A1")
        #expect(facts["任务表/D3/s"] == "县交通运输局")
        #expect(facts["任务表/D5/link"] == "01%20县%23水利局.xlsx")
        #expect(facts["任务表/C4/note"] == "缺少数量\\n缺少地点")
        #expect(facts["任务表/E2/note"] == "写明已完成的事项和数量。")
    }

    @Test("An overdue row leaves cells alone that several rows share") func sharedCells() throws {
        let facts = try WorkbookFacts(
            Printout(
                sheets: [
                    Samples.sheet {
                        $0.rows[1][1] = ""
                        $0.merges = [CellRange(rows: 1...2, columns: 2...2)]
                        $0.rules = [PrintedRule(.overdue(due: 7, status: 6, done: []), tone: .bad)]
                    }
                ]))
        #expect(facts.keys("任务表/rule/") == ["A3:A5/1", "C3:G5/2"])
    }

    @Test("Group rows run over the whole width; a row with several texts does not") func groups() throws {
        let facts = try WorkbookFacts(
            Printout(
                sheets: [
                    Samples.sheet {
                        $0.rows.insert(["", "一、基础设施", "", "", "", "", ""], at: 0)
                        $0.groupRows = [1, 2]
                    }
                ]))
        #expect(facts["任务表/merge/A3:G3"] != nil)
        #expect(facts["任务表/A3/s"] == "一、基础设施")
        #expect(facts["任务表/merge/A4:G4"] == nil)
        #expect(facts["任务表/D4/s"] == "县交通运输局")
    }

    @Test("Hidden data sheets hold plain cells, and the first visible sheet opens") func dataSheets() throws {
        let passport = PrintedSheet(
            name: "护照", visibility: .veryHidden, style: .data,
            columns: ["键", "值"].map { PrintedColumn(heading: $0, width: 9) },
            rows: [["unit", "县水利局"], ["version", "007"]])
        let facts = try WorkbookFacts(
            Printout(
                sheets: [passport, Samples.sheet()],
                properties: DocumentProperties(
                    title: "分解表", author: "县政府办",
                    custom: [CustomProperty(name: "fenjie.unit", value: String(repeating: "县", count: 255))])))
        #expect(facts["护照/state"] == "hidden")
        #expect(facts["护照/B3/s"] == "007")
        #expect(facts["active"] == "任务表")
        #expect(facts["property/title"] == "分解表")
        #expect(facts["property/created"] == "2020-01-01 00:00:00")
        #expect(facts["custom/fenjie.unit"]?.count == 255)
    }

    @Test("Charts stand below the table") func charts() throws {
        let facts = try WorkbookFacts(
            Printout(
                sheets: [
                    Samples.sheet {
                        $0.columns[0].content = .number
                        $0.charts = [
                            PrintedChart(.bar, title: "各单位", rows: 1...3, categories: 4, series: [1]),
                            PrintedChart(.pie, title: "占比", rows: 1...3, categories: 4, series: [1]),
                        ]
                    }
                ]))
        #expect(facts["任务表/charts"] == "2")
        #expect(facts["任务表/A3/n"] == "1")
        #expect(facts["任务表/area"] == "$A$1:$G$9")
    }

    @Test("Charts have the colours of their series, stack them, and count in whole numbers") func chartLooks() throws {
        let facts = try WorkbookFacts(
            Printout(
                sheets: [
                    Samples.sheet {
                        $0.columns[0].content = .number
                        $0.columns[1].content = .number
                        $0.rows = [["3", "9"], ["4", "28"], ["5", "1"]].map { $0 + ["a", "b", "", "", ""] }
                        $0.charts = [
                            PrintedChart(
                                .stackedColumn, title: "按月", rows: 1...3, categories: 4, series: [1, 2],
                                colors: [0x2E8B57, 0xC8372D]),
                            PrintedChart(.stackedBar, title: "按单位", rows: 1...3, categories: 4, series: [1]),
                            PrintedChart(
                                .pie, title: "占比", rows: 1...3, categories: 4, series: [1], colors: [1, 0x2, 0xFFFFFF]),
                        ]
                    }
                ]))
        #expect(facts["任务表/chart/1"] == "BarChart col stacked")
        #expect(facts["任务表/chart/1/series/$A$3:$A$5"] == "2E8B57")
        #expect(facts["任务表/chart/1/series/$B$3:$B$5"] == "C8372D")
        // 32 in one column: steps of 5. 5 in one bar: steps of 1.
        #expect(facts["任务表/chart/1/step"] == "5.0")
        #expect(facts["任务表/chart/2"] == "BarChart bar stacked")
        #expect(facts["任务表/chart/2/step"] == "1.0")
        #expect(facts["任务表/chart/3"] == "PieChart")
        #expect(facts["任务表/chart/3/series/$A$3:$A$5"] == "000001 000002 FFFFFF")
    }
}
