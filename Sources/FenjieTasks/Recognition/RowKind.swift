internal import FenjieGrammar
internal import FenjieModel

/// What a row below the header is.
enum RowKind: Equatable {
    /// Nothing stands there.
    case blank
    /// The header, printed again at a page break.
    case repeatedHeader
    /// A heading over the whole width; level 1 is the highest.
    case group(level: Int, text: String)
    /// A row that adds up those above.
    case total(text: String)
    /// A closing line below the tasks.
    case note(text: String)
    /// A task.
    case task
}

/// Tells the kinds of the rows below a header apart.
struct RowKinds {
    /// One kind for each row from the first below the header.
    private(set) var kinds: [RowKind] = []
    /// The sheet row of `kinds[0]`.
    let firstRow: Int

    /// The group heading right above the header, where the table goes on with others of its kind: one table printed in
    /// several parts, each with a header of its own.
    private(set) var opening: RowKind?
    /// The sheet row of ``opening``.
    private(set) var openingRow: Int?

    init(in grid: Grid, below header: Header, keepsNumbering: Bool) {
        firstRow = header.rows.upperBound + 1
        let width = max(header.headings.count, 1)
        for row in stride(from: firstRow, through: grid.rowCount, by: 1) {
            kinds.append(Self.kind(of: row, in: grid, header, width: width, keepsNumbering: keepsNumbering))
        }
        closeWithSentences(in: grid, firstColumn: (header.headings.firstIndex { !$0.isEmpty } ?? 0) + 1)
        closeWithNotes(in: grid)
        findOpening(in: grid, above: header, width: width, keepsNumbering: keepsNumbering)
        countLevels()
    }

    private mutating func findOpening(in grid: Grid, above header: Header, width: Int, keepsNumbering: Bool) {
        let row = header.rows.lowerBound - 1
        guard row >= 1, grid.filledColumns(row).count == 1 else { return }
        let kind = Self.kind(of: row, in: grid, header, width: width, keepsNumbering: keepsNumbering)
        guard case .group(let level, _) = kind, level > 0 else { return }
        let others = kinds.contains { if case .group(level, _) = $0 { true } else { false } }
        guard others else { return }
        opening = kind
        openingRow = row
    }

    private static func kind(
        of row: Int, in grid: Grid, _ header: Header, width: Int, keepsNumbering: Bool
    ) -> RowKind {
        let filled = grid.filledColumns(row)
        guard let first = filled.first else { return .blank }
        if header.isRepeated(in: row, of: grid) { return .repeatedHeader }
        let text = TextMarks.trimmed(grid.text(row, first))
        // Nearly all rows are tasks, whose further cells nobody needs to look at.
        lazy var texts = filled.map { TextMarks.trimmed(grid.text(row, $0)) }
        // `TaskTable.mayBeNoTask` answers for a row by itself what is told apart here.
        if TotalRow.isTotal(row, in: grid, filled: filled) { return .total(text: texts.joined(separator: "　")) }
        if filled.count > 1, TextMarks.isFormLabel(text), TextMarks.isForm(texts) {
            return .note(text: texts.joined(separator: "　"))
        }
        let isWide = grid.isWide(row, filled: filled, width: width)
        guard isWide || filled.count == 1 else {
            return TotalRow.opens(text) ? .note(text: texts.joined(separator: "　")) : .task
        }
        if TextMarks.opensNote(text) { return .note(text: text) }
        let heading = GroupHeading(parsing: text, keepsNumbering: keepsNumbering)
        let level = heading.style?.rawValue ?? 0
        if isWide, filled.count == 1 || heading.style != nil || width > 2 {
            return .group(level: level, text: heading.title)
        }
        guard filled.count == 1, first <= 2, let style = heading.style else { return .task }
        let spansRows = grid.range(at: row, first).map { $0.rows.count > 1 } ?? false
        return spansRows ? .task : .group(level: style.rawValue, text: heading.title)
    }

    /// Text alone in its row, behind everything else, closes the table where it stands in the column of numbers (in CSV
    /// nothing shows that it is wide), or in any column below a note or the line for signatures.
    private mutating func closeWithSentences(in grid: Grid, firstColumn: Int) {
        var lines: [Int] = []
        for index in kinds.indices.reversed() {
            switch kinds[index] {
            case .task:
                let filled = grid.filledColumns(firstRow + index)
                guard let column = filled.first, filled.count == 1 else { return }
                let text = grid.text(firstRow + index, column)
                guard !TextMarks.isNumber(text) else { return }
                lines.append(index)
                guard column == firstColumn else { continue }
                kinds[index] = .note(text: TextMarks.trimmed(text))
            case .note:
                for line in lines {
                    let row = firstRow + line
                    guard let column = grid.filledColumns(row).first else { continue }
                    kinds[line] = .note(text: TextMarks.trimmed(grid.text(row, column)))
                }
                lines = []
            default: continue
            }
        }
    }

    /// Headings and notes behind the last task close the table; notes before it are tasks after all, but for a line for
    /// signatures, which is none wherever it stands.
    private mutating func closeWithNotes(in grid: Grid) {
        let lastTask = kinds.lastIndex(of: .task) ?? -1
        for index in kinds.indices {
            switch kinds[index] {
            case .group(_, let text) where index > lastTask && lastTask >= 0: kinds[index] = .note(text: text)
            case .note where index < lastTask:
                let row = firstRow + index
                let filled = grid.filledColumns(row)
                let isForm = filled.count > 1 && TextMarks.isForm(filled.map { TextMarks.trimmed(grid.text(row, $0)) })
                if !isForm { kinds[index] = .task }
            default: break
            }
        }
    }

    /// Counts the levels that occur from 1, whatever numbering stands for them.
    private mutating func countLevels() {
        var levels: Set<Int> = []
        for case .group(let level, _) in kinds { levels.insert(level) }
        let order = levels.sorted()
        for (index, kind) in kinds.enumerated() {
            guard case .group(let level, let text) = kind, let rank = order.firstIndex(of: level) else { continue }
            kinds[index] = .group(level: rank + 1, text: text)
        }
        if case .group(let level, let text) = opening, let rank = order.firstIndex(of: level) {
            opening = .group(level: rank + 1, text: text)
        }
    }

    /// The sheet rows that hold tasks.
    var taskRows: [Int] { kinds.indices.filter { kinds[$0] == .task }.map { $0 + firstRow } }

    /// How deep the group headings go.
    var groupDepth: Int {
        kinds.reduce(0) { depth, kind in
            if case .group(let level, _) = kind { max(depth, level) } else { depth }
        }
    }
}

extension TaskTable {
    /// Whether a row below the header of a table without merged ranges may be something else than a task.
    ///
    /// - Parameters:
    ///   - cells: the row.
    ///   - above: the row above it.
    /// - Returns: `false` only where it is a task whatever stands in the rest of the table.
    package static func mayBeNoTask(_ cells: [String], below above: [String]) -> Bool {
        let grid = Grid(Sheet(name: "", rows: [above, cells]))
        let filled = grid.filledColumns(2)
        guard let first = filled.first else { return true }
        let text = TextMarks.trimmed(grid.text(2, first))
        if TotalRow.isTotal(2, in: grid, filled: filled) { return true }
        if filled.count > 1 { return TextMarks.isForm(filled.map { TextMarks.trimmed(grid.text(2, $0)) }) }
        return first <= 2 || TotalRow.opens(text) || TextMarks.opensNote(text)
    }
}
