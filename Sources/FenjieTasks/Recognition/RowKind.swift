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
    /// A row right below the header that counts the columns, or shows how to fill them in.
    case filler(text: String)
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
    /// Tasks that stand beside a group rather than in it, 二 with units of its own behind the group 一: how many levels of
    /// group headings hold for each.
    private(set) var closings: [Int: Int] = [:]

    init(in grid: Grid, below header: Header, _ shape: RowShape, keepsNumbering: Bool) {
        firstRow = header.rows.upperBound + 1
        let width = max(header.headings.count, 1)
        var names: [Int] = []
        for row in stride(from: firstRow, through: grid.rowCount, by: 1) {
            let filled = grid.filledColumns(row)
            let kind = Self.kind(of: row, filled, in: grid, header, width: width, keepsNumbering: keepsNumbering)
            if kind == .task, shape.isNameOnly(row, in: grid, filled: filled) { names.append(kinds.count) }
            kinds.append(kind)
        }
        findFillers(in: grid, width: width)
        if !names.isEmpty { findNumberedGroups(names, in: grid, shape, keepsNumbering: keepsNumbering) }
        for (index, text) in ClosingRows(kinds, from: firstRow, in: grid, shape).notes {
            kinds[index] = .note(text: text)
        }
        closeWithSentences(in: grid, firstColumn: (header.headings.firstIndex { !$0.isEmpty } ?? 0) + 1)
        closeWithNotes(in: grid)
        findOpening(in: grid, above: header, width: width, keepsNumbering: keepsNumbering)
        countLevels()
    }

    private mutating func findFillers(in grid: Grid, width: Int) {
        for index in kinds.indices where kinds[index] != .blank {
            guard kinds[index] == .task else { return }
            let row = firstRow + index
            let texts = grid.filledColumns(row).map { TextMarks.trimmed(grid.text(row, $0)) }
            guard FillerRow.isFiller(texts, width: width) else { return }
            kinds[index] = .filler(text: texts.joined(separator: "　"))
        }
    }

    private mutating func findNumberedGroups(
        _ names: [Int], in grid: Grid, _ shape: RowShape, keepsNumbering: Bool
    ) {
        guard let number = shape.number else { return }
        let text = { [firstRow] (index: Int) in grid.shownText(firstRow + index, number) }
        let groups = Self.numberedGroups(among: names, kinds, number: text)
        guard !groups.isEmpty else { return }
        for (index, mark) in groups where kinds[index] == .task {
            let filled = grid.filledColumns(firstRow + index)
            let name = TextMarks.trimmed(grid.text(firstRow + index, filled.last ?? number))
            kinds[index] = .group(level: mark.level, text: keepsNumbering ? mark.heading(name) : name)
        }
        closings = Self.tasksBesideGroups(groups, kinds, number: text)
    }

    private mutating func findOpening(in grid: Grid, above header: Header, width: Int, keepsNumbering: Bool) {
        let row = header.rows.lowerBound - 1
        guard row >= 1 else { return }
        let filled = grid.filledColumns(row)
        guard filled.count == 1 else { return }
        let kind = Self.kind(of: row, filled, in: grid, header, width: width, keepsNumbering: keepsNumbering)
        guard case .group(let level, _) = kind, level > 0 else { return }
        let others = kinds.contains { if case .group(level, _) = $0 { true } else { false } }
        guard others else { return }
        opening = kind
        openingRow = row
    }

    private static func kind(
        of row: Int, _ filled: [Int], in grid: Grid, _ header: Header, width: Int, keepsNumbering: Bool
    ) -> RowKind {
        guard let first = filled.first else { return .blank }
        if header.isRepeated(in: row, filled, of: grid) { return .repeatedHeader }
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
        closings = closings.mapValues { level in order.count { $0 < level } }
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
