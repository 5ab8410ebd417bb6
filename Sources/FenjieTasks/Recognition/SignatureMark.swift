internal import FenjieGrammar

/// What a cell of the lines below a table names: who signed, or when.
enum SignatureMark {
    case body
    case date
    case bodyWithDate

    /// What each cell of a row names; `nil` where one of them says anything else.
    static func all(_ cells: [String]) -> [SignatureMark]? {
        guard cells.count <= 4, cells.allSatisfy({ $0.utf8.count <= longest }) else { return nil }
        var marks: [SignatureMark] = []
        // Dates first: they are told fast, and bodies are not.
        for cell in cells.reversed() {
            guard let mark = SignatureMark(cell) else { return nil }
            marks.append(mark)
        }
        return marks.reversed()
    }

    private static let longest = 160

    private init?(_ cell: String) {
        let plain = TextMarks.trimmed(Self.withoutSeal(cell))
        if Self.isDate(plain) {
            self = .date
            return
        }
        let parts = plain.split(whereSeparator: \.isWhitespace)
        if parts.count > 1, let last = parts.last, Self.isDate(String(last)),
            Self.isBody(parts.dropLast().joined(separator: ""))
        {
            self = .bodyWithDate
        } else if Self.isBody(plain) {
            self = .body
        } else {
            return nil
        }
    }

    /// The text without （盖章） and the like.
    private static func withoutSeal(_ cell: String) -> String {
        guard cell.utf8.last == UInt8(ascii: ")") || cell.hasSuffix("）"),
            let open = cell.lastIndex(where: { $0 == "（" || $0 == "(" }), cell[open...].contains("章")
        else { return cell }
        return String(cell[..<open])
    }

    /// Whether a text is a day or a month of a year and nothing else: 2026年1月5日, 2026.1.5, 二〇二六年一月.
    static func isDate(_ text: String) -> Bool {
        var marks: [Unicode.Scalar] = []
        var digits = 0
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            switch scalar {
            case "0"..."9", "０"..."９", "〇", "○", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": digits += 1
            case "年", "月", "日", "号", ".", "-", "/", "．": marks.append(scalar)
            default: return false
            }
        }
        switch marks {
        case ["年", "月", "日"], ["年", "月", "号"], ["年", "月"]: return true
        case [".", "."], ["-", "-"], ["/", "/"], ["．", "．"]: return digits >= 6
        default: return false
        }
    }

    private static func isBody(_ text: String) -> Bool {
        guard !text.isEmpty else { return false }
        let cell = UnitCell(parsing: text, role: .responsible)
        return !cell.units.isEmpty && cell.doubts.isEmpty && !cell.isOpen
            && !cell.units.contains { $0.isCollective } && cell.units.allSatisfy { $0.role == .responsible }
    }
}
