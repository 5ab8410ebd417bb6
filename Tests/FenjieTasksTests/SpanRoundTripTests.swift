import FenjieModel
import FenjieTasks
import FenjieTemplates
import FenjieTestSupport
import Testing

@Suite("Spans written and read again")
struct SpanRoundTripTests {
    @Test("a table written in any span style reads back the same", arguments: 0..<200)
    func roundTrip(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let template = try Template(builtIn: "issued")
        let table = randomTable(template, using: &generator)
        for style in SpanStyle.allCases {
            let (again, _) = try TaskTable.recognize(table.sheet(spans: style), template: template)
            #expect(again.tasks.map(\.cells) == table.tasks.map(\.cells), "seed \(seed), \(style)")
        }
    }

    @Test("a merged range never reaches beyond its group")
    func groups() throws {
        let template = try Template(builtIn: "issued")
        let cells = [
            ["1", "甲", "子", "一", "县水务局", ""], ["2", "甲", "子", "二", "县水务局", ""],
            ["3", "甲", "丑", "三", "县水务局", ""], ["4", "乙", "丑", "四", "县水务局", ""],
        ]
        let table = TaskTable(
            title: "",
            columns: template.fields.map {
                TaskColumn(heading: $0.title, field: $0.field, isSpanned: $0.span == .merge)
            },
            tasks: cells.map { Task(cells: $0, place: Place()) })
        #expect(table.sheet(spans: .merge).merges.map(\.description).sorted() == ["B2:B4", "C2:C3", "E2:E3"])
    }

    @Test("each unit column merges for itself, and reads back the same in every style")
    func unitColumns() throws {
        let template = try Template(builtIn: "issued")
        let columns = [
            TaskColumn(heading: "序号", field: .number), TaskColumn(heading: "一级任务", field: .task, isSpanned: true),
            TaskColumn(heading: "具体要求", field: .requirement),
            TaskColumn(heading: "牵头单位", field: .leadUnit, isSpanned: true),
            TaskColumn(heading: "配合单位", field: .assistingUnit, isSpanned: true),
        ]
        let cells = [
            ["1", "甲", "一", "县水务局", "县教育局"], ["2", "甲", "二", "县水务局", "县民政局"], ["3", "甲", "三", "县水务局", ""],
            ["4", "乙", "四", "县水务局", "县民政局"],
        ]
        let table = TaskTable(title: "", columns: columns, tasks: cells.map { Task(cells: $0, place: Place()) })
        #expect(table.sheet(spans: .merge).merges.map(\.description).sorted() == ["B2:B4", "D2:D4"])
        for style in SpanStyle.allCases {
            let (again, _) = try TaskTable.recognize(table.sheet(spans: style), template: template)
            let units = again.tasks.map { [$0.cells[6], $0.cells[7]] }
            #expect(units == cells.map { Array($0.suffix(2)) }, "\(style)")
        }
    }

    private func randomTable(_ template: Template, using generator: inout SeededGenerator) -> TaskTable {
        let texts = ["=1+1", "1-2", "007", "123456789012345678", "甲\n乙", "“引”,\"q\"", "😀", "x|y", " 前后 "]
        let units = ["县水务局", "县教育局、县民政局", "各镇人民政府，县直有关部门", "无"]
        var tasks: [Task] = []
        var group = ["", ""]
        var last = ["", ""]
        for number in 1...Int.random(in: 1...30, using: &generator) {
            let isNewTask = number == 1 || Int.random(in: 0..<6, using: &generator) == 0
            if isNewTask { group = ["任务\(number)", ["", "子\(number)"].randomElement(using: &generator) ?? ""] }
            if !isNewTask, Int.random(in: 0..<4, using: &generator) == 0 { group[1] = "子\(number)" }
            for index in last.indices {
                // A blank below a value of the same group would continue it, so blanks stand at the head of a group only.
                if isNewTask { last[index] = "" }
                let options = index == 0 ? units : ["全年", "2026年6月底前", "持续推进"]
                if Bool.random(using: &generator) { last[index] = options.randomElement(using: &generator) ?? "" }
            }
            let requirement = texts.randomElement(using: &generator) ?? ""
            tasks.append(
                Task(cells: ["\(number)", group[0], group[1], "要求" + requirement, last[0], last[1]], place: Place()))
        }
        let columns = template.fields.map {
            TaskColumn(heading: $0.title, field: $0.field, isSpanned: $0.span == .merge)
        }
        return TaskTable(title: "", columns: columns, tasks: tasks)
    }
}
