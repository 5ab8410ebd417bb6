/// How much room a character takes and how lines break at it.
///
/// The widths are upper bounds over the fonts that Chinese offices print with (宋体, 仿宋, 等线, Noto CJK, DejaVu), so that a text
/// measured here takes at most as many lines on paper.
struct GlyphMetrics {
    enum Behaviour: UInt8 {
        /// Part of a word: no line breaks beside another such character.
        case word
        /// A character that lines break before and behind.
        case ideograph
        /// A mark that may not begin a line.
        case closing
        /// The same within Latin text and figures, where no line breaks behind it either: `3.5`.
        case latinClosing
        /// A mark that may not end a line.
        case opening
        /// A blank, which may hang over the line's end.
        case space
        /// A mark of a word behind which a line may break.
        case hyphen
        /// No room of its own.
        case mark
    }

    /// Thousandths of the font size.
    let advance: Int
    let behaviour: Behaviour

    /// The widest that one byte of UTF-8 can become.
    static let widestByte = 980

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0..<0x80: self = Self.ascii[Int(scalar.value)]
        case 0xA0: self.init(advance: 550, behaviour: .word)
        case 0x80..<0xA0, 0x300..<0x370, 0x200B..<0x2010, 0xFE00..<0xFE10, 0xFEFF, 0xE0100..<0xE01F0:
            self.init(advance: 0, behaviour: .mark)
        case 0xC0..<0x250 where scalar.value != 0xD7 && scalar.value != 0xF7:
            self.init(advance: 700, behaviour: .word)
        case 0x1F000..<0x20000: self.init(advance: 1_400, behaviour: .ideograph)
        default:
            self.init(
                advance: 1_000,
                behaviour: Self.closing.contains(scalar)
                    ? .closing : Self.opening.contains(scalar) ? .opening : .ideograph)
        }
    }

    private init(advance: Int, behaviour: Behaviour) {
        self.advance = advance
        self.behaviour = behaviour
    }

    private static let closing = Set("、。，．：；？！）］｝〉》」』】〕〗”’％‰…—～·°℃々ー﹂﹄︰".unicodeScalars)
    private static let opening = Set("（［｛〈《「『【〔〖“‘￥＄".unicodeScalars)

    private static let ascii: [GlyphMetrics] = (UInt8.min..<0x80).map { byte in
        switch Character(Unicode.Scalar(byte)) {
        case " ", "\t": GlyphMetrics(advance: 500, behaviour: .space)
        case "-", "/", "?": GlyphMetrics(advance: 560, behaviour: .hyphen)
        case "(", "[", "{": GlyphMetrics(advance: 500, behaviour: .opening)
        case ")", "]", "}", ",", ".", ";", ":", "!": GlyphMetrics(advance: 500, behaviour: .latinClosing)
        case "W", "M", "m", "w", "@", "%": GlyphMetrics(advance: 980, behaviour: .word)
        case "A"..."Z", "&", "+", "=", "<", ">", "~", "#": GlyphMetrics(advance: 780, behaviour: .word)
        case _ where byte < 0x20: GlyphMetrics(advance: 0, behaviour: .mark)
        default: GlyphMetrics(advance: 640, behaviour: .word)
        }
    }
}
