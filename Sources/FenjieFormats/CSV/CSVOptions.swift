public import FenjieText

/// The character that parts the fields of delimited text.
public enum CSVDelimiter: UInt8, Sendable, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
    case bar = 0x7C

    /// Reads a delimiter as users write it: the character itself, `\t`, or its name.
    public init?(parsing text: some StringProtocol) {
        switch text.lowercased() {
        case ",", "，", "comma", "逗号": self = .comma
        case ";", "；", "semicolon", "分号": self = .semicolon
        case "\t", "\\t", "tab", "制表符": self = .tab
        case "|", "｜", "bar", "pipe", "竖线": self = .bar
        default: return nil
        }
    }

    /// The character as text.
    public var character: String { String(decoding: [rawValue], as: UTF8.self) }
}

/// How delimited text is read.
public struct CSVReadingOptions: Sendable {
    /// The delimiter; `nil` to find it from the content.
    public var delimiter: CSVDelimiter?
    /// The encoding; `nil` to find it from the content.
    public var encoding: TextEncoding?
    /// What a file may demand of us.
    public var limits: CSVLimits
    /// Whether a first line such as `sep=;` is kept as a row; its delimiter counts in any case.
    public var keepsSeparatorLine: Bool

    /// Creates options.
    public init(
        delimiter: CSVDelimiter? = nil, encoding: TextEncoding? = nil, limits: CSVLimits = CSVLimits(),
        keepsSeparatorLine: Bool = false
    ) {
        self.delimiter = delimiter
        self.encoding = encoding
        self.limits = limits
        self.keepsSeparatorLine = keepsSeparatorLine
    }
}

/// The sizes beyond which delimited text is refused.
public struct CSVLimits: Sendable {
    /// The longest field in bytes of UTF-8.
    public var fieldLength: Int
    /// The most fields in one row.
    public var columns: Int

    /// Creates limits.
    public init(fieldLength: Int = 64 << 20, columns: Int = 1_000_000) {
        self.fieldLength = fieldLength
        self.columns = columns
    }
}
