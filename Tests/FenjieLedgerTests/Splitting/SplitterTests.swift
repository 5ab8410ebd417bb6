import FenjieGrammar
import FenjieLedger
import FenjieModel
import FenjieTasks
import FenjieTestSupport
import Testing

/// A table of `units | deadline` cells and a naive reader of them: `甲*` leads, `甲-` assists, `各` begins a collective.
enum NaiveUnits {
    static func table(_ cells: [[String]], printsUnits: Bool = true) -> TaskTable {
        let columns: [(Field, String)] = [
            (.number, "序号"), (.task, "一级任务"), (.requirement, "具体要求"), (.responsibleUnit, "责任单位"), (.deadline, "完成时限"),
        ]
        return TaskTable(
            title: "某县任务分解表",
            columns: columns.map {
                TaskColumn(
                    heading: $0.1, field: $0.0, isSpanned: $0.0 == .task,
                    printedHeading: $0.0 == .responsibleUnit && !printsUnits ? nil : $0.1)
            },
            tasks: cells.enumerated().map { Task(cells: $0.element, place: Place(row: $0.offset + 2)) })
    }

    static func assignments(_ task: Task) -> [Assignment] {
        task.cells[3].split(separator: "、").map { part in
            let role: Assignment.Role = part.hasSuffix("*") ? .lead : part.hasSuffix("-") ? .assisting : .responsible
            let name = part.filter { !"*-+".contains($0) }
            return Assignment(
                unit: String(name), role: role, isCollective: name.hasPrefix("各"), isOpen: part.hasSuffix("+"))
        }
    }

    static let reading = TaskReading(assignments: assignments)
}

@Suite struct SplitterTests {
    private let cells = [
        ["1", "水", "甲事", "水务局*、财政局-、各镇政府-", "6月底"], ["2", "水", "乙事", "财政局", "年底"], ["3", "路", "丙事", "", ""],
        ["4", "水", "丁事", "水务局、水务局*、教育局+", "6月底"],
    ]

    private func described(_ split: Split) -> [String] {
        split.portions.map { portion in
            let rows = portion.rows.map { row in
                split.table.tasks[row.task].cells[0] + row.rolesText + (row.isOpen ? "+" : "")
                    + (row.collective.map { "<\($0)" } ?? "")
            }
            return "\(portion.name)(\(portion.kind.rawValue)): " + rows.joined(separator: " ")
        }
    }

    @Test(arguments: [
        (
            SplitBasis.unit,
            [
                "水务局(named): 1牵头 4牵头、负责", "财政局(named): 1配合 2负责", "各镇政府(collective): 1配合", "教育局(named): 4负责+",
                "未明确责任单位(unassigned): 3",
            ]
        ),
        (.role, ["牵头(named): 1牵头 4牵头", "负责(named): 2负责 4负责+", "配合(named): 1配合", "未明确责任单位(unassigned): 3"]),
        (.task, ["水(named): 1 2 4", "路(named): 3"]),
        (.deadline, ["6月底(named): 1 4", "年底(named): 2", "未明确完成时限(unassigned): 3"]),
    ])
    func `Each basis gives its portions, each task once in each`(basis: SplitBasis, expected: [String]) {
        let split = Splitter(by: basis, reading: NaiveUnits.reading).split(NaiveUnits.table(cells))
        #expect(described(split) == expected)
        #expect(split.proof.holds)
        #expect(split.proof.tasksOut == 4)
    }

