internal import FenjieModel

/// Writes records as the rows of a sheet: the canonical columns first, then those of further labels.
struct RecordTable {
    /// What a column takes from a record.
    private enum Source {
        case nothing, number
        case heading(rank: Int)
        case label(String)
        case units(String?)
        case deadline(String?)
    }

    private let records: [Record]
    private let fields: [String: Field]
    private var columns: [(heading: String, source: Source)] = []

    private static let deeperLevels = ["三级任务", "四级任务", "五级任务", "六级任务"]

    init(_ source: RecordBlocks) {
        records = source.records.flatMap(\.tasks)
        fields = Dictionary(source.labels.map { ($0.name, $0.field) }) { first, _ in first }
        var ranks = Set(source.records.flatMap(\.path.keys)).sorted()
        let requirement = Self.requirement(of: source, isBelowHeadings: !ranks.isEmpty)
        let first: (Field) -> String? = { field in
            source.labels.first { $0.field == field && $0.name != requirement }?.name
        }
        // Without a label for it the last heading says what is to be done.
        let own = requirement == nil ? ranks.popLast() : nil
        var levels: [Source] = ranks.map { .heading(rank: $0) }
        let tasks: [String?] = [first(.task), first(.subtask)]
        levels += tasks.compactMap { name in
            name.map { .label($0) } ?? (ranks.isEmpty ? .nothing : nil)
        }
        levels += [.nothing, .nothing]
        let headings = levels.dropFirst(2).filter { if case .heading = $0 { true } else { false } }
        columns = [
            ("序号", first(.number).map { .label($0) } ?? .number), ("一级任务", levels[0]), ("二级任务", levels[1]),
            ("具体要求", requirement.map { .label($0) } ?? own.map { .heading(rank: $0) } ?? .nothing),
            ("责任单位", .units(first(.responsibleUnit))), ("完成时限", .deadline(first(.deadline))),
        ]
        columns += zip(Self.deeperLevels, headings).map { ($0, $1) }
        let used = Set(columns.compactMap { Self.label(of: $0.source) })
        columns += source.labels.filter { !used.contains($0.name) }.map { ($0.name, .label($0.name)) }
    }

    /// The label that says what is to be done: aims only where nothing else does.
    private static func requirement(of source: RecordBlocks, isBelowHeadings: Bool) -> String? {
        let requirements = source.labels.filter { $0.field == .requirement }.map(\.name)
        if let measures = requirements.first(where: { !$0.hasSuffix("目标") }) { return measures }
        let tasks = [Field.subtask, .task].flatMap { field in source.labels.filter { $0.field == field }.map(\.name) }
        let lists = tasks.first { name in source.records.contains { $0.points[name] != nil } }
        return (isBelowHeadings ? lists : nil) ?? requirements.first ?? tasks.first
    }

    private static func label(of source: Source) -> String? {
        switch source {
        case .label(let name): name
        case .units(let name), .deadline(let name): name
        case .nothing, .number, .heading: nil
        }
    }

    /// The sheet: the header, then one row for each task.
    var sheet: Sheet {
        var sheet = Sheet(name: LayoutReading.sheetName)
        sheet.isComplete = true
        sheet.rows.append(columns.map(\.heading))
        sheet.lines.append(records.first?.line ?? 1)
        for (index, record) in records.enumerated() {
            sheet.rows.append(columns.map { cell($0.source, of: record, number: index + 1) })
            sheet.lines.append(record.line)
        }
        return sheet
    }

    private func cell(_ source: Source, of record: Record, number: Int) -> String {
        switch source {
        case .nothing: ""
        case .number: String(number)
        case .heading(let rank): record.path[rank] ?? ""
        case .units(let label): record.units ?? label.flatMap { value($0, of: record) } ?? ""
        case .deadline(let label): record.deadline ?? label.flatMap { value($0, of: record) } ?? ""
        case .label(let label):
            // Who does a point by itself does not share it with those of the whole record.
            record.units != nil && fields[label].map(OutlineLabels.isUnit) == true
                ? "" : value(label, of: record) ?? ""
        }
    }

    /// What a record says behind a label; names and dates without the mark behind them.
    private func value(_ label: String, of record: Record) -> String? {
        guard let value = record.text(of: label) else { return nil }
        guard let field = fields[label], OutlineLabels.isDetail(field) else { return value }
        return OutlineText.string(OutlineLabels.withoutMarks(Array(value.unicodeScalars)))
    }
}
