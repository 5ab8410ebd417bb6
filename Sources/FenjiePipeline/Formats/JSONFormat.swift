internal import FenjieFiles
internal import FenjieModel
internal import FenjieTasks
internal import FenjieTemplates
internal import FenjieText

/// Task tables as JSON, one document; of plain sheets their rows.
struct JSONFormat: OutputFormat {
    let name = "json"
    let fileExtensions = ["json"]
    let hasSpans = false
    let usualSpans = SpanStyle.fill
    let isText = true

    func write(
        _ content: OutputContent, _ options: WritingOptions, to destination: inout Destination
    ) throws -> [Finding] {
        let value: JSONValue =
            switch content {
            case .tables(let tables, let template):
                .object([("tables", .array(tables.map { $0.json(noneValues: template.noneValues) }))])
            case .sheets(let sheets): .object([("sheets", .array(sheets.map(Self.json)))])
            }
        try destination.write(Array((value.text(indent: 2) + "\n").utf8))
        return []
    }

    private static func json(_ sheet: Sheet) -> JSONValue {
        .object([
            ("name", .string(sheet.name)), ("merges", .array(sheet.merges.map { .string($0.description) })),
            ("rows", .array(sheet.rows.map { .array($0.map(JSONValue.string)) })),
        ])
    }
}
