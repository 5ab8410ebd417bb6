import FenjieLedger
import FenjieModel
import FenjieTasks
import FenjieTestSupport
import Testing

@Suite struct PassportTests {
    private func table(_ cells: [[String]]) -> TaskTable {
        let fields: [Field] = [.number, .task, .subtask, .requirement, .responsibleUnit, .deadline]
        return TaskTable(
            title: "", columns: fields.map { TaskColumn(heading: $0.rawValue, field: $0) },
            tasks: cells.map { Task(cells: $0, place: Place()) })
    }

    private func sealed(_ cells: [[String]]) -> [IssuedRow] {
        var sealer = RowSealer()
        return sealer.rows(of: table(cells), columns: Array(0..<6))
    }

    private let plain = ["3", "水务", "供水", "修好水表A(一期)", "县水务局", "6月底前"]

    @Test(arguments: [
        ["3", "水务", "供水", "修好水表A(一期)\n", "县水务局", "6月底前"], ["３", "水 务", "供水", "修好水表Ａ（一期）", "县水务局 ", "6月底前"],
        ["3", "水务", "供水", "修好\u{3000}水\u{200B}表A(一期)", "县\u{A0}水务局", "6月底前\u{FEFF}"],
    ])
    func `White space and width alone change the exact hash only`(changed: [String]) {
        let before = sealed([plain])[0]
        let after = sealed([changed])[0]
        #expect(after.key == before.key)
        #expect(after.folded == before.folded)
        #expect(after.cells == before.cells)
        #expect(after.exact != before.exact)
    }

    @Test(arguments: 0..<6)
    func `A real change shows in the hash and in the code of its cell`(column: Int) {
        var changed = plain
        changed[column] += "改"
        let before = sealed([plain])[0]
        let after = sealed([changed])[0]
        #expect(after.folded != before.folded)
        #expect(
            zip(after.cells, before.cells).enumerated().filter { $0.element.0 != $0.element.1 }.map(\.offset) == [
                column
            ])
        // Unit and deadline may be put right without losing the row.
        #expect((after.key == before.key) == (column >= 4))
    }

    @Test func `Text cannot move between cells unseen`() {
        let before = sealed([["1", "甲乙", "丙", "丁", "", ""]])[0]
        let after = sealed([["1", "甲", "乙丙", "丁", "", ""]])[0]
        #expect(before.folded != after.folded)
        #expect(before.key != after.key)
    }

    @Test func `Keys do not follow the position, and doubles get a counter`() {
        let other = ["4", "水务", "排水", "清理管道", "县水务局", ""]
        let one = sealed([plain, other, plain])
        let two = sealed([other, plain, plain])
        #expect(one[0].key == two[1].key)
        #expect(one[1].key == two[0].key)
        #expect(one[2].key == one[0].key + "-2")
        #expect(one[0].key.utf8.count == IssuedRow.hashLength)
    }

    @Test func `Issuing the same again gives the same id, and any change another`() {
        let rows = sealed([plain])
        let id = Passport.issueID(["标题", "一季度"], rows: rows)
        #expect(id == Passport.issueID(["标题", "一季度"], rows: sealed([plain])))
        #expect(id != Passport.issueID(["标题", "二季度"], rows: rows))
        #expect(id != Passport.issueID(["标题一", "季度"], rows: rows))
        #expect(id.utf8.count == 12)
    }

    private func passport(rows count: Int, unit: String = "县水务局", period: String = "2024年第一季度") -> Passport {
        var rows = sealed((0..<count).map { [String($0), "甲", "乙", "丙", "丁", "戊"] })
        for index in rows.indices { rows[index].role = index % 2 == 0 ? "牵头" : "配合" }
        return Passport(
            issue: "ABCDEFGHIJKL", title: "某县任务分解表", unit: unit, basis: "unit", period: period,
            form: "unit-quarterly", formVersion: "1.0",
            columns: ["number", "task", "subtask", "requirement", "responsible_unit", "deadline"].map {
                Passport.Column(field: $0, heading: "栏\($0)")
            }, rows: rows)
    }

    @Test(arguments: [0, 1, 8, 9, 100])
    func `A passport reads back from its sheet`(count: Int) {
        let passport = passport(rows: count)
        #expect(Passport(sheetRows: passport.sheetRows) == passport)
        #expect(passport.sheet.visibility == .hidden)
        // Programs drop empty cells at the end of a row and put blank rows between.
        let worn = passport.sheetRows.flatMap { [[], $0.reversed().drop { $0.isEmpty }.reversed()] }
        #expect(Passport(sheetRows: worn) == passport)
    }

    @Test func `Passports of one workbook stand one below the other`() {
        let all = [passport(rows: 3), passport(rows: 0, unit: "县教育局"), passport(rows: 2, unit: "县民政局")]
        #expect(Passport.all(in: all.flatMap(\.sheetRows)) == all)
        #expect(Passport.all(in: [["序号"]]).isEmpty)
    }

    @Test(arguments: [0, 1, 8, 9, 100])
    func `A passport reads back from properties but for numbers, roles and cells`(count: Int) {
        let passport = passport(rows: count)
        let properties = passport.properties
        #expect(properties.allSatisfy { $0.value.utf16.count <= 255 && !$0.value.isEmpty })
        #expect(Set(properties.map(\.name)).count == properties.count)
        let again = Passport(properties: properties.reversed() + [("Author", "某人")])
        #expect(again?.issue == passport.issue)
        #expect(again?.unit == passport.unit)
        #expect(again?.formVersion == passport.formVersion)
        #expect(again?.rows.map(\.key) == passport.rows.map(\.key))
        #expect(again?.rows.map(\.folded) == passport.rows.map(\.folded))
        #expect(again?.rows.map(\.exact) == passport.rows.map(\.exact))
        #expect(again?.columns.map(\.field) == passport.columns.map(\.field))
    }

    @Test func `A long name goes on in further properties`() {
        let unit = String(repeating: "县水务局和县发展改革局😀", count: 60)
        let passport = passport(rows: 1, unit: unit, period: "")
        #expect(passport.properties.allSatisfy { $0.value.utf16.count <= 255 })
        #expect(Passport(properties: passport.properties)?.unit == unit)
        #expect(Passport(properties: passport.properties)?.period == "")
    }

    @Test(arguments: [
        [], [["序号", "工作任务"]], [["fenjie-passport"]], [["fenjie-passport", "1"], ["issue"]],
        [["fenjie-passport", "1"], ["issue", "X"]], [[], ["key", "number"]],
    ])
    func `What is no passport is none`(rows: [[String]]) {
        #expect(Passport(sheetRows: rows) == nil)
    }

    @Test func `Damaged rows are left out and nothing crashes`() {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        let whole = passport(rows: 6)
        for _ in 0..<300 {
            var cells = whole.sheetRows
            let row = Int.random(in: 0..<cells.count, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: cells.remove(at: row)
            case 1: cells[row] = []
            case 2: cells[row] = Array(cells[row].prefix(Int.random(in: 0...cells[row].count, using: &generator)))
            default: cells.swapAt(row, Int.random(in: 0..<cells.count, using: &generator))
            }
            guard let again = Passport(sheetRows: cells) else { continue }
            #expect(Set(again.rows.map(\.key)).isSubset(of: whole.rows.map(\.key)), "seed \(seed)")
        }
    }
}
