import FenjieModel
import FenjieTemplates
import Testing

@Suite struct DescriptorTests {
    /// What is wrong: the descriptor, then key path, code and the English hint of the one finding.
    private static let broken: [(json: String, path: String, code: String, hint: String?)] = [
        (
            #"{"fields":[{"name":"number"},{"name":"task"},{"name":"deadline","type":"dat"}]}"#, "fields[2].type",
            "template-value", "did you mean date? available: string, integer, number, date, list"
        ),
        (
            #"{"fields":[{"name":"number","titel":"序号"}]}"#, "fields[0].titel", "template-unknown-key",
            "did you mean title?"
        ),
        (
            #"{"fields":[{"name":"number"}],"primarykey":["number"]}"#, "primarykey", "template-unknown-key",
            "did you mean primaryKey?"
        ),
        (
            #"{"fields":[{"name":"number"}],"primaryKey":["numbr"]}"#, "primaryKey[0]", "template-key",
            "did you mean number?"
        ),
        (#"{"fields":[{"name":"dealine"}]}"#, "fields[0].name", "template-name", "did you mean deadline?"),
        (#"{"fields":[{"name":"own_rol"}]}"#, "fields[0].name", "template-name", "did you mean own_role?"),
        (#"{"fields":[{"name":"task"},{"name":"task"}]}"#, "fields[1].name", "template-name", nil),
        (#"{"fields":[{"title":"序号"}]}"#, "fields[0].name", "template-name", nil),
        (#"{"fields":["number"]}"#, "fields[0]", "template-type", nil),
        (#"{"fields":[]}"#, "fields", "template-fields", nil),
        (#"{"title":"甲"}"#, "fields", "template-fields", nil),
        (
            #"{"fields":[{"name":"status","constraints":{"required":"true"}}]}"#, "fields[0].constraints.required",
            "template-type", "write true without quotes"
        ),
        (
            #"{"fields":[{"name":"status","print":{"width":"12"}}]}"#, "fields[0].print.width", "template-type",
            "write 12 without quotes"
        ),
        (#"{"fields":[{"name":"status","print":{"width":0}}]}"#, "fields[0].print.width", "template-value", nil),
        (
            #"{"fields":[{"name":"status","constraints":{"pattern":"[A-Z"}}]}"#, "fields[0].constraints.pattern",
            "template-value", "write it as XML Schema has it, without lookaround and backreferences"
        ),
        (#"{"fields":[{"name":"status","print":[]}]}"#, "fields[0].print", "template-type", nil),
        (
            #"{"fields":[{"name":"status","span":"merged"}]}"#, "fields[0].span", "template-value",
            "did you mean merge? available: none, fill, merge"
        ),
        (
            #"{"fields":[{"name":"status","print":{"alignment":"centre"}}]}"#, "fields[0].print.alignment",
            "template-value", "did you mean center? available: left, center, right"
        ),
        (
            #"{"fields":[{"name":"status","constraints":{"enum":["已完成","未启动"]},"done":["己完成"]}]}"#, "fields[0].done[0]",
            "template-value", "did you mean 已完成? available: 已完成, 未启动"
        ),
        (
            #"{"fields":[{"name":"status","constraints":{"enum":["已完成"]},"print":{"tones":{"已完成":"god"}}}]}"#,
            "fields[0].print.tones.已完成", "template-value", "did you mean good? available: good, attention, bad, muted"
        ),
        (
            #"{"fields":[{"name":"status","constraints":{"enum":["已完成"]},"print":{"tones":{"以完成":"good"}}}]}"#,
            "fields[0].print.tones.以完成", "template-value", "did you mean 已完成? available: 已完成"
        ),
        (
            #"{"fields":[{"name":"status","constraints":{"enum":["甲","甲"]}}]}"#, "fields[0].constraints.enum[1]",
            "template-value", nil
        ),
        (
            #"{"fields":[{"name":"status","constraints":{"enum":[" "]}}]}"#, "fields[0].constraints.enum[0]",
            "template-value", nil
        ),
        (
            #"{"fields":[{"name":"status","constraints":{"enum":[1]}}]}"#, "fields[0].constraints.enum[0]",
            "template-type", nil
        ),
        (
            #"{"fields":[{"name":"score","type":"number","constraints":{"minimum":9,"maximum":10.5}},{"name":"leader","type":"integer","constraints":{"minimum":10,"maximum":9}}]}"#,
            "fields[1].constraints.minimum", "template-value", nil
        ),
        (
            #"{"fields":[{"name":"progress","constraints":{"minLength":5,"maxLength":4}}]}"#,
            "fields[0].constraints.minLength", "template-value", nil
        ),
        (
            #"{"fields":[{"name":"progress","constraints":{"minLength":-1}}]}"#, "fields[0].constraints.minLength",
            "template-type", nil
        ),
        (
            #"{"fields":[{"name":"task","title":"任务"},{"name":"requirement","title":"要求","synonyms":["任 务"]}]}"#,
            "fields[1].synonyms[0]", "template-heading", "a heading can mean one field only"
        ),
        (#"{"fields":[{"name":"task","print":{"fillIn":true}}]}"#, "fields[0].print.fillIn", "template-value", nil),
        (
            #"{"fields":[{"name":"task"}],"period":"quaterly"}"#, "period", "template-value",
            "did you mean quarterly? available: none, monthly, quarterly, yearly"
        ),
        (#"{"fields":[{"name":"task"}],"version":1}"#, "version", "template-type", nil),
        (
            #"{"fields":[{"name":"task"}],"worksheet":{"title":"{单未}"}}"#, "worksheet.title", "template-placeholder",
            "did you mean 单位? available: 标题, title, 单位, unit, 期次, period, 任务数, tasks, 牵头数, lead, 负责数, responsible, 配合数, assisting"
        ),
        (
            #"{"fields":[{"name":"task"}],"worksheet":{"signature":["甲"]}}"#, "worksheet.signature",
            "template-unknown-key", "did you mean signatures?"
        ),
        (
            #"{"fields":[{"name":"task"}],"worksheet":{"signatures":[3]}}"#, "worksheet.signatures[0]", "template-type",
            nil
        ),
        (
            #"{"fields":[{"name":"task"}],"worksheet":{"protected":"是"}}"#, "worksheet.protected", "template-type",
            "write true without quotes"
        ),
    ]

    @Test(arguments: broken.indices)
    func `A broken template gives one finding with its key path and what is near`(index: Int) throws {
        let item = Self.broken[index]
        let (_, findings) = try Template.check(descriptor: Array(item.json.utf8), file: "甲.json")
        #expect(findings.map(\.field) == [item.path], "\(item.json)")
        #expect(findings.first?.code == item.code)
        #expect(findings.first?.hint?.english == item.hint)
        #expect(findings.first?.place.file == "甲.json")
        #expect(findings.first?.message.chinese.hasPrefix(item.path + "：") == true)
    }

    @Test(arguments: ["", "[]", "{", "\"a\"", "{\"fields\":[}", "\u{0}", "{\"fields\":[{\"name\":\"task\"}]} x"])
    func `What is no JSON object is a usage failure`(text: String) {
        let failure = #expect(throws: TemplateFailure.self) {
            try Template.check(descriptor: Array(text.utf8), file: "甲.json")
        }
        #expect(failure?.kind == .usage)
    }

    @Test(arguments: [[0xE5], [0xE5, 0xBA], [0xFF, 0xFE, 0x7B, 0x00]] as [[UInt8]])
    func `What is no UTF-8 is a usage failure, wherever it stands`(broken: [UInt8]) {
        for (head, tail) in [("", "{}"), ("{", "\":1}"), (#"{"fields":[{"#, "n"), (#"{"name":""#, "\"}")] {
            let failure = #expect(throws: TemplateFailure.self) {
                try Template.check(descriptor: Array(head.utf8) + broken + Array(tail.utf8), file: "甲.json")
            }
            #expect(failure?.message.english.contains("UTF-8") == true)
        }
    }

    @Test func `Errors stop, warnings do not`() throws {
        let warned = #"{"fields":[{"name":"task","colour":"red"}]}"#
        #expect(try Template(descriptor: Array(warned.utf8), file: "甲.json").fields.count == 1)
        let wrong = #"{"fields":[{"name":"task","type":"txt"}]}"#
        let failure = #expect(throws: TemplateFailure.self) {
            try Template(descriptor: Array(wrong.utf8), file: "甲.json")
        }
        #expect(failure?.findings.count == 1)
    }

    @Test func `Comments and a trailing comma are taken`() throws {
        let text = """
            {
              // Ours.
              "fields": [{ "name": "task", }],
            }
            """
        #expect(try Template(descriptor: Array(text.utf8), file: "甲.json").name == "甲.json")
    }

    @Test func `Colours keep the order of the choices`() throws {
        let text =
            #"{"fields":[{"name":"status","constraints":{"enum":["丙","甲","乙"]},"print":{"tones":{"甲":"bad","乙":"good","丙":"muted"}}}]}"#
        let template = try Template(descriptor: Array(text.utf8), file: "t")
        #expect(template.fields[0].print.tones.map(\.value) == ["丙", "甲", "乙"])
    }
}
