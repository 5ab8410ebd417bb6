/// The columns that text takes in a fixed-width font, Unicode Standard Annex #11.
///
/// A Chinese character takes two, a combining mark none, an emoji two however many code points it is made of:
///
///     DisplayWidth.columns(of: "完成 3 项")  // 9
///
/// Characters of ambiguous width (“ ” … — ①) take one column, as in most terminals, unless asked otherwise.
public struct DisplayWidth: Sendable {
    /// The columns so far.
    public private(set) var columns = 0
    private let ambiguousColumns: Int
    private var previous: Previous = .none

    /// What the code point before means for the next one.
    private enum Previous {
        case none
        case other(columns: Int)
        case joiner
    }

    /// Begins at column 0.
    ///
    /// - Parameter ambiguousIsWide: whether ambiguous characters take two columns, as Chinese fonts draw them.
    public init(ambiguousIsWide: Bool = false) { ambiguousColumns = ambiguousIsWide ? 2 : 1 }

    /// The columns of a text.
    ///
    /// - Parameters:
    ///   - text: the text; line ends and other control characters take no column.
    ///   - ambiguousIsWide: whether ambiguous characters take two columns, as Chinese fonts draw them.
    /// - Returns: the number of columns.
    public static func columns(of text: some StringProtocol, ambiguousIsWide: Bool = false) -> Int {
        var width = DisplayWidth(ambiguousIsWide: ambiguousIsWide)
        for scalar in text.unicodeScalars { width.add(scalar) }
        return width.columns
    }

    /// Adds the next code point.
    public mutating func add(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x20..<0x7F: advance(by: 1)
        case 0x4E00...0x9FFF: advance(by: 2)
        case 0..<0x20, 0x7F...0x9F: previous = .none
        case 0x200D: previous = .joiner
        case 0xFE0F: widenToEmoji()
        case 0x1F3FB...0x1F3FF: addSkinTone()
        default: advance(by: columns(of: scalar.value))
        }
    }

    private mutating func advance(by count: Int) {
        // What follows a joiner belongs to the emoji before it.
        if case .joiner = previous, count == 2 {
            previous = .other(columns: 2)
            return
        }
        if count > 0 { previous = .other(columns: count) }
        columns += count
    }

    /// A variation selector turns a narrow sign such as ✔ into an emoji.
    private mutating func widenToEmoji() {
        guard case .other(columns: 1) = previous else { return }
        columns += 1
        previous = .other(columns: 2)
    }

    /// A skin tone colours the emoji before it; alone it is an emoji itself.
    private mutating func addSkinTone() {
        if case .other(columns: 2) = previous { return }
        advance(by: 2)
    }

    private func columns(of value: UInt32) -> Int {
        if Self.contains(DisplayWidthTables.zero, value) { return 0 }
        if Self.contains(DisplayWidthTables.wide, value) { return 2 }
        if Self.contains(DisplayWidthTables.ambiguous, value) { return ambiguousColumns }
        return 1
    }

    private static func contains(_ ranges: [ClosedRange<UInt32>], _ value: UInt32) -> Bool {
        var lower = 0
        var upper = ranges.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if ranges[middle].upperBound < value { lower = middle + 1 } else { upper = middle }
        }
        return lower < ranges.count && ranges[lower].contains(value)
    }
}
