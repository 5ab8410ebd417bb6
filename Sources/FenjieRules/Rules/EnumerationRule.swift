internal import FenjieModel
internal import FenjieTemplates
internal import FenjieText

/// Values are among those allowed (Table Schema, `enum`).
struct EnumerationRule: Rule {
    static let name = "enum"
    static let codes = [
        CodeDescription(
            "value-not-allowed", .error, Message("值不在允许范围内", "a value is not among those allowed"),
            cause: Message(
                "模板中该栏 constraints.enum 列出了允许的值，单元格填的不是其中之一。",
                "The template's constraints.enum lists the values allowed, and the cell holds another."),
            example: Message("“完成状态”填了“差不多了”。", "完成状态 says 差不多了."),
            cure: Message("从下拉列表中选择；需要新增选项时修改模板的 enum。", "Choose from the list; a new choice goes into enum.")),
        CodeDescription(
            "value-spacing", .warning, Message("值只差空格或全半角", "a value differs in spaces or width only"),
            cause: Message(
                "单元格与某个允许的值相比，只多了空格或全半角不同，程序仍能认出。",
                "The cell differs from a value allowed in white space or full and half width only; it is understood."),
            example: Message("填了“已 完成”。", "It says 已 完成."),
            cure: Message("重新从下拉列表中选择一次。", "Choose it from the list once more.")),
    ]

    private struct Item {
        let column: CheckedColumn
        let field: TemplateField
        let allowed: SortedTexts
    }

    private var items: [Item] = []

    init?(_ table: CheckedTable) {
        for (column, field) in table.known where !field.constraints.allowed.isEmpty {
            items.append(Item(column: column, field: field, allowed: SortedTexts(field.constraints.allowed)))
        }
        guard !items.isEmpty else { return nil }
    }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        for index in items.indices {
            let value = row.value(items[index].column)
            guard !value.isEmpty, !items[index].allowed.contains(row.cells.bytes, value) else { continue }
            let item = items[index]
            let text = row.text(item.column)
            let allowed = item.field.constraints.allowed
            let key = Self.folded(text)
            if let meant = allowed.first(where: { Self.folded($0) == key }) {
                report.add(
                    "value-spacing", item.column, in: row,
                    Message(
                        "“\(QuotedText.short(text))”与“\(meant)”只差空格或全半角",
                        "“\(QuotedText.short(text))” is \(meant) but for spaces or width"),
                    hint: Message("请改为“\(meant)”", "write \(meant)"))
            } else {
                report.add(
                    "value-not-allowed", item.column, in: row,
                    Message(
                        "“\(item.field.title)”不能填“\(QuotedText.short(text))”",
                        "\(item.field.title) cannot be “\(QuotedText.short(text))”"),
                    hint: Self.cure(text, allowed, item.field))
            }
        }
    }

    private static func cure(_ text: String, _ allowed: [String], _ field: TemplateField) -> Message {
        var near = NearestNames.suggestion(for: text, among: allowed)
        if near == nil, field.field == .status, let meaning = StatusMeaning(text) {
            near = allowed.first { StatusMeaning($0) == meaning }
        }
        let shown = allowed.prefix(12)
        let rest = allowed.count > shown.count ? "…" : ""
        let chinese = "可填：" + shown.joined(separator: "、") + rest
        let english = "it can be " + shown.joined(separator: ", ") + rest
        guard let near else { return Message(chinese, english) }
        return Message("是否应为“\(near)”？\(chinese)", "is it \(near)? \(english)")
    }

    /// Without white space, in half width.
    private static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            if (0xFF01...0xFF5E).contains(scalar.value), let half = Unicode.Scalar(scalar.value - 0xFEE0) {
                folded.append(half)
            } else if scalar.properties.generalCategory != .format {
                folded.append(scalar)
            }
        }
        return String(folded)
    }
}
