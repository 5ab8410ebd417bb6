internal import FenjieFormats
internal import FenjieGrammar
internal import FenjieModel
internal import FenjiePipeline
internal import FenjieTasks
internal import FenjieText

/// An inspection as JSON.
enum InspectionJSON {
    static func value(_ inspection: Inspection, language: Language) -> JSONValue {
        let document = inspection.reading.document
        return .object([
            ("file", .string(document.name)), ("form", .string(document.form)),
            ("encoding", document.encoding.map(JSONValue.string) ?? .null),
            ("delimiter", document.delimiter.map(JSONValue.string) ?? .null),
            (
                "layouts",
                .array(
                    inspection.candidates.map { candidate in
                        .object([
                            ("name", .string(candidate.layout.name)), ("score", .number(candidate.score.value)),
                            ("reason", .string(candidate.score.reason.text(in: language))),
                        ])
                    })
            ),
            ("sheets", .array(document.sheets.map(sheet))),
            ("tables", .array(inspection.reading.tables.map(table))),
            ("units", .array(inspection.units.map(unit))),
            ("deadlines", .object(inspection.deadlineKinds.map { ($0.kind.rawValue, .integer($0.count)) })),
            ("months", .object(inspection.months.map { ($0.month, .integer($0.count)) })),
            ("tasks_without_units", .integer(inspection.missing.units)),
            ("tasks_without_deadline", .integer(inspection.missing.deadlines)),
            ("findings", .array(inspection.findings.map { $0.json(in: language) })),
        ])
    }

    private static func sheet(_ sheet: Sheet) -> JSONValue {
        .object([
            ("name", .string(sheet.name)), ("visibility", .string(sheet.visibility.rawValue)),
            ("rows", .integer(sheet.rows.count)), ("columns", .integer(sheet.columnCount)),
            ("merges", .integer(sheet.merges.count)), ("hidden_rows", .integer(sheet.hiddenRows.count)),
            ("hidden_columns", .integer(sheet.hiddenColumns.count)),
        ])
    }

    private static func table(_ table: TaskTable) -> JSONValue {
        .object([
            ("title", .string(table.title)), ("sheet", .string(table.sheetName)),
            ("tasks", .integer(table.tasks.count)),
            (
                "columns",
                .array(
                    table.columns.map { column in
                        .object([
                            ("heading", .string(column.heading)), ("field", .string(column.field.rawValue)),
                            ("printed", column.printedHeading.map(JSONValue.string) ?? .null),
                        ])
                    })
            ),
            ("notes", .array(table.notes.map(JSONValue.string))),
        ])
    }

    private static func unit(_ unit: UnitCensus) -> JSONValue {
        .object([
            ("name", .string(unit.name)), ("collective", .bool(unit.isCollective)),
            ("members", unit.members.map(JSONValue.integer) ?? .null),
            ("lead", .integer(unit.counts[.lead] ?? 0)), ("responsible", .integer(unit.counts[.responsible] ?? 0)),
            ("assisting", .integer(unit.counts[.assisting] ?? 0)), ("tasks", .integer(unit.total)),
        ])
    }
}
