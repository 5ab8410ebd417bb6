import FenjieFormats
import FenjieModel
import FenjieTestSupport
import Testing

/// What the writer of aligned text sets, the reader of aligned text reads.
struct AlignedRoundTripTests {
    /// How the items of a table are numbered.
    enum Numbers: CaseIterable {
        case figures, codes, parts, none

        func cell(_ row: Int) -> String {
            switch self {
            case .figures: "\(row)"
            case .codes: "A0\(row)"
            case .parts: "\(row)-1"
            case .none: ""
            }
        }
    }

    private static let known = ["工作任务", "具体要求", "牵头单位", "配合单位", "完成时限", "责任人", "备注", "进展情况"]
    private static let others = ["检查类别", "配合部门事项", "当前推进到哪一步", "投资（万元）", "2026年目标", "目标 值", "Budget", "检查对象"]
    private static let cells = [
        "修桥", "新建桥梁3座", "县水利局", "县水利局、县财政局", "6月底前", "2026-06-30", "张某", "已开工 Phase 2", "12500.5", "10%", "续建",
        "road works",
        "Repair of 3 bridges", "甲", "x",
    ]
    private static let long = [
        "全面排查桥梁和涵洞，逐座建立档案，年底前完成12座危桥的加固改造，消除安全隐患，并向社会公布。", "督促各镇按月报送进度，汇总后通报。",
        "Survey every bridge and culvert in the county, keep a file of each, and repair the worst twelve of them.",
    ]

    private static func rows(seed: UInt64, isLong: Bool) -> [[String]] {
        var generator = SeededGenerator(seed: seed)
        let numbers = Numbers.allCases[Int(seed % 4)]
        let named = known.shuffled(using: &generator).prefix(Int.random(in: 3...6, using: &generator))
        let unnamed = others.shuffled(using: &generator).prefix(Int.random(in: 0...3, using: &generator))
        var headings = (named + unnamed).shuffled(using: &generator)
        if numbers != .none { headings.insert("序号", at: 0) }
        let rows = (1...Int.random(in: 2...9, using: &generator)).map { row in
            headings.indices.map { column -> String in
                guard column > 0 else { return numbers == .none ? "第\(row)类工作" : numbers.cell(row) }
                let pool = isLong && Int.random(in: 0..<4, using: &generator) == 0 ? long : cells + ["", "", "", ""]
                return pool.randomElement(using: &generator) ?? ""
            }
        }
        return [headings] + rows
    }

    private func text(_ rows: [[String]]) -> String {
        var bytes: [UInt8] = []
        AlignedWriter().write(Sheet(name: "", rows: rows), titleLines: ["临河县任务表"], into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("tables whose cells take one line each come back exactly", arguments: 0..<200 as Range<UInt64>)
    func short(seed: UInt64) throws {
        let rows = Self.rows(seed: seed, isLong: false)
        let source = text(rows)
        let reading = try #require(TextLayouts().named("aligned")).read(LayoutText(source))
        #expect(reading.sheets.map(\.rows) == [rows], "seed \(seed): \(source)")
        #expect(reading.before.map(\.text) == ["临河县任务表"])
        #expect(reading.after.isEmpty)
    }

    @Test("wrapped cells come back but for their line ends", arguments: 0..<200 as Range<UInt64>)
    func wrapped(seed: UInt64) throws {
        let rows = Self.rows(seed: seed, isLong: true)
        let source = text(rows)
        let reading = try #require(TextLayouts().named("aligned")).read(LayoutText(source))
        let read = reading.sheets.map { $0.rows.map { $0.map { $0.filter { !$0.isWhitespace } } } }
        #expect(read == [rows.map { $0.map { $0.filter { !$0.isWhitespace } } }], "seed \(seed): \(source)")
    }

    @Test(
        "headings two spaces apart are several, letters set apart are one",
        arguments: [
            (
                "序号  工作任务  检查类别  配合部门事项  责任单位",
                "1     清淤河道  一般      价格检查      县水利局", ["序号", "工作任务", "检查类别", "配合部门事项", "责任单位"]
            ),
            (
                "序号  任务  启动时间  当前进展情况  责任单位",
                "1     清淤  2月       已经开工      县水利局", ["序号", "任务", "启动时间", "当前进展情况", "责任单位"]
            ),
            (
                "序  号  工作任务  责任 单位  备    注",
                "1       清淤河道  县水利局   跨年实施", ["序号", "工作任务", "责任单位", "备注"]
            ),
            ("序号 工 作 任 务 责任部门", "1 清淤河道 县水利局", ["序号", "工作任务", "责任部门"]),
            ("序 号 工作任务 责任单位 备 注", "1 清淤河道 县水利局 跨年", ["序号", "工作任务", "责任单位", "备注"]),
        ])
    func headings(_ line: String, _ row: String, _ headings: [String]) throws {
        let reading = try TextLayouts().read(LayoutText([line, row, row].joined(separator: "\n"))).reading
        #expect(reading.sheets.first?.rows.first == headings)
    }
}
