internal import FenjieModel

extension Passport {
    /// The position of the column that says in its own words what is to be done; `nil` where none was issued.
    var wordingColumn: Int? {
        for field in [Field.requirement, .subtask, .task] {
            if let index = columns.firstIndex(where: { $0.field == field.rawValue }) { return index }
        }
        return nil
    }
}

/// What issued and returned rows say is to be done, to tell rows apart whose numbers have changed.
struct RowWordings {
    /// For each returned row its wording; empty where it has none.
    let returned: [String]
    /// For each issued row its wording; empty where it has none.
    let issued: [String]
    /// Whether wordings are texts; where the passport alone is known they are codes, which are equal or not.
    let areTexts: Bool

    init(_ rows: [ReturnedRows.Row], passport: Passport, texts: [String: [String]]) {
        areTexts = !texts.isEmpty
        guard let column = passport.wordingColumn else {
            returned = Array(repeating: "", count: rows.count)
            issued = Array(repeating: "", count: passport.rows.count)
            return
        }
        func cell(_ cells: [String]) -> String { cells.indices.contains(column) ? cells[column] : "" }
        returned = rows.map { [areTexts] row in
            let text = FoldedText.of(cell(row.cells))
            return areTexts || text.isEmpty ? text : cell(row.sealed.cells)
        }
        issued = passport.rows.map { [areTexts] row in
            areTexts ? FoldedText.of(cell(texts[row.key] ?? [])) : cell(row.cells)
        }
    }

    /// Whether a returned row still says what an issued row said, if in other words here and there.
    ///
    /// - Parameters:
    ///   - row: the returned row.
    ///   - position: the issued row.
    /// - Returns: `nil` where nobody can tell.
    func isSimilar(_ row: Int, _ position: Int) -> Bool? {
        let (own, other) = (returned[row], issued[position])
        guard !own.isEmpty, !other.isEmpty else { return nil }
        if own == other { return true }
        guard areTexts else { return nil }
        return Self.likeness(own, other) >= 0.5
    }

    /// How many pairs of neighbouring characters two texts share, of all that they have: 1 for the same text.
    private static func likeness(_ left: String, _ right: String) -> Double {
        let (left, right) = (pairs(of: left), pairs(of: right))
        let total = left.reduce(0) { $0 + $1.value } + right.reduce(0) { $0 + $1.value }
        guard total > 0 else { return 0 }
        let shared = left.reduce(0) { $0 + min($1.value, right[$1.key] ?? 0) }
        return Double(2 * shared) / Double(total)
    }

    private static func pairs(of text: String) -> [UInt64: Int] {
        var pairs: [UInt64: Int] = [:]
        var last: UInt64 = 0
        for scalar in text.unicodeScalars.prefix(2000) {
            let value = UInt64(scalar.value)
            pairs[last << 32 | value, default: 0] += 1
            last = value
        }
        return pairs
    }
}
