/// The known names that are closest to an unknown one.
struct NearestNames {
    /// Names longer than this are compared by their beginning only.
    private static let longest = 48

    private let names: [(name: String, key: [UInt16])]

    init(_ names: [(name: String, key: String)]) {
        self.names = names.map { ($0.name, Array($0.key.utf16.prefix(Self.longest))) }
    }

    /// At most `limit` names, closest first; only such as share more than they differ.
    func nearest(to key: String, limit: Int = 3) -> [String] {
        let wanted = Array(key.utf16.prefix(Self.longest))
        guard !wanted.isEmpty else { return [] }
        var found: [(distance: Int, name: String)] = []
        for (name, other) in names {
            let bound = max(1, min(wanted.count, other.count) / 2)
            guard abs(wanted.count - other.count) <= bound else { continue }
            let distance = Self.distance(wanted, other, bound: bound)
            guard distance <= bound else { continue }
            let place = found.firstIndex { $0.distance > distance } ?? found.count
            guard place < limit else { continue }
            found.insert((distance, name), at: place)
            if found.count > limit { found.removeLast() }
        }
        return found.map(\.name)
    }

    /// The edit distance, or more than `bound` as soon as it is sure to exceed it.
    static func distance(_ one: [UInt16], _ other: [UInt16], bound: Int) -> Int {
        var row = Array(0...other.count)
        for (index, code) in one.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            var best = row[0]
            for column in other.indices {
                let cost = diagonal + (code == other[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(cost, min(row[column], diagonal) + 1)
                best = min(best, row[column + 1])
            }
            if best > bound { return bound + 1 }
        }
        return row[other.count]
    }
}
