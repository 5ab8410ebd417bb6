/// What a workbook may ask of us before it is refused; each limit is named in the refusal.
///
/// The defaults lie far above what offices exchange and far below what harms a machine.
public struct XLSXLimits: Sendable, Hashable {
    /// Entries in the container.
    public var entries = 65_535
    /// Inflated bytes of one worksheet; worksheets are streamed.
    public var sheetBytes = 4 << 30
    /// Inflated bytes of the shared strings; they stay in memory.
    public var sharedStringBytes = 512 << 20
    /// Shared strings.
    public var sharedStrings = 32 << 20
    /// Inflated bytes of any other part.
    public var partBytes = 64 << 20
    /// Inflated bytes of all parts that are read.
    public var totalBytes = 8 << 30
    /// How many times its stored size a part may have, once it is larger than `ratioBytes`.
    public var ratio = 200
    /// The size below which no ratio is refused.
    public var ratioBytes = 256 << 20
    /// Nesting of XML elements.
    public var depth = 256
    /// Attributes of one XML element.
    public var attributes = 1_024
    /// Bytes of one XML name, tag, or text of a cell.
    public var valueBytes = 16 << 20
    /// Bytes of the texts of one row, shared strings left out.
    public var rowBytes = 128 << 20
    /// Worksheets in one workbook.
    public var sheets = 10_000
    /// Merged ranges in one worksheet.
    public var mergedRanges = 2 << 20
    /// How much of a part is in memory at once, at least 1 KiB.
    public var windowBytes = 256 << 10
    /// Empty fields that a sheet in memory may need between its cells, beside 16 for each cell.
    public var gapFields = 8 << 20

    /// The defaults.
    public init() {}
}
