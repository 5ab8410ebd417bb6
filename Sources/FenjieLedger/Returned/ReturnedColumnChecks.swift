internal import FenjieModel
internal import FenjieTasks
internal import FenjieTemplates
internal import FenjieText

/// Columns that were removed, added, renamed or hidden since the sheet was issued.
struct ReturnedColumnChecks {
    private(set) var findings: [Finding] = []

    /// A column that was issued: its heading and where it is now.
    private struct Expected {
        let heading: String
        let field: String
        var index: Int?
    }

    init(_ comparison: ReturnedComparison) {
        let table = comparison.returned.table
        let header = table.headerRows?.lowerBound
        var expected = Self.expected(comparison)
        var used = Set(expected.compactMap(\.index))
        let own = Set(table.columns.indices.filter { ReturnedColumns.isOwn(Self.printed(table.columns[$0])) })
        var strange = table.columns.indices.filter { index in
            table.columns[index].sourceColumn != nil && !used.contains(index) && !own.contains(index)
                && !Self.printed(table.columns[index]).isEmpty
        }
        for position in expected.indices where expected[position].index == nil {
            // What was renamed beyond recognition still looks like its old name.
            let headings = strange.map { Self.printed(table.columns[$0]) }
            guard let near = NearestNames.suggestion(for: expected[position].heading, among: headings),
                let index = strange.first(where: { Self.printed(table.columns[$0]) == near })
            else { continue }
            expected[position].index = index
            used.insert(index)
            strange.removeAll { $0 == index }
        }
        for column in expected {
            guard let index = column.index else {
                findings.append(
                    comparison.finding(
                        "column-removed", .error, row: header, field: column.field,
                        Message("缺少“\(column.heading)”一栏", "the column \(column.heading) is gone"),
                        hint: Message("请补回该栏", "put it back")))
                continue
            }
            check(column.heading, column.field, table.columns[index], comparison, header)
        }
        guard !comparison.issued.isWhole else { return }
        noteUnnamed(comparison, header)
        for index in strange {
            let heading = Self.printed(table.columns[index])
            findings.append(
                comparison.finding(
                    "column-added", .warning, row: header, column: table.columns[index].sourceColumn,
                    field: table.columns[index].field.rawValue,
                    Message("多出“\(heading)”一栏", "there is a further column \(heading)"),
                    hint: Message("请删去，内容移到规定的栏目", "delete it, and put its content where it belongs")))
        }
    }

    /// Text beside the tasks, in columns that have no heading.
    private mutating func noteUnnamed(_ comparison: ReturnedComparison, _ header: Int?) {
        let returned = comparison.returned
        let named = Set(
            returned.table.columns.compactMap { Self.printed($0).isEmpty ? nil : $0.sourceColumn })
        var rows: [Int: [Int]] = [:]
        for row in returned.table.tasks.compactMap(\.place.row) where returned.sheet.rows.indices.contains(row - 1) {
            for (index, cell) in returned.sheet.rows[row - 1].enumerated() where !cell.isEmpty {
                guard !named.contains(index + 1), !FoldedText.of(cell).isEmpty else { continue }
                rows[index + 1, default: []].append(row)
            }
        }
        for (column, rows) in rows.sorted(by: { $0.key < $1.key }) {
            let name = CellReference.columnName(column)
            findings.append(
                comparison.finding(
                    "column-added", .warning, row: header, column: column,
                    Message(
                        "\(name) 列没有栏名，\(rows.count) 行写有内容",
                        "column \(name) has no heading, and \(rows.count == 1 ? "a row says" : "\(rows.count) rows say") "
                            + "something there"),
                    hint: Message("请写明栏名，或把内容移到规定的栏目", "give it a heading, or put its content where it belongs")))
        }
    }

    private mutating func check(
        _ heading: String, _ field: String, _ column: TaskColumn, _ comparison: ReturnedComparison, _ header: Int?
    ) {
        let now = Self.printed(column)
        if !heading.isEmpty, FoldedText.of(now) != FoldedText.of(heading) {
            findings.append(
                comparison.finding(
                    "column-renamed", .warning, row: header, column: column.sourceColumn, field: field,
                    Message("栏名“\(heading)”被改成“\(now)”", "the column \(heading) was renamed to \(now)"),
                    hint: Message("请恢复原来的栏名", "put the heading back")))
        }
        guard let position = column.sourceColumn, comparison.returned.sheet.hiddenColumns.contains(position) else {
            return
        }
        findings.append(
            comparison.finding(
                "column-hidden", .warning, row: header, column: position, field: field,
                Message("“\(now)”一栏被隐藏", "the column \(now) is hidden"),
                hint: Message("请取消隐藏并核对内容", "show it, and look at its content")))
    }

    private static func printed(_ column: TaskColumn) -> String {
        String((column.printedHeading ?? column.heading).filter { !$0.isNewline })
    }

    /// The issued columns, then those that the unit fills in.
    private static func expected(_ comparison: ReturnedComparison) -> [Expected] {
        let table = comparison.returned.table
        var expected: [Expected] = []
        for (column, index) in zip(comparison.issued.passport.columns, comparison.columns.issued) {
            // Passports from document properties do not know headings.
            let heading =
                column.heading.isEmpty
                ? table.columns.first { $0.field.rawValue == column.field }?.heading ?? "" : column.heading
            guard !heading.isEmpty || index != nil else { continue }
            expected.append(Expected(heading: heading, field: column.field, index: index))
        }
        guard !comparison.issued.isWhole else { return expected }
        let issuedFields = Set(expected.map(\.field))
        let issuedHeadings = Set(comparison.issued.headings.map(FoldedText.of))
        for field in comparison.template.fields where !issuedFields.contains(field.name) {
            let isRole = field.name == TemplateField.ownRole
            guard field.print.isFillIn || isRole else { continue }
            if isRole, comparison.issued.passport.basis != "unit" { continue }
            if !issuedHeadings.isEmpty, !issuedHeadings.contains(FoldedText.of(field.title)) { continue }
            let index = table.columns.firstIndex { $0.sourceColumn != nil && $0.heading == field.title }
            expected.append(Expected(heading: field.title, field: field.name, index: index))
        }
        return expected
    }
}
