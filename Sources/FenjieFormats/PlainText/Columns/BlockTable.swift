/// A stream of blocks dealt out to columns, with the column widths found on the way.
struct BlockTable: Sendable {
    /// The roles of the columns.
    let roles: [ColumnRole]
    /// The first column of each heading.
    let starts: [Int]
    /// The column of each block.
    let placements: [BlockDecoder.Placement]
    /// How unlikely the whole is.
    let cost: Double

    /// Deals out blocks for headings as they stand and with the heading of the tasks over two columns; the likelier wins.
    init(headings: [Heading], blocks: [TextBlock]) {
        let roles = headings.map { ColumnRole($0.field) }
        var best = BlockTable(roles: roles, starts: Array(roles.indices), blocks: blocks)
        if roles.count(where: { $0 == .heading }) == 1, let task = roles.firstIndex(of: .heading) {
            var second: [ColumnRole] = [.heading]
            if !roles.contains(.requirement) { second.append(.requirement) }
            for role in second {
                var wider = roles
                wider.insert(role, at: task + 1)
                let starts = roles.indices.map { $0 <= task ? $0 : $0 + 1 }
                let other = BlockTable(roles: wider, starts: starts, blocks: blocks)
                if other.cost + 2 < best.cost { best = other }
            }
        }
        self = best
    }

    private init(roles: [ColumnRole], starts: [Int], blocks: [TextBlock]) {
        self.roles = roles
        self.starts = starts
        let numbers = blocks.count { $0.kind == .number }
        let closings = blocks.count { $0.kind == .units || $0.kind == .deadline }
        let closing = max(1, roles.count { $0 == .unit || $0 == .deadline })
        var decoder = BlockDecoder(
            model: ColumnModel(roles: roles, mergesNumbers: numbers > 0 && numbers * 3 * closing < closings * 2),
            wrapWidths: Array(repeating: nil, count: roles.count))
        var result = decoder.decode(blocks)
        for _ in 0..<3 {
            decoder.wrapWidths = Self.wrapWidths(blocks, result.placements, columns: roles.count)
            let next = decoder.decode(blocks)
            let isSettled = next.placements == result.placements
            result = next
            if isSettled { break }
        }
        placements = result.placements
        cost = result.cost
    }

    /// The median width of the wrapped blocks of each column.
    private static func wrapWidths(
        _ blocks: [TextBlock], _ placements: [BlockDecoder.Placement], columns: Int
    ) -> [Int?] {
        var wrapped = Array(repeating: [Int](), count: columns)
        for (block, placement) in zip(blocks, placements) where block.isWrapped {
            wrapped[placement.column].append(block.width)
        }
        return wrapped.map { $0.isEmpty ? nil : $0.sorted()[$0.count / 2] }
    }

    /// The blocks of each row by column, and where the row begins.
    func rows(of blocks: [TextBlock]) -> [BlockRow] {
        var rows: [BlockRow] = []
        for (index, placement) in placements.enumerated() {
            if placement.step == .newRow || rows.isEmpty {
                rows.append(BlockRow(cells: Array(repeating: [], count: roles.count), first: index))
            }
            rows[rows.count - 1].cells[placement.column].append(index)
            rows[rows.count - 1].last = index
        }
        return rows
    }
}

/// The blocks of one row, as indices, by column.
struct BlockRow: Sendable {
    var cells: [[Int]]
    var first: Int
    var last: Int

    init(cells: [[Int]], first: Int) {
        self.cells = cells
        self.first = first
        last = first
    }
}
