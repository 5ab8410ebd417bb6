internal import FenjieGrammar
internal import FenjieModel

/// Writes the tasks of an outline as the rows of a sheet.
struct OutlineTable {
    private let tasks: [OutlineTask]
    private let ranks: [Int]
    /// The labels that have columns of their own, in order of appearance.
    private let labels: [String]

    private static let header = ["序号", "一级任务", "二级任务", "具体要求", "责任单位", "完成时限"]
    private static let levels = ["三级任务", "四级任务", "五级任务", "六级任务"]

    init(_ source: OutlineTasks) {
        tasks = source.tasks
        ranks = Array(source.ranks.prefix(2 + Self.levels.count))
        var labels: [String] = []
        var seen: Set<String> = []
        for label in source.tasks.flatMap(\.segment.labels) where label.field != .responsibleUnit {
            if seen.insert(label.name).inserted { labels.append(label.name) }
        }
        self.labels = labels
    }

    /// The sheet: the header, then one row for each task.
    var sheet: Sheet {
        var sheet = Sheet(name: LayoutReading.sheetName)
        sheet.isComplete = true
        sheet.rows.append(Self.header + Self.levels.prefix(max(0, ranks.count - 2)) + labels)
        sheet.lines.append(tasks.first?.segment.line ?? 1)
        for (index, task) in tasks.enumerated() {
            sheet.rows.append(row(task, number: index + 1))
            sheet.lines.append(task.segment.line)
        }
        return sheet
    }

    private func row(_ task: OutlineTask, number: Int) -> [String] {
        let path = ranks.map { task.path[$0] ?? "" }
        let segment = task.segment
        let requirement = OutlineText.string(segment.text)
        var cells = [
            String(number), path.first ?? "", path.dropFirst().first ?? "", requirement, Self.units(of: segment),
            deadline(of: segment, requirement: requirement),
        ]
        cells += path.dropFirst(2)
        cells += labels.map { name in
            segment.labels.filter { $0.name == name }.map { OutlineText.string($0.value) }.joined(separator: "、")
        }
        return cells
    }

    /// The units that a segment names, labels included where they are not those of the column.
    static func units(of segment: OutlineSegment) -> String {
        let labelled = segment.labels.filter { $0.field == .responsibleUnit }.map { OutlineText.string($0.value) }
        return ([OutlineText.string(segment.units)] + labelled).filter { !$0.isEmpty }.joined(separator: "；")
    }

    /// What a note says, or else what the sentence says.
    private func deadline(of segment: OutlineSegment, requirement: String) -> String {
        if !segment.deadline.isEmpty { return OutlineText.string(segment.deadline) }
        var mentions: [String] = []
        for range in Deadline.mentions(in: requirement).prefix(8) {
            let mention = String(requirement[range])
            if !mentions.contains(mention) { mentions.append(mention) }
        }
        return mentions.joined(separator: "；")
    }
}
