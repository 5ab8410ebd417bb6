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
        let lines = OutlineLines(text)
        let source = RecordBlocks(lines)
        guard !source.records.isEmpty, source.labels.count >= 2 else { throw .noHeader(title) }
        var sheet = RecordTable(source).sheet
        sheet.title = source.records.first.flatMap { OutlineTitle.text(above: $0.line, in: lines) }
        return LayoutReading(sheets: [sheet], before: source.before, after: source.after)
    }
}
