/// Which issued row each returned row is: by its content, by its key, by its text, by number and a text that is alike;
/// never by its position.
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

    init(_ returnedRows: ReturnedRows, passport: Passport, texts: [String: [String]]) {
        rows = returnedRows.rows
        issued = passport.rows
        matches = Array(repeating: nil, count: rows.count)
        returned = Array(repeating: nil, count: issued.count)
        for (index, row) in issued.enumerated() where positions[row.key] == nil { positions[row.key] = index }
        // Content that is still what was issued is certain, whatever became of the hidden keys in sorting.
        for index in rows.indices { match(index, positions[rows[index].identity]) }
        guard matches.contains(nil) else { return }
        let wordings = RowWordings(rows, passport: passport, texts: texts)
        matchByNumberAndWording(wordings)
        matchByKey(wordings)
        matchUnique(wordings.returned, wordings.issued)
        matchByNumber(wordings)
        matchByCells(wordings)
        findRepeats()
    }

    private mutating func match(_ row: Int, _ position: Int?) {
        guard let position, returned[position] == nil else { return }
        matches[row] = position
        returned[position] = row
    }

    /// Number and requirement together are enough, although headings are blank or were filled in from the wrong row.
    private mutating func matchByNumberAndWording(_ wordings: RowWordings) {
        func names(_ numbers: [String], _ wordings: [String]) -> [String] {
            zip(numbers, wordings).map { $0.isEmpty || $1.isEmpty ? "" : "\(FoldedText.of($0))\u{1F}\($1)" }
        }
        matchUnique(names(rows.map(\.number), wordings.returned), names(issued.map(\.number), wordings.issued))
    }

    /// A key counts unless the row says word for word what another issued row says that is still looked for: then keys
    /// were left behind where rows were sorted.
    private mutating func matchByKey(_ wordings: RowWordings) {
        let unique = Self.unique(wordings.issued.indices.filter { returned[$0] == nil }, by: wordings.issued)
        for index in rows.indices where matches[index] == nil {
            guard let position = positions[rows[index].key] else { continue }
            let wording = wordings.returned[index]
            if wording != wordings.issued[position], let other = unique[wording] ?? nil, returned[other] == nil {
                continue
            }
            match(index, position)
        }
    }

    /// Matches the rows left over of which each side has one by a name.
    private mutating func matchUnique(_ own: [String], _ others: [String]) {
        let left = Self.unique(rows.indices.filter { matches[$0] == nil }, by: own)
        let right = Self.unique(issued.indices.filter { returned[$0] == nil }, by: others)
        for index in rows.indices where matches[index] == nil && left[own[index]] == .some(index) {
            match(index, right[own[index]] ?? nil)
        }
    }

    /// The one element of each name that is not empty; `nil` for names that stand twice.
    private static func unique(_ indices: [Int], by names: [String]) -> [String: Int?] {
        var unique: [String: Int?] = [:]
        for index in indices where !names[index].isEmpty {
            unique[names[index]] = .some(unique[names[index]] == nil ? index : nil)
        }
        return unique
    }

    /// At most this many issued rows of one number are compared with a returned row.
    private static let candidateLimit = 64

    /// What is left is matched where the number is the same and the text is alike; where the texts are not known, half of
    /// the issued cells.
    private mutating func matchByNumber(_ wordings: RowWordings) {
        var byNumber: [String: [Int]] = [:]
        for (index, row) in issued.enumerated() where returned[index] == nil {
            byNumber[FoldedText.of(row.number), default: []].append(index)
        }
        for index in rows.indices where matches[index] == nil && rows[index].key.isEmpty {
            let number = FoldedText.of(rows[index].number)
            let candidates = (byNumber[number] ?? []).filter { returned[$0] == nil }.prefix(Self.candidateLimit)
                .filter { wordings.isSimilar(index, $0) ?? true }
            let best = candidates.map { ($0, likeness(index, $0)) }.max { $0.1 < $1.1 }
            guard let (position, likeness) = best else { continue }
            let isAlone = candidates.count == 1
            if wordings.isSimilar(index, position) == true && isAlone || likeness >= 0.5 || likeness > 0 && isAlone {
                match(index, position)
            }
        }
    }

    /// What is left is matched where most cells are the same.
    private mutating func matchByCells(_ wordings: RowWordings) {
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
            let best = votes.filter { wordings.isSimilar(index, $0.key) ?? true }
                .max { ($0.value, $1.key) < ($1.value, $0.key) }
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
