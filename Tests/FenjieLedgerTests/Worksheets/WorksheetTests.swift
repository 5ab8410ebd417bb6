import FenjieGrammar
import FenjieLedger
import FenjieModel
import FenjieTasks
import FenjieTemplates
import Testing

/// A small issue over every kind of row that there is.
enum SampleIssue {
    static let cells = [
        ["1", "供水", "管网", "更换县城老旧管网二十公里", "水务局*、财政局-", "6月底前", "甲副县长"],
        ["2", "供水", "管网", "建成智慧水表平台", "财政局", "", "乙副县长"],
        ["3", "供水", "", "修订用水定额", "水务局、教育局+", "年底前", "甲副县长"], ["4", "道路", "桥梁", "检测危桥", "", "年底前", ""],
        ["5", "供水", "管网", "培训抄表员", "水务局、水务局-", "", ""],
    ]

    static let reading: TaskReading = {
        var reading = TaskReading { task in
            NaiveUnits.assignments(Task(cells: ["", "", "", task.cells[4]], place: task.place))
        }
        reading.due = { task in
            switch task.cells[5] {
            case "6月底前": "2024-06-30"
            case "年底前": "2024-12-31"
            default: nil
            }
        }
        return reading
    }()

    static func table() throws -> TaskTable {
        let sheet = Sheet(
            name: "表", rows: [["序号", "一级任务", "二级任务", "具体要求", "责任单位", "完成时限", "分管领导"]] + cells)
        let template = try Template(builtIn: "issued")
        let columns = zip(
            sheet.rows[0], [Field.number, .task, .subtask, .requirement, .responsibleUnit, .deadline, .leader])
        return TaskTable(
            title: "某县2024年重点任务分解表",
            columns: columns.map {
                TaskColumn(
                    heading: $0, field: $1, isSpanned: template.field($1)?.span == .merge, printedHeading: $0)
            }, tasks: cells.enumerated().map { Task(cells: $1, place: Place(row: $0 + 2)) }, notes: ["注：按月调度。"])
    }

    static func issue(
        by basis: SplitBasis = .unit, form: String = "unit-quarterly", period: String = "2024年第二季度"
    ) throws -> WorksheetIssue {
        let split = Splitter(by: basis, reading: reading).split(try table())
        return WorksheetIssue(split, template: try Template(builtIn: form), period: period, reading: reading)
    }
}

