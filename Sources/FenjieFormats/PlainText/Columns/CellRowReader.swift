internal import FenjieModel

/// One row as a layout cut it, empty cells included.
struct CellRow: Sendable {
    var cells: [String]
    var line: Int

    /// The cells without the empty ones at the end.
    var trimmed: ArraySlice<String> {
        cells[..<((cells.lastIndex { !$0.isEmpty } ?? -1) + 1)]
    }
}

/// Turns rows with visible cell borders into a sheet: spreads the headings, drops headers printed again, keeps group
/// rows, and puts right what a merged cell left out.
struct CellRowReader: Sendable {
    let headings: [Heading]
    let rows: [CellRow]
    var vocabulary = HeadingVocabulary.builtIn
    /// Whether the rows were told apart by their content, so that the content must bear it out.
    var isInferred = false
    /// Whether the layout shows every empty cell, so that no row can have lost one.
    var showsEmptyCells = false

    /// The table.
    ///
    /// - Throws: ``LayoutFailure`` where too many rows do not fit the columns.
    func read(before: [ProseLine], after: [ProseLine]) throws(LayoutFailure) -> LayoutReading {
        let width = width()
        let roles = headings.map { ColumnRole($0.field) }
        let sample = rows.lazy.filter { $0.cells.count == width && !isHeader($0) }.prefix(200).map {
            $0.cells.map { CellKind($0) }
        }
        let isFar = isInferred && width > headings.count + 2
        guard !isFar, let starts = HeadingSpread.starts(of: roles, over: width, rows: Array(sample)) else {
            throw .damaged(line: rows.first?.line, "表头与数据的列数相差过大", "headings and rows differ too much in number")
        }
        let model = learned(
            from: Array(sample), roles: HeadingSpread.roles(roles, starts: starts, width: width))
        var table = TableAssembly(headings: headings, starts: starts, width: width)
        var fitting = RowFitting(model: model)
        fitting.isInferred = isInferred
        fitting.mayShift = mayShift
        var doubtful: [CellRow] = []
        for row in rows where row.cells.contains(where: { !$0.isEmpty }) {
            if isHeader(row) {
                table.skipHeader(line: row.line)
            } else if let group = groupText(of: row, width: width) {
                table.addGroup(group, line: row.line)
            } else if !fitting.add(row, to: &table) {
                doubtful.append(row)
                // A text that is no table at all is not worth going on with.
                if doubtful.count > 100, doubtful.count * 2 > table.rows.count { break }
            }
        }
        guard table.rows.count > 1 else { throw .headerOnly(line: headings.first?.line) }
        guard doubtful.count < 3 || doubtful.count * 4 <= rows.count else {
            throw .damaged(
                line: doubtful.first?.line, "\(doubtful.count) 行的格数与表头对不上",
                "\(Message.counted(doubtful.count, "row does", "rows do")) not fit the headings")
        }
        if isInferred { try checkContent(of: table, roles: model.roles) }
        return table.reading(before: before, after: after)
    }

    /// What the columns are like, by the rows that are complete beyond doubt.
    private func learned(from sample: [[CellKind]], roles: [ColumnRole]) -> ColumnModel {
        let expected = ColumnModel(roles: roles)
        let mayShift = mayShift
        var model = expected
        for kinds in sample where expected.cost(of: kinds) < 2.2 * Double(roles.count) {
            // A row that fits better elsewhere would teach its own mistake.
            if isInferred || mayShift, !isBestAsItStands(kinds, expected) { continue }
            model.learn(kinds)
        }
        return model
    }

    private func isBestAsItStands(_ kinds: [CellKind], _ model: ColumnModel) -> Bool {
        let filled = Array(kinds[..<((kinds.lastIndex { $0 != .empty } ?? -1) + 1)])
        guard let fit = RowFitter(model: model).fit(filled) else { return true }
        return fit.columns == Array(filled.indices)
    }

    /// Whether a row may have lost a merged cell: nowhere does an empty cell stand before a filled one.
    private var mayShift: Bool { !showsEmptyCells && !rows.contains { $0.trimmed.contains("") } }

