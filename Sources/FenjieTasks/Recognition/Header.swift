internal import FenjieGrammar
internal import FenjieModel

/// The header of a table: which rows it takes and what each column is called.
struct Header {
    /// The header's rows, counted from 1.
    let rows: ClosedRange<Int>
    /// The headings, one for each column from 1; empty where a column has none.
    var headings: [String]
    /// For each column whether it shares its heading with the column before it.
    var sharesHeading: [Bool]
    /// For each column whether its heading is one of several parts that a known heading above them is divided into.
    private(set) var isPart: [Bool]

    /// What stands in the header's rows, without white space.
    private let texts: Set<String>
    /// The bytes that a cell of a repeated header may have, white space and all.
    private let longestText: Int

    /// Rows searched for a header; titles and notices above a table are shorter.
    private static let searchDepth = 200

    /// Finds the header of a sheet.
    ///
    /// A header row names at least two known columns, and half of its cells are known. A line of a form that stands
    /// above it (填报单位：某局, 时间：3月) names such columns too, with what belongs into them.
    static func find(in grid: Grid, _ vocabulary: Vocabulary, from start: Int? = nil) -> Header? {
        let first = start ?? (grid.sheet.rows.firstIndex { !$0.isEmpty } ?? 0) + 1
        for row in stride(from: first, through: min(grid.rowCount, first + searchDepth - 1), by: 1) {
            guard isHeader(row, in: grid, vocabulary) else { continue }
            if isFilledIn(row, in: grid), isHeaderNear(row, in: grid, vocabulary) { continue }
            return Header(rows: row...lastRow(from: row, in: grid, vocabulary), in: grid, vocabulary)
        }
        return nil
    }

    /// Rows between a form line above a table and the table's header.
    private static let formDepth = 10

    private static func isFilledIn(_ row: Int, in grid: Grid) -> Bool {
        grid.filledColumns(row).contains { FormLabel(parsing: grid.text(row, $0)).map { !$0.value.isEmpty } ?? false }
    }

    /// Whether a header without values follows closely.
    private static func isHeaderNear(_ row: Int, in grid: Grid, _ vocabulary: Vocabulary) -> Bool {
        let end = min(grid.rowCount, row + formDepth)
        return stride(from: row + 1, through: end, by: 1).contains {
            isHeader($0, in: grid, vocabulary) && !isFilledIn($0, in: grid)
        }
    }

    static func isHeader(_ row: Int, in grid: Grid, _ vocabulary: Vocabulary) -> Bool {
        let filled = grid.filledColumns(row)
        guard filled.count >= 2 else { return false }
        var fields: Set<Field> = []
        var known = 0
        for column in filled {
            let field = vocabulary.field(of: grid.text(row, column))
            guard field != .other else { continue }
            known += 1
            fields.insert(field)
        }
        return fields.count >= 2 && known * 2 >= filled.count
    }

    /// No header takes more rows.
    private static let mostRows = 4

    /// The last row of a header.
    private static func lastRow(from row: Int, in grid: Grid, _ vocabulary: Vocabulary) -> Int {
        guard var last = secondRow(below: row, in: grid, vocabulary) else {
            return dividesTwice(below: row, in: grid) ? row + 2 : row
        }
        // Cells that reach down from the first row reach to the last.
        while last < grid.rowCount, last - row + 1 < mostRows, !isNumbered(last + 1, in: grid),
            (1...max(1, grid.columnCount)).contains(where: { column in
                grid.range(at: last, column).map { $0.first.row == row && $0.rows.contains(last + 1) } ?? false
            })
        {
            last += 1
        }
        return last
    }

    /// Whether two rows below, without merged ranges, divide headings further until the first item follows.
    private static func dividesTwice(below row: Int, in grid: Grid) -> Bool {
        guard row + 3 <= grid.rowCount, isNumbered(row + 3, in: grid) else { return false }
        return [row + 1, row + 2].allSatisfy { lower in
            let filled = grid.filledColumns(lower)
            return !filled.isEmpty && !filled.contains(1)
                && filled.allSatisfy { isDivided($0, at: lower - 1, in: grid) }
        }
    }

    /// The row below, where it holds the lower half of a two-row header.
    private static func secondRow(below row: Int, in grid: Grid, _ vocabulary: Vocabulary) -> Int? {
        let next = row + 1
        guard next <= grid.rowCount else { return nil }
        let filled = grid.filledColumns(next)
        let spansDown = (1...max(1, grid.columnCount)).contains { column in
            grid.range(at: row, column).map { $0.rows.contains(row) && $0.rows.contains(next) } ?? false
        }
        guard !filled.isEmpty else { return spansDown && filled.isEmpty ? next : nil }
        if spansDown { return isNumbered(next, in: grid) ? nil : next }
        // Without merges: a lower row holds headings only, and some of them where the upper one is blank.
        let allKnown = filled.allSatisfy { vocabulary.field(of: grid.text(next, $0)) != .other }
        let repeats = filled.allSatisfy {
            TextMarks.squeezed(grid.text(next, $0)) == TextMarks.squeezed(grid.text(row, $0))
        }
        let fillsBlank = filled.contains { TextMarks.isBlank(grid.text(row, $0)) }
        guard fillsBlank, !repeats else { return nil }
        let dividesOnly = !filled.contains(1) && filled.allSatisfy { isDivided($0, at: row, in: grid) }
        if dividesOnly, isNumbered(next + 1, in: grid) { return next }
        return allKnown && filled.count < grid.filledColumns(row).count + 2 ? next : nil
    }

