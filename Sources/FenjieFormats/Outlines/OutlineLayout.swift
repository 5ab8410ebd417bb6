internal import FenjieGrammar
internal import FenjieModel

/// An outline in running text: 一、 （一） 1. with units in brackets or on lines of their own, or titles alone.
///
/// The sheet has the canonical columns; further ones follow where a document's labels or a third heading level need them.
struct OutlineLayout: TextLayout {
    let vocabulary: HeadingVocabulary
    /// Whether headings keep their ordinals.
    var keepsNumbering = false
    let name = "outline"
    let title = Message("分级提纲：一、（一）1.", "an outline: 一、 （一） 1.")

    func score(_ text: LayoutText) -> LayoutScore {
        let lines = OutlineLines(text, countsNouns: true)
        let ordinals = lines.all.filter(\.isOrdinal).count
        guard ordinals >= 2 || lines.all.contains(where: { $0.depth > 0 || $0.hasBullet }) else {
            return .none(Message("几乎没有带编号的段落", "hardly any paragraph has an ordinal"))
        }
        guard lines.tableLines * 4 < lines.all.count else {
            return .none(Message("多数行是表格行", "most lines are rows of a table"))
        }
        let tasks = OutlineTasks(OutlineTree(ParagraphJoiner(lines).paragraphs), keepsNumbering: false).tasks
        guard !tasks.isEmpty else { return .none(Message("没有找到任务", "no tasks found")) }
        let noted = tasks.filter { $0.segment.hasUnits }.count
        let reason = Message(
            "\(ordinals) 段带编号，\(tasks.count) 项任务，其中 \(noted) 项写明责任单位",
            "\(Message.counted(ordinals, "paragraph")) with an ordinal, \(Message.counted(tasks.count, "task")), "
                + "\(noted) of them with units")
        let isNoted = noted * 3 >= tasks.count
        guard let header = header(of: text, isMostlyNoted: noted * 10 >= tasks.count * 6) else {
            return LayoutScore(isNoted ? 0.95 : 0.7, reason)
        }
        // Below the headings of a table, items without units are its group rows, and its cells lost their order.
        if !isNoted, let first = tasks.first, text.lines[header.lines.lowerBound].number < first.segment.line {
            return LayoutScore(
                0.2,
                Message("编号段落上方有表头，各段没有写明责任单位", "headings of a table stand above the items, and none names its units"))
        }
        return LayoutScore(0.5, reason)
    }

    /// The header of a table in the text. A title and labels on lines of their own sound like headings too: where most
    /// items name their units, headings one below the other count only with a column of numbers.
    private func header(of text: LayoutText, isMostlyNoted: Bool) -> FoundHeader? {
        guard let header = HeaderFinder(vocabulary: vocabulary).find(in: text) else { return nil }
        let isTable = !isMostlyNoted || header.isSideBySide || header.headings.contains { $0.field == .number }
        return isTable ? header : nil
    }

    func read(_ text: LayoutText) throws(LayoutFailure) -> LayoutReading {
        let lines = OutlineLines(text, countsNouns: true)
        let tree = OutlineTree(ParagraphJoiner(lines).paragraphs)
        let tasks = OutlineTasks(tree, keepsNumbering: keepsNumbering)
        guard !tasks.tasks.isEmpty else {
            throw LayoutFailure(
                Message("提纲中没有找到任务", "no tasks were found in the outline"),
                hint: Message("任务应带有编号，如“1.”或“（一）”", "tasks carry an ordinal, such as 1. or （一）"))
        }
        var findings = tasks.findings
        if let first = tree.afterwords.first {
            findings.append(.textAfterTable(first.line, lines: tree.afterwords.count))
        }
        var sheet = OutlineTable(tasks).sheet
        let section = tasks.tasks.first?.section
        sheet.title = tree.nodes.first { $0.section == section }.flatMap {
            OutlineTitle.text(above: $0.line, in: lines)
        }
        return LayoutReading(
            sheets: [sheet], before: tree.before, after: tree.after, findings: findings)
    }
}
