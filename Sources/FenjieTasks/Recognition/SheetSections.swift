public import FenjieModel
public import FenjieTemplates

/// Several tables below each other on one sheet, each with headings of its own.
struct SheetSections {
    private let grid: Grid
    private let vocabulary: Vocabulary

    /// No sheet holds more tables; what follows them stays with the last.
    private static let most = 60
    /// Rows above a header that may name its table.
    private static let titleDepth = 12

    init(_ grid: Grid, _ vocabulary: Vocabulary) {
        self.grid = grid
        self.vocabulary = vocabulary
    }

    /// The rows with which further tables begin, their titles included.
    func cuts() -> [Int] {
        var cuts: [Int] = []
        guard var header = Header.find(in: grid, vocabulary) else { return [] }
        var hasTasks = false
        var row = header.rows.upperBound + 1
        while row <= grid.rowCount, cuts.count < Self.most {
            defer { row += 1 }
            guard header.mayBeAnother(row, in: grid) else {
                hasTasks = hasTasks || !grid.sheet.rows[row - 1].isEmpty
                continue
            }
            let filled = grid.filledColumns(row)
            guard filled.count > 2, hasTasks, !header.isRepeated(in: row, filled, of: grid),
                Header.isHeader(row, in: grid, vocabulary),
                !filled.contains(where: { TextMarks.isNumber(grid.text(row, $0)) }),
                let next = Header.find(in: grid, vocabulary, from: row), next.rows.lowerBound == row
            else { continue }
            cuts.append(titleRow(above: row, below: header.rows.upperBound))
            header = next
            hasTasks = false
            row = next.rows.upperBound
        }
        return cuts
    }

    /// The first of the rows above a header that belong to its table: lines alone in their row, but for notes and
    /// signatures, which close the table above.
    private func titleRow(above header: Int, below end: Int) -> Int {
        var first = header
        var row = header - 1
        while row > end, header - row <= Self.titleDepth {
            let filled = grid.filledColumns(row)
            if let column = filled.first {
                let texts = filled.map { TextMarks.trimmed(grid.text(row, $0)) }
                let isForm = texts.count > 1 && TextMarks.isForm(texts)
                guard filled.count == 1 && (column == 1 || isApart(row, column)) || isForm else { break }
                guard !TextMarks.opensNote(texts[0]) || isForm, !texts[0].hasSuffix("。"),
                    !TotalRow.isTotal(row, in: grid, filled: filled), SignatureMark.all(texts) == nil
                else { break }
                first = row
            }
            row -= 1
        }
        return first
    }

    /// Whether a line stands over several columns, or below a blank row.
    private func isApart(_ row: Int, _ column: Int) -> Bool {
        grid.range(at: row, column).map { $0.columns.count > 1 } ?? false || grid.filledColumns(row - 1).isEmpty
    }
}

extension Sheet {
    /// Whether two rows might be headers: several cells, the first of them no number. Most tables number all their rows.
    private var mayHoldSeveral: Bool {
        var headers = 0
        for row in rows where row.count > 2 {
            guard let start = row.first(where: { !$0.isEmpty })?.utf8.first, start &- 0x30 > 9 else { continue }
            headers += 1
            if headers > 1 { return true }
        }
        return false
    }

    /// The tables of a sheet on which several stand below each other with different headings.
    ///
    /// Each is a sheet of its own in which the rows keep their numbers: those of the other tables are blank. The first
    /// keeps the name, the others have a number behind it.
    ///
    /// - Parameter template: the form expected; its headings are known beside those of the field.
    /// - Returns: the tables; the sheet alone where it holds one or none.
    public func tables(_ template: Template) -> [Sheet] {
        guard mayHoldSeveral else { return [self] }
        let cuts = SheetSections(Grid(self), Vocabulary(template)).cuts()
        guard !cuts.isEmpty else { return [self] }
        let starts = [1] + cuts
        let ends = cuts.map { $0 - 1 } + [rows.count]
        return zip(starts, ends).enumerated().map { index, bounds in
            var part = self
            part.name = index == 0 || name.isEmpty ? name : "\(name)（\(index + 1)）"
            part.rows = Array(repeating: [], count: bounds.0 - 1) + rows[(bounds.0 - 1)..<bounds.1]
            if index < cuts.count { part.closing = [] }
            part.merges = merges.filter { $0.first.row >= bounds.0 && $0.first.row <= bounds.1 }
            return part
        }
    }
}
