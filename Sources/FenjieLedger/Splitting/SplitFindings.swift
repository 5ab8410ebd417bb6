internal import FenjieModel
internal import FenjieTasks

/// What there is to say about a split: tasks for nobody, names that nobody knows.
struct SplitFindings {
    private(set) var findings: [Finding] = []
    private let table: TaskTable
    private let resolve: (@Sendable (Assignment) -> ResolvedUnit)?

    init(table: TaskTable, portions: [Portion], resolve: (@Sendable (Assignment) -> ResolvedUnit)?) {
        self.table = table
        self.resolve = resolve
        for portion in portions {
            switch portion.kind {
            case .unassigned: noteUnassigned(portion)
            case .collective where resolve != nil: noteCollective(portion)
            case .named where portion.isUnknown: noteUnknown(portion)
            default: break
            }
        }
    }

    private mutating func noteUnassigned(_ portion: Portion) {
        guard portion.rows.count < table.tasks.count || table.tasks.count == 1 else {
            noteNoUnits(portion)
            return
        }
        for row in portion.rows {
            let task = table.tasks[row.task]
            let number = table.text(.number, of: task)
            findings.append(
                Finding(
                    "task-without-unit", .warning, at: task.place, field: "responsible_unit",
                    number: number.isEmpty ? nil : number, unit: portion.name,
                    message: Message(
                        "没有责任单位，列入“\(portion.name)”", "no responsible unit; it goes to \(portion.name)"),
                    hint: Message("请补填责任单位后重新拆分", "fill in the unit and split again")))
        }
    }

    /// One finding for a table without units, rather than one for each of its tasks.
    private mutating func noteNoUnits(_ portion: Portion) {
        findings.append(
            Finding(
                "table-without-units", .warning, at: Place(sheet: table.sheetName.isEmpty ? nil : table.sheetName),
                field: Field.responsibleUnit.rawValue, unit: portion.name,
                message: Message(
                    "表中没有责任单位，\(portion.rows.count) 项任务全部列入“\(portion.name)”",
                    "the table names no units; \(Message.counted(portion.rows.count, "task goes", "tasks go")) to "
                        + "\(portion.name)"),
                hint: Message(
                    "栏名特殊时可在模板的 synonyms 中补充；按任务或时限拆分请用 --by",
                    "add an unusual heading to the template's synonyms, or split by task or deadline with --by")))
    }

    private mutating func noteCollective(_ portion: Portion) {
        findings.append(
            Finding(
                "collective-not-expanded", .info, at: firstPlace(portion), unit: portion.name,
                message: Message(
                    "“\(portion.name)”代表多个单位，名录中没有其成员，单独成表（\(portion.rows.count) 项任务）",
                    "\(portion.name) stands for several units and the directory does not say which; it gets a worksheet of "
                        + "its own (\(Message.counted(portion.rows.count, "task")))"),
                hint: Message(
                    "在名录的“所属集合”一栏为其成员写上“\(portion.name)”",
                    "name it in the column 所属集合 of its members in the directory")))
    }

    private mutating func noteUnknown(_ portion: Portion) {
        let nearest = resolve?(Assignment(unit: portion.name)).nearest ?? []
        let near = nearest.isEmpty ? "" : "是否为 \(nearest.joined(separator: "、"))？"
        let nearEnglish = nearest.isEmpty ? "" : "did you mean \(nearest.joined(separator: ", "))? "
        findings.append(
            Finding(
                // With nothing near it is new to the directory rather than misspelt.
                "unit-unknown", nearest.isEmpty ? .info : .warning, at: firstPlace(portion), unit: portion.name,
                message: Message("名录中没有“\(portion.name)”", "the directory has no \(portion.name)"),
                hint: Message(
                    near + "请核对名称，或将其加入名录的单位名称或别名",
                    nearEnglish + "check the name, or add it to the directory as a name or an alias")))
    }

    private func firstPlace(_ portion: Portion) -> Place {
        portion.rows.first.map { table.tasks[$0.task].place } ?? Place()
    }
}
