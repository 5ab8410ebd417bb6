internal import FenjieGrammar
internal import FenjieModel

/// What a unit wrote around its tasks: who filled in the sheet, and notes that nothing asked for.
struct ReturnedSurroundings {
    /// What was written on one of the lines to sign.
    struct Signature: Sendable, Hashable {
        let label: String
        let value: String
    }

    /// What was written on the lines to sign, in their order.
    private(set) var signatures: [Signature] = []
    /// Cells that were not issued, a line for each.
    private(set) var notes: [(text: String, cell: SheetSurroundings.Cell)] = []
    /// Lines above the table that were issued, and what stands in their place.
    private(set) var changes: [(issued: String, cell: SheetSurroundings.Cell)] = []

    /// Compares what stands around the tasks with what was issued there; where that is not known, nothing is said.
    init(_ returned: ReturnedWorksheet, issued: IssuedWorksheet) {
        guard let lines = issued.lines else { return }
        let known = Set(lines.cells.map(\.folded))
        let labels = lines.cells.filter(\.isLabel).map(\.folded)
        var label: (name: String, row: Int)?
        var new: [SheetSurroundings.Cell] = []
        let cells = SheetSurroundings(returned.table, on: returned.sheet).cells
        for cell in cells {
            if known.contains(cell.folded) {
                label = cell.isLabel ? (cell.folded, cell.row) : nil
            } else if let known = labels.first(where: { cell.folded.hasPrefix($0) }) {
                sign(known, FormLabel(parsing: cell.text)?.value ?? cell.text)
                label = nil
            } else if let known = label, known.row == cell.row {
                sign(known.name, cell.text)
                label = nil
            } else {
                new.append(cell)
            }
        }
        let present = Set(cells.map(\.folded))
        var gone = lines.cells.filter { $0.isAbove && !present.contains($0.folded) }[...]
        for cell in new {
            if cell.isAbove, let line = gone.popFirst() {
                changes.append((line.text, cell))
            } else {
                notes.append((cell.text, cell))
            }
        }
    }

    private mutating func sign(_ label: String, _ value: String) {
        guard !FoldedText.of(value).isEmpty else { return }
        signatures.append(Signature(label: String(label.dropLast()), value: value))
    }

    /// What there is to say of it.
    func findings(_ comparison: ReturnedComparison) -> [Finding] {
        let changed = changes.map { issued, cell in
            let change = TextChange(from: issued, to: cell.text).message
            var finding = comparison.finding(
                "line-changed", .warning, row: cell.row, column: cell.column,
                Message("表头上方的文字被改动：\(change.chinese)", "a line above the table was changed: \(change.english)"),
                hint: Message("请核对单位和期次，恢复下发的文字", "check unit and period, and put the issued line back"))
            if !Self.names(issued, other: cell, comparison) { finding.severity = .info }
            return finding
        }
        return changed
            + notes.map { text, cell in
                comparison.finding(
                    "note-added", .info, row: cell.row, column: cell.column,
                    Message("表格以外写有：\(text)", "outside the table it says: \(text)"))
            }
    }

    /// Whether a line named the unit or the period and does not any more, while the passport says that it is theirs.
    private static func names(
        _ issued: String, other cell: SheetSurroundings.Cell, _ comparison: ReturnedComparison
    ) -> Bool {
        guard let passport = comparison.returned.passport else { return false }
        let line = FoldedText.of(issued)
        return [passport.unit, passport.period].map(FoldedText.of).contains { name in
            !name.isEmpty && line.contains(name) && !cell.folded.contains(name)
        }
    }
}
