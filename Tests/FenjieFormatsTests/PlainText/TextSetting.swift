import FenjieText

/// Sets rows as text in the ways that documents do.
enum TextSetting {
    /// One cell a line, with what stands before and behind it.
    static func cellPerLine(_ rows: [[String]], before: String = "", behind: String, rowEnd: String = "") -> String {
        rows.map { row in row.map { before + $0 + behind + "\n" }.joined() + rowEnd }.joined()
    }

    /// One row a line.
    static func rows(_ rows: [[String]], separator: String, outer: Bool = false) -> String {
        rows.map { row in
            let cells = row.joined(separator: separator)
            return (outer ? separator + cells + separator : cells) + "\n"
        }.joined()
    }

    /// Wrapped cells in columns.
    static func aligned(_ rows: [[String]], widths: [Int], blankLines: Bool, isCentred: Bool = false) -> String {
        rows.map { row in
            var cells = zip(row, widths).map { wrapped($0, width: $1) }
            let height = cells.map(\.count).max() ?? 1
            if isCentred { cells = cells.map { Array(repeating: "", count: (height - $0.count) / 2) + $0 } }
            return (0..<height).map { line in
                zip(cells, widths).map { padded(line < $0.count ? $0[line] : "", $1) }.joined(separator: "  ") + "\n"
            }.joined()
        }.joined(separator: blankLines ? "\n" : "")
    }

    /// A text of a header and rows with rules above, below the header, at the end and in place of blank lines.
    static func ruled(_ text: String, with mark: Character) -> String {
        let rule = String(repeating: mark, count: 60)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? rule : String($0) }
        let body = lines[0].isEmpty ? lines : [lines[0], rule] + lines[1...].drop { $0 == rule }
        return ([rule] + body + (body.last == rule ? [] : [rule])).joined(separator: "\n") + "\n"
    }

    /// A table drawn with rules, ambiguous characters one or two columns wide.
    static func grid(_ rows: [[String]], widths: [Int], isWide: Bool = false, isASCII: Bool = false) -> String {
        let stroke = isASCII ? "-" : "─"
        let upright = isASCII ? "|" : "│"
        func rule(_ left: String, _ cross: String, _ right: String) -> String {
            let parts = widths.map { String(repeating: stroke, count: isWide && !isASCII ? $0 / 2 : $0) }
            return (isASCII ? "+" : left) + parts.joined(separator: isASCII ? "+" : cross) + (isASCII ? "+" : right)
                + "\n"
        }
        let body = rows.map { row in
            let cells = zip(row, widths).map { wrapped($0, width: $1, isWide: isWide) }
            return (0..<(cells.map(\.count).max() ?? 1)).map { line in
                let parts = zip(cells, widths).map { padded(line < $0.count ? $0[line] : "", $1, isWide: isWide) }
                return upright + parts.joined(separator: upright) + upright + "\n"
            }.joined()
        }
        return rule("┌", "┬", "┐") + body.joined(separator: rule("├", "┼", "┤")) + rule("└", "┴", "┘")
    }

    /// Wrapped cells in blocks, as PDF text gives them; empty cells leave nothing behind.
    static func blocks(_ rows: [[String]], widths: [Int], doubleSpaced: Bool = false) -> String {
        rows.map { row in
            zip(row, widths).filter { !$0.0.isEmpty }.map { cell, width in
                wrapped(cell, width: width, isWide: true).joined(separator: doubleSpaced ? "\n\n" : "\n") + "\n\n"
            }.joined()
        }.joined()
    }

    /// The lines of a text at a width.
    static func wrapped(_ text: String, width: Int, isWide: Bool = false) -> [String] {
        var lines = [""]
        for character in text {
            let own = DisplayWidth.columns(of: String(character), ambiguousIsWide: isWide)
            if DisplayWidth.columns(of: lines[lines.count - 1], ambiguousIsWide: isWide) + own > width {
                lines.append("")
            }
            lines[lines.count - 1].append(character)
        }
        return lines
    }

    private static func padded(_ text: String, _ width: Int, isWide: Bool = false) -> String {
        text + String(repeating: " ", count: max(0, width - DisplayWidth.columns(of: text, ambiguousIsWide: isWide)))
    }
}
