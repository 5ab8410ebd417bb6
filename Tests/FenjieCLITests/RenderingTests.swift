import FenjieCLI
import FenjieFiles
import FenjieModel
import FenjiePipeline
import FenjieText
import Testing

@Suite struct RenderingTests {
    static let findings = [
        Finding(
            "number-repeated", .error, at: Place(file: "乙.xlsx", sheet: "表一", row: 17, column: 4),
            message: Message("序号 3 出现两次", "number 3 appears twice"), hint: Message("请改正", "correct it")),
        Finding(
            "deadline-unknown", .warning, at: Place(file: "甲.csv", row: 2, column: 5, line: 12), field: "deadline",
            number: "3", unit: "市水利局", message: Message("看不懂时限", "the deadline is not understood")),
        Finding("numbers-supplied", .info, at: Place(file: "甲.csv"), message: Message("补了序号", "numbers were supplied")),
    ]

    private func log(_ findings: [Finding]) -> FindingLog {
        let log = FindingLog()
        log.add(findings)
        return log
    }

    private func rendered(_ log: FindingLog, _ environment: [String: String], quiet: Bool = false) -> String {
        let error = ByteStream()
        var console = Console(output: ByteStream(), error: error, environment: environment)
        console.isQuiet = quiet
        console.report(log)
        return String(decoding: error.contents, as: UTF8.self)
    }

