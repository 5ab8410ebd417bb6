import FenjieGrammar
import FenjieModel
import FenjieRules
import FenjieTasks
import FenjieTemplates
import Testing

/// A finding by where it stands and what it is.
struct Mark: Equatable, CustomStringConvertible {
    let row: Int?
    let column: Int?
    let code: String

    init(_ row: Int?, _ column: Int?, _ code: String) {
        self.row = row
        self.column = column
        self.code = code
    }

    var description: String { "(\(row.map(String.init) ?? "-"), \(column.map(String.init) ?? "-"), \(code))" }
}

/// A table, a template, and the findings that must come of them; `|` parts cells.
struct RuleCase: Sendable, CustomTestStringConvertible {
    let name: String
    var fields = ""
    var rest = ""
    let rows: [String]
    let marks: [(Int?, Int?, String)]

    var testDescription: String { name }

    /// Checks the rows of the case.
    func check(_ change: (inout RuleOptions) throws -> Void = { _ in }) throws -> [Mark] {
        let template: Template
        if fields.isEmpty {
            template = try Template(builtIn: "unit-quarterly")
        } else {
            template = try Template(
                descriptor: Array("{\"name\":\"t\",\"title\":\"表\",\"fields\":[\(fields)]\(rest)}".utf8), file: "t.json"
            )
        }
        let sheet = Sheet(
            name: "表", rows: rows.map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) })
        let (table, _) = try TaskTable.recognize(sheet, template: template)
        var options = RuleOptions()
        try change(&options)
        return table.check(against: template, options: options, source: sheet)
            .map { Mark($0.place.row, $0.place.column, $0.code) }
    }

    var expected: [Mark] { marks.map { Mark($0.0, $0.1, $0.2) } }
}

