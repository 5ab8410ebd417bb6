internal import FenjieModel
internal import FenjieText

/// One cell of a stream without row ends.
struct StreamCell: Sendable {
    /// The lines of the cell.
    var lines: [String]
    var line: Int
    let kind: CellKind
    let number: Int?
    /// Whether it is the heading of a group, which stands between two rows.
    let isGroup: Bool

    init(lines: [String], line: Int) {
        self.lines = lines
        self.line = line
        let compact = CellKind.compacted(lines.joined().utf8)
        kind = CellKind(compact: compact)
        number = ItemNumber(parsing: compact)?.value
        isGroup = kind != .sentence && GroupNumber.leads(compact)
    }

    /// The lines as one text, from a table whose cells wrap at a width; bodies on lines of their own stay apart.
    func text(wrap: Int) -> String { LineJoining.joinedCell(lines, wrap: wrap) }
}

/// Cuts a stream of cells into rows, by the numbers of the items or by the number of headings.
struct StreamTableReader: Sendable {
    let headings: [Heading]
    let cells: [StreamCell]
    let vocabulary: HeadingVocabulary
    /// The width at which long cells wrap: no line is wider.
    private let wrap: Int

    init(headings: [Heading], cells: [StreamCell], vocabulary: HeadingVocabulary) {
        self.headings = HeadingLevels.flattened(headings, cells: cells)
        self.cells = cells
        self.vocabulary = vocabulary
        var wrap = 0
        for cell in cells where cell.lines.count > 1 {
            for line in cell.lines { wrap = max(wrap, DisplayWidth.columns(of: line, ambiguousIsWide: true)) }
        }
        self.wrap = wrap
    }

    /// The table.
    ///
    /// - Throws: ``LayoutFailure`` where the rows cannot be told apart.
    func read(before: [ProseLine], after: [ProseLine]) throws(LayoutFailure) -> LayoutReading {
        guard cells.contains(where: { $0.kind != .empty }) else {
            throw .headerOnly(line: headings.first?.line)
        }
        let cut = try rows()
        var reader = CellRowReader(headings: headings, rows: cut.rows, vocabulary: vocabulary)
        reader.isInferred = true
        var reading = try reader.read(before: before, after: cut.tail + after)
        if let first = cut.tail.first { reading.findings.append(.textAfterTable(first.line, lines: cut.tail.count)) }
        return reading
    }

    private func rows() throws(LayoutFailure) -> (rows: [CellRow], tail: [ProseLine]) {
        guard let numberColumn = headings.firstIndex(where: { $0.field == .number }) else {
            return (try evenRows(), [])
        }
        let chain = NumberChain(cells: cells, headings: headings.count)
        guard let first = chain.anchors.first, first >= numberColumn else {
            throw .damaged(line: cells.first?.line, "找不到序号，无法判断每行从哪里开始", "no item numbers; rows cannot be told apart")
        }
        guard numberColumn == 0 || chain.isEven else {
            throw .damaged(
                line: cells.first?.line, "序号不在第一列且各行格数不一",
                "numbers are not in the first column and rows differ in length")
        }
        return numberedRows(chain.anchors.map { $0 - numberColumn })
    }

    /// Rows from each number to the next; group headings between them become rows of their own.
    private func numberedRows(_ anchors: [Int]) -> (rows: [CellRow], tail: [ProseLine]) {
        var rows: [CellRow] = []
        var tail: [ProseLine] = []
        if let first = anchors.first, first > 0 { rows += groupRows(cells[..<first]) }
        let length = NumberChain.commonest(zip(anchors, anchors.dropFirst()).map { $1 - $0 }) ?? headings.count
        // Far more cells than headings are several rows below one number.
        let width = length > headings.count + 2 ? headings.count : length
        for (index, start) in anchors.enumerated() {
            let isLast = index + 1 == anchors.count
            var row = cells[start..<(isLast ? cells.count : anchors[index + 1])]
            var groups: ArraySlice<StreamCell> = []
            if let group = row.dropFirst(2).firstIndex(where: \.isGroup), !isLast {
                groups = row[group...]
                row = row[..<group]
            }
            let most = max(width, headings.count)
            if isLast, length <= headings.count + 2, row.count > most, index > 0 || row.count > most + 2 {
                tail = row.dropFirst(most).filter { $0.kind != .empty }.flatMap { cell in
                    cell.lines.map { ProseLine(line: cell.line, text: $0) }
                }
                row = row.prefix(most)
            }
            rows += spanRows(Array(row), width: most)
            rows += groupRows(groups)
        }
        return (rows, tail)
    }

