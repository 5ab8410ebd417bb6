internal import FenjieModel

/// The rules for the names of a workbook's sheets, and names that keep to them.
///
/// Excel's rules: 1 to 31 UTF-16 units, none of `[ ] : * ? / \` and no control characters, no `'` at either end, not
/// `History`, and no two alike but for letter case.
public struct SheetNames: Sendable {
    /// UTF-16 units that a name may have.
    public static let lengthLimit = 31
    private var taken: Set<String> = []

    /// No name is taken yet.
    public init() {}

    /// A name that is allowed, free and as near to the text as can be; it is taken from now on.
    public mutating func makeName(for text: String) -> String {
        let base = Self.allowed(text)
        var name = base
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            let tail = "(\(number))"
            name = Self.cut(base, to: Self.lengthLimit - tail.utf16.count) + tail
            number += 1
        }
        return name
    }

    /// Takes a name as it is; `false` where it breaks a rule or is taken.
    mutating func take(_ name: String) -> Bool {
        Self.allowed(name) == name && taken.insert(name.lowercased()).inserted
    }

    /// The text with what is not allowed replaced, cut to length.
    private static func allowed(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "[": scalars.append("［")
            case "]": scalars.append("］")
            case ":": scalars.append("：")
            case "*": scalars.append("＊")
            case "?": scalars.append("？")
            case "/": scalars.append("／")
            case "\\": scalars.append("＼")
            case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value & 0xFFFE == 0xFFFE:
                scalars.append(" ")
            default: scalars.append(scalar)
            }
        }
        var name = cut(String(scalars), to: lengthLimit)
        if name.hasPrefix("'") { name = "’" + name.dropFirst() }
        if name.hasSuffix("'") { name = name.dropLast() + "’" }
        if name.lowercased() == "history" { name += "_" }
        return name.isEmpty ? "Sheet" : name
    }

    /// The longest beginning of whole characters within a length.
    private static func cut(_ text: String, to length: Int) -> String {
        guard text.utf16.count > length else { return text }
        var result = ""
        var count = 0
        for character in text {
            count += character.utf16.count
            guard count <= length else { break }
            result.append(character)
        }
        return result
    }
}

extension WorkbookWritingFailure {
    /// The first sheet name that breaks a rule; `nil` where all are right.
    static func inNames(_ names: [String]) -> WorkbookWritingFailure? {
        guard !names.isEmpty else {
            return WorkbookWritingFailure(
                .sheetName, .bug, Message("工作簿中没有工作表", "the workbook has no sheet"))
        }
        var taken = SheetNames()
        for name in names where !taken.take(name) {
            return WorkbookWritingFailure(
                .sheetName, at: Place(sheet: name),
                Message("工作表名称不合规则或重复", "the sheet name breaks a rule or is taken"),
                hint: Message(
                    "名称为 1 至 31 个字符，不含 [ ] : * ? / \\，首尾不用单引号，彼此不重复",
                    "use 1 to 31 characters without [ ] : * ? / \\ and no apostrophe at either end, each name once"))
        }
        return nil
    }
}
