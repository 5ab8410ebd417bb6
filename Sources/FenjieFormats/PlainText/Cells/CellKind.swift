/// What a cell looks like, whatever column it stands in.
///
/// It only has to tell columns apart; what units and dates a cell names is read later, with the grammar.
enum CellKind: Int, CaseIterable, Sendable {
    /// Nothing but white space.
    case empty
    /// An item number: `12`, `12.`, `（3）`.
    case number
    /// One or more names of bodies.
    case units
    /// A time by which something is due.
    case deadline
    /// A mark, a dash, a bare amount: `√`, `—`, `无`, `30%`.
    case mark
    /// A few words that are no sentence.
    case phrase
    /// A sentence, or more words than a heading has.
    case sentence

    /// Looks at a cell.
    init(_ text: String) { self.init(compact: CellKind.compacted(text.utf8)) }

    /// Looks at a cell whose white space is removed.
    init(compact bytes: [UInt8]) {
        if bytes.isEmpty {
            self = .empty
        } else if ItemNumber(parsing: bytes) != nil {
            self = .number
        } else if MarkShape.matches(bytes) {
            self = .mark
        } else if DeadlineShape.matches(bytes) {
            self = .deadline
        } else if UnitShape.share(of: bytes) >= 0.6 {
            self = .units
        } else {
            self = bytes.count > 66 || Self.endsSentence(bytes) ? .sentence : .phrase
        }
    }

    /// The bytes of a text without its white space.
    static func compacted(_ text: some Sequence<UInt8>) -> [UInt8] {
        let bytes = Array(text)
        var compact: [UInt8] = []
        compact.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let length = WhiteSpace.length(in: bytes, at: index, end: bytes.count)
            if length > 0 {
                index += length
            } else if bytes[index] == 0x0A || bytes[index] == 0x0D {
                index += 1
            } else {
                compact.append(bytes[index])
                index += 1
            }
        }
        return compact
    }

    /// Whether a text closes with 。；！ or their half-width forms, a closing quote or bracket behind it included.
    static func endsSentence(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        for closing in ["”", "’", "）", "\"", ")"] where rest.ends(with: closing) {
            rest = rest.dropLast(closing.utf8.count)
            break
        }
        return ["。", "；", "！", ";", "!", "…", "."].contains { rest.ends(with: $0) }
    }
}

/// Marks, dashes and bare amounts.
private enum MarkShape {
    private static let words: Set<[UInt8]> = Set(
        [
            "√", "✓", "✔", "×", "○", "●", "☆", "★", "△", "▲", "□", "■", "☑", "☐", "/", "／", "\\", "—", "——", "-", "－",
            "–", "无", "是", "否", "有",
        ]
        .map { Array($0.utf8) })

    static func matches(_ bytes: [UInt8]) -> Bool {
        if bytes.count <= 6, words.contains(bytes) { return true }
        guard bytes.count <= 12 else { return false }
        var digits = 0
        for byte in bytes {
            switch byte {
            case 0x30...0x39: digits += 1
            case UInt8(ascii: "%"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "-"): continue
            default: return bytes.count - digits <= 3 && digits > 0 && (bytes.ends(with: "分") || bytes.ends(with: "％"))
            }
        }
        return digits > 0
    }
}

extension Collection<UInt8> where Self: BidirectionalCollection {
    /// Whether the bytes end with a text.
    func ends(with text: String) -> Bool { ends(with: text.utf8) }

    /// Whether the bytes end with other bytes.
    func ends(with tail: some BidirectionalCollection<UInt8>) -> Bool {
        count >= tail.count && suffix(tail.count).elementsEqual(tail)
    }
}
