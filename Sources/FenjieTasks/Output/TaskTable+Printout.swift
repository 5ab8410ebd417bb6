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
        // Merged cells show the first value whatever the others hold, so that none of them has to be copied and emptied.
        let rows = spans == .merge ? tasks.map(\.cells) : Array(sheet(spans: spans).rows.dropFirst())
        let printed = columns.map { column -> PrintedColumn in
            let field = template.fields.first { $0.title == column.heading } ?? template.field(column.field)
            return PrintedColumn(
                heading: column.heading, width: field?.print.width ?? 16, alignment: field?.print.alignment ?? .left,
                isFillIn: field?.print.isFillIn ?? false)
        }
        return PrintedSheet(
            name: sheetName, titleLines: [title.isEmpty ? fallbackTitle : title] + preface, columns: printed,
            rows: rows, merges: spans == .merge ? merges : [], closingLines: notes)
    }
}
