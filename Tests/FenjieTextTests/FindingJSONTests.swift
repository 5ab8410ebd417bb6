import FenjieModel
import FenjieText
import Testing

@Suite struct FindingJSONTests {
    private static let full = Finding(
        "unit-name", .warning, at: Place(file: "表.xlsx", sheet: "一", row: 3, column: 2), field: "lead_unit",
        number: "7", unit: "县水务局", message: Message("单位不明", "unknown unit"), hint: Message("请核对", "look it up"))
    private static let bare = Finding("doubt", .info, at: Place(line: 9), message: Message("存疑", "in doubt"))

    static let cases: [(finding: Finding, language: Language, json: String)] = [
        (
            full, .chinese,
            """
            {"code":"unit-name","severity":"warning","file":"表.xlsx","sheet":"一","row":3,"column":2,"cell":"B3",\
            "field":"lead_unit","number":"7","unit":"县水务局","message":"单位不明","hint":"请核对"}
            """
        ), (bare, .english, #"{"code":"doubt","severity":"info","row":9,"message":"in doubt"}"#),
    ]

    @Test(arguments: cases)
    func `Texts are in one language and keys without sense are absent`(
        finding: Finding, language: Language, json: String
    ) {
        #expect(finding.json(in: language).text() == json)
    }
}
