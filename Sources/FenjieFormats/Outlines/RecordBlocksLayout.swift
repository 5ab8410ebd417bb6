internal import FenjieGrammar
internal import FenjieModel

/// Records in blocks, one label and value a line: 事项：… 承办单位：… 时间：….
struct RecordBlocksLayout: TextLayout {
    let name = "records"
    let title = Message("逐条记录：每行一个“标签：内容”", "records: one label and value a line")

    func score(_ text: LayoutText) -> LayoutScore {
        let records = RecordBlocks(OutlineLines(text))
        let share = Double(records.labelledLines) / Double(max(1, records.lines))
        // Units and deadlines alone are labels below an item, not records.
        let namesTask = records.labels.contains { [.task, .subtask, .requirement].contains($0.field) }
        guard records.records.count >= 2, records.labels.count >= 2, namesTask else {
            return .none(Message("没有重复出现的标签", "no labels come again and again"))
        }
        return LayoutScore(
            share * 1.2 > 0.96 ? 0.96 : share * 1.2,
            Message(
                "\(records.records.count) 条记录，\(records.labels.count) 个标签",
                "\(Message.counted(records.records.count, "record")) with "
                    + "\(Message.counted(records.labels.count, "label"))"))
    }

    func read(_ text: LayoutText) throws(LayoutFailure) -> LayoutReading {
        let source = RecordBlocks(OutlineLines(text))
        guard !source.records.isEmpty, source.labels.count >= 2 else { throw .noHeader(title) }
        return LayoutReading(sheets: [source.sheet], before: source.before, after: source.after)
    }
}

/// The records of a text: a block begins where the first label comes again.
struct RecordBlocks: Sendable {
    /// One record: values by label.
    struct Record: Sendable {
        var values: [String: String] = [:]
        /// The heading above it.
        var group: String
        let line: Int
    }

    private(set) var records: [Record] = []
    /// The labels in order of appearance, with what they mean.
    private(set) var labels: [(name: String, field: Field)] = []
    private(set) var before: [ProseLine] = []
    private(set) var after: [ProseLine] = []
    private(set) var lines = 0
    private(set) var labelledLines = 0
    private var group = ""
    private var current: String?

    init(_ source: OutlineLines) {
        lines = source.all.count
        for (index, line) in source.all.enumerated() {
            let numbering = line.numbering
            let whole = OutlineText.trimmed(line.text.dropFirst(numbering?.marker.unicodeScalars.count ?? 0))
            let labels = OutlineLabels.labels(in: whole[...]) { $0 != .other }
            if let first = labels.first, first.range.lowerBound == whole.startIndex {
                labelledLines += 1
                for label in labels { add(label, line: line.number) }
            } else if OutlineFurniture.isClosing(source.all, at: index) {
                current = nil
                keep(line)
            } else if numbering != nil || line.depth > 0 {
                lines -= 1
                group = OutlineText.string(whole)
                current = nil
            } else if let current, !records.isEmpty, !line.followsBlank {
                records[records.count - 1].values[current, default: ""] += OutlineText.string(line.text)
                labelledLines += 1
            } else {
                keep(line)
            }
        }
    }

    private mutating func add(_ label: OutlineLabel, line: Int) {
        if !labels.contains(where: { $0.name == label.name }) { labels.append((label.name, label.field)) }
        if records.isEmpty || records[records.count - 1].values[label.name] != nil {
            records.append(Record(group: group, line: line))
        }
        records[records.count - 1].values[label.name] = OutlineText.string(label.value)
        current = label.name
    }

    /// What a record says behind a label; names and dates without the mark behind them.
    private func value(_ label: String, of record: Record) -> String? {
        guard let value = record.values[label] else { return nil }
        guard let field = labels.first(where: { $0.name == label })?.field, OutlineLabels.isDetail(field) else {
            return value
        }
        return OutlineText.string(OutlineLabels.withoutMarks(Array(value.unicodeScalars)))
    }

    private mutating func keep(_ line: OutlineLine) {
        let prose = ProseLine(line: line.number, text: OutlineText.string(line.text))
        if records.isEmpty { before.append(prose) } else { after.append(prose) }
    }

    /// The sheet: canonical columns first, then those of further labels.
    var sheet: Sheet {
        let fields = labels.map(\.field)
        let canonical: [(heading: String, field: Field)] = [
            ("序号", .number), ("一级任务", .task), ("二级任务", .subtask), ("具体要求", .requirement), ("责任单位", .responsibleUnit),
            ("完成时限", .deadline),
        ]
        // A task without a requirement beside it is the requirement.
        let isWhole = !fields.contains(.requirement)
        var columns: [(heading: String, label: String?)] = []
        var used: Set<String> = []
        for (heading, field) in canonical {
            let wanted: Field =
                field == .requirement && isWhole ? (fields.contains(.subtask) ? .subtask : .task) : field
            let isTaken = isWhole && field == (fields.contains(.subtask) ? .subtask : .task)
            let label = isTaken ? nil : labels.first { $0.field == wanted && !used.contains($0.name) }?.name
            if let label { used.insert(label) }
            columns.append((heading, label))
        }
        let usesGroup = columns[1].label == nil && records.contains { !$0.group.isEmpty }
        for label in labels where !used.contains(label.name) { columns.append((label.name, label.name)) }
        var sheet = Sheet(name: LayoutReading.sheetName)
        sheet.isComplete = true
        sheet.rows.append(columns.map(\.heading))
        sheet.lines.append(records.first?.line ?? 1)
        for (index, record) in records.enumerated() {
            var row = columns.map { column in column.label.flatMap { value($0, of: record) } ?? "" }
            if columns[0].label == nil { row[0] = String(index + 1) }
            if usesGroup { row[1] = record.group }
            sheet.rows.append(row)
            sheet.lines.append(record.line)
        }
        return sheet
    }
}
