/// Which issued row each returned row is: by its content, by its key, by number and text; never by its position.
struct RowMatching {
    /// For each returned row the issued row, counted from 0; `nil` where it is none.
    private(set) var matches: [Int?]
    /// Returned rows that are a second copy, with the issued row that they repeat.
    private(set) var repeats: [Int: Int] = [:]
    /// The returned row of each issued row.
    private(set) var returned: [Int?]

    private let rows: [ReturnedRows.Row]
    private let issued: [IssuedRow]
    private var positions: [String: Int] = [:]

    init(_ returnedRows: ReturnedRows, issued: [IssuedRow], texts: [String: [String]]) {
        rows = returnedRows.rows
        self.issued = issued
        matches = Array(repeating: nil, count: rows.count)
        returned = Array(repeating: nil, count: issued.count)
        for (index, row) in issued.enumerated() where positions[row.key] == nil { positions[row.key] = index }
        // Content that is still what was issued is certain, whatever became of the hidden keys in sorting.
        for index in rows.indices { match(index, positions[rows[index].identity]) }
        for index in rows.indices where matches[index] == nil { match(index, positions[rows[index].key]) }
        matchByNumber()
        findRepeats()
    }

    private mutating func match(_ row: Int, _ position: Int?) {
        guard let position, returned[position] == nil else { return }
        matches[row] = position
        returned[position] = row
    }

    /// What is left is matched where the number is the same and half of the issued cells, or where most cells are.
    private mutating func matchByNumber() {
        var byNumber: [String: [Int]] = [:]
        for (index, row) in issued.enumerated() where returned[index] == nil {
            byNumber[FoldedText.of(row.number), default: []].append(index)
        }
        for index in rows.indices where matches[index] == nil && rows[index].key.isEmpty {
            let number = FoldedText.of(rows[index].number)
            let candidates = (byNumber[number] ?? []).filter { returned[$0] == nil }
            let best = candidates.map { ($0, likeness(index, $0)) }.max { $0.1 < $1.1 }
            if let (position, likeness) = best, likeness >= 0.5 || likeness > 0 && candidates.count == 1 {
                match(index, position)
            }
        }
        var byCell: [String: [Int]] = [:]
        for (index, row) in issued.enumerated() where returned[index] == nil {
            // The longest texts tell rows apart; their codes are looked up rather than compared one by one.
            for code in Set(row.cells) { byCell[code, default: []].append(index) }
        }
        for index in rows.indices where matches[index] == nil && rows[index].key.isEmpty {
            var votes: [Int: Int] = [:]
            for code in rows[index].sealed.cells {
                guard let list = byCell[code], list.count <= 8 else { continue }
                for position in list where returned[position] == nil { votes[position, default: 0] += 1 }
            }
            let best = votes.max { ($0.value, $1.key) < ($1.value, $0.key) }
            if let best, likeness(index, best.key) >= 0.6 { match(index, best.key) }
        }
    }

    /// A row that was copied has the key of another, or its content.
    private mutating func findRepeats() {
        for index in rows.indices where matches[index] == nil {
            let candidates = [positions[rows[index].key], positions[Self.plain(rows[index].identity)]]
            for case let position? in candidates where returned[position] != nil {
                if likeness(index, position) >= 0.5 { repeats[index] = position }
            }
        }
    }

    /// The identity of a second copy ends in a counter.
    private static func plain(_ identity: String) -> String {
        String(identity.prefix { $0 != "-" })
    }

    /// The share of issued cells that are the same.
    private func likeness(_ row: Int, _ position: Int) -> Double {
        let codes = issued[position].cells
        let own = rows[row].sealed.cells
        guard !codes.isEmpty, codes.count == own.count else {
            return rows[row].sealed.folded == issued[position].folded ? 1 : 0
        }
        let same = zip(codes, own).count { $0 == $1 }
        return Double(same) / Double(codes.count)
    }
}
