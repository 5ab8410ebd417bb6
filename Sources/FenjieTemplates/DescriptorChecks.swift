internal import FenjieModel
internal import FenjieText

/// What can be wrong with a descriptor whose every value has the right kind: names and values that do not fit together.
enum DescriptorChecks {
    /// Adds everything that does not fit to the reader's findings.
    static func check(_ template: Template, reader: inout DescriptorReader) {
        checkNames(template, reader: &reader)
        checkHeadings(template, reader: &reader)
        checkWorksheet(template.worksheet, reader: &reader)
        for (index, field) in template.fields.enumerated() {
            checkValues(field, path: "fields[\(index)]", reader: &reader)
            checkBounds(field, path: "fields[\(index)].constraints", reader: &reader)
        }
    }

    private static func checkNames(_ template: Template, reader: inout DescriptorReader) {
        var seen: Set<String> = []
        let own = [TemplateField.ownRole, TemplateField.due]
        let known = Field.allCases.map(\.rawValue) + own
        for (index, field) in template.fields.enumerated() {
            if !seen.insert(field.name).inserted {
                reader.note(
                    "template-name", .error, "fields[\(index)].name",
                    Message("栏目名 \(field.name) 重复", "the field name \(field.name) occurs twice"))
            }
            guard field.field == .other, !own.contains(field.name) else { continue }
            if let near = NearestNames.suggestion(for: field.name, among: known), near != field.name {
                reader.note(
                    "template-name", .warning, "fields[\(index)].name",
                    Message("\(field.name) 不是标准栏目名", "\(field.name) is not a standard field name"),
                    hint: Message("是否想写 \(near)？", "did you mean \(near)?"))
            }
        }
        for (index, key) in template.primaryKey.enumerated() where !seen.contains(key) {
            reader.note(
                "template-key", .error, "primaryKey[\(index)]",
                Message("fields 中没有 \(key)", "\(key) is not among the fields"),
                hint: NearestNames.suggestion(for: key, among: seen.sorted()).map {
                    Message("是否想写 \($0)？", "did you mean \($0)?")
                })
        }
    }

    /// One heading means one column.
    private static func checkHeadings(_ template: Template, reader: inout DescriptorReader) {
        var owners: [String: String] = [:]
        for (index, field) in template.fields.enumerated() {
            let headings = [("title", field.title)] + field.synonyms.enumerated().map { ("synonyms[\($0)]", $1) }
            for (name, heading) in headings {
                let key = heading.filter { !$0.isWhitespace }
                guard let owner = owners[key] else {
                    owners[key] = field.name
                    continue
                }
                guard owner != field.name else { continue }
                reader.note(
                    "template-heading", .error, "fields[\(index)].\(name)",
                    Message("栏名 \(heading) 已属于 \(owner)", "the heading \(heading) belongs to \(owner) already"),
                    hint: Message("同一栏名只能对应一个栏目", "a heading can mean one field only"))
            }
        }
    }

    private static func checkWorksheet(_ form: WorksheetForm, reader: inout DescriptorReader) {
        let texts =
            [("title", form.title)] + form.issuing.enumerated().map { ("issuing[\($0)]", $1) }
            + form.closing.enumerated().map { ("closing[\($0)]", $1) }
        for (name, text) in texts {
            for word in WorksheetText.unknownWords(in: text) {
                reader.note(
                    "template-placeholder", .error, "worksheet.\(name)",
                    Message("不认识的占位符 {\(word)}", "unknown placeholder {\(word)}"),
                    hint: NearestNames.hint(for: word, among: WorksheetText.words))
            }
        }
    }

    private static func checkValues(_ field: TemplateField, path: String, reader: inout DescriptorReader) {
        let allowed = field.constraints.allowed
        for (index, value) in field.done.enumerated() where !allowed.contains(value) {
            reader.noteUnknown(value, at: "\(path).done[\(index)]", among: allowed, of: "constraints.enum")
        }
        var seen: Set<String> = []
        for (index, value) in allowed.enumerated() {
            let name = "\(path).constraints.enum[\(index)]"
            if value.allSatisfy(\.isWhitespace) {
                reader.note("template-value", .error, name, Message("选项不能为空", "a choice cannot be empty"))
            } else if !seen.insert(value).inserted {
                reader.note(
                    "template-value", .error, name, Message("选项 \(value) 重复", "the choice \(value) occurs twice"))
            }
        }
        if field.print.isFillIn, [.number, .task, .subtask, .requirement].contains(field.field) {
            reader.note(
                "template-value", .warning, "\(path).print.fillIn",
                Message("任务内容一般不由填报单位填写", "units do not usually fill in what the task is"))
        }
    }

    private static func checkBounds(_ field: TemplateField, path: String, reader: inout DescriptorReader) {
        let constraints = field.constraints
        if let least = constraints.minLength, let most = constraints.maxLength, least > most {
            reader.note(
                "template-value", .error, "\(path).minLength",
                Message("大于 maxLength（\(most)）", "greater than maxLength (\(most))"))
        }
        guard let least = constraints.minimum, let most = constraints.maximum else { return }
        let isReversed: Bool
        switch field.type {
        case .integer, .number:
            guard let low = Double(least), let high = Double(most) else { return }
            isReversed = low > high
        // ISO 8601 days sort as text.
        case .date: isReversed = least > most
        case .string, .list: return
        }
        guard isReversed else { return }
        reader.note(
            "template-value", .error, "\(path).minimum",
            Message("大于 maximum（\(most)）", "greater than maximum (\(most))"))
    }
}
