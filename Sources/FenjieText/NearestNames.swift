/// The names that someone may have meant by one that does not exist.
public enum NearestNames {
    /// The known names closest to a mistyped one, the closest first.
    ///
    /// A name counts as near where a third of its letters at most differ, or where one begins with the other. Upper and
    /// lower case do not differ.
    ///
    /// - Parameters:
    ///   - name: what was typed.
    ///   - known: what could have been meant, in the order that decides between equals.
    ///   - limit: the most names to return.
    /// - Returns: the names as `known` spells them.
    public static func nearest(to name: String, in known: [String], limit: Int = 3) -> [String] {
        let typed = letters(name)
        guard !typed.isEmpty, typed.count <= 100 else { return [] }
        var near: [(name: String, distance: Int)] = []
        for candidate in known {
            let meant = letters(candidate)
            guard !meant.isEmpty, meant.count <= 100 else { continue }
            let allowed = max(1, max(typed.count, meant.count) / 3)
            let distance = distance(from: typed, to: meant)
            // Two one-letter names are always one letter apart; that is no likeness.
            if distance <= allowed, distance < max(typed.count, meant.count) {
                near.append((candidate, distance))
            } else if typed.count >= 2, meant.starts(with: typed) {
                near.append((candidate, allowed + 1))
            }
        }
        // `sorted` is stable, so equals keep the order of `known`.
        return near.sorted { $0.distance < $1.distance }.prefix(limit).map(\.name)
    }

    private static func letters(_ name: String) -> [Unicode.Scalar] { Array(name.lowercased().unicodeScalars) }

    /// The number of letters to insert, leave out, replace or swap with their neighbour.
    private static func distance(from first: [Unicode.Scalar], to second: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for row in first.indices {
            var current = [row + 1]
            for column in second.indices {
                let replaced = last[column] + (first[row] == second[column] ? 0 : 1)
                var best = min(replaced, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            beforeLast = last
            last = current
        }
        return last[second.count]
    }
}
