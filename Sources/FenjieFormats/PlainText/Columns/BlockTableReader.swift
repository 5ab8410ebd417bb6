internal import FenjieModel

/// Turns blocks below a header into a sheet, or says why that cannot be done.
struct BlockTableReader: Sendable {
    let header: FoundHeader
    let blocks: [TextBlock]
    var repeatedHeaders: [Int] = []

    init(header: FoundHeader, blocks: [TextBlock]) {
        self.header = header
        self.blocks = blocks
    }

    /// The table.
    ///
    /// - Throws: ``LayoutFailure`` where the blocks do not fall into rows.
    func read(before: [ProseLine], after: [ProseLine], title: Message) throws(LayoutFailure) -> LayoutReading {
        let roles = header.headings.map { ColumnRole($0.field) }
        guard roles.contains(where: { $0 == .unit || $0 == .deadline }),
            roles.contains(where: { $0 == .heading || $0 == .requirement })
        else { throw .noHeader(title, line: header.headings.first?.line) }
        let dealt = BlockTable(headings: header.headings, blocks: blocks)
        var rows = dealt.rows(of: blocks)
        let tail = trailingProse(&rows, roles: dealt.roles)
        try check(dealt, rows: rows)
        rows = joinedAcrossPages(rows, roles: dealt.roles)
        var table = TableAssembly(headings: header.headings, starts: dealt.starts, width: dealt.roles.count)
        repeatedHeaders.forEach { table.skipHeader(line: $0) }
        var removed = 0
        for row in rows {
            let cells = row.cells.map { cell in
                let joined = LineJoining.withoutJustification(
                    LineJoining.joined(cell.flatMap { blocks[$0].lines }))
                removed += joined.removed
                return joined.text
            }
            table.add(cells, line: blocks[row.first].line)
        }
        table.findings += notes(removed: removed, tail: tail)
        return table.reading(before: before, after: tail + after)
    }

    /// Rows at the end that lack what all others have are text below the table.
    private func trailingProse(_ rows: inout [BlockRow], roles: [ColumnRole]) -> [ProseLine] {
        let closing = roles.indices.filter { roles[$0] == .unit || roles[$0] == .deadline }
        func isClosed(_ row: BlockRow) -> Bool { closing.contains { !row.cells[$0].isEmpty } }
        guard rows.count(where: isClosed) * 10 >= rows.count * 7, let last = rows.lastIndex(where: isClosed) else {
            return []
        }
        let tail = rows[(last + 1)...].flatMap { row in
            (row.first...row.last).flatMap { index in
                blocks[index].lines.enumerated().map { ProseLine(line: blocks[index].line + $0, text: $1) }
            }
        }
        rows.removeSubrange((last + 1)...)
        return tail
    }

    private func check(_ dealt: BlockTable, rows: [BlockRow]) throws(LayoutFailure) {
        let line = blocks.first?.line
        guard !rows.isEmpty else { throw .headerOnly(line: header.headings.first?.line) }
        guard !header.isSideBySide || blocks.contains(where: \.isWrapped) || dealt.roles.contains(.number) else {
            throw .damaged(
                line: line, "每行文字都单独成段，单元格的界线已丢失", "every line stands alone; the borders of the cells are lost")
        }
        guard dealt.cost <= 1.2 * Double(blocks.count) + 4 else {
            throw .damaged(
                line: line, "\(blocks.count) 段文字归不到各列，内容顺序可能已打乱",
                "\(Message.counted(blocks.count, "block does", "blocks do")) not fall into the columns; the order "
                    + "may be lost")
        }
        var fit = ColumnFit(roles: dealt.roles)
        for row in rows {
            for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
                fit.add(CellKind(cell.flatMap { blocks[$0].lines }.joined()), in: column)
            }
        }
        if let failure = fit.failure(line: line) { throw failure }
        let closing = dealt.roles.indices.filter { dealt.roles[$0] == .unit || dealt.roles[$0] == .deadline }
        let texts = dealt.roles.indices.filter { dealt.roles[$0] == .requirement || dealt.roles[$0] == .heading }
        let whole = rows.count { row in
            closing.contains { !row.cells[$0].isEmpty } && texts.contains { !row.cells[$0].isEmpty }
        }
        guard whole * 10 >= rows.count * 6 else {
            throw .damaged(
                line: line, "\(rows.count) 行中只有 \(whole) 行既有任务又有责任单位或时限，内容顺序可能已打乱",
                "only \(whole) of \(rows.count) rows have both a task and a unit or deadline; the order may be lost")
        }
    }

    /// Puts rows together that a page break cut in two: the text stops within a sentence and goes on after the break.
    private func joinedAcrossPages(_ rows: [BlockRow], roles: [ColumnRole]) -> [BlockRow] {
        guard let text = roles.firstIndex(of: .requirement) else { return rows }
        let filled = rows.filter { !$0.cells[text].isEmpty }
        let ended = filled.count { blocks[$0.cells[text][$0.cells[text].count - 1]].endsSentence }
        guard ended * 10 >= filled.count * 8 else { return rows }
        var joined: [BlockRow] = []
        for row in rows {
            guard let before = joined.last, let cut = before.cells[text].last, !blocks[cut].endsSentence,
                blocks[row.first].startsPage, !row.cells[text].isEmpty
            else {
                joined.append(row)
                continue
            }
            for column in roles.indices where roles[column] != .heading || before.cells[column].isEmpty {
                joined[joined.count - 1].cells[column] += row.cells[column]
            }
            joined[joined.count - 1].last = row.last
        }
        return joined
    }

    private func notes(removed: Int, tail: [ProseLine]) -> [Finding] {
        var findings: [Finding] = []
        if removed > 0 {
            findings.append(
                Finding(
                    "justification-spaces", .info,
                    message: Message(
                        "已去掉汉字之间因两端对齐产生的空格 \(removed) 处",
                        "took out \(removed) spaces that justified setting had put between characters")))
        }
        if let first = tail.first { findings.append(.textAfterTable(first.line, lines: tail.count)) }
        return findings
    }
}

extension Finding {
    /// Lines below a table that do not look like its rows.
    static func textAfterTable(_ line: Int, lines: Int) -> Finding {
        Finding(
            "text-after-table", .warning, at: Place(line: line),
            message: Message(
                "第 \(line) 行起的 \(lines) 行文字不像任务，作为表后附注",
                "\(lines) lines from line \(line) on do not look like tasks and were taken as notes"),
            hint: Message(
                "如果它们属于表格，请补上责任单位或时限后重试", "if they belong to the table, add their unit or deadline and try again"))
    }
}
