internal import FenjieGrammar
internal import FenjieModel
internal import FenjieTemplates

/// Unit cells can be read, and name units of the directory where there is one.
struct UnitRule: Rule {
    static let name = "unit-names"
    static let codes = [
        CodeDescription(
            "unit-unknown", .warning, Message("名录中没有这个单位", "a unit is not in the directory"),
            cause: Message(
                "单元格写的单位，在 --units 给出的名录里既不是名称，也不是别名或集合。",
                "The unit is neither a name nor an alias nor a collective of the directory given with --units."),
            example: Message("名录有“市教育局”，表中写了“市教育厅”。", "The directory has 市教育局, the table says 市教育厅."),
            cure: Message("改正名称，或把它加入名录的名称或别名。", "Correct the name, or add it to the directory.")),
        CodeDescription(
            "unit-name-broken", .warning, Message("单位名称像是残缺的", "a unit's name looks broken"),
            cause: Message("单位名称的构成不完整，可能在排版或提取时缺了字。", "The name is built like half a name; characters may be lost."),
            example: Message("“县各镇人民政府”。", "县各镇人民政府."),
            cure: Message("对照原件核实。", "Compare it with the original.")),
        CodeDescription(
            "unit-name-incomplete", .info, Message("单位名称没有常见的结尾", "a name ends like no unit"),
            cause: Message("名称不以局、委、办、政府、公司等结尾。", "The name has none of the usual endings."),
            example: Message("“城投”。", "城投."),
            cure: Message("核实；确是单位的，登记到单位名录。", "Check it; put it into the directory if it is a unit.")),
        CodeDescription(
            "unit-run-together", .warning, Message("单位名称连写", "unit names run together"),
            cause: Message("两个单位之间没有分隔符。", "No separator stands between two units."),
            example: Message("“市财政局市教育局”。", "市财政局市教育局."), cure: Message("补上顿号。", "Add a separator.")),
        CodeDescription(
            "unit-bracket-uneven", .warning, Message("单位栏的括号不成对", "brackets are not in pairs"),
            cause: Message("有左括号没有右括号，或相反。", "A bracket opens or closes alone."),
            example: Message("“市财政局（牵头、市教育局”。", "市财政局（牵头、市教育局."), cure: Message("补齐括号。", "Complete the pair.")),
        CodeDescription(
            "unit-duplicate", .info, Message("单位在同一栏重复", "a unit stands twice in a cell"),
            cause: Message("同一单元格两次写了同一单位，只计一次。", "The cell names a unit twice; it counts once."),
            example: Message("“市财政局、市教育局、市财政局”。", "市财政局、市教育局、市财政局."), cure: Message("删去重复的。", "Delete one.")),
        CodeDescription(
            "unit-label-unknown", .info, Message("不认识的标签", "an unknown label"),
            cause: Message("冒号前的词不是牵头、责任、配合等。", "The word before a colon is no role that is known."),
            example: Message("“指导单位：市财政局”。", "指导单位：市财政局."), cure: Message("改用牵头单位、责任单位、配合单位。", "Use the usual labels.")),
        CodeDescription(
            "unit-text-left-out", .info, Message("不是单位名称的文字", "text that is no unit"),
            cause: Message("单位栏里有说明文字，未计入单位。", "The cell holds words that name no unit; they were left out."),
            example: Message("“市财政局（按职责分工）”。", "市财政局（按职责分工）."), cure: Message("说明移到备注。", "Move remarks elsewhere.")),
        CodeDescription(
            "unit-first-leads-note", .info, Message("注明排在第一位的牵头", "a note says that the first unit leads"),
            cause: Message("表中注明“排在第一位的为牵头单位”，而未加 --first-leads。", "A note says so, and --first-leads is not given."),
            example: Message("“（排在首位的为牵头单位）”。", "（排在首位的为牵头单位）."),
            cure: Message("加上 --first-leads。", "Add --first-leads.")),
    ]

    /// What there is to say of a cell, whichever row it stands in.
    private struct Verdict {
        var doubts: [Finding] = []
        var unknown: [UnlistedUnit] = []
    }

    private let columns: [CheckedColumn]
    private let verdicts: CellCache<Verdict>

    init?(_ table: CheckedTable) {
        columns = table.unitColumns
        guard !columns.isEmpty, table.options.readsUnits || table.options.directory != nil else { return nil }
        let resolutions = table.options.directory.map { directory in CellCache { directory.resolve($0) } }
        verdicts = CellCache { [options = table.options.units, noneValues = table.noneValues] text in
            guard !noneValues.contains(text) else { return Verdict() }
            let cell = UnitCell(parsing: text, options: options)
            var verdict = Verdict(doubts: cell.doubts)
            guard let resolutions else { return verdict }
            for unit in cell.units where !unit.isCollective {
                guard case .unknown(let nearest) = resolutions.reading(of: unit.name) else { continue }
                verdict.unknown.append(UnlistedUnit(unit.name, nearest: Array(nearest.prefix(1))))
            }
            return verdict
        }
    }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        for index in columns.indices where !row.isBlank(columns[index]) {
            let number = verdicts.number(of: row.cells.bytes, row.value(columns[index]))
            // Most cells have nothing to say.
            guard !verdicts[number].doubts.isEmpty || !verdicts[number].unknown.isEmpty else { continue }
            let verdict = verdicts[number]
            for doubt in verdict.doubts {
                report.add(doubt.code, columns[index], in: row, unit: doubt.unit, doubt.message, hint: doubt.hint)
            }
            for unit in verdict.unknown {
                report.add(
                    UnlistedUnit.code, columns[index], in: row, unit: unit.name, unit.message, hint: unit.hint)
            }
        }
    }
}
