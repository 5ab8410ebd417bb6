import FenjieModel
import FenjieRules
import FenjieTasks
import FenjieTemplates
import Testing

/// Numbers that begin anew, and numbers over several rows.
@Suite struct NumberGroupsTests {
    /// Findings about numbers: row, code.
    private func marks(_ rows: [String], merges: [String] = [], template: Template? = nil) throws -> [String] {
        let template = try template ?? Template(builtIn: "issued")
        let sheet = Sheet(
            name: "表", rows: rows.map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) },
            merges: merges.compactMap { CellRange(parsing: $0) })
        let (table, _) = try TaskTable.recognize(sheet, template: template)
        return table.check(against: template, source: sheet).filter { $0.field == "number" }
            .map { "\($0.place.row ?? 0) \($0.code) \($0.severity)" }
    }

    static let restarts: [(rows: [String], marks: [String])] = [
        (
            ["序号|一级任务|具体要求|责任单位", "1|水利|修渠|县水务局", "2|绿化|植树|县林业局", "1|水利|修渠|县水务局"],
            ["4 key-repeated error"]
        ),
        (
            ["序号|工作任务|责任单位", "一、水利||", "1|修渠|县水务局", "2|除险|县水务局", "二、绿化||", "1|植树|县林业局", "三、交通||", "1|修路|县交通局"],
            ["6 numbers-restart info"]
        ),
        (
            ["责任单位|序号|工作任务", "县水务局|1|修渠", "|2|除险", "县林业局|1|植树", "|2|养护"],
            ["4 numbers-restart info"]
        ),
        (["类别|序号|工作任务|责任单位", "水利|（1）|修渠|县水务局", "绿化|（1）|植树|县林业局"], ["3 numbers-restart info"]),
        (
            ["序号|一级任务|具体要求|责任单位", "1|水利|修渠|县水务局", "2||除险|县水务局", "2||清淤|县水务局", "1|绿化|植树|县林业局"],
            ["4 key-repeated error", "5 numbers-restart info"]
        ),
        (
            ["序号|工作任务|责任单位", "1|修渠|县水务局", "2|除险|县水务局", "1|植树|县林业局"],
            ["4 key-repeated error", "4 number-order warning"]
        ),
        (
            ["序号|一级任务|具体要求|责任单位", "1|水利|修渠|县水务局", "2|绿化|植树|县林业局", "2|交通|修路|县交通局"],
            ["4 key-repeated error"]
        ),
    ]

    @Test(arguments: restarts) func `Numbers may begin anew in each group, and are unique within it`(
        _ example: (rows: [String], marks: [String])
    ) throws {
        #expect(try marks(example.rows).sorted() == example.marks)
        // A form without a key says the same of numbers that must be unique.
        var template = try Template(builtIn: "issued")
        template.primaryKey = []
        let errors = try marks(example.rows, template: template).filter { $0.hasSuffix("error") }
        #expect(errors.map { $0.prefix(1) } == example.marks.filter { $0.hasSuffix("error") }.map { $0.prefix(1) })
    }

    @Test func `A number over several rows is none that is missing`() throws {
        let rows = ["序号|工作任务|责任单位", "1|修渠|县水务局", "||县财政局", "2|植树|县林业局", "|养护|县林业局"]
        #expect(try marks(rows, merges: ["A2:A3", "B2:B3", "A4:A5"]) == [])
        #expect(try marks(rows, merges: ["A2:A3", "B2:B3"]) == ["5 value-missing error"])
    }

    @Test func `A number stands for the rows of its task in text as well`() throws {
        let rows = ["序号|工作任务|具体要求|责任单位", "1|水利|修渠|县水务局", "||除险|县水务局", "2|绿化|植树|县林业局", "||养护|县林业局"]
        #expect(try marks(rows) == [])
        let sheet = Sheet(
            name: "表", rows: rows.map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) })
        let table = try TaskTable.recognize(sheet, template: Template(builtIn: "issued")).table
        #expect(table.tasks.map { table.text(.number, of: $0) } == ["1", "1", "2", "2"])
        // Where a task has no number, numbers stand for one row each.
        #expect(
            try marks(rows + ["|交通|修路|县交通局"]).map { $0.prefix(15) } == [
                "3 value-missing", "5 value-missing", "6 value-missing",
            ])
    }

    @Test func `Huge merged ranges cost nothing`() throws {
        let rows = ["序号|工作任务|责任单位", "1|修渠|县水务局", "2|除险|县水务局"]
        let merges = Array(repeating: "A2:A1048576", count: 2_000)
        #expect(try marks(rows, merges: merges).count <= 2)
    }
}