    /// Whether an item with a number stands on a row, so that what stands above it may be the header's last row.
    private static func isNumbered(_ row: Int, in grid: Grid) -> Bool {
        TextMarks.isNumber(grid.text(row, 1))
    }

    /// Whether the heading of a column on an upper row reaches over several columns: by a merged range, or by the blank
    /// cells that such a range leaves in text.
    private static func isDivided(_ column: Int, at row: Int, in grid: Grid) -> Bool {
        if let range = grid.range(at: row, column) { return range.columns.count > 1 }
        return TextMarks.isBlank(grid.text(row, column))
            || column < grid.columnCount && TextMarks.isBlank(grid.text(row, column + 1))
    }

    private init(rows: ClosedRange<Int>, in grid: Grid, _ vocabulary: Vocabulary) {
        self.rows = rows
        headings = []
        sharesHeading = []
        let printed = Self.texts(of: rows, in: grid)
        texts = Set(printed.map(TextMarks.squeezed))
        longestText = (printed.map(\.utf8.count).max() ?? 0) + 64
        isPart = []
        var left: [String] = []
        for column in stride(from: 1, through: grid.columnCount, by: 1) {
            let levels = Self.levels(of: column, rows, in: grid, left: left)
            left = levels
            let upper = levels[0]
            let lower = levels.dropFirst().last { !$0.isEmpty } ?? ""
            let isSpan =
                grid.range(at: rows.lowerBound, column).map { $0.columns.count > 1 && $0.first.column < column }
                ?? false
            let isDivided = rows.count > 1 && Self.isDivided(column, at: rows.lowerBound, in: grid)
            headings.append(TextMarks.heading(Self.joined(levels, lower, vocabulary)))
            let isUnknown = !lower.isEmpty && lower != upper && vocabulary.field(of: lower) == .other
            isPart.append(isDivided && isUnknown && !Self.isEnd(lower, of: upper, vocabulary))
            sharesHeading.append(isSpan && (rows.count == 1 || lower.isEmpty || lower == upper))
        }
        while headings.count > 1, headings.last == "", sharesHeading.last == false {
            headings.removeLast()
            sharesHeading.removeLast()
            isPart.removeLast()
        }
    }

    /// Whether a part is the end of a period: of 起 and 止 below 完成时限, 止 is the deadline.
    private static func isEnd(_ lower: String, of upper: String, _ vocabulary: Vocabulary) -> Bool {
        vocabulary.field(of: upper) == .deadline && HeadingReading.namesEnd(lower)
    }

    /// The texts over a column, from the top; a blank beside a divided heading belongs to it.
    private static func levels(of column: Int, _ rows: ClosedRange<Int>, in grid: Grid, left: [String]) -> [String] {
        var levels = rows.map { TextMarks.trimmed(grid.shownText($0, column)) }
        for (depth, row) in rows.dropLast().enumerated() where levels[depth].isEmpty {
            let isBelow = left.count > depth && left[..<depth] == levels[..<depth]
            let isDivided = isDivided(column, at: row, in: grid) && levels[(depth + 1)...].contains { !$0.isEmpty }
            if isBelow, isDivided { levels[depth] = left[depth] }
        }
        return levels
    }

    /// The lowest heading alone where it speaks for itself, else all of them.
    private static func joined(_ levels: [String], _ lower: String, _ vocabulary: Vocabulary) -> String {
        let upper = levels[0]
        guard !lower.isEmpty, lower != upper else { return upper }
        guard !upper.isEmpty, vocabulary.field(of: lower) == .other else { return lower }
        var parts: [String] = []
        for level in levels.dropFirst() where !level.isEmpty && level != upper && parts.last != level {
            parts.append(level)
        }
        return "\(upper)（\(parts.joined())）"
    }

    /// What the columns of a row mean by the headings alone.
    func shape(_ vocabulary: Vocabulary) -> RowShape { RowShape(fields: vocabulary.fields(of: headings)) }

    /// Whether a row may be the header of another table: it begins with a heading of this one, or with 序号.
    ///
    /// Nearly all rows begin with a number or a text that is no heading, and nothing else of them is looked at.
    func mayBeAnother(_ row: Int, in grid: Grid) -> Bool {
        guard let first = grid.sheet.rows[row - 1].first(where: { !TextMarks.isBlank($0) }),
            let byte = first.utf8.first, !(0x30...0x39).contains(byte), first.utf8.count <= longestText
        else { return false }
        let text = TextMarks.squeezed(first)
        return texts.contains(text) || Self.numbers.contains(text)
    }

    /// Headings of numbers with which another table may begin where this one has none.
    private static let numbers: Set<String> = ["序号", "编号", "项次"]

    /// Whether a row repeats the header, as page breaks do.
    func isRepeated(in row: Int, _ filled: [Int], of grid: Grid) -> Bool {
        guard filled.count >= 2 else { return false }
        return filled.allSatisfy { column in
            let text = grid.text(row, column)
            return text.utf8.count <= longestText && texts.contains(TextMarks.squeezed(text))
        }
    }

    /// All texts of the header's rows, without white space.
    private static func texts(of rows: ClosedRange<Int>, in grid: Grid) -> [String] {
        rows.flatMap { row in grid.filledColumns(row).map { grid.text(row, $0) } }
    }
}
