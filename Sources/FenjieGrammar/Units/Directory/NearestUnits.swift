/// The known names that are closest to an unknown one.
struct NearestUnits {
    /// Names longer than this are compared by their beginning only.
    private static let longest = 48

    private let names: [(name: String, keys: [[UInt16]])]

    init(_ names: [String]) {
        self.names = names.map { ($0, Self.keys(UnitKey($0))) }
    }

    /// The name as it is written, and without what synonyms may change.
    private static func keys(_ key: UnitKey) -> [[UInt16]] {
        [key.exact, key.loose].map { Array($0.utf16.prefix(longest)) }
    }

    /// At most `limit` names, closest first; only such as share more than they differ.
    func nearest(to key: UnitKey, limit: Int = 3) -> [String] {
        let wanted = Self.keys(key)
        guard wanted.allSatisfy({ !$0.isEmpty }) else { return [] }
        var found: [(distance: Int, name: String)] = []
        for (name, keys) in names {
            guard let distance = zip(wanted, keys).compactMap({ Self.close($0, $1) }).min() else { continue }
            let place = found.firstIndex { $0.distance > distance } ?? found.count
            guard place < limit else { continue }
            found.insert((distance, name), at: place)
            if found.count > limit { found.removeLast() }
        }
        return found.map(\.name)
    }

    /// The edit distance of two keys that share more than they differ.
    private static func close(_ one: [UInt16], _ other: [UInt16]) -> Int? {
        let bound = max(1, min(one.count, other.count) / 2)
        guard abs(one.count - other.count) <= bound else { return nil }
        let distance = distance(one, other, bound: bound)
        return distance <= bound ? distance : nil
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