    @Test func `A directory gives canonical names, members and the order`() {
        var reading = NaiveUnits.reading
        reading.order = ["财政局", "东镇政府", "西镇政府", "水利局"]
        reading.resolve = { assignment in
            switch assignment.unit {
            case "各镇政府": ResolvedUnit(names: ["东镇政府", "西镇政府"], isKnown: true)
            case "水务局": ResolvedUnit(names: ["水利局"], isKnown: true)
            case "财政局": ResolvedUnit(names: ["财政局"], isKnown: true)
            default: ResolvedUnit(names: [assignment.unit], isKnown: false)
            }
        }
        let table = NaiveUnits.table(cells + [["5", "路", "戊事", "东镇政府*、各镇政府-、各村", ""]])
        let split = Splitter(by: .unit, reading: reading).split(table)
        #expect(
            described(split) == [
                "财政局(named): 1配合 2负责", "东镇政府(named): 1配合<各镇政府 5牵头、配合", "西镇政府(named): 1配合<各镇政府 5配合<各镇政府",
                "水利局(named): 1牵头 4牵头、负责", "教育局(named): 4负责+", "各村(collective): 5负责", "未明确责任单位(unassigned): 3",
            ])
        #expect(split.proof.pairsIn == 11)
        #expect(split.proof.holds)
        #expect(
            split.findings.map { "\($0.code) \($0.unit ?? "") \($0.number ?? "")" } == [
                "unit-unknown 教育局 ", "collective-not-expanded 各村 ", "task-without-unit 未明确责任单位 3",
            ])
    }

    @Test func `A table without units is one portion and one finding`() {
        let table = NaiveUnits.table((1...50).map { ["\($0)", "甲", "乙", "", ""] }, printsUnits: false)
        let split = Splitter(by: .unit, reading: NaiveUnits.reading).split(table)
        #expect(split.portions.map(\.name) == ["未明确责任单位"])
        #expect(split.portions.first?.rows.count == 50)
        #expect(split.findings.map(\.code) == ["table-without-units"])
        #expect(split.proof.holds)
    }

    @Test func `Deadlines come by day, then as they appear`() {
        var reading = NaiveUnits.reading
        reading.due = { ["9月底": "2024-09-30", "6月底": "2024-06-30"][$0.cells[4]] }
        let cells = ["9月底", "立即", "", "6月底", "全年"].enumerated().map { ["\($0.offset)", "甲", "乙", "丙", $0.element] }
        let split = Splitter(by: .deadline, reading: reading).split(NaiveUnits.table(cells))
        #expect(split.portions.map(\.name) == ["2024-06-30", "2024-09-30", "立即", "全年", "未明确完成时限"])
    }

    @Test func `A table without tasks gives nothing and no crash`() {
        for basis in SplitBasis.allCases {
            let split = Splitter(by: basis, reading: NaiveUnits.reading).split(NaiveUnits.table([]))
            #expect(split.portions.isEmpty)
            #expect(split.proof.holds)
        }
    }

    @Test func `A subset merges its spans anew`() throws {
        let split = Splitter(by: .unit, reading: NaiveUnits.reading).split(NaiveUnits.table(cells))
        let part = split.table(of: split.portions[0])
        #expect(part.tasks.map { $0.cells[0] } == ["1", "4"])
        // Rows 1 and 4 were parted by another group; in the subset they are neighbours.
        #expect(part.sheet(spans: .merge).merges.map(\.description) == ["B2:B3"])
    }

    @Test func `Some units can be selected, and a wrong name offers the near one`() throws {
        let split = Splitter(by: .unit, reading: NaiveUnits.reading).split(NaiveUnits.table(cells))
        let some = try split.selecting(["教育 局", "水务局"])
        #expect(some.portions.map(\.name) == ["水务局", "教育局"])
        #expect(some.total == 5)
        #expect(some.proof == split.proof)
        let failure = #expect(throws: LedgerFailure.self) { try split.selecting(["水物局"]) }
        #expect(failure?.kind == .usage)
        #expect(failure?.hint?.chinese == "是否想写 水务局？")
    }

    @Test func `Counts are by the heaviest role`() {
        let split = Splitter(by: .unit, reading: NaiveUnits.reading).split(NaiveUnits.table(cells))
        #expect(Assignment.Role.allCases.map { split.portions[0].count($0) } == [2, 0, 0])
        #expect(Assignment.Role.allCases.map { split.portions[1].count($0) } == [0, 1, 1])
        #expect(split.portions[2].onlyRole == .assisting)
        #expect(split.portions[0].onlyRole == nil)
    }

    @Test func `Random tables lose no pair and add none`() {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            var expected: Set<[String]> = []
            let cells = (0..<Int.random(in: 0...30, using: &generator)).map { index in
                let units = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                    "单位\(Int.random(in: 0...5, using: &generator))" + ["", "*", "-", "+"].randomElement(
                        using: &generator)!
                }
                for unit in units { expected.insert([String(index), unit.filter { !"*-+".contains($0) }]) }
                if units.isEmpty { expected.insert([String(index), Splitter.unassignedUnit]) }
                return [String(index), "甲", "乙", units.joined(separator: "、"), ""]
            }
            let split = Splitter(by: .unit, reading: NaiveUnits.reading).split(NaiveUnits.table(cells))
            let pairs = split.portions.flatMap { portion in
                portion.rows.map { [split.table.tasks[$0.task].cells[0], portion.name] }
            }
            #expect(Set(pairs) == expected, "seed \(seed)")
            #expect(pairs.count == expected.count, "seed \(seed)")
            #expect(split.proof.holds && split.proof.pairsIn == expected.count, "seed \(seed)")
        }
    }

    @Test func `Ten thousand units and twenty thousand tasks`() {
        let cells = (0..<20_000).map { ["\($0)", "甲", "乙", "单位\($0 % 10_000)、单位\($0 % 7)*", ""] }
        let split = Splitter(by: .unit, reading: NaiveUnits.reading).split(NaiveUnits.table(cells))
        #expect(split.portions.count == 10_000)
        #expect(split.proof.holds)
    }
}
