internal import FenjieGrammar

/// What the text of one cell looks like, for telling the kinds of rows apart.
enum TextMarks {
    /// The text without any white space, Unicode's included.
    static func squeezed(_ text: String) -> String {
        guard mayHoldSpace(text) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isSpace($0) }))
    }

    /// Whether nothing but white space stands there.
    static func isBlank(_ text: String) -> Bool {
        // Most cells begin with a letter, and that is all there is to look at.
        text.unicodeScalars.allSatisfy { isSpace($0) || $0 == "\u{200B}" }
    }

    /// The text without white space at its ends.
    static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { return "" }
        guard isSpace(first) || isSpace(last) else { return text }
        guard let start = scalars.firstIndex(where: { !isSpace($0) }),
            let end = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[start...end])
    }

    /// Whether a scalar is white space, or a byte order mark that strayed into a cell.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x3000, 0xFEFF: true
        case 0x21...0x84, 0x86...0x9F, 0x3001...0xFEFE: false
        default: scalar.properties.isWhitespace
        }
    }

    /// Whether a text has a byte with which white space can begin in UTF-8.
    private static func mayHoldSpace(_ text: String) -> Bool {
        text.utf8.contains { byte in
            byte <= 0x20 || byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF
        }
    }

    /// Whether a text is an item number: digits, perhaps with brackets and a dot (`3`, `（3）`, `3.`, `1-2`).
    static func isNumber(_ text: String) -> Bool {
        var digits = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9", "０"..."９": digits += 1
            case ".", "．", "、", "（", "）", "(", ")", "-", "—", "－": continue
            case _ where scalar.properties.isWhitespace: continue
            default: return false
            }
        }
        return (1...6).contains(digits)
    }

    /// Whether a line opens a closing note: 注：, 备注：, 说明：, 填报人：, 联系人： …
    static func opensNote(_ text: String) -> Bool {
        let squeezed = squeezed(text)
        return noteOpenings.contains { squeezed.hasPrefix($0) }
    }

    /// Whether the cells of a row are a line of a form: 填报人：某, 联系电话：, 2026年3月.
    static func isForm(_ cells: [String]) -> Bool {
        guard let first = cells.first, isFormLabel(first) else { return false }
        return cells.count(where: isFormLabel) * 2 >= cells.count
    }

    /// Whether a cell is a short label, perhaps with what belongs behind it: 填报人：某.
    static func isFormLabel(_ cell: String) -> Bool {
        FormLabel(parsing: cell).map { $0.label.unicodeScalars.count <= 8 } ?? false
    }

    /// A heading without the white space that narrow columns and justified setting put into it.
    static func heading(_ text: String) -> String {
        let isLatin = text.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }
        return isLatin
            ? text.split { $0.isWhitespace }.joined(separator: " ") : squeezed(text)
    }

    private static let noteOpenings = [
        "注：", "注:", "注1", "备注：", "备注:", "说明：", "说明:", "填表说明", "填报说明", "填报人", "审核人", "制表", "联系人：", "联系人:",
        "联系电话", "联系方式", "抄送", "（此件", "(此件", "填报单位", "填报日期", "单位负责人",
    ]
}
