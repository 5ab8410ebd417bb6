/// A table of a page; on a narrow screen each row becomes a card in which the headings stand before the cells.
struct PageTable {
    /// The headings as HTML; empty ones say nothing on a card either.
    var headings: [String]
    /// Classes of the columns, such as `number`; empty for ordinary text.
    var classes: [String]
    /// The cells as HTML, row by row.
    var rows: [[String]] = []
    /// The class of the table.
    var kind = ""
    /// Headings as HTML over the whole width, by the row that they stand before, counted from 0.
    var groups: [Int: String] = [:]

    /// The table as HTML.
    var html: String {
        let head = headings.enumerated().map { "<th\(classAttribute($0))>\($1)</th>" }.joined()
        let body = rows.enumerated().map { index, row in
            let cells = row.enumerated().map { column, cell in
                "<td\(classAttribute(column))\(label(column))>\(cell)</td>"
            }
            let group = groups[index].map { heading in
                "<tr class=\"group\"><th colspan=\"\(headings.count)\">\(heading)</th></tr>\n"
            }
            return "\(group ?? "")<tr>\(cells.joined())</tr>"
        }
        return """
            <table\(kind.isEmpty ? "" : " class=\"\(kind)\"")>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(body.joined(separator: "\n"))
            </tbody>
            </table>
            """
    }

    private func classAttribute(_ column: Int) -> String {
        classes.indices.contains(column) && !classes[column].isEmpty ? " class=\"\(classes[column])\"" : ""
    }

    private func label(_ column: Int) -> String {
        headings.indices.contains(column) && !headings[column].isEmpty ? " data-label=\"\(headings[column])\"" : ""
    }
}
