/// What a glyph can be at first sight: a table over UTF-16 code units.
struct GlyphClasses: Sendable {
    private let table: [UInt8]

    /// The punctuation that a glyph is; the low four bits of its class.
    enum Mark: UInt8 {
        case none = 0
        case enumeration, comma, semicolon, stop, slash, colon, open, close, digit, letter, dot, circled, bullet
    }

    /// The glyph may be 和, 及, 与, 以及 or 暨.
    static let conjunction: UInt8 = 0x10
    /// The glyph is 等.
    static let openEnd: UInt8 = 0x20
    /// A role phrase may begin here.
    static let phrase: UInt8 = 0x40
    /// A name may begin here with a level, or with 各 and the like.
    static let nameStart: UInt8 = 0x80

    init(words: WordTree) {
        var table = [UInt8](repeating: 0, count: 1 << 16)
        func mark(_ glyphs: String, _ mark: Mark) {
            for code in glyphs.utf16 { table[Int(code)] |= mark.rawValue }
        }
        func flag(_ words: String, _ flag: UInt8) {
            for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                if let first = word.utf16.first { table[Int(first)] |= flag }
            }
        }
        mark("、", .enumeration)
        mark(",", .comma)
        mark(";", .semicolon)
        mark("。", .stop)
        mark("/|\\+", .slash)
        mark(":", .colon)
        mark("(", .open)
        mark(")", .close)
        mark("0123456789", .digit)
        mark("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", .letter)
        mark(".·•‧", .dot)
        mark("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽", .circled)
        mark("*★☆▲△●○■□◆◇#※-—–…~_=?!'\"^&%$@", .bullet)
        flag("和 及 与 以 暨 联", Self.conjunction)
        flag("等", Self.openEnd)
        for phrases in [
            Phrases.adverbs, Phrases.leadVerbs, Phrases.assistVerbs, Phrases.dutyVerbs, Phrases.weakVerbs,
            Phrases.joinVerbs,
        ] { flag(phrases, Self.phrase) }
        flag("国 省 自 市 县 区 州 盟 旗 镇 乡 街 各 有 相 团", Self.nameStart)
        self.table = table
    }

    @inline(__always)
    subscript(code: UInt16) -> UInt8 { table[Int(code)] }

    /// The punctuation that a glyph is.
    @inline(__always)
    func mark(_ code: UInt16) -> Mark { Mark(rawValue: table[Int(code)] & 0x0F) ?? .none }
}
