public import FenjieText
public import FenjieXLSX

/// What is known about an input before it is read.
public struct ReadingOptions: Sendable {
    /// The form by its registered name (`csv`, `xlsx`, `text`, or that of a text layout); `nil` to find out.
    public var form: String?
    /// The encoding of text; `nil` to find out.
    public var encoding: TextEncoding?
    /// The delimiter of CSV; `nil` to find out.
    public var delimiter: CSVDelimiter?
    /// What column headings mean, for layouts that look for them.
    public var vocabulary: HeadingVocabulary
    /// Whether headings of outlines and group rows keep their 一、 and （一）.
    public var keepsNumbering: Bool
    /// Whether workbooks are read as people see them: a date that shows as a month as `2026年9月`, a share of a hundred
    /// as `85%`. Tables are read so whatever this says; sheets that are only copied keep dates and numbers.
    public var readsNumbersAsShown = false
    /// The limits of workbooks.
    public var workbookLimits: XLSXLimits
    /// The limits of CSV.
    public var csvLimits: CSVLimits
    /// The greatest size of plain text, in bytes; its layouts are read whole.
    public var textLimit: Int
    /// Whether text that lies below merged cells of a workbook, where nobody sees it, is kept.
    public var keepsCoveredText = false

    /// Nothing is known.
    public init(
        form: String? = nil, encoding: TextEncoding? = nil, delimiter: CSVDelimiter? = nil,
        vocabulary: HeadingVocabulary = .builtIn, keepsNumbering: Bool = false,
        workbookLimits: XLSXLimits = XLSXLimits(),
        csvLimits: CSVLimits = CSVLimits(), textLimit: Int = 256 << 20
    ) {
        self.form = form
        self.encoding = encoding
        self.delimiter = delimiter
        self.vocabulary = vocabulary
        self.keepsNumbering = keepsNumbering
        self.workbookLimits = workbookLimits
        self.csvLimits = csvLimits
        self.textLimit = textLimit
    }

    /// How CSV is read.
    var csv: CSVReadingOptions {
        CSVReadingOptions(delimiter: delimiter, encoding: encoding, limits: csvLimits)
    }
}
