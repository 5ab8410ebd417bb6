internal import FenjieModel
internal import FenjieTasks
internal import FenjieTemplates

/// Compares a sheet that came back with what was issued, row by row and column by column.
struct ReturnedComparison {
    private(set) var findings: [Finding] = []
    let returned: ReturnedWorksheet
    let issued: IssuedWorksheet
    let template: Template
    let columns: ReturnedColumns
    private let rows: ReturnedRows
    let matching: RowMatching
    let surroundings: ReturnedSurroundings
    /// The column of the unit's own role, which is issued and not part of the hashed cells.
    let role: Int?
    /// The change that the row above has in each spanned column: a merged cell that was changed is said once.
    private var above: [Int: Change] = [:]

    /// What was issued and what came back, as texts or as codes.
    private struct Change: Equatable {
        let before: String
        let after: String
    }

    init(_ returned: ReturnedWorksheet, issued: IssuedWorksheet, template: Template) {
        self.returned = returned
        self.issued = issued
        self.template = template
        columns = ReturnedColumns(returned.table, passport: issued.passport)
        rows = ReturnedRows(returned.table, columns: columns)
        matching = RowMatching(rows, passport: issued.passport, texts: issued.texts)
        surroundings = ReturnedSurroundings(returned, issued: issued)
        let roleHeading = template.fields.first { $0.name == TemplateField.ownRole }?.title
        role = returned.table.columns.firstIndex { $0.sourceColumn != nil && $0.heading == roleHeading }
        if noteHeaderMissing() { return }
        findings += ReturnedColumnChecks(self).findings
        compareRows()
        compareOrder()
        findings += ReturnedMergeChecks(self).findings
        findings += surroundings.findings(self)
    }

    /// A finding about the sheet or one of its cells.
    func finding(
        _ code: String, _ severity: Severity, row: Int? = nil, column: Int? = nil, field: String? = nil,
        number: String = "", _ message: Message, hint: Message? = nil
    ) -> Finding {
        let sheet = returned.sheet
        var place = row.map { sheet.place(row: $0, column: column) } ?? Place(sheet: sheet.name, column: column)
        if sheet.name.isEmpty { place.sheet = nil }
        let unit = issued.passport.unit
        return Finding(
            code, severity, at: place, field: field, number: number.isEmpty ? nil : number,
            unit: unit.isEmpty ? returned.passport?.unit : unit, message: message, hint: hint)
    }

    /// The code where the header is gone, so that there is nothing else to say.
    static let headerMissing = "header-missing"

    /// Without its header a sheet has neither the issued columns nor any row that could be known.
    private mutating func noteHeaderMissing() -> Bool {
        let present = columns.issued.count { $0 != nil }
        guard present * 2 < columns.issued.count, matching.matches.allSatisfy({ $0 == nil }) else { return false }
        findings.append(
            finding(
                "header-missing", .error,
                Message("表头没有了，认不出栏目，未核对", "the header is gone; the columns are not known, and nothing was compared"),
                hint: Message("请恢复下发时的表头一行", "put the row of headings back")))
        return true
    }

    // MARK: Rows

    private mutating func compareRows() {
        for (index, task) in returned.table.tasks.enumerated() {
            let row = task.place.row
            let number = rows.rows[index].number
            if let match = matching.matches[index] {
                compareText(index, task, with: issued.passport.rows[match])
                compareRole(task, with: issued.passport.rows[match])
            } else if let first = matching.repeats[index].flatMap({ matching.returned[$0] }) {
                let above = returned.table.tasks[first].place.row ?? 0
                findings.append(
                    finding(
                        "row-repeated", .error, row: row, column: numberColumn, number: written(number, in: row),
                        Message("与第 \(above) 行是同一项任务", "it is the same task as row \(above)"),
                        hint: Message("请只保留一行", "keep one of them")))
            } else {
                let text = ReturnedAdditions.row(of: task, on: returned)
                findings.append(
                    finding(
                        "row-added", .warning, row: row, column: numberColumn, number: written(number, in: row),
                        Message("这一行不是下发的任务：\(text)", "the row was not issued: \(text)"),
                        hint: Message("请删去，或在备注中说明", "delete it, or say it under remarks")))
            }
        }
        // Of a whole table a worksheet has the rows that its passport names.
        let expected = issued.isWhole ? expectedKeys : nil
        for (index, row) in issued.passport.rows.enumerated() where matching.returned[index] == nil {
            if let expected, !expected.contains(row.key) { continue }
            let number = row.number.isEmpty ? "" : "（序号 \(row.number)）"
            let numberInEnglish = row.number.isEmpty ? "" : " (number \(row.number))"
            findings.append(
                finding(
                    "row-missing", .error, field: Field.number.rawValue, number: row.number,
                    Message("缺少下发的一项任务\(number)", "an issued task is missing\(numberInEnglish)"),
                    hint: Message("请补回这一行并填报", "put the row back and fill it in")))
        }
    }

    /// The rows of a whole table that belong to the worksheet that came back.
    private var expectedKeys: Set<String> {
        if let passport = returned.passport { return Set(passport.rows.map(\.key)) }
        return WholeTableRows(issued).keys(of: returned, matching)
    }

    /// A number as it stands on the sheet, and not one that was supplied in reading.
    private func written(_ number: String, in row: Int?) -> String {
        guard let row, let column = numberColumn, !returned.sheet.text(row: row, column: column).isEmpty else {
            return ""
        }
        return number
    }

    private var numberColumn: Int? {
        returned.table.column(.number).flatMap { returned.table.columns[$0].sourceColumn }
    }

