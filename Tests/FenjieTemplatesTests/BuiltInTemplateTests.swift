import FenjieModel
import FenjieTemplates
import Testing

@Suite struct BuiltInTemplateTests {
    @Test(arguments: Template.builtInNames)
    func `Every template that ships loads without a finding`(name: String) throws {
        let descriptor = try #require(Template.builtInDescriptor(name))
        let (template, findings) = try Template.check(descriptor: descriptor, file: name)
        #expect(findings.map(\.message.english) == [])
        #expect(template?.name == name)
        #expect(template?.fields.allSatisfy { !$0.description.isEmpty } == true)
        #expect(template?.description.isEmpty == false)
        #expect(try Template(builtIn: name).title.isEmpty == false)
    }

    @Test func `Names are listed in order and unique`() {
        #expect(Template.builtInNames == ["issued", "unit-quarterly", "unit-monthly", "ledger", "look-back"])
    }

    @Test(arguments: ["unit-quarterly", "unit-monthly"])
    func `A unit worksheet has what a unit fills in`(name: String) throws {
        let template = try Template(builtIn: name)
        let filled = template.fields.filter(\.print.isFillIn)
        #expect(filled.map(\.name) == ["progress", "status", "completed_on", "problems", "next_steps", "evidence"])
        #expect(filled.allSatisfy { $0.note != nil })
        #expect(template.field(.status)?.constraints.allowed == ["已完成", "正在推进", "未启动", "长期坚持"])
        #expect(template.field(.status)?.done == ["已完成", "长期坚持"])
        #expect(template.field(.status)?.print.tones.map(\.tone) == [.good, .attention, .muted, .good])
        #expect(template.field(.completedOn)?.type == .date)
        #expect(template.fields.contains { $0.name == TemplateField.ownRole })
        #expect(template.worksheet.signatures == ["填报人", "审核人", "联系电话", "填报日期"])
        #expect(template.worksheet.isProtected)
        #expect(!template.version.isEmpty)
    }

    @Test func `An unknown name offers the near one`() {
        let failure = #expect(throws: TemplateFailure.self) { try Template(builtIn: "unit-quartely") }
        #expect(failure?.hint?.english.hasPrefix("did you mean unit-quarterly?") == true)
    }
}

@Suite struct WorksheetTextTests {
    private let values: [WorksheetText: String] = [.title: "甲表", .unit: "水务局", .tasks: "3", .period: ""]

    @Test(arguments: [
        ("{标题}（{单位}）", "甲表（水务局）"), ("共{tasks}项", "共3项"), ("无占位符", "无占位符"), ("{title", "{title"), ("a}b", "a}b"),
        ("", ""),
    ])
    func `Placeholders are filled in either language`(text: String, expected: String) {
        #expect(WorksheetText.fill(text, with: values) == expected)
    }

    @Test(arguments: ["期次：{期次}", "{牵头数}项", "{what}"])
    func `A text without a value for its placeholder is left away`(text: String) {
        #expect(WorksheetText.fill(text, with: values) == nil)
    }
}
