internal import FenjieGrammar
internal import FenjieModel

/// Rows below the last task that are none, though their cells stand in its columns: who signed and when, and notes
/// whose label stands in the column of numbers.
struct ClosingRows {
    /// What such rows say, by their positions among the kinds.
    private(set) var notes: [Int: String] = [:]

    private let kinds: [RowKind]
    private let firstRow: Int
    private let grid: Grid
    private let shape: RowShape
    /// Whether a row below is a date alone, as under a signature.
    private var isDated = false

    init(_ kinds: [RowKind], from firstRow: Int, in grid: Grid, _ shape: RowShape) {
        self.kinds = kinds
        self.firstRow = firstRow
        self.grid = grid
        self.shape = shape
        for index in kinds.indices.reversed() {
            switch kinds[index] {
            case .blank, .note, .total, .group: continue
            case .repeatedHeader, .filler: return
            case .task: guard take(index) else { return }
            }
        }
    }

    /// Takes a row that is no task; `false` where it is one.
    private mutating func take(_ index: Int) -> Bool {
        let row = firstRow + index
        let filled = grid.filledColumns(row)
        guard let first = filled.first else { return true }
        let texts = filled.map { TextMarks.trimmed(grid.text(row, $0)) }
        if first <= max(1, shape.number ?? 1) {
            if texts.count == 1 { return !TextMarks.isNumber(texts[0]) }
            if let label = Self.noteLabel(texts[0]) {
                notes[index] = label + texts.dropFirst().joined(separator: "　")
                return true
            }
        }
        if let number = shape.number, grid.continuesFromAbove(row, number) { return false }
        guard
            isSignature(row, filled, texts, isParted: index > 0 && kinds[index - 1] == .blank) || isRest(index, filled)
        else { return false }
        notes[index] = texts.joined(separator: "　")
        return true
    }

    /// Whether a row names who signed and when, and nothing else. A body among the units may go on with the task above
    /// unless a date or a blank row shows that the table is at its end.
    private mutating func isSignature(_ row: Int, _ filled: [Int], _ texts: [String], isParted: Bool) -> Bool {
        guard let marks = SignatureMark.all(texts) else { return false }
        let dates = zip(filled, marks).filter { $0.1 == .date }.map(\.0)
        let bodies = zip(filled, marks).filter { $0.1 != .date }.map(\.0)
        if bodies.isEmpty {
            isDated = true
            return true
        }
        let isInPlace = bodies.allSatisfy { shape.units.contains($0) }
        if !dates.isEmpty {
            return !isInPlace || !dates.allSatisfy { shape.deadlines.contains($0) } || isNumbered(above: row - firstRow)
        }
        return !isInPlace || marks.contains(.bodyWithDate) || isDated || isParted
    }

    /// Whether a row has no number where all above it have one, and neither a task nor units.
    private func isRest(_ index: Int, _ filled: [Int]) -> Bool {
        guard let number = shape.number, !filled.contains(number), !shape.texts.isEmpty, !shape.hasText(filled),
            !filled.contains(where: { shape.units.contains($0) || $0 > shape.width })
        else { return false }
        return isNumbered(above: index)
    }

    /// Whether every task down to the last one with a number has one, and the header names all columns.
    private func isNumbered(above end: Int) -> Bool {
        guard let number = shape.number else { return false }
        var blanks = 0
        var hasNumber = false
        for index in kinds.indices where index < end && kinds[index] == .task {
            let row = firstRow + index
            if TextMarks.isBlank(grid.shownText(row, number)) {
                blanks += 1
            } else {
                guard blanks == 0, grid.filledColumns(row).last ?? 0 <= shape.width else { return false }
                hasNumber = true
            }
        }
        return hasNumber
    }

    /// The label of a note with a colon behind it; `nil` for any other cell.
    static func noteLabel(_ cell: String) -> String? {
        guard cell.utf8.count <= 40 else { return nil }
        var label = TextMarks.squeezed(cell)
        if label.hasSuffix("：") || label.hasSuffix(":") { label.removeLast() }
        return labels.contains(label) ? label + "：" : nil
    }

    private static let labels: Set<String> = ["备注", "说明", "注", "附注", "注释", "注意事项", "填表说明", "填报说明", "有关说明"]
}