    private mutating func compareOrder() {
        var last = -1
        var moved = 0
        var first: Int?
        for (index, match) in matching.matches.enumerated() {
            guard let match else { continue }
            if match < last {
                moved += 1
                first = first ?? returned.table.tasks[index].place.row
            }
            last = max(last, match)
        }
        guard moved > 0 else { return }
        findings.append(
            finding(
                "rows-moved", .info, row: first, column: numberColumn,
                Message("行的顺序与下发时不同（\(moved) 行），不影响核对", "\(moved) rows stand in another order; that does not matter")))
    }

    // MARK: Text

    private mutating func compareText(_ index: Int, _ task: Task, with row: IssuedRow) {
        let cells = rows.rows[index].cells
        let before = above
        above = [:]
        if let texts = issued.texts[row.key], texts.count == cells.count {
            for position in cells.indices where columns.issued[position] != nil {
                guard !isSaidAbove(position, task, Change(before: texts[position], after: cells[position]), before)
                else { continue }
                compare(cells[position], with: texts[position], at: position, task, row)
            }
            return
        }
        let own = rows.rows[index].sealed
        guard own.folded != row.folded else {
            if own.exact != row.exact, !isExactWithoutNone(cells, row) { findings.append(spacing(nil, task, row)) }
            return
        }
        let changed = own.cells.indices.filter { position in
            row.cells.indices.contains(position) && own.cells[position] != row.cells[position]
                && columns.issued[position] != nil
        }
        // A column that is gone is said once for the whole sheet.
        guard changed.isEmpty else {
            for position in changed {
                let change = Change(before: row.cells[position], after: own.cells[position])
                guard !isSaidAbove(position, task, change, before) else { continue }
                findings.append(changedText(position, task, row, nil))
            }
            return
        }
        if !columns.issued.contains(nil) { findings.append(changedText(nil, task, row, nil)) }
    }

    /// Whether a blank cell of a span takes its text, and the change, from the row above.
    private mutating func isSaidAbove(_ position: Int, _ task: Task, _ change: Change, _ before: [Int: Change]) -> Bool
    {
        guard change.before != change.after, let index = columns.issued[position], let row = task.place.row,
            let column = returned.table.columns[index].sourceColumn, returned.table.columns[index].isSpanned
        else { return false }
        above[position] = change
        return before[position] == change && FoldedText.of(returned.sheet.text(row: row, column: column)).isEmpty
    }

    /// The role as the passport names it; it is known where the passport came from its sheet.
    private mutating func compareRole(_ task: Task, with row: IssuedRow) {
        guard let role, !row.role.isEmpty, !issued.isWhole else { return }
        let cell = task.cells[role]
        guard FoldedText.of(cell) != FoldedText.of(row.role) else { return }
        let column = returned.table.columns[role]
        findings.append(
            finding(
                "issued-text-changed", .error, row: task.place.row, column: column.sourceColumn,
                field: TemplateField.ownRole, number: row.number,
                TextChange(from: row.role, to: cell).message.about(column.heading), hint: Self.putBack))
    }

    private mutating func compare(
        _ cell: String, with text: String, at position: Int, _ task: Task, _ row: IssuedRow
    ) {
        guard cell != text, !(isNone(cell) && isNone(text)) else { return }
        if FoldedText.of(cell) == FoldedText.of(text) {
            findings.append(spacing(position, task, row))
        } else {
            findings.append(changedText(position, task, row, TextChange(from: text, to: cell).message))
        }
    }

    /// A worksheet writes a dash where nothing stood, so that an empty cell is not taken for one that continues.
    private func isExactWithoutNone(_ cells: [String], _ row: IssuedRow) -> Bool {
        var sealer = RowSealer()
        let plain = cells.map { isNone($0) ? "" : $0 }
        return sealer.row(key: row.key, number: row.number, cells: plain).exact == row.exact
    }

    private func isNone(_ text: String) -> Bool {
        let folded = FoldedText.of(text)
        return folded.isEmpty || folded == Worksheet.none || template.noneValues.contains(folded)
    }

    private func place(of position: Int?) -> (column: Int?, field: String?, heading: String) {
        guard let position, let index = columns.issued[position] else { return (numberColumn, nil, "") }
        let column = returned.table.columns[index]
        return (column.sourceColumn, issued.passport.columns[position].field, column.heading)
    }

    private func changedText(_ position: Int?, _ task: Task, _ row: IssuedRow, _ change: Message?) -> Finding {
        let (column, field, heading) = place(of: position)
        let what = heading.isEmpty ? Message("下发的内容", "issued text") : Message("“\(heading)”", heading)
        return finding(
            "issued-text-changed", .error, row: task.place.row, column: column, field: field, number: row.number,
            change?.about(heading)
                ?? Message("\(what.chinese)与下发时不同", "\(what.english) is not what was issued"),
            hint: Self.putBack)
    }

    private static let putBack = Message("请恢复下发的原文；确需调整的另行报请", "put the issued text back; changes are asked for apart")

    private func spacing(_ position: Int?, _ task: Task, _ row: IssuedRow) -> Finding {
        let (column, field, heading) = place(of: position)
        let what = heading.isEmpty ? Message("下发的内容", "issued text") : Message("“\(heading)”", heading)
        return finding(
            "issued-text-spacing", .info, row: task.place.row, column: column, field: field, number: row.number,
            Message("\(what.chinese)只有空格或全半角变化", "\(what.english) differs in spaces or width only"))
    }
}

extension Message {
    /// A change, said of the cell under a heading.
    fileprivate func about(_ heading: String) -> Message {
        Message("“\(heading)”被改动：\(chinese)", "\(heading) was changed: \(english)")
    }
}
