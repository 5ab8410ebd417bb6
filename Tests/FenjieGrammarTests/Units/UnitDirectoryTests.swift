import FenjieGrammar
import FenjieModel
import Testing

@Suite struct UnitDirectoryTests {
    private static let directory = UnitDirectory(entries: [
        .init(name: "县发展和改革局", aliases: ["县计划委员会"], collectives: ["县政府有关部门"]),
        .init(name: "县人力资源和社会保障局", collectives: ["县政府有关部门"]),
        .init(name: "县政府办公室", aliases: ["县大数据局"]),
        .init(name: "县委教育工委"), .init(name: "县教育和体育局"), .init(name: "县总工会"),
        .init(name: "柳河镇人民政府", collectives: ["各镇人民政府"]), .init(name: "青石镇人民政府", collectives: ["各镇人民政府"]),
    ])

    @Test(
        "Spellings of one unit resolve to its canonical name",
        arguments: [
            ("县发展和改革局", "县发展和改革局"), ("县发改局", "县发展和改革局"), ("县发展改革委", "县发展和改革局"), ("县发展和改革委员会", "县发展和改革局"),
            ("县计划委员会", "县发展和改革局"), ("县人社局", "县人力资源和社会保障局"), ("县 人力社保局", "县人力资源和社会保障局"), ("县教体局", "县教育和体育局"),
            ("县教育体育部门", "县教育和体育局"), ("县政府办", "县政府办公室"), ("县人民政府办公室", "县政府办公室"), ("县大数据局", "县政府办公室"),
            ("县政府办公室（县大数据局）", "县政府办公室"), ("县工会", "县总工会"), ("柳河镇政府", "柳河镇人民政府"),
        ])
    func resolves(_ name: String, _ canonical: String) {
        #expect(Self.directory.resolve(name) == .unit(canonical))
    }

    @Test(
        "A collective resolves to its members, whatever its general noun",
        arguments: ["县政府有关部门", "县政府有关部门（单位）", "县人民政府相关单位"])
    func resolvesCollectives(_ name: String) {
        #expect(Self.directory.resolve(name) == .collective("县政府有关部门", members: ["县发展和改革局", "县人力资源和社会保障局"]))
    }

    @Test(
        "A unit of another level, matter or party body is unknown", arguments: ["市发改局", "县统计局", "县委组织部", "各县人民政府", ""])
    func unknown(_ name: String) {
        guard case .unknown = Self.directory.resolve(name) else {
            Issue.record("\(name) resolved")
            return
        }
    }

    @Test("An unknown name comes with the closest known ones")
    func nearest() {
        #expect(Self.directory.resolve("县教肓和体肓局") == .unknown(nearest: ["县教育和体育局"]))
        #expect(Self.directory.resolve("柳何镇人民政府") == .unknown(nearest: ["柳河镇人民政府", "青石镇人民政府", "各镇人民政府"]))
    }

    @Test("Where synonyms fit two entries, none is chosen")
    func ambiguous() {
        let directory = UnitDirectory(entries: [.init(name: "市发改局"), .init(name: "市发展改革委")])
        #expect(directory.resolve("市发展和改革委员会") == .unknown(nearest: ["市发改局", "市发展改革委"]))
        #expect(directory.resolve("市发改局") == .unit("市发改局"))
    }

    @Test("A sheet is read whatever its headings, titles and separators")
    func sheet() {
        var sheet = Sheet(name: "名录")
        sheet.rows = [
            ["青禾县单位名录"], ["序号", "规范名称", "简称", "曾用名", "分组", "级别"],
            ["1", "县发展和改革局", "县发改局", "县计委；县发展改革委", "县政府有关部门、成员单位", "县级"],
            ["2", "柳河镇人民政府", "", "无", "各镇（街道）", "乡级"], ["", "", "", "", "各村（社区）", ""], ["3", "", "空名", "", "", ""],
            ["4", "县财政局", "县发改局", "", "", ""], ["5", "县财政局", "", "", "成员单位", ""],
        ]
        let directory = UnitDirectory(sheet: sheet)
        #expect(directory.entries.map(\.name) == ["县发展和改革局", "柳河镇人民政府", "县财政局"])
        #expect(directory.entries.first?.aliases == ["县发改局", "县计委", "县发展改革委"])
        #expect(directory.entries.map(\.level) == ["县级", "乡级", ""])
        #expect(directory.resolve("成员单位") == .collective("成员单位", members: ["县发展和改革局", "县财政局"]))
        #expect(directory.resolve("各村（社区）") == .collective("各村（社区）", members: []))
        #expect(
            directory.findings.map(\.code) == [
                "directory-name-missing", "directory-alias-ambiguous", "directory-unit-repeated",
                "directory-collective-empty",
            ])
        #expect(directory.findings.first?.place.row == 6)
    }

    @Test("A sheet without a column of names is reported")
    func noHeader() {
        var sheet = Sheet(name: "x")
        sheet.rows = [["序号", "任务"], ["1", "办公开大会"]]
        let directory = UnitDirectory(sheet: sheet)
        #expect(directory.entries.isEmpty)
        #expect(directory.findings.map(\.code) == ["directory-header-missing"])
    }

    @Test("The directory that cells imply reads back")
    func implied() {
        let cells = ["县教育局、财政局，各镇人民政府", "县财政局、县政府有关部门"].map { UnitCell(parsing: $0) }
        let sheet = UnitDirectory.implied(by: cells)
        #expect(
            sheet.rows == [
                ["单位名称", "别名", "所属集合", "级别"], ["县教育局", "", "", "县级"], ["县财政局", "", "", "县级"], ["", "", "各镇人民政府", ""],
                ["", "", "县政府有关部门", ""],
            ])
        let directory = UnitDirectory(sheet: sheet)
        #expect(directory.entries.map(\.name) == ["县教育局", "县财政局"])
        #expect(directory.collectives == ["各镇人民政府", "县政府有关部门"])
        #expect(directory.findings.map(\.code) == ["directory-collective-empty", "directory-collective-empty"])
    }

    @Test("Names of a directory win when cells are read")
    func knownNames() {
        let directory = UnitDirectory(entries: [.init(name: "县云和水研究院", aliases: ["云水院"], collectives: ["三院"])])
        let cell = UnitCell(parsing: "县云和水研究院、云水院，三院", options: .init(known: directory.knownNames))
        #expect(UnitExample.notation(of: cell) == "县云和水研究院/r | 云水院/r | 三院/rC")
    }
}
