internal import FenjieModel
internal import FenjieTasks
internal import FenjieTemplates

/// Cells that were merged, and merged cells that were undone.
struct ReturnedMergeChecks {
    private(set) var findings: [Finding] = []

    init(_ comparison: ReturnedComparison) {
        let returned = comparison.returned
        guard returned.isWorkbook else { return }
        let rows = Set(returned.table.tasks.compactMap(\.place.row))
        guard let first = rows.min(), let last = rows.max() else { return }
        let spanned = Set(
            returned.table.columns.filter(\.isSpanned).compactMap(\.sourceColumn))
        let merges = returned.sheet.merges.filter { $0.first.row <= last && $0.last.row >= first }
        for range in merges.sorted(by: { $0.first < $1.first }) {
            guard range.first != range.last, rows.contains(range.first.row) else { continue }
            let isSpan = range.columns.count == 1 && spanned.contains(range.first.column)
            guard !isSpan else { continue }
            findings.append(
                comparison.finding(
                    "merge-changed", .warning, row: range.first.row, column: range.first.column,
                    Message("\(range) 被合并成了一个单元格", "\(range) was merged into one cell"),
                    hint: Message("请取消合并，每行分别填写", "unmerge the cells, and fill in each row")))
        }
        // Where the file was sorted, spans cannot be whole any more.
        let usual = returned.table.sheet(spans: .merge).merges.map(\.first.column)
        for index in Set(usual).sorted() {
            guard returned.table.columns.indices.contains(index - 1),
                let position = returned.table.columns[index - 1].sourceColumn,
                !merges.contains(where: { $0.columns.contains(position) })
            else { continue }
            let heading = returned.table.columns[index - 1].heading
            findings.append(
                comparison.finding(
                    "merge-changed", .info, row: first, column: position,
                    field: returned.table.columns[index - 1].field.rawValue,
                    Message("“\(heading)”原来的合并单元格被取消", "the merged cells of \(heading) were undone"),
                    hint: Message("不影响核对", "that does not matter")))
        }
    }
}