    @Test func findingsAreGroupedSortedAndAligned() {
        #expect(
            rendered(log(Self.findings), ["LANG": "zh_CN.UTF-8"]) == """
                乙.xlsx
                  表一!D17  错误  序号 3 出现两次  [number-repeated]
                                  → 请改正
                甲.csv
                                提示  补了序号  [numbers-supplied]
                  E2, 第 12 行  警告  看不懂时限  [deadline-unknown]
                共 1 个错误、1 个警告、1 个提示

                """)
    }

    @Test func quietLeavesOutNotes() {
        #expect(
            rendered(log([Self.findings[1], Self.findings[2]]), [:], quiet: true) == """
                甲.csv
                  E2, line 12  warning  the deadline is not understood  [deadline-unknown]

                """)
    }

    @Test func manyFindingsOfOneCodeAreCounted() {
        let many = (1...25).map {
            Finding("x-y", .warning, at: Place(file: "a", row: $0, column: 1), message: Message("坏", "bad"))
        }
        let lines = rendered(log(many), [:]).split(separator: "\n")
        #expect(lines.count == 1 + 20 + 1 + 1)
        #expect(lines[21] == "  5 more (--json lists all)  [x-y]")
        #expect(lines[22] == "25 warnings")
    }

    @Test func failuresNamePlaceMessageAndCure() {
        let log = FindingLog()
        log.add(UsageFailure(Message("坏", "bad"), hint: Message("改", "mend"), place: Place(file: "a.json", line: 3)))
        #expect(rendered(log, ["FENJIE_LANG": "zh"]) == "fenjie: 错误: a.json:3: 坏\n  → 改\n")
        #expect(rendered(log, ["FENJIE_LANG": "en", "LANG": "zh_CN"]) == "fenjie: error: a.json:3: bad\n  → mend\n")
    }

    @Test(arguments: [
        ("甲.csv", "甲.csv"), ("a\nb\tc\r", "a\\nb\\tc\\r"), ("\u{1B}[31m红", "\\u{1B}[31m红"),
        ("a\u{202E}vsc.exe", "a\\u{202E}vsc.exe"), ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"),
        ("x\u{7F}\u{9B}", "x\\u{7F}\\u{9B}"), ("a\u{200B}b\u{FEFF}", "a\\u{200B}b\\u{FEFF}"), ("\u{2028}", "\\u{2028}"),
        ("①㈠😀", "①㈠😀"),
    ])
    func whatATerminalWouldObeyIsShown(_ raw: String, _ shown: String) {
        #expect(Printable.escaping(raw) == shown)
        let log = log([
            Finding("x-y", .error, at: Place(file: raw), message: Message(raw, raw), hint: Message(raw, raw))
        ])
        let text = rendered(log, [:])
        #expect(text.contains(shown))
        #expect(!text.dropLast().unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
    }

    @Test func jsonHasTheKeysOfTheContract() {
        let json = FindingReport.json(log(Self.findings), language: .english).text()
        #expect(
            json == """
                {"valid":false,"findings":[{"code":"number-repeated","severity":"error","file":"乙.xlsx","sheet":"表一",\
                "row":17,"column":4,"cell":"D17","message":"number 3 appears twice","hint":"correct it"},\
                {"code":"numbers-supplied","severity":"info","file":"甲.csv","message":"numbers were supplied"},\
                {"code":"deadline-unknown","severity":"warning","file":"甲.csv","row":2,"column":5,"cell":"E2",\
                "field":"deadline","number":"3","unit":"市水利局","message":"the deadline is not understood"}]}
                """)
        #expect(FindingReport.json(log([]), language: .english).text() == #"{"valid":true,"findings":[]}"#)
        #expect(FindingReport.json(log([Self.findings[1]]), language: .english).text().hasPrefix(#"{"valid":true"#))
    }

    @Test(arguments: [
        (FailureThreshold.error, FenjieCLI.ExitStatus.done), (.warning, .findings), (.info, .findings), (.never, .done),
    ])
    func thresholdDecides(_ threshold: FailureThreshold, _ status: FenjieCLI.ExitStatus) {
        #expect(log([Self.findings[1]]).status(failingOn: threshold) == status)
    }

    @Test func failuresOutweighFindings() throws {
        let log = log(Self.findings)
        #expect(throws: FileFailure.self) { try InputFile(path: "/nowhere/at/all") }
        do { _ = try InputFile(path: "/nowhere/at/all") } catch { log.add(error) }
        #expect(log.status(failingOn: .never) == .input)
        #expect(log.status(failingOn: .error) == .input)
    }

    @Test(arguments: [
        (["LC_ALL": "zh_CN.UTF-8"], Language.chinese), (["LANG": "zh_TW"], .chinese), (["LANG": "C"], .english),
        ([:], .english), (["LC_ALL": "en_US.UTF-8", "LANG": "zh_CN"], .english),
        (["LC_ALL": "", "LANG": "zh_CN"], .chinese),
        (["FENJIE_LANG": "en", "LC_ALL": "zh_CN.UTF-8"], .english),
        (["LC_MESSAGES": "zh_CN", "LANG": "en_US"], .chinese),
    ])
    func languageFollowsTheLocale(_ environment: [String: String], _ language: Language) {
        #expect(Language(environment: environment) == language)
    }

    @Test(arguments: [
        (ColorChoice.auto, true, [:], true), (.auto, false, [:], false), (.auto, true, ["NO_COLOR": "1"], false),
        (.auto, true, ["NO_COLOR": ""], true), (.auto, true, ["TERM": "dumb"], false),
        (.always, false, ["NO_COLOR": "1"], true), (.never, true, [:], false),
    ])
    func colorIsChosen(_ choice: ColorChoice, _ isTerminal: Bool, _ environment: [String: String], _ expected: Bool) {
        #expect(Style(choice: choice, isTerminal: isTerminal, environment: environment).isColored == expected)
    }

    @Test(arguments: [
        ("abc def ghi", 7, ["abc def", "ghi"]), ("任务分解表", 4, ["任务", "分解", "表"]),
        ("任务。分解", 4, ["任", "务。", "分解"]), ("", 10, [""]), ("abcdefghij", 4, ["abcdefghij"]),
        ("写到 stdout 的文件", 12, ["写到 stdout", "的文件"]),
    ])
    func textIsBrokenByDisplayWidth(_ text: String, _ width: Int, _ lines: [String]) {
        #expect(TextWidth.wrapped(text, to: width) == lines)
    }
}