    /// The rows below one number: several where the number was merged over them.
    private func spanRows(_ row: [StreamCell], width: Int) -> [CellRow] {
        let whole = CellRow(cells: row.map { $0.text(wrap: wrap) }, line: row.first?.line ?? 0)
        guard row.count >= width + 2, width == headings.count, !row.contains(where: { $0.kind == .empty }) else {
            return [whole]
        }
        let model = ColumnModel(roles: headings.map { ColumnRole($0.field) })
        guard let single = RowFitter(model: model).fit(row.map(\.kind)) else { return [whole] }
        let blocks = row.map { TextBlock(lines: $0.lines, line: $0.line, startsPage: false) }
        let merging = ColumnModel(roles: model.roles, mergesNumbers: true)
        let decoder = BlockDecoder(model: merging, wrapWidths: Array(repeating: nil, count: width))
        let dealt = decoder.decode(blocks)
        guard dealt.cost + 3 < single.cost, dealt.cost < Double(row.count) + 2 else { return [whole] }
        var rows: [CellRow] = []
        for (cell, placement) in zip(row, dealt.placements) {
            if placement.step == .newRow || rows.isEmpty {
                rows.append(CellRow(cells: Array(repeating: "", count: width), line: cell.line))
            }
            let text = cell.text(wrap: wrap)
            let before = rows[rows.count - 1].cells[placement.column]
            rows[rows.count - 1].cells[placement.column] = LineJoining.paragraphs(before, text)
        }
        return rows
    }

    private func groupRows(_ cells: ArraySlice<StreamCell>) -> [CellRow] {
        cells.filter { $0.kind != .empty }.map { CellRow(cells: [$0.text(wrap: wrap)], line: $0.line) }
    }

    /// Whether the headings say that items are numbered.
    var isNumbered: Bool { headings.contains { $0.field == .number } }

    /// Whether the cells make even rows that look like their columns.
    var isEven: Bool { evenWidth() != nil }

    /// The length of the rows where all have the same, for tables without numbers.
    private func evenWidth() -> Int? {
        let roles = headings.map { ColumnRole($0.field) }
        var best: (width: Int, cost: Double)?
        for width in headings.count...(headings.count + 2) where cells.count.isMultiple(of: width) {
            let kinds = stride(from: 0, to: cells.count, by: width).map { start in
                cells[start..<(start + width)].map(\.kind)
            }
            guard let starts = HeadingSpread.starts(of: roles, over: width, rows: Array(kinds.prefix(200))) else {
                continue
            }
            let model = ColumnModel(roles: HeadingSpread.roles(roles, starts: starts, width: width))
            let cost = kinds.reduce(0) { $0 + model.cost(of: $1) } / Double(cells.count)
            if cost < best?.cost ?? .infinity { best = (width, cost) }
        }
        guard let best, best.cost < 1.3 else { return nil }
        return best.width
    }

    private func evenRows() throws(LayoutFailure) -> [CellRow] {
        guard let width = evenWidth() else {
            throw .damaged(
                line: cells.first?.line, "没有序号，且 \(cells.count) 个格子不能按 \(headings.count) 列均分成行",
                "there are no numbers, and \(Message.counted(cells.count, "cell does", "cells do")) not make even "
                    + "rows of \(headings.count)")
        }
        return stride(from: 0, to: cells.count, by: width).map { start in
            CellRow(cells: cells[start..<(start + width)].map { $0.text(wrap: wrap) }, line: cells[start].line)
        }
    }
}

/// The cells that hold the numbers of items, each one more than the one before or 1 where a group begins anew.
struct NumberChain: Sendable {
    /// The indices of the cells.
    private(set) var anchors: [Int] = []

    /// Follows the numbers; those that stand a row's length behind the last one are preferred.
    init(cells all: [StreamCell], headings: Int) {
        // The heading of a group between two rows belongs to neither.
        let places = all.indices.filter { !all[$0].isGroup }
        let cells = places.map { all[$0] }
        let numbers = cells.indices.filter { cells[$0].number != nil }
        let loose = Self.follow(numbers, in: cells, width: nil, least: 2)
        let width = Self.commonest(zip(loose, loose.dropFirst()).map { $1 - $0 }) ?? headings
        anchors = Self.follow(numbers, in: cells, width: max(width, 2), least: max(2, min(width, headings) / 2))
            .map { places[$0] }
    }

    /// Whether all rows have the same length.
    var isEven: Bool {
        guard anchors.count > 1 else { return true }
        let width = anchors[1] - anchors[0]
        return zip(anchors, anchors.dropFirst()).allSatisfy { $1 - $0 == width }
    }

    private static func follow(_ numbers: [Int], in cells: [StreamCell], width: Int?, least: Int) -> [Int] {
        var anchors: [Int] = []
        var position = 0
        while position < numbers.count {
            guard let last = anchors.last, let value = cells[last].number else {
                anchors.append(numbers[position])
                position += 1
                continue
            }
            // Only numbers within a few rows can be the next one, which also keeps this linear.
            var chosen: Int?
            for candidate in numbers[position...].prefix(24) {
                guard candidate - last >= least, let next = cells[candidate].number else { continue }
                if candidate - last == width, next > value || next == 1 {
                    chosen = candidate
                    break
                }
                if chosen == nil, next == value + 1 || next == 1 && candidate - last >= max(least, 3) {
                    chosen = candidate
                }
                if let width, candidate - last > width { break }
            }
            guard let chosen else {
                position += 1
                if position < numbers.count, let width, numbers[position] - last > 8 * width { break }
                continue
            }
            anchors.append(chosen)
            while position < numbers.count, numbers[position] <= chosen { position += 1 }
        }
        return anchors
    }

    /// The commonest of some numbers, the larger of equally common ones.
    static func commonest(_ values: [Int]) -> Int? {
        var counts: [Int: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }
}
