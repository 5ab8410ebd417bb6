internal import FenjieModel

/// What a row below the header is.
enum RowKind: Equatable {
    /// Nothing stands there.
    case blank
    /// The header, printed again at a page break.
    case repeatedHeader
    /// A heading over the whole width; level 1 is the highest.
    case group(level: Int, text: String)
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

    init(in grid: Grid, below header: Header) {
        firstRow = header.rows.upperBound + 1
        let width = max(header.headings.count, 1)
        for row in stride(from: firstRow, through: grid.rowCount, by: 1) {
            kinds.append(Self.kind(of: row, in: grid, header, width: width))
        }
        closeWithNotes()
    }

    private static func kind(of row: Int, in grid: Grid, _ header: Header, width: Int) -> RowKind {
        let filled = grid.filledColumns(row)
        guard let first = filled.first else { return .blank }
        if header.isRepeated(in: row, of: grid) { return .repeatedHeader }
        let text = TextMarks.trimmed(grid.text(row, first))
        let isWide = grid.isWide(row, from: first, width: width)
        guard isWide || filled.count == 1 else { return .task }
        if TextMarks.opensNote(text) { return .note(text: text) }
        let heading = GroupHeading(parsing: text)
        if isWide, filled.count == 1 || heading.level != nil || width > 2 {
            return .group(level: heading.level ?? 1, text: heading.title)
        }
        guard filled.count == 1, first <= 2, let level = heading.level, level <= 2 else { return .task }
        let spansRows = grid.range(at: row, first).map { $0.rows.count > 1 } ?? false
        return spansRows ? .task : .group(level: level, text: heading.title)
    }

    /// Headings and notes behind the last task close the table; notes before it are tasks after all.
    private mutating func closeWithNotes() {
        let lastTask = kinds.lastIndex(of: .task) ?? -1
        for index in kinds.indices {
            switch kinds[index] {
            case .group(_, let text) where index > lastTask && lastTask >= 0: kinds[index] = .note(text: text)
            case .note where index < lastTask: kinds[index] = .task
            default: break
            }
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
