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

    /// The table.
    ///
    /// - Throws: ``LayoutFailure`` where too many rows do not fit the columns.
    func read(before: [ProseLine], after: [ProseLine]) throws(LayoutFailure) -> LayoutReading {
        let width = width()
        let roles = headings.map { ColumnRole($0.field) }
        let sample = rows.lazy.filter { $0.cells.count == width && !isHeader($0) }.prefix(200).map {
            $0.cells.map { CellKind($0) }
        }
        guard let starts = HeadingSpread.starts(of: roles, over: width, rows: Array(sample)) else {
            throw .damaged(line: rows.first?.line, "表头与数据的列数相差过大", "headings and rows differ too much in number")
        }
        var model = ColumnModel(roles: HeadingSpread.roles(roles, starts: starts, width: width))
        for kinds in sample where model.cost(of: kinds) < 2.2 * Double(width) { model.learn(kinds) }
        var table = TableAssembly(headings: headings, starts: starts, width: width)
        var fitting = RowFitting(model: model)
        fitting.isInferred = isInferred
        var doubtful: [CellRow] = []
        for row in rows where row.cells.contains(where: { !$0.isEmpty }) {
            if isHeader(row) {
                table.skipHeader(line: row.line)
            } else if let group = groupText(of: row, width: width) {
                table.addGroup(group, line: row.line)
            } else if !fitting.add(row, to: &table) {
                doubtful.append(row)
            }
        }
        guard table.rows.count > 1 else { throw .headerOnly(line: headings.first?.line) }
        guard doubtful.count < 3 || doubtful.count * 4 <= rows.count else {
            throw .damaged(
                line: doubtful.first?.line, "\(doubtful.count) 行的格数与表头对不上",
                "\(doubtful.count) rows do not fit the headings")
        }
        if isInferred { try checkContent(of: table, roles: model.roles) }
        return table.reading(before: before, after: after)
    }

    /// Refuses a table whose cells do not look like their columns: its order was lost.
    private func checkContent(of table: TableAssembly, roles: [ColumnRole]) throws(LayoutFailure) {
        let model = ColumnModel(roles: roles)
        var misfits = 0
        var cells = 0
        for row in table.rows.dropFirst() where row.dropFirst().contains(where: { !$0.isEmpty }) {
            for (column, cell) in row.enumerated() where column < roles.count && !cell.isEmpty {
                cells += 1
                if model.cost(CellKind(cell), in: column) > 4 { misfits += 1 }
            }
        }
        guard misfits * 5 <= cells else {
            throw .damaged(
                line: rows.first?.line, "\(cells) 格中有 \(misfits) 格与所在列不符，内容顺序可能已打乱",
                "\(misfits) of \(cells) cells do not look like their column; the order may be lost")
        }
    }

    /// The commonest length of a row, at least the number of headings.
    private func width() -> Int {
        var counts: [Int: Int] = [:]
        for row in rows where row.trimmed.count > 1 { counts[row.cells.count, default: 0] += 1 }
        let commonest = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? headings.count
        return max(commonest, headings.count)
    }

    private func isHeader(_ row: CellRow) -> Bool {
        let filled = row.cells.filter { !$0.isEmpty }.map { CellKind.compacted($0.utf8) }
        return filled.count >= 2 && filled.elementsEqual(headings.lazy.filter { !$0.text.isEmpty }.map { CellKind.compacted($0.text.utf8) })
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
        guard filled.count < row.cells.count || isInferred, filled.count > 1 else {
            table.add(row.cells, line: row.line)
            return true
        }
        let kinds = filled.map { CellKind($0) }
        let straight = model.cost(of: kinds)
        var fitter = RowFitter(model: model)
        if !isInferred { fitter.priceOfJoin = nil }
        guard straight > 4, let fit = fitter.fit(kinds), fit.columns != Array(0..<kinds.count), fit.cost + 4 < straight
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
        fitter.priceOfJoin = nil
        let straight = model.cost(of: kinds)
        guard let fit = fitter.fit(kinds), fit.columns != Array(0..<kinds.count), fit.cost + 1 < straight else {
            table.note(
                "row-short", .warning, line: row.line,
                Message("该行只有 \(row.cells.count) 格，缺少的格按末尾为空处理", "the row has \(row.cells.count) cells; the missing ones were taken as empty at its end"),
                hint: Message("请核对该行各列", "check the columns of this row"))
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
            return addFull(CellRow(cells: filled + repeatElement("", count: table.width - filled.count), line: row.line), to: &table)
        }
        let fit = RowFitter(model: model).fit(filled.map { CellKind($0) })
        let isClear = fit.map { $0.margin >= 0.3 } ?? false
        table.note(
            "row-long", isClear ? .info : .warning, line: row.line,
            Message("该行有 \(filled.count) 格，多出的格已并入相邻格", "the row has \(filled.count) cells; the surplus was joined to its neighbours"),
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
            placed[column] += placed[column].isEmpty || cell.isEmpty ? cell : "\n" + cell
        }
        return placed
    }
}
