internal import FenjieFormats
internal import FenjieGrammar
internal import FenjieModel
internal import FenjiePipeline
internal import FenjieTasks
internal import FenjieText

/// An inspection as a page for people: aligned by display width, in colour on a terminal.
struct InspectionPage {
    let language: Language
    let style: Style

    func text(_ inspection: Inspection) -> String {
        var lines = [style.bold(Printable.escaping(inspection.reading.document.name))]
        lines += form(inspection)
        for table in inspection.reading.tables { lines += self.table(table) }
        lines += units(inspection)
        lines += deadlines(inspection)
        return lines.joined(separator: "\n") + "\n"
    }

    private func say(_ chinese: String, _ english: String) -> String { Message(chinese, english).text(in: language) }

    /// A label and what belongs to it, in two columns.
    private func line(_ label: String, _ text: String) -> String {
        let width = language == .chinese ? 10 : 12
        return "  " + style.dim(TextWidth.padded(label + " ", to: width)) + text
    }

    private func form(_ inspection: Inspection) -> [String] {
        let document = inspection.reading.document
        var form = document.form
        if let encoding = document.encoding { form += ", " + encoding }
        if let delimiter = document.delimiter { form += ", " + (delimiter == "\t" ? "TAB" : delimiter) }
        var lines = [line(say("形式", "form"), form)]
        if let best = inspection.candidates.first {
            lines.append(line(say("依据", "because"), best.score.reason.text(in: language)))
            let scores = inspection.candidates.filter { $0.score.value > 0 }.map {
                "\($0.layout.name) \(Int(($0.score.value * 100).rounded()))%"
            }
            lines.append(line(say("得分", "scores"), scores.joined(separator: ", ")))
        }
        return lines
    }

    private func table(_ table: TaskTable) -> [String] {
        var lines = [""]
        lines.append(style.bold(table.title.isEmpty ? say("（无标题）", "(no title)") : Printable.escaping(table.title)))
        lines.append(line(say("任务", "tasks"), String(table.tasks.count)))
        let columns = table.columns.map { column -> (String, String) in
            (
                column.printedHeading.map(Printable.escaping) ?? say("（无）", "(none)"),
                "\(column.heading) \(column.field.rawValue)"
            )
        }
        let width = columns.map { TextWidth.columns($0.0) }.max() ?? 0
        for (index, column) in columns.enumerated() {
            let heading = TextWidth.padded(column.0, to: width)
            lines.append(line(index == 0 ? say("栏目", "columns") : "", "\(heading)  → \(column.1)"))
        }
        if !table.notes.isEmpty { lines.append(line(say("表下注", "notes"), String(table.notes.count))) }
        return lines
    }

    private func units(_ inspection: Inspection) -> [String] {
        guard !inspection.units.isEmpty else { return [] }
        let single = inspection.units.filter { !$0.isCollective }
        let collective = inspection.units.filter(\.isCollective)
        var lines = [
            "",
            style.bold(
                say(
                    "单位 \(single.count) 个，统称 \(collective.count) 个",
                    "\(Message.counted(single.count, "unit")), \(collective.count) collective")),
        ]
        let names = min(48, inspection.units.map { TextWidth.columns(Printable.escaping($0.name)) }.max() ?? 0)
        for unit in single.sorted(by: { $0.total > $1.total }) + collective.sorted(by: { $0.total > $1.total }) {
            let name = TextWidth.padded(Printable.escaping(unit.name) + "  ", to: names + 2)
            lines.append("  " + name + counts(unit))
        }
        if inspection.missing.units > 0 {
            lines.append(
                "  "
                    + say(
                        "\(inspection.missing.units) 项任务没有责任单位",
                        "\(Message.counted(inspection.missing.units, "task")) without a unit"))
        }
        return lines
    }

    private func counts(_ unit: UnitCensus) -> String {
        let roles: [(Role, Message)] = [
            (.lead, Message("牵头", "lead")), (.responsible, Message("负责", "responsible")),
            (.assisting, Message("配合", "assisting")),
        ]
        let parts = roles.compactMap { role, name in
            unit.counts[role].map { "\(name.text(in: language)) \($0)" }
        }
        guard unit.isCollective else { return parts.joined(separator: ", ") }
        let note =
            switch unit.members {
            case nil: say("（统称）", " (collective)")
            case 0: say("（统称，名录中没有成员）", " (collective, no members in the directory)")
            case let count?: say("（统称，\(count) 个成员）", " (collective of \(count))")
            }
        return parts.joined(separator: ", ") + note
    }

    private func deadlines(_ inspection: Inspection) -> [String] {
        guard !inspection.deadlineKinds.isEmpty else { return [] }
        var lines = ["", style.bold(say("完成时限", "deadlines"))]
        for (kind, count) in inspection.deadlineKinds { lines.append(line(name(kind), String(count))) }
        if inspection.missing.deadlines > 0 {
            lines.append(line(say("未写", "none"), String(inspection.missing.deadlines)))
        }
        if !inspection.months.isEmpty {
            let months = inspection.months.map { "\($0.month) \($0.count)" }
            lines.append(line(say("按月", "by month"), months.joined(separator: ", ")))
        }
        return lines
    }

    private func name(_ kind: DeadlineKind) -> String {
        switch kind {
        case .date: say("日期", "date")
        case .yearround: say("全年", "all year")
        case .ongoing: say("持续", "ongoing")
        case .relative: say("相对", "relative")
        case .periodic: say("定期", "periodic")
        case .immediate: say("立即", "at once")
        case .unknown: say("未识别", "unknown")
        }
    }
}
