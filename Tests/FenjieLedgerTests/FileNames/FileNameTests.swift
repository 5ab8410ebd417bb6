import FenjieLedger
import FenjieModel
import FenjieTestSupport
import Testing

@Suite struct FileNameSetTests {
    @Test(arguments: [
        ("市教育局", "市教育局.xlsx"),
        ("../../etc", "_..-..-etc.xlsx"),
        ("C:\\x", "C：-x.xlsx"),
        ("CON", "_CON.xlsx"),
        ("con.txt", "_con.txt.xlsx"),
        ("LPT¹", "_LPT¹.xlsx"),
        ("ＮＵＬ", "_ＮＵＬ.xlsx"),
        ("COM10", "COM10.xlsx"),
        ("CONTROL", "CONTROL.xlsx"),
        ("市财政局. .", "市财政局.xlsx"),
        ("  各镇（街道）\t办\n事处 ", "各镇（街道） 办 事处.xlsx"),
        ("甲/乙\\丙|丁", "甲-乙-丙-丁.xlsx"),
        ("是否*?\"<好>", "是否＊？”〈好〉.xlsx"),
        ("\u{202E}gpj.局\u{200B}\u{0}\u{7}", "gpj.局.xlsx"),
        ("", "未命名.xlsx"),
        (" . . ", "未命名.xlsx"),
        (".bashrc", "_.bashrc.xlsx"),
        ("~$市教育局", "_~$市教育局.xlsx"),
        ("-rf", "_-rf.xlsx"),
        ("e\u{301}", "e\u{301}.xlsx"),
    ])
    func `Any text becomes one plain file name`(stem: String, expected: String) {
        var names = FileNameSet()
        #expect(names.insert(stem: stem, fileExtension: ".xlsx") == expected)
    }

    @Test(arguments: [
        ("ABC", "abc"), ("ＡＢＣ局", "abc局"), ("caf\u{E9}", "cafe\u{301}"), ("甲/乙", "甲|乙"), ("甲", "甲."),
        ("straße", "STRASSE"), ("", "未命名"), ("A　B", "A B"),
    ])
    func `Names that one system takes for the same get numbers`(first: String, second: String) {
        var names = FileNameSet()
        let one = names.insert(stem: first, fileExtension: ".xlsx")
        let two = names.insert(stem: second, fileExtension: ".xlsx")
        #expect(one.lowercased() != two.lowercased())
        #expect(two.hasSuffix("(2).xlsx"))
    }

    @Test func `A number that is already a name is stepped over`() {
        var names = FileNameSet()
        #expect(names.insert(stem: "甲(2)", fileExtension: ".csv") == "甲(2).csv")
        #expect(names.insert(stem: "甲", fileExtension: ".csv") == "甲.csv")
        #expect(names.insert(stem: "甲", fileExtension: ".csv") == "甲(3).csv")
    }

    @Test func `Reserved names are not given away`() {
        var names = FileNameSet(reserving: ["index.xlsx"])
        #expect(names.insert(stem: "INDEX", fileExtension: ".xlsx") == "INDEX(2).xlsx")
    }

    @Test(arguments: [
        String(repeating: "局", count: 300), String(repeating: "a", count: 300), String(repeating: "🇨🇳", count: 60),
        "a" + String(repeating: "\u{301}", count: 400), String(repeating: "e\u{301}", count: 200),
    ])
    func `Long names are cut between characters and stay unique`(stem: String) {
        var names = FileNameSet()
        var seen: Set<String> = []
        for _ in 0..<12 {
            let name = names.insert(stem: stem, fileExtension: ".xlsx")
            #expect(name.utf8.count <= 255)
            #expect(name.utf16.count <= 255)
            #expect(name.hasSuffix(".xlsx"))
            #expect(seen.insert(name).inserted)
            let cut = name.prefix { $0 != "…" }
            #expect(stem.hasPrefix(String(cut)) || cut == "未命名")
        }
    }

