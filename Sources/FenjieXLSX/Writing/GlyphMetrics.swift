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
        // First what nearly all text consists of.
        case 0x4E00..<0xA000: self = Self.ideograph
        case 0..<0x80: self.init(ascii: UInt8(truncatingIfNeeded: scalar.value))
        case 0xA0: self.init(advance: 550, behaviour: .word)
        case 0x80..<0xA0, 0x300..<0x370, 0x200B..<0x2010, 0xFE00..<0xFE10, 0xFEFF, 0xE0100..<0xE01F0:
            self.init(advance: 0, behaviour: .mark)
        case 0xC0..<0x250 where scalar.value != 0xD7 && scalar.value != 0xF7:
            self.init(advance: 700, behaviour: .word)
        case 0x1F000..<0x20000: self.init(advance: 1_400, behaviour: .ideograph)
        default: self.init(mark: scalar)
        }
    }

    static let ideograph = GlyphMetrics(advance: 1_000, behaviour: .ideograph)

    private init(advance: Int, behaviour: Behaviour) {
        self.advance = advance
        self.behaviour = behaviour
    }

    /// Chinese punctuation and everything else.
    private init(mark: Unicode.Scalar) {
        advance = 1_000
        behaviour =
            switch mark {
            case "、", "。", "，", "．", "：", "；", "？", "！", "）", "］", "｝", "〉", "》", "」", "』", "】", "〕", "〗", "”", "’",
                "％",
                "‰", "…", "—", "～", "·", "°", "℃", "々", "ー", "﹂", "﹄", "︰":
                .closing
            case "（", "［", "｛", "〈", "《", "「", "『", "【", "〔", "〖", "“", "‘", "￥", "＄": .opening
            default: .ideograph
            }
    }

    init(ascii byte: UInt8) {
        switch byte {
        case 0x20, 0x09: self.init(advance: 500, behaviour: .space)
        case 0..<0x20: self.init(advance: 0, behaviour: .mark)
        case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "?"): self.init(advance: 560, behaviour: .hyphen)
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): self.init(advance: 500, behaviour: .opening)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: "."),
            UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"):
            self.init(advance: 500, behaviour: .latinClosing)
        case UInt8(ascii: "W"), UInt8(ascii: "M"), UInt8(ascii: "m"), UInt8(ascii: "w"), UInt8(ascii: "@"),
            UInt8(ascii: "%"):
            self.init(advance: 980, behaviour: .word)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "&"), UInt8(ascii: "+"), UInt8(ascii: "="),
            UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "~"), UInt8(ascii: "#"):
            self.init(advance: 780, behaviour: .word)
        default: self.init(advance: 640, behaviour: .word)
        }
    }
}
