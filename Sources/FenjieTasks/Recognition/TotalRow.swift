/// Rows that add up others: 小计, 合计, 总计：4项, 交通类小计.
enum TotalRow {
    /// How a cell says that its row is a sum.
    private enum Label {
        /// By the word alone, perhaps with a count.
        case plain
        /// With a name in front, as 交通类小计.
        case named
    }

    /// Whether the cells of a row add up others.
    ///
    /// The label stands first, or behind nothing but a number and what is printed again from the row above; behind it
    /// stand figures only. A task that speaks of sums goes on with words: units, a deadline, a sentence.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - grid: its sheet.
    ///   - filled: its columns that hold text.
    /// - Returns: whether it is a sum of others and no task.
    static func isTotal(_ row: Int, in grid: Grid, filled: [Int]) -> Bool {
        for (offset, column) in filled.prefix(4).enumerated() {
            let text = grid.text(row, column)
            if let label = label(of: text) {
                let figures = filled[(offset + 1)...]
                guard figures.allSatisfy({ isFigure(grid.text(row, $0)) }) else { return false }
                return label == .plain || !figures.isEmpty
            }
            guard TextMarks.isNumber(text) || row > 1 && text == grid.shownText(row - 1, column) else { return false }
        }
        return false
    }

    /// Whether a closing line is such a row, its cells joined.
    static func opens(_ line: String) -> Bool {
        let first = line.split(separator: "　", omittingEmptySubsequences: true).first
        return label(of: line) == .plain || first.map { label(of: String($0)) == .plain } ?? false
    }

    private static let words = ["小计", "合计", "总计", "共计"].map { Array($0.unicodeScalars) }
    private static let longest = 64

    private static func label(of text: String) -> Label? {
        guard text.utf8.count <= longest, text.unicodeScalars.contains("计") else { return nil }
        let scalars = withoutBrackets(TextMarks.squeezed(text).unicodeScalars)
        guard let end = scalars.lastIndex(of: "计").map({ $0 + 1 }), end >= 2 else { return nil }
        guard words.contains(Array(scalars[(end - 2)..<end])) else { return nil }
        guard isCount(scalars[end...]) else { return nil }
        return end == 2 ? .plain : end <= 10 ? .named : nil
    }

    /// The text in front of brackets and behind them: 合计（万元）.
    private static func withoutBrackets(_ scalars: String.UnicodeScalarView) -> [Unicode.Scalar] {
        var depth = 0
        return scalars.filter { scalar in
            switch scalar {
            case "（", "(": depth += 1
            case "）", ")": depth = max(0, depth - 1)
            default: return depth == 0
            }
            return false
        }
    }

    /// What may follow the word: nothing, a colon, a count.
    private static func isCount(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let rest = scalars.drop { $0 == "：" || $0 == ":" }
        return rest.isEmpty || isFigure(rest)
    }

    /// Whether a cell holds a figure, with its measure perhaps, or says that there is none.
    private static func isFigure(_ text: String) -> Bool {
        guard text.utf8.count <= longest else { return false }
        return isFigure(Array(TextMarks.squeezed(text).unicodeScalars)[...])
    }

    private static func isFigure(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let figure = scalars.drop { "共约计￥¥+-−—–/／".unicodeScalars.contains($0) }
        guard let first = figure.first else { return true }
        guard isDigit(first) || first == "." else { return false }
        let measure = figure.drop { isDigit($0) || ".,，．%％‰".unicodeScalars.contains($0) }
        return measure.count <= 4 && !measure.contains { "年月日季旬前底、，。；;".unicodeScalars.contains($0) || isDigit($0) }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
    }
}

extension TaskTable {
    /// The lines below the table that say something of parts of it as well: without the sums over all of it.
    package var notesWithoutTotals: [String] { notes.filter { !TotalRow.opens($0) } }
}