    @Test func `Ten thousand files of one name all get in`() {
        var names = FileNameSet()
        var seen: Set<String> = []
        for _ in 0..<10_000 { seen.insert(names.insert(stem: "各区县政府", fileExtension: ".xlsx")) }
        #expect(seen.count == 10_000)
    }

    @Test func `Random texts give names that hold nothing forbidden`() {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        let pool = Array(
            "甲乙Aa.．/\\:*?\"<>|\u{0}\u{1F}\u{7F}\u{85}\u{202E}\u{2066}\u{FEFF} \u{3000}~-(2)é👩‍🚒ＣON1".unicodeScalars)
        var names = FileNameSet()
        var keys: Set<String> = []
        for _ in 0..<2_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...12, using: &generator) {
                text.append(pool[Int.random(in: 0..<pool.count, using: &generator)])
            }
            let name = names.insert(stem: String(text), fileExtension: ".xlsx")
            #expect(keys.insert(name.lowercased()).inserted, "seed \(seed)")
            #expect(!name.unicodeScalars.contains { "/\\:*?\"<>|".unicodeScalars.contains($0) }, "seed \(seed)")
            #expect(!name.unicodeScalars.contains { [.control, .format].contains($0.properties.generalCategory) })
            #expect(!name.hasPrefix(".") && !name.hasPrefix("~"), "seed \(seed)")
        }
    }
}

@Suite struct FileNamePatternTests {
    private let values: [FileNamePart: String] = [
        .number: "03", .unit: "市教育局", .title: "任务分解表", .period: "2024年一季度", .role: "牵头",
    ]

    @Test(arguments: [
        ("{序号}-{单位}.xlsx", "03-市教育局"), ("{number}_{UNIT}", "03_市教育局"), ("{标题}（{period}）{职责}.CSV", "任务分解表（2024年一季度）牵头"),
        ("{{{单位}}}", "{市教育局}"), ("固定名称", "固定名称"), ("{unit}.v2", "市教育局.v2"),
        ("{unit}.json", "市教育局"), ("{unit}.docx", "市教育局.docx"),
    ])
    func `Placeholders are filled in either language`(pattern: String, expected: String) throws {
        #expect(try FileNamePattern(parsing: pattern, leavingAway: ["xlsx", "csv", "json"]).stem(values) == expected)
    }

    @Test(arguments: [
        ("{单未}", "文件名模式中有不认识的占位符 {单未}", "是否想写 单位？可用：序号、number、单位、unit、标题、title、期次、period、职责、role"),
        ("{units}", "文件名模式中有不认识的占位符 {units}", "是否想写 unit？可用：序号、number、单位、unit、标题、title、期次、period、职责、role"),
        ("{单位", "文件名模式的花括号不成对：{单位", "花括号本身写作 {{ 或 }}"),
        ("单位}", "文件名模式的花括号不成对：单位}", "花括号本身写作 {{ 或 }}"),
        ("../{单位}", "文件名模式中不能使用字符 U+2F", "去掉 / \\ : * ? \" < > | 和控制字符；文件夹用 -o 指定"),
        (".xlsx", "文件名模式为空", "例如 {序号}-{单位}.xlsx；可用占位符：{序号} {单位} {标题} {期次} {职责}"),
    ])
    func `A wrong pattern is a usage error that says what is near`(pattern: String, message: String, hint: String) {
        let failure = #expect(throws: LedgerFailure.self) {
            try FileNamePattern(parsing: pattern, leavingAway: ["xlsx", "csv", "json"])
        }
        #expect(failure?.kind == .usage)
        #expect(failure?.message.chinese == message)
        #expect(failure?.hint?.chinese == hint)
    }

    @Test func `A value cannot open a folder`() throws {
        let stem = try FileNamePattern(parsing: "{序号}-{单位}", leavingAway: []).stem([
            .number: "1", .unit: "../../etc/passwd",
        ])
        #expect(stem == "1-..-..-etc-passwd")
    }
}