/// Columns that most cases begin with.
private let number = #"{"name":"number","title":"序号"}"#
/// A form of numbered tasks that somebody does.
private let doing = #"""
    {"name":"number","title":"序号","constraints":{"required":true}},
    {"name":"requirement","title":"具体要求","constraints":{"required":true}},
    {"name":"responsible_unit","title":"责任单位","type":"list","span":"merge","constraints":{"required":true}}
    """#
private let requirement = #"{"name":"requirement","title":"具体要求"}"#
private func field(_ title: String, _ more: String) -> String {
    "\(number),\(requirement),{\"name\":\"score\",\"title\":\"\(title)\",\(more)}"
}
private let head = "序号|具体要求|得分"

@Suite struct RuleTests {
    static let schemaCases: [RuleCase] = [
        RuleCase(
            name: "required", fields: field("得分", #""constraints":{"required":true}"#),
            rows: [head, "1|甲|5", "2|乙|", "3|丙|　", "4|丁|无"],
            marks: [(3, 3, "value-missing"), (4, 3, "value-missing"), (5, 3, "value-missing")]),
        RuleCase(
            name: "unique", fields: field("得分", #""constraints":{"unique":true}"#),
            rows: [head, "1|甲|5", "2|乙|6", "3|丙| 5", "4|丁|", "5|戊|"], marks: [(4, 3, "value-repeated")]),
        RuleCase(
            name: "primary key of two fields", fields: field("得分", #""type":"string""#),
            rest: #","primaryKey":["requirement","score"]"#,
            rows: [head, "1|甲|5", "2|甲|6", "3|甲|5", "4|乙|"], marks: [(4, 2, "key-repeated"), (5, 3, "key-missing")]),
        RuleCase(
            name: "enum", fields: field("得分", #""constraints":{"enum":["优秀","良好（含）"]}"#),
            rows: [head, "1|甲|优秀", "2|乙|优 秀", "3|丙|良好(含)", "4|丁|优", "5|戊|"],
            marks: [(3, 3, "value-spacing"), (4, 3, "value-spacing"), (5, 3, "value-not-allowed")]),
        RuleCase(
            name: "pattern matches the whole value", fields: field("得分", #""constraints":{"pattern":"[A-Z]\\d{3}"}"#),
            rows: [head, "1|甲|A123", "2|乙|A1234", "3|丙|a123"],
            marks: [(3, 3, "pattern-mismatch"), (4, 3, "pattern-mismatch")]),
        RuleCase(
            name: "a pattern of many ways takes no longer on long values",
            fields: field("得分", #""constraints":{"pattern":"(a+)+b"}"#),
            rows: [head, "1|甲|" + String(repeating: "a", count: 3_000)], marks: [(2, 3, "pattern-mismatch")]),
        RuleCase(
            name: "integer", fields: field("得分", #""type":"integer""#),
            rows: [head, "1|甲|5", "2|乙|-12", "3|丙|1.5", "4|丁|十", "5|戊|１２", "6|己|"],
            marks: [(4, 3, "not-an-integer"), (5, 3, "not-an-integer"), (6, 3, "not-an-integer")]),
        RuleCase(
            name: "number with bounds",
            fields: field("得分", #""type":"number","constraints":{"minimum":0,"maximum":100}"#),
            rows: [head, "1|甲|99.5", "2|乙|-1", "3|丙|1e3", "4|丁|85%", "5|戊|.5", "6|己|+"],
            marks: [(3, 3, "out-of-range"), (4, 3, "out-of-range"), (5, 3, "not-a-number"), (7, 3, "not-a-number")]),
        RuleCase(
            name: "date", fields: field("得分", #""type":"date","constraints":{"minimum":"2024-01-01"}"#),
            rows: [
                head, "1|甲|2024-02-29", "2|乙|2023-02-29", "3|丙|2024年9月30日", "4|丁|9月底", "5|戊|2023-12-31", "6|己|45565",
                "7|庚|2024-09-30 08:00:00",
            ],
            marks: [
                (3, 3, "not-a-date"), (4, 3, "date-as-text"), (5, 3, "not-a-date"), (6, 3, "out-of-range"),
                (7, 3, "not-a-date"),
            ]),
        RuleCase(
            name: "list", fields: field("得分", #""type":"list""#),
            rows: [head, "1|甲|子、丑", "2|乙|子、、丑", "3|丙|子，", "4|丁|子; 丑"],
            marks: [(3, 3, "list-item-empty")]),
        RuleCase(
            name: "length in characters", fields: field("得分", #""constraints":{"minLength":2,"maxLength":3}"#),
            rows: [head, "1|甲|一二三", "2|乙|一", "3|丙|一二三四"], marks: [(3, 3, "too-short"), (4, 3, "too-long")]),
        RuleCase(
            name: "formula errors", fields: field("得分", #""type":"string""#),
            rows: [head, "1|甲|#REF!", "2|乙|#1", "3|丙|#N/A"], marks: [(2, 3, "formula-error"), (4, 3, "formula-error")]),
        RuleCase(
            name: "required column with a near name",
            fields: #"\#(number),\#(requirement),{"name":"funds","title":"经费来源","constraints":{"required":true}}"#,
            rows: ["序号|具体要求|经费来原", "1|甲|自筹"], marks: [(1, 3, "required-column-missing")]),
        RuleCase(
            name: "a unit that leads stands in for one that does it", fields: doing,
            rows: ["序号|具体要求|牵头单位|配合单位", "1|甲||县教育局", "2|乙|县水务局|县财政局"], marks: [(2, 3, "value-missing")]),
        RuleCase(
            name: "units that assist stand in for nobody", fields: doing,
            rows: ["序号|具体要求|配合单位", "1|甲|县教育局"], marks: [(1, nil, "required-column-missing")]),
        RuleCase(
            name: "a blank beside a unit that leads", fields: doing,
            rows: ["序号|具体要求|责任单位|牵头单位", "1|甲|　|县水务局", "2|乙|县教育局|"], marks: []),
        RuleCase(
            name: "headings with a text on each row are the task", fields: doing,
            rows: ["序号|一级任务|二级任务|责任单位", "1|甲|子一|县水务局", "2|甲|子二|县教育局"], marks: []),
        RuleCase(
            name: "a table that says nowhere what to do", fields: doing,
            rows: ["序号|责任单位|完成时限", "1|县水务局|全年"], marks: [(1, nil, "required-column-missing")]),
        RuleCase(
            name: "without numbers", fields: doing, rows: ["具体要求|责任单位", "甲|县水务局"],
            marks: [(1, nil, "number-column-missing")]),
        RuleCase(
            name: "missing values of the template", fields: field("得分", #""constraints":{"required":true}"#),
            rest: #","missingValues":["","待定"]"#, rows: [head, "1|甲|待定"], marks: [(2, 3, "value-missing")]),
        RuleCase(
            name: "words for nothing are no value, however long",
            fields: field("得分", #""constraints":{"required":true}"#),
            rest: #","noneValues":["无","经研究不涉及"]"#, rows: [head, "1|甲|经研究不涉及", "2|乙|无", "3|丙|涉及"],
            marks: [(2, 3, "value-missing"), (3, 3, "value-missing")]),
        RuleCase(
            name: "a rule switched off", fields: field("得分", #""constraints":{"required":true}"#),
            rest: #","rules":{"required":"off"}"#, rows: [head, "1|甲|"], marks: []),
    ]

    @Test(arguments: schemaCases) func `Table Schema`(_ fault: RuleCase) throws {
        #expect(try fault.check() == fault.expected)
    }

    @Test(arguments: [("46295", "是否为 2026-09-30？请把单元格设为日期格式"), ("按通知", "请写成“2024年9月底前”一类的时限")])
    func `A deadline that cannot be read may be a day in a number`(_ cell: String, _ hint: String) throws {
        let template = try Template(builtIn: "issued")
        let rows = [["序号", "具体要求", "责任单位", "完成时限"], ["1", "甲", "县水务局", cell]]
        let (table, _) = try TaskTable.recognize(Sheet(name: "表", rows: rows), template: template)
        let findings = table.check(against: template)
        #expect(findings.map(\.code) == ["deadline-unreadable"])
        #expect(findings.first?.hint?.chinese == hint)
    }

    @Test(arguments: [(true, ["date-as-text", "date-as-text"]), (false, Array(repeating: "date-as-text", count: 4))])
    func `In text a date is spelled as spreadsheets do`(_ isText: Bool, _ codes: [String]) throws {
        let fault = RuleCase(
            name: "", fields: field("得分", #""type":"date""#),
            rows: [head, "1|甲|2024/9/30", "2|乙|2024-9-3", "3|丙|2024.9.30", "4|丁|20240930", "5|戊|2024-09-30"], marks: [])
        #expect(try fault.check { $0.isText = isText }.map(\.code) == codes)
    }

    static let fieldsMatchCases: [(String, [String], Int)] = [
        ("exact", ["序号|具体要求|得分", "1|甲|5"], 0), ("exact", ["序号|得分|具体要求", "1|5|甲"], 1),
        ("equal", ["序号|得分|具体要求", "1|5|甲"], 0), ("equal", ["序号|具体要求|经费数", "1|甲|5"], 2),
        ("subset", ["序号|具体要求|得分|经费数", "1|甲|5|6"], 0), ("subset", ["序号|具体要求", "1|甲"], 1),
        ("superset", ["序号|具体要求", "1|甲"], 0), ("superset", ["序号|具体要求|经费数", "1|甲|5"], 1),
        ("partial", ["序号|具体要求|经费数", "1|甲|5"], 0),
    ]

    @Test(arguments: fieldsMatchCases) func `Columns agree as fieldsMatch says`(
        _ match: String, _ rows: [String], _ count: Int
    ) throws {
        let fault = RuleCase(
            name: match, fields: field("得分", #""type":"string""#), rest: ",\"fieldsMatch\":[\"\(match)\"]", rows: rows,
            marks: [])
        #expect(try fault.check().count { $0.code == "fields-mismatch" } == count)
    }

    private static let filled = "序号|一级任务|具体要求|责任单位|完成时限|进展情况|完成状态|完成日期|佐证材料"
    static let fieldCases: [RuleCase] = [
        RuleCase(
            name: "completion",
            rows: [
                filled, "1|惠民|甲|县教育局|2024年6月底前|建成了|已完成|2024-05-01|验收单", "2|惠民|乙|县教育局|2024年6月底前|建成了|已完成||无",
                "3|惠民|丙|县教育局|2024年12月底前|已开工|正在推进|2024-05-01|", "4|惠民|丁|县教育局|2024年6月底前|建成了|已完成|2025-01-01|照片",
            ],
            marks: [
                (3, 9, "evidence-missing"), (3, 8, "completion-date-missing"), (4, 8, "completion-date-unexpected"),
                (5, 8, "completion-date-future"),
            ]),
        RuleCase(
            name: "progress and status",
            rows: [
                filled, "1|惠民|甲|县教育局|全年|正在推进|正在推进||", "2|惠民|乙|县教育局|全年||正在推进||", "3|惠民|丙|县教育局|全年|开了会|||",
                "4|惠民|丁|县教育局|2024年6月底前||未启动||", "5|惠民|戊|县教育局|2024年12月底前||未启动||",
            ],
            marks: [
                (2, 6, "progress-repeats-status"), (3, 6, "progress-missing"), (4, 7, "status-missing"),
                (5, 7, "not-started-after-deadline"),
            ]),
        RuleCase(
            name: "what is due is done",
            rows: [
                filled, "1|惠民|甲|县教育局|2024年6月底前|开了会|正在推进||", "2|惠民|乙|县教育局|2024年6月底前，长期坚持|开了会|正在推进||",
                "3|惠民|丙|县教育局|2024年6月底前|开了会|长期坚持||", "4|惠民|丁|县教育局|长期坚持|开了会|长期坚持||",
                "5|惠民|戊|县教育局|2024年12月底前|开了会|正在推进||", "6|惠民|己|县教育局|全年|开了会|正在推进||",
            ],
            marks: [(2, 7, "not-done-after-deadline"), (4, 7, "ongoing-after-deadline")]),
        RuleCase(
            name: "deadlines",
            rows: [
                filled, "1|惠民|甲|县教育局|按通知|做了|正在推进||", "2|惠民|乙|县教育局|2023年6月底前|做了|正在推进||",
                "3|惠民|丙|县教育局|2024年2月30日|做了|正在推进||",
            ],
            marks: [
                (2, 5, "deadline-unreadable"), (3, 5, "deadline-before-issue"), (3, 7, "not-done-after-deadline"),
                (4, 5, "deadline-no-such-day"),
            ]),
        RuleCase(
            name: "groups",
            rows: [
                filled, "1|惠民|甲|县教育局|全年|做了|正在推进||", "2|营商|乙|县教育局|全年|做了|正在推进||", "3|惠民|丙|县教育局|全年|做了|正在推进||",
            ], marks: [(4, 2, "group-parted")]),
    ]

    @Test(arguments: fieldCases) func `Rules of the field`(_ fault: RuleCase) throws {
        let marks = try fault.check { options in
            options.asOf = CivilDate(year: 2024, month: 9, day: 30)
            options.deadlines.issued = CivilDate(year: 2024, month: 1, day: 15)
        }
        #expect(marks == fault.expected)
    }

    /// What a reader doubts about a cell of units (column 3) or a deadline (column 4), by the rule's own codes.
    static let doubts: [(units: String, deadline: String, code: String, column: Int)] = [
        ("县教育局", "9月底前", "deadline-without-year", 4), ("县教育局", "15日前", "deadline-without-month", 4),
        ("县教育局", "2024年9月前", "deadline-before-period", 4), ("县教育局", "2024年初", "deadline-vague", 4),
        ("县教育局", "2024年2月30日", "deadline-no-such-day", 4), ("县教育局", "2024年10月至3月", "deadline-next-year", 4),
        ("县教育局", "2024年10月至2023年3月", "deadline-backwards", 4),
        ("县教育局", "2024年月底前", "deadline-damaged", 4), ("县教育局", "印发后30日内", "deadline-needs-issue-date", 4),
        ("县教育局", "项目批复后60日内", "deadline-other-event", 4),
        ("县教育局财政局", "全年", "unit-run-together", 3), ("县教育局（牵头", "全年", "unit-bracket-uneven", 3),
        ("县教育局、县教育局", "全年", "unit-duplicate", 3), ("县各镇人民政府", "全年", "unit-name-broken", 3),
        ("县教育", "全年", "unit-name-incomplete", 3), ("指导单位：县教育局", "全年", "unit-label-unknown", 3),
        ("县教育局（排第一位的为牵头单位）", "全年", "unit-first-leads-note", 3), ("县教育局 张三", "全年", "unit-text-left-out", 3),
    ]

    @Test(arguments: doubts) func `Doubts about units and deadlines are told at their cell`(
        _ units: String, _ deadline: String, _ code: String, _ column: Int
    ) throws {
        let fields =
            #"\#(number),\#(requirement),{"name":"responsible_unit","title":"责任单位"},{"name":"deadline","title":"完成时限"}"#
        let fault = RuleCase(
            name: code, fields: fields, rows: ["序号|具体要求|责任单位|完成时限", "1|甲|\(units)|\(deadline)"], marks: [])
        #expect(try fault.check() == [Mark(2, column, code)])
    }

    @Test func `Working days count from the day of issue, with a doubt`() throws {
        let fault = RuleCase(
            name: "", fields: #"\#(number),\#(requirement),{"name":"deadline","title":"完成时限"}"#,
            rows: ["序号|具体要求|完成时限", "1|甲|印发后10个工作日内"], marks: [])
        let marks = try fault.check { $0.deadlines.issued = CivilDate(year: 2024, month: 1, day: 15) }
        #expect(marks == [Mark(2, 3, "deadline-working-days")])
    }

    @Test func `Without choices of its own a form takes the usual words for a status`() throws {
        let fault = RuleCase(
            name: "", fields: #"\#(number),\#(requirement),{"name":"status","title":"完成状态"}"#,
            rows: ["序号|具体要求|完成状态", "1|甲|达到序时进度", "2|乙|差不多了"], marks: [])
        #expect(try fault.check() == [Mark(3, 3, "status-unknown")])
    }

    static let sequences: [(numbers: [String], groups: [String], codes: [String])] = [
        (["1", "2", "3"], ["甲", "甲", "甲"], []), (["1", "2", "1", "2"], ["甲", "甲", "乙", "乙"], []),
        (["1", "3"], ["甲", "甲"], ["number-gap"]), (["2", "3"], ["甲", "甲"], ["number-gap"]),
        (["1", "2", "2"], ["甲", "甲", "甲"], ["number-repeated"]), (["1", "2", "1"], ["甲", "甲", "甲"], ["number-order"]),
        (["1-1", "1-2", "2-1"], ["甲", "甲", "乙"], []),
    ]

    @Test(arguments: sequences) func `Numbers run on or begin anew in each group`(
        _ numbers: [String], _ groups: [String], _ codes: [String]
    ) throws {
        let rows = zip(numbers, groups).map { "\($0)|\($1)|内容" }
        let fault = RuleCase(
            name: "", fields: #"\#(number),{"name":"task","title":"一级任务","span":"merge"},\#(requirement)"#,
            rows: ["序号|一级任务|具体要求"] + rows, marks: [])
        #expect(try fault.check().map(\.code) == codes)
    }

    @Test func `Units are looked up in a directory, and a lead is asked for`() throws {
        let fault = RuleCase(
            name: "",
            fields:
                #"\#(number),\#(requirement),{"name":"lead_unit","title":"牵头单位"},{"name":"assisting_unit","title":"配合单位"}"#,
            rows: ["序号|具体要求|牵头单位|配合单位", "1|甲|县教育局|县财政局", "2|乙||县财正局", "3|丙|无|县教育局"], marks: [])
        let marks = try fault.check { options in
            options.directory = UnitDirectory(entries: [.init(name: "县教育局"), .init(name: "县财政局")])
        }
        #expect(marks == [Mark(3, 4, "unit-unknown"), Mark(3, 3, "lead-missing"), Mark(4, 3, "lead-missing")])
    }

    @Test func `Progress that has not changed is found by number and text`() throws {
        let head = "序号|具体要求|进展情况|完成状态"
        let before = Sheet(
            name: "", rows: [head, "1|甲|选址", "2|乙|开工", "3|丙|完工"].map { $0.split(separator: "|").map(String.init) })
        let template = try Template(builtIn: "unit-quarterly")
        let previous = try TaskTable.recognize(before, template: template).table
        let fault = RuleCase(name: "", rows: [head, "1|甲|选 址|正在推进", "2|乙|封顶|正在推进", "3|丙|完工|已完成"], marks: [])
        let marks = try fault.check { $0.previous = [previous] }
        #expect(marks.filter { $0.code == "progress-unchanged" } == [Mark(2, 3, "progress-unchanged")])
    }

    @Test func `Rules that a template names wrongly are said with a near name`() throws {
        let template = try Template(
            descriptor: Array(
                #"{"fields":[{"name":"number"}],"rules":{"number-sequense":"off","value-missing":"info"}}"#.utf8),
            file: "t.json")
        let weights = RuleWeights(template)
        #expect(weights.findings.map(\.code) == ["template-rule-unknown"])
        #expect(weights.findings.first?.hint?.english == "did you mean number-sequence?")
        #expect(weights.severity(of: "value-missing") == .info)
    }

    @Test func `A column of faults is counted, not listed without end`() throws {
        let count = RuleReport.limitPerCode + 5
        let rows = (1...count).map { "\($0)|甲\($0)|" }
        let fault = RuleCase(
            name: "", fields: field("得分", #""constraints":{"required":true}"#), rows: [head] + rows, marks: [])
        let marks = try fault.check()
        #expect(marks.count == RuleReport.limitPerCode + 1)
        #expect(marks.last?.code == "findings-left-out")
    }
}