    /// Refuses a table whose cells do not look like their columns: its order was lost.
    private func checkContent(of table: TableAssembly, roles: [ColumnRole]) throws(LayoutFailure) {
        var fit = ColumnFit(roles: roles)
        for row in table.rows.dropFirst() where row.dropFirst().contains(where: { !$0.isEmpty }) {
            for (column, cell) in row.enumerated() { fit.add(CellKind(cell), in: column) }
        }
        if let failure = fit.failure(line: rows.first?.line) { throw failure }
        let texts = roles.indices.filter { roles[$0] == .heading || roles[$0] == .requirement }
        let closings = roles.indices.filter { roles[$0] == .unit || roles[$0] == .deadline }
        let body = table.rows.dropFirst().filter { row in row.dropFirst().contains { !$0.isEmpty } }
        func isFilled(_ row: [String], _ columns: [Int]) -> Bool {
            columns.isEmpty || columns.contains { row.indices.contains($0) && !row[$0].isEmpty }
        }
        let told = body.count { isFilled($0, texts) }
        let whole = body.count { isFilled($0, texts) && isFilled($0, closings) }
        guard told * 2 >= body.count, whole * 10 >= body.count * 3 else {
            throw .damaged(
                line: rows.first?.line, "\(body.count) 行中只有 \(whole) 行既有任务又有责任单位或时限",
                "only \(whole) of \(body.count) rows have both a task and a unit or deadline")
        }
    }

    /// The commonest length of a row, at least the number of headings.
    private func width() -> Int {
        var counts: [Int: Int] = [:]
        for row in rows where row.trimmed.count > 1 { counts[row.cells.count, default: 0] += 1 }
        // An empty cell that ends every row is no column.
        let widest = rows.reduce(headings.count) { max($0, $1.trimmed.count) }
        let commonest = min(
            counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? headings.count, widest)
        guard isInferred, commonest <= headings.count, counts[headings.count + 1] != nil else {
            return max(commonest, headings.count)
        }
        return isWiderLikelier ? headings.count + 1 : headings.count
    }

    /// Whether the heading of the tasks stands over two columns, as rows that lost merged cells do not show by their length.
    ///
    /// In a table of two levels the first row of a group has one text too many, and it is a heading.
    private var isWiderLikelier: Bool {
        let roles = headings.map { ColumnRole($0.field) }
        guard roles.count(where: { $0 == .heading }) == 1, let task = roles.firstIndex(of: .heading) else {
            return false
        }
        let fitter = RowFitter(model: ColumnModel(roles: roles))
        let long = rows.lazy.filter { $0.trimmed.count == roles.count + 1 }.prefix(100).map { row in
            fitter.fit(row.trimmed.map { CellKind($0) })?.columns.count { $0 == task } ?? 0
        }
        let doubled = long.count { $0 == 2 }
        return doubled >= 2 && doubled * 3 >= long.count * 2
    }

    private func isHeader(_ row: CellRow) -> Bool {
        let filled = row.cells.filter { !$0.isEmpty }.map { CellKind.compacted($0.utf8) }
        return filled.count >= 2
            && filled.elementsEqual(headings.lazy.filter { !$0.text.isEmpty }.map { CellKind.compacted($0.text.utf8) })
    }

    /// The text of a row that is one cell only, with the number of a group.
    private func groupText(of row: CellRow, width: Int) -> String? {
        let filled = row.cells.filter { !$0.isEmpty }
        guard width > 1, let text = filled.first, filled.allSatisfy({ $0 == text }) else { return nil }
        // The same text in each cell is a merged cell that was filled.
        guard filled.count == 1 || filled.count == row.cells.count else { return nil }
        return GroupNumber.leads(CellKind.compacted(text.utf8)) ? text : nil
    }
}

/// Puts single rows into their columns.
struct RowFitting: Sendable {
    let model: ColumnModel
    /// Whether empty cells were lost with the borders, so that even a row of the right length may be shifted.
    var isInferred = false
    /// Whether a row with empty cells at its end may have lost a merged cell: nowhere does an empty cell stand before a
    /// filled one.
    var mayShift = true

