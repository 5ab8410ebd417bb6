public import FenjieModel

extension UnitDirectory {
    /// The directory that cells imply, as a table to be completed by hand.
    ///
    /// Units come first, in the order in which they appear; then each collective on a row of its own without a name, to
    /// be entered at its members. The table reads back through ``init(sheet:)``.
    ///
    /// - Parameter cells: cells of responsible units.
    /// - Returns: a table with 单位名称, 别名, 所属集合 and 级别.
    public static func implied(by cells: some Sequence<UnitCell>) -> Sheet {
        var units: [String] = []
        var collectives: [String] = []
        var seen: Set<String> = []
        for unit in cells.lazy.flatMap(\.units) where seen.insert(UnitKey(unit.name).exact).inserted {
            if unit.isCollective {
                collectives.append(unit.name)
            } else {
                units.append(unit.name)
            }
        }
        var sheet = Sheet(name: "单位名录")
        sheet.rows.append(["单位名称", "别名", "所属集合", "级别"])
        sheet.rows += units.map { [$0, "", "", level(of: $0)] }
        sheet.rows += collectives.map { ["", "", $0, ""] }
        return sheet
    }

    /// The level that a name begins with: 市, 县, 省.
    private static func level(of name: String) -> String {
        let parser = UnitParser(name, role: .responsible, options: .standard)
        let glyphs = parser.glyphs
        let match = parser.words.words.longest(in: glyphs.codes, from: 0, to: min(1, glyphs.count), .level)
        guard match.length == 1, let first = glyphs.codes.first,
            [0x7701, 0x5E02, 0x53BF, 0x533A, 0x5DDE, 0x9547].contains(first)
        else { return "" }
        return String(decoding: glyphs.codes.prefix(1), as: UTF16.self) + "级"
    }
}
