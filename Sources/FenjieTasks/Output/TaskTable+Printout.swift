public import FenjieModel
public import FenjieTemplates

extension TaskTable {
    /// The table as it is printed: title, headings, merged spans, notes.
    ///
    /// - Parameters:
    ///   - template: gives widths and alignment.
    ///   - spans: how values that several rows share are written.
    ///   - fallbackTitle: the title where the table has none.
    /// - Returns: one printed sheet.
    public func printedSheet(template: Template, spans: SpanStyle, fallbackTitle: String) -> PrintedSheet {
        let sheet = sheet(spans: spans)
        let printed = columns.map { column -> PrintedColumn in
            let field = template.fields.first { $0.title == column.heading } ?? template.field(column.field)
            return PrintedColumn(
                heading: column.heading, width: field?.print.width ?? 16, alignment: field?.print.alignment ?? .left,
                isFillIn: field?.print.isFillIn ?? false)
        }
        return PrintedSheet(
            name: sheetName, titleLines: [title.isEmpty ? fallbackTitle : title] + preface, columns: printed,
            rows: Array(sheet.rows.dropFirst()),
            merges: sheet.merges.map {
                CellRange(rows: ($0.rows.lowerBound - 1)...($0.rows.upperBound - 1), columns: $0.columns)
            },
            closingLines: notes)
    }
}