    /// Adds a row; `false` where its columns are in doubt, which is also noted as a finding.
    mutating func add(_ row: CellRow, to table: inout TableAssembly) -> Bool {
        if row.cells.count == table.width {
            return addFull(row, to: &table)
        }
        return row.cells.count < table.width ? addShort(row, to: &table) : addLong(row, to: &table)
    }

    /// A row of the right length; it may still be shifted left, with empty cells appended for the lost ones.
    private func addFull(_ row: CellRow, to table: inout TableAssembly) -> Bool {
        let filled = Array(row.trimmed)
        guard mayShift, filled.count < row.cells.count || isInferred, filled.count > 1 else {
            table.add(row.cells, line: row.line)
            return true
        }
        let kinds = filled.map { CellKind($0) }
        let straight = model.cost(of: kinds)
        var fitter = RowFitter(model: model)
        if !isInferred { fitter.priceOfJoin = nil }
        guard straight > 4, let fit = fitter.fit(kinds), fit.columns != Array(0..<kinds.count),
            fit.cost + (isInferred ? 2 : 4) < straight
        else {
            table.add(row.cells, line: row.line)
            return true
        }
        noteShift(isClear: fit.margin >= 0.3, line: row.line, in: &table)
        table.add(placed(filled, fit.columns, width: table.width), line: row.line)
        return true
    }

    private func addShort(_ row: CellRow, to table: inout TableAssembly) -> Bool {
        let filled = Array(row.trimmed)
        let kinds = filled.map { CellKind($0) }
        var fitter = RowFitter(model: model)
        if !isInferred { fitter.priceOfJoin = nil }
        let straight = model.cost(of: kinds)
        guard let fit = fitter.fit(kinds), fit.columns != Array(0..<kinds.count), fit.cost + 1 < straight else {
            table.shorten(line: row.line)
            table.add(filled, line: row.line)
            return straight < 4 * Double(table.width)
        }
        let isClear = fit.margin >= 0.3 && fit.cost < 4 * Double(table.width)
        noteShift(isClear: isClear, line: row.line, in: &table)
        table.add(placed(filled, fit.columns, width: table.width), line: row.line)
        return isClear
    }

    /// A row with more cells than columns: a cell of several paragraphs.
    private func addLong(_ row: CellRow, to table: inout TableAssembly) -> Bool {
        let filled = Array(row.trimmed)
        if filled.count <= table.width {
            return addFull(
                CellRow(cells: filled + repeatElement("", count: table.width - filled.count), line: row.line),
                to: &table)
        }
        let fit = RowFitter(model: model).fit(filled.map { CellKind($0) })
        let isClear = fit.map { $0.margin >= 0.3 && $0.cost < 1.5 * Double(filled.count) + 3 } ?? false
        table.note(
            "row-long", isClear ? .info : .warning, line: row.line,
            Message(
                "该行有 \(filled.count) 格，多出的格已并入相邻格",
                "the row has \(filled.count) cells; the surplus was joined to its neighbours"),
            hint: Message("请核对该行各列", "check the columns of this row"))
        table.add(fit.map { placed(filled, $0.columns, width: table.width) } ?? filled, line: row.line)
        return isClear
    }

    private func noteShift(isClear: Bool, line: Int, in table: inout TableAssembly) {
        guard !isClear else {
            table.shift(line: line)
            return
        }
        table.note(
            "row-doubtful", .warning, line: line,
            Message("该行缺少单元格，归入哪一列没有把握", "cells are missing in the row, and it is not sure which"),
            hint: Message("请核对该行各列", "check the columns of this row"))
    }

    /// The cells in their columns; cells that share one are parted by a line end.
    private func placed(_ cells: [String], _ columns: [Int], width: Int) -> [String] {
        var placed = Array(repeating: "", count: width)
        for (cell, column) in zip(cells, columns) {
            placed[column] = LineJoining.paragraphs(placed[column], cell)
        }
        return placed
    }
}