@Suite struct WorksheetTests {
    @Test func `A worksheet says whose it is, when, and how many`() throws {
        let issue = try SampleIssue.issue()
        let sheet = issue.worksheet(of: issue.split.portions[0]).printedSheet(named: "水务局")
        #expect(sheet.titleLines == ["某县2024年重点任务分解表（水务局）", "填报单位：水务局　　填报期次：2024年第二季度　　共3项　　牵头1项　　负责2项"])
        #expect(sheet.signatures == ["填报人", "审核人", "联系电话", "填报日期"])
        #expect(sheet.isProtected)
        #expect(
            sheet.closingLines == [
                "注：按月调度。", "黄色表头的栏目由填报单位填写，其余内容已锁定（无密码）；可以筛选和调整行高，请不要增删列。",
            ])
    }

    @Test func `Issued columns are locked, fill-in columns open, keys and days hidden`() throws {
        let issue = try SampleIssue.issue()
        let columns = issue.worksheet(of: issue.split.portions[0]).printedSheet(named: "甲").columns
        #expect(
            columns.map { ($0.isHidden ? "#" : $0.isFillIn ? "+" : "") + $0.heading } == [
                "序号", "一级任务", "二级任务", "具体要求", "本单位职责", "责任单位", "完成时限", "分管领导", "+进展情况", "+完成状态", "+完成日期",
                "+存在问题", "+下一步措施", "+佐证材料", "#系统日期", "#系统识别码",
            ])
        #expect(columns[9].choices == ["已完成", "正在推进", "未启动", "长期坚持"])
        #expect(columns[10].content == .date)
        #expect(columns.allSatisfy { ($0.note != nil) == $0.isFillIn })
    }

    @Test func `Text of the issued table in a column to fill in is said, and totals stay behind`() throws {
        #expect(try SampleIssue.issue().findings.isEmpty)
        var table = try SampleIssue.table()
        table.notes.append("合计：5项")
        for (heading, field, texts) in [
            ("存在的问题", Field.problems, ["", "缺资金", "", "", ""]), ("进展情况", .progress, ["", " ", "", "", ""]),
        ] {
            table.columns.append(TaskColumn(heading: heading, field: field, printedHeading: heading))
            for index in table.tasks.indices { table.tasks[index].cells.append(texts[index]) }
        }
        let split = Splitter(by: .unit, reading: SampleIssue.reading).split(table)
        let issue = WorksheetIssue(
            split, template: try Template(builtIn: "unit-quarterly"), period: "", reading: SampleIssue.reading)
        #expect(issue.findings.map { "\($0.code) \($0.field ?? "")" } == ["issued-text-unlocked problems"])
        let worksheet = issue.worksheet(of: split.portions[0])
        #expect(worksheet.closingLines.first == "注：按月调度。")
        #expect(!worksheet.closingLines.contains("合计：5项"))
    }

    @Test func `Units of a second column go out under its own heading`() throws {
        var table = try SampleIssue.table()
        table.columns.append(TaskColumn(heading: "责任单位（2）", field: .responsibleUnit, printedHeading: "责任单位"))
        for index in table.tasks.indices { table.tasks[index].cells.append("公安局") }
        let split = Splitter(by: .unit, reading: SampleIssue.reading).split(table)
        let issue = WorksheetIssue(
            split, template: try Template(builtIn: "unit-quarterly"), period: "", reading: SampleIssue.reading)
        let columns = issue.worksheet(of: split.portions[0]).passport.columns
        #expect(columns.filter { $0.field == "responsible_unit" }.map(\.heading) == ["责任单位"])
        #expect(columns.contains { $0.field == "other" && $0.heading == "责任单位（2）" })
    }

    @Test func `Rows carry role, deadline as written, day and key; spans merge anew`() throws {
        let issue = try SampleIssue.issue()
        let worksheet = issue.worksheet(of: issue.split.portions[0])
        let sheet = worksheet.printedSheet(named: "甲")
        #expect(sheet.rows.map { $0[0] } == ["1", "3", "5"])
        #expect(sheet.rows.map { $0[4] } == ["牵头", "负责", "负责、配合"])
        #expect(sheet.rows.map { $0[6] } == ["6月底前", "年底前", ""])
        #expect(sheet.rows.map { $0[14] } == ["2024-06-30", "2024-12-31", ""])
        #expect(sheet.rows.map { $0[15] } == worksheet.passport.rows.map(\.key))
        // Task 3 has no subtask: below one that has, a dash says so.
        #expect(worksheet.table.tasks.map { $0.cells[2] } == ["管网", "—", "管网"])
        #expect(sheet.merges.map(\.description) == ["B1:B3"])
    }

    @Test func `Colours: overdue rows first, then the words of the template`() throws {
        let issue = try SampleIssue.issue()
        let rules = issue.worksheet(of: issue.split.portions[0]).printedSheet(named: "甲").rules
        #expect(
            rules == [
                PrintedRule(.overdue(due: 15, status: 10, done: ["已完成", "长期坚持"]), tone: .bad),
                PrintedRule(.equals(column: 10, text: "已完成"), tone: .good),
                PrintedRule(.equals(column: 10, text: "正在推进"), tone: .attention),
                PrintedRule(.equals(column: 10, text: "未启动"), tone: .muted),
                PrintedRule(.equals(column: 10, text: "长期坚持"), tone: .good),
            ])
    }

    @Test func `An open list is said below the table`() throws {
        let issue = try SampleIssue.issue()
        let portion = try #require(issue.split.portions.first { $0.name == "教育局" })
        #expect(issue.worksheet(of: portion).closingLines[1] == "序号 3 的责任单位在原表中以“等”列举，可能另有单位参与。")
    }

    @Test func `Without days there is neither a hidden column of days nor a rule about them`() throws {
        let issue = try SampleIssue.issue()
        let portion = try #require(issue.split.portions.first { $0.name == "教育局" })
        let sheet = issue.worksheet(of: portion).printedSheet(named: "甲")
        #expect(sheet.columns.contains { $0.heading == "系统日期" })
        var silent = SampleIssue.reading
        silent.due = { _ in nil }
        let other = WorksheetIssue(issue.split, template: issue.template, period: "", reading: silent)
        let plain = other.worksheet(of: portion).printedSheet(named: "甲")
        #expect(!plain.columns.contains { $0.heading == "系统日期" })
        #expect(plain.rules.count == 4)
        #expect(plain.titleLines[1] == "填报单位：教育局　　共1项　　负责1项")
    }

    @Test(arguments: [
        (SplitBasis.task, "某县2024年重点任务分解表（供水）"), (.deadline, "某县2024年重点任务分解表（2024-06-30）"),
        (.role, "某县2024年重点任务分解表（牵头）"),
    ])
    func `Sheets that belong to no unit have no role and no unit line`(basis: SplitBasis, title: String) throws {
        let issue = try SampleIssue.issue(by: basis)
        let sheet = issue.worksheet(of: issue.split.portions[0]).printedSheet(named: "甲")
        #expect(sheet.titleLines[0] == title)
        #expect(sheet.titleLines[1].hasPrefix("填报期次：2024年第二季度　　共") == true)
        #expect(!sheet.columns.contains { $0.heading == "本单位职责" })
    }

    @Test func `The passport travels in sheet and properties and is the same for the same content`() throws {
        let issue = try SampleIssue.issue()
        let worksheet = issue.worksheet(of: issue.split.portions[0])
        let printout = worksheet.printout(named: "水务局")
        #expect(printout.sheets.map(\.visibility) == [.visible, .hidden])
        #expect(printout.sheets[1].style == .data)
        let again = Passport(sheetRows: printout.sheets[1].rows)
        #expect(again == worksheet.passport)
        #expect(again?.unit == "水务局")
        #expect(again?.form == "unit-quarterly")
        #expect(
            again?.columns.map(\.field) == [
                "number", "task", "subtask", "requirement", "responsible_unit", "deadline", "leader",
            ])
        let properties = printout.properties.custom.map { ($0.name, $0.value) }
        #expect(Passport(properties: properties)?.rows.map(\.exact) == again?.rows.map(\.exact))
        #expect(try SampleIssue.issue().id == issue.id)
        #expect(try SampleIssue.issue(period: "2024年第三季度").id != issue.id)
    }

    @Test func `A returned row seals to what the passport says, the dash included`() throws {
        let issue = try SampleIssue.issue()
        let worksheet = issue.worksheet(of: issue.split.portions[0])
        var sealer = RowSealer()
        for (task, issued) in zip(worksheet.table.tasks, worksheet.passport.rows) {
            let cells = [0, 1, 2, 3, 5, 6, 7].map { task.cells[$0] }
            let returned = sealer.row(key: issued.key, number: task.cells[0], cells: cells)
            #expect(returned.folded == issued.folded)
            #expect(returned.cells == issued.cells)
        }
    }

    @Test(arguments: Template.builtInNames)
    func `Every form makes worksheets of every portion`(form: String) throws {
        for basis in SplitBasis.allCases {
            let issue = try SampleIssue.issue(by: basis, form: form)
            for portion in issue.split.portions {
                let sheet = issue.worksheet(of: portion).printedSheet(named: "甲")
                #expect(sheet.rows.count == portion.rows.count)
                #expect(sheet.rows.allSatisfy { $0.count == sheet.columns.count })
            }
        }
    }

    @Test func `Values of a column to fill in that came with the table stay`() throws {
        var table = try SampleIssue.table()
        table.columns.append(TaskColumn(heading: "完成情况", field: .status, printedHeading: "完成情况"))
        for index in table.tasks.indices { table.tasks[index].cells.append("正在推进") }
        let split = Splitter(by: .unit, reading: SampleIssue.reading).split(table)
        let issue = WorksheetIssue(
            split, template: try Template(builtIn: "unit-quarterly"), period: "", reading: SampleIssue.reading)
        let worksheet = issue.worksheet(of: split.portions[0])
        #expect(worksheet.printedSheet(named: "甲").rows.allSatisfy { $0[9] == "正在推进" })
        #expect(!worksheet.passport.columns.contains { $0.field == "status" })
    }
}
