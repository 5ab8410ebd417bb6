internal import FenjieGrammar

/// How a cell of the number column counts: 一, （二）, 3, 3.1, （1）.
struct NumberMark: Hashable {
    /// Wider levels are smaller; 一 and （一） count as where they head a line, figures are below them.
    let level: Int
    /// The figures of 3.1.2; empty for other marks.
    private let figures: [Int]
    private let marker: String

    /// Whether the mark counts headings: 第一部分, 一 or （一）.
    var isOfHeadings: Bool { level <= Numbering.Style.chineseInBrackets.rawValue }

    /// Reads a cell; `nil` where it holds anything but a mark.
    init?(parsing cell: String) {
        guard cell.utf8.count <= Self.longest else { return nil }
        let text = TextMarks.squeezed(cell)
        if let figures = Self.figures(of: text) {
            self.figures = figures
            level = Self.plain + figures.count - 1
            marker = figures.count == 1 ? "\(figures[0])." : text + " "
            return
        }
        let readings = [Numbering(parsing: text), Numbering(parsing: text + "、")].compactMap(\.self)
        guard let numbering = readings.first(where: { $0.text.isEmpty && $0.style != .spoken }) else { return nil }
        figures = []
        level =
            numbering.style > .chineseInBrackets
            ? Self.plain + Self.deepest + numbering.style.rawValue : numbering.style.rawValue
        marker = numbering.marker
    }

    /// Whether items with the other mark may stand below a heading with this one.
    func mayHead(_ other: NumberMark) -> Bool {
        guard !isOfHeadings else { return other.level > level }
        guard !figures.isEmpty else { return false }
        if other.figures.isEmpty { return other.level > level }
        return other.figures.count > figures.count && other.figures.starts(with: figures)
    }

    /// A heading as it is printed where number and name stand together.
    func heading(_ name: String) -> String { marker + name }

    private static let longest = 24
    private static let plain = Numbering.Style.arabic.rawValue
    /// How many figures a mark may have.
    private static let deepest = 8

    /// The figures of 3, 3. and 3-1.
    private static func figures(of text: String) -> [Int]? {
        var figures: [Int] = []
        var current: Int?
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0xFF10...0xFF19:
                let digit = Int(scalar.value >= 0xFF10 ? scalar.value - 0xFF10 : scalar.value - 0x30)
                guard current ?? 0 < 100_000 else { return nil }
                current = (current ?? 0) * 10 + digit
            case 0x2E, 0xFF0E, 0x2D, 0x2014, 0xFF0D, 0x3001:
                guard let figure = current else { return nil }
                figures.append(figure)
                current = nil
            default: return nil
            }
        }
        if let current { figures.append(current) }
        return figures.isEmpty || figures.count > deepest ? nil : figures
    }
}
