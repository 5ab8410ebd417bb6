public import FenjieModel

/// Finds the known name that a mistyped one most likely means.
public enum NearestNames {
    /// The nearest candidate, or `nil` where none is near.
    ///
    /// - Parameters:
    ///   - name: the name as typed.
    ///   - candidates: the names that exist; the first wins a tie.
    /// - Returns: a candidate at most a third of the longer name's characters away.
    public static func suggestion(for name: String, among candidates: [String]) -> String? {
        near(name, among: candidates).first?.name
    }

    /// The near candidates, the nearest first; behind them those that begin with what was typed.
    ///
    /// - Parameters:
    ///   - name: the name as typed.
    ///   - candidates: the names that exist; the first wins a tie.
    ///   - limit: the most names to offer.
    /// - Returns: candidates as they are spelled.
    public static func suggestions(for name: String, among candidates: [String], limit: Int = 3) -> [String] {
        var names = near(name, among: candidates).map(\.name)
        let typed = name.lowercased()
        if typed.unicodeScalars.count >= 2 {
            names += candidates.filter { $0.lowercased().hasPrefix(typed) && !names.contains($0) }
        }
        return Array(names.prefix(limit))
    }

    private static func near(_ name: String, among candidates: [String]) -> [(distance: Int, name: String)] {
        let typed = Array(name.lowercased().unicodeScalars.prefix(64))
        var near: [(distance: Int, name: String)] = []
        for candidate in candidates {
            let known = Array(candidate.lowercased().unicodeScalars.prefix(64))
            let limit = max(1, max(typed.count, known.count) / 3)
            guard abs(typed.count - known.count) <= limit else { continue }
            let distance = editDistance(typed, known)
            guard distance <= limit, distance < max(typed.count, known.count) else { continue }
            near.append((distance, candidate))
        }
        return near.sorted { $0.distance < $1.distance }
    }

    /// A hint that offers the nearest name and lists all.
    ///
    /// - Parameters:
    ///   - name: the name as typed.
    ///   - candidates: the names that exist.
    /// - Returns: a sentence for the user.
    public static func hint(for name: String, among candidates: [String]) -> Message {
        var chinese = "可用：" + candidates.joined(separator: "、")
        var english = "available: " + candidates.joined(separator: ", ")
        if let near = suggestion(for: name, among: candidates) {
            chinese = "是否想写 \(near)？" + chinese
            english = "did you mean \(near)? " + english
        }
        return Message(chinese, english)
    }

    /// The optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
    static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        guard !left.isEmpty else { return right.count }
        guard !right.isEmpty else { return left.count }
        var before: [Int] = []
        var above = Array(0...right.count)
        for row in 1...left.count {
            var current = [row]
            for column in 1...right.count {
                let cost = left[row - 1] == right[column - 1] ? 0 : 1
                var value = min(above[column] + 1, current[column - 1] + 1, above[column - 1] + cost)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    value = min(value, before[column - 2] + 1)
                }
                current.append(value)
            }
            before = above
            above = current
        }
        return above[right.count]
    }
}
