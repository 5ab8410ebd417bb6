/// The limits of workbooks by name, for options and for refusals.
public enum XLSXLimit: String, Sendable, CaseIterable {
    case entries
    case sheetBytes = "sheet-bytes"
    case sharedStringBytes = "shared-string-bytes"
    case sharedStrings = "shared-strings"
    case partBytes = "part-bytes"
    case totalBytes = "total-bytes"
    case ratio
    case ratioBytes = "ratio-bytes"
    case depth
    case attributes
    case valueBytes = "value-bytes"
    case rowBytes = "row-bytes"
    case sheets
    case mergedRanges = "merged-ranges"
    case gapFields = "gap-fields"

    /// The name among the limits of all forms.
    public var name: String { "xlsx-\(rawValue)" }

    fileprivate var path: WritableKeyPath<XLSXLimits, Int> {
        switch self {
        case .entries: \.entries
        case .sheetBytes: \.sheetBytes
        case .sharedStringBytes: \.sharedStringBytes
        case .sharedStrings: \.sharedStrings
        case .partBytes: \.partBytes
        case .totalBytes: \.totalBytes
        case .ratio: \.ratio
        case .ratioBytes: \.ratioBytes
        case .depth: \.depth
        case .attributes: \.attributes
        case .valueBytes: \.valueBytes
        case .rowBytes: \.rowBytes
        case .sheets: \.sheets
        case .mergedRanges: \.mergedRanges
        case .gapFields: \.gapFields
        }
    }
}

extension XLSXLimits {
    /// The value of a limit.
    public subscript(limit: XLSXLimit) -> Int {
        get { self[keyPath: limit.path] }
        set { self[keyPath: limit.path] = newValue }
    }
}
