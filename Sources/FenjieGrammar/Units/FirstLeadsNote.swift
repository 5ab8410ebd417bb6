public import FenjieModel

extension UnitGrammar {
    /// Looks in running text for a remark that the first unit listed leads.
    ///
    /// Offices write such remarks under a table or in the notice before it. They change nothing by themselves: the
    /// finding suggests the switch.
    ///
    /// - Parameter prose: lines of text outside the table.
    /// - Returns: a finding that suggests reading the first unit as the lead, or `nil`.
    public static func firstLeadsNote(in prose: some Sequence<String>) -> Finding? {
        for line in prose where saysFirstLeads(Glyphs(line).codes) {
            return UnitParser.firstLeadsNote
        }
        return nil
    }

    /// A word for the first place, and 牵头 within the same clause behind it.
    private static func saysFirstLeads(_ codes: [UInt16]) -> Bool {
        var behindFirst = 0
        for index in codes.indices {
            if behindFirst > 0, codes[index...].starts(with: UnitParser.leadWord) { return true }
            if codes[index] == 0x3002 || codes[index] == 0x3B { behindFirst = 0 }
            behindFirst = max(0, behindFirst - 1)
            // 负责人 is no unit: 第一责任人 leads nothing.
            if UnitParser.firstWords.contains(where: { codes[index...].starts(with: $0) }) { behindFirst = 24 }
        }
        return false
    }
}
