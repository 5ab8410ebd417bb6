internal import CXLSXWriter
internal import FenjieModel

/// The look of a cell, by what the cell is for.
struct CellStyle: Hashable {
    /// What a cell is for.
    enum Role: UInt8 {
        case title
        case subtitle
        case heading
        case fillInHeading
        case body
        case group
        case closing
        case signature
        /// Nothing but a number format.
        case data
    }

    enum NumberFormat: UInt8 {
        case general
        case text
        case date
    }

    var role: Role
    var alignment = Alignment.left
    var numberFormat = NumberFormat.general
    var isLocked = true
    var isLink = false
    /// Whether text stands at the top of its cell and not in the middle.
    var isAtTop = false
    var tone: Tone?
    /// In points.
    var fontSize = FontSizes.body
}

/// The font sizes of a page in points.
enum FontSizes {
    static let title = 18.0
    static let subtitle = 10.5
    /// 五号: one half-width character of it is as wide as Excel's unit of column width.
    static let body = 10.5
    /// The sizes tried for bodies whose rows get too tall, in this order.
    static let smallerBodies = [9.0, 8.0, 7.0]
    /// The height of a line over the font size: Noto CJK needs 1.45, 宋体 and 仿宋 less.
    static let lineFactor = 1.47
}

extension CellStyle {
    /// Gives a format this look.
    func apply(to format: UnsafeMutablePointer<lxw_format>) {
        unsafe Self.setFont(of: format, name: fontName, size: fontSize)
        if isBold { unsafe format_set_bold(format) }
        unsafe format_set_text_wrap(format)
        let vertical = isAtTop ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER
        unsafe format_set_align(format, UInt8(vertical.rawValue))
        unsafe format_set_align(format, horizontal)
        if hasBorder { unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        if !isLocked { unsafe format_set_unlocked(format) }
        switch numberFormat {
        case .general: break
        case .text: unsafe format_set_num_format_index(format, 49)
        case .date: unsafe format_set_num_format(format, "yyyy-mm-dd")
        }
        if isLink {
            unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
            unsafe format_set_font_color(format, 0x0563C1)
        }
        if let background {
            unsafe format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
            unsafe format_set_bg_color(format, background)
        }
    }

    static let bodyFont = "宋体"
    private static let headingFont = "黑体"

    static func setFont(of format: UnsafeMutablePointer<lxw_format>, name: String, size: Double) {
        unsafe format_set_font_name(format, name)
        unsafe format_set_font_size(format, size)
        // Neither a Latin family nor the theme's font.
        unsafe format_set_font_family(format, 0)
        unsafe format_set_font_scheme(format, "")
        unsafe format_set_font_charset(format, 134)
    }

    private var fontName: String {
        switch role {
        case .title, .heading, .fillInHeading, .group: Self.headingFont
        case .subtitle, .body, .closing, .signature, .data: Self.bodyFont
        }
    }

    private var isBold: Bool { role == .group }

    private var hasBorder: Bool {
        switch role {
        case .heading, .fillInHeading, .body, .group: true
        case .title, .subtitle, .closing, .signature, .data: false
        }
    }

    private var horizontal: UInt8 {
        switch alignment {
        case .left: UInt8(LXW_ALIGN_LEFT.rawValue)
        case .center: UInt8(LXW_ALIGN_CENTER.rawValue)
        case .right: UInt8(LXW_ALIGN_RIGHT.rawValue)
        }
    }

    private var background: lxw_color_t? {
        if let tone { return tone.background }
        switch role {
        case .heading: return 0xDDE6F0
        case .fillInHeading: return 0xFFF2CC
        case .group: return 0xF2F2F2
        default: return nil
        }
    }
}

extension Tone {
    /// The background, light enough for black text on a black-and-white printer.
    var background: lxw_color_t {
        switch self {
        case .good: 0xE2F0D9
        case .attention: 0xFFF2CC
        case .bad: 0xFFD9D9
        case .muted: 0xEDEDED
        }
    }

    /// The text on that background.
    var foreground: lxw_color_t {
        switch self {
        case .good: 0x375623
        case .attention: 0x7F6000
        case .bad: 0x9C0006
        case .muted: 0x595959
        }
    }
}
