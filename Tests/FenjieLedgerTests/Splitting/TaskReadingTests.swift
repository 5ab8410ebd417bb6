import FenjieGrammar
import FenjieLedger
import FenjieModel
import FenjieTasks
import Testing

@Suite struct TaskReadingTests {
    private func table(
        _ cells: [[String]], title: String = "某县2024年任务分解表",
        fields: [Field] = [.number, .leadUnit, .responsibleUnit, .assistingUnit, .deadline]
    ) -> TaskTable {
        TaskTable(
            title: title,
            columns: fields.map { TaskColumn(heading: $0.rawValue, field: $0, printedHeading: $0.rawValue) },
            tasks: cells.map { Task(cells: $0, place: Place(row: 7)) })
    }

    private func described(_ assignments: [Assignment]) -> [String] {
        assignments.map { "\($0.unit) \($0.role.rawValue)\($0.isCollective ? " 各" : "")\($0.isOpen ? " 等" : "")" }
    }

    @Test func `Columns and labels give roles`() {
        let table = table([["1", "县水务局", "县财政局、县教育局等部门", "各镇政府", "6月底前"]])
        let reading = TaskReading(table)
        #expect(
            described(reading.assignments(table.tasks[0])) == [
                "县水务局 lead", "县财政局 responsible", "县教育局 responsible 等", "各镇政府 assisting 各",
            ])
    }

    @Test func `A list of units in two columns is one list`() {
        let fields: [Field] = [.number, .responsibleUnit, .deadline, .responsibleUnit]
        let table = table([["1", "县财政局", "6月底前", "县教育局、县财政局"]], fields: fields)
        #expect(
            described(TaskReading(table).assignments(table.tasks[0])) == [
                "县财政局 responsible", "县教育局 responsible", "县财政局 responsible",
            ])
        let options = UnitGrammar.Options(firstLeads: true)
        #expect(
            TaskReading(table, units: options).assignments(table.tasks[0]).map(\.role) == [
                .lead, .responsible, .responsible,
            ])
        let split = Splitter(by: .unit, reading: TaskReading(table)).split(table)
        #expect(split.portions.map(\.name) == ["县财政局", "县教育局"])
        #expect(split.proof.holds)
    }

    @Test func `The first leads only where no column says who does`() {
        let options = UnitGrammar.Options(firstLeads: true)
        let both = table([["1", "县水务局", "县财政局、县教育局", "", ""]])
        #expect(
            TaskReading(both, units: options).assignments(both.tasks[0]).map(\.role) == [
                .lead, .responsible, .responsible,
            ])
        let single = table([["1", "县财政局、县教育局"]], fields: [.number, .responsibleUnit])
        #expect(TaskReading(single, units: options).assignments(single.tasks[0]).map(\.role) == [.lead, .responsible])
        #expect(TaskReading(single).assignments(single.tasks[0]).map(\.role) == [.responsible, .responsible])
    }

    @Test(arguments: [
        ("某县2024年任务分解表", nil, "2024-06-30"), ("关于印发２０２３年要点的通知", nil, "2023-06-30"), ("任务分解表", nil, nil),
        ("某县2024年任务分解表", 2025, "2025-06-30"), ("第12024年", nil, nil),
    ])
    func `A deadline takes its year from the title`(title: String, year: Int?, due: String?) {
        let table = table([["1", "", "", "", "6月底前"]], title: title)
        let reading = TaskReading(table, deadlines: DeadlineOptions(year: year))
        #expect(reading.due(table.tasks[0]) == due)
    }

    @Test func `A table without columns of units or deadlines reads as nothing`() {
        let table = table([["1"]], fields: [.number])
        let reading = TaskReading(table)
        #expect(reading.assignments(table.tasks[0]).isEmpty)
        #expect(reading.due(table.tasks[0]) == nil)
    }

    @Test func `Doubts carry the place and number of the task`() {
        let table = table([["3", "", "县各镇人民政府", "", ""]])
        let doubt = TaskReading(table).findings.first
        #expect(doubt?.place.row == 7)
        #expect(doubt?.number == "3")
        #expect(doubt?.field == "responsible_unit")
    }

    @Test func `A directory gives names, members and order`() {
        let directory = UnitDirectory(entries: [
            .init(name: "县教育和体育局", aliases: ["县教体局"]), .init(name: "东镇政府", collectives: ["各镇政府"]),
            .init(name: "西镇政府", collectives: ["各镇政府"]),
        ])
        let table = table([
            ["1", "县教体局", "", "各镇政府", ""], ["2", "", "西镇政府、县教育和体育局、县某某局", "各村", ""],
        ])
        let reading = TaskReading(table, directory: directory)
        let split = Splitter(by: .unit, reading: reading).split(table)
        #expect(split.portions.map(\.name) == ["县教育和体育局", "东镇政府", "西镇政府", "县某某局", "各村"])
        #expect(split.portions.map(\.kind) == [.named, .named, .named, .named, .collective])
        #expect(split.portions.map(\.isUnknown) == [false, false, false, true, false])
        #expect(
            split.portions.map { $0.rows.map(\.rolesText) } == [["牵头", "负责"], ["配合"], ["配合", "负责"], ["负责"], ["配合"]])
        #expect(split.proof.holds)
        #expect(split.proof.pairsIn == 7)
        #expect(split.findings.map(\.code) == ["unit-unknown", "collective-not-expanded"])
    }
}
