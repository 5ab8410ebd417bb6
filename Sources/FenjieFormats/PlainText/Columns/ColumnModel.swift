internal import FenjieModel

/// One heading of a table: its words, its meaning, and the line on which it begins.
struct Heading: Sendable, Hashable {
    var text: String
    var field: Field?
    var line: Int
}

/// The columns of a table and what their cells are like, learned from rows that are beyond doubt.
///
/// Costs are negative logarithms of likelihoods, so that they add up over a row.
struct ColumnModel: Sendable {
    private(set) var roles: [ColumnRole]
    private var counts: [[Double]]
    /// The price of leaving columns 0..<n of a row empty.
    let gaps: [Double]

    /// Expects what the roles say.
    ///
    /// - Parameters:
    ///   - roles: what each column holds.
    ///   - mergesNumbers: whether one number may stand for several rows.
    init(roles: [ColumnRole], mergesNumbers: Bool = false) {
        self.roles = roles
        gaps = Self.gaps(roles, mergesNumbers: mergesNumbers)
        counts = roles.map { role in
            CellKind.allCases.map { 4 * (role.expectation[$0] ?? 0.005) }
        }
    }

    /// A later heading is seldom left out where the first stands.
    private static func gaps(_ roles: [ColumnRole], mergesNumbers: Bool) -> [Double] {
        var sums = [0.0]
        var headings = 0
        for role in roles {
            var price = role == .number && mergesNumbers ? 0.4 : role.priceOfGap
            if role == .heading {
                price += Double(headings) * 0.8
                headings += 1
            }
            sums.append((sums.last ?? 0) + price)
        }
        return sums
    }

    /// The number of columns.
    var count: Int { roles.count }

    /// Learns from a row whose cells stand in their columns.
    mutating func learn(_ kinds: [CellKind]) {
        for (column, kind) in kinds.enumerated() where column < counts.count && kind != .empty {
            counts[column][kind.rawValue] += 1
        }
    }

    /// How unlikely a cell of a kind is in a column, counted from 0.
    func cost(_ kind: CellKind, in column: Int) -> Double {
        guard kind != .empty else { return roles[column].priceOfGap }
        let total = counts[column].reduce(0, +)
        return CostTable.negativeLogarithm(counts[column][kind.rawValue] / total)
    }

    /// How unlikely a whole row is; cells that are not there count as empty.
    func cost(of kinds: [CellKind]) -> Double {
        var sum = 0.0
        for column in 0..<count { sum += cost(kinds.indices.contains(column) ? kinds[column] : .empty, in: column) }
        return sum
    }
}

/// Natural logarithms without the C library.
enum CostTable {
    /// −ln of a share between 0 and 1, at most 12.
    static func negativeLogarithm(_ share: Double) -> Double {
        guard share > 0.000_006 else { return 12 }
        // share = significand · 2^exponent, and ln of the significand by the area tangens series.
        let scaled = (share.significand - 1) / (share.significand + 1)
        let square = scaled * scaled
        let series = 2 * scaled * (1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9))))
        return max(0, -(series + Double(share.exponent) * 0.693_147_180_559_945_3))
    }
}
