public import FenjieXLSX

/// A limit of what an input may ask of us, by the name that its refusal gives.
public enum ReadingLimit: Sendable, Hashable {
    /// One of workbooks.
    case workbook(XLSXLimit)
    /// The longest field of CSV in bytes of UTF-8.
    case fieldBytes
    /// The most fields in one row of CSV.
    case columns
    /// The greatest size of plain text, in bytes of UTF-8.
    case textBytes
    /// The most bytes of a pipe or device that are taken into memory.
    case streamBytes

    /// All limits.
    public static let all: [ReadingLimit] =
        XLSXLimit.allCases.map { .workbook($0) } + [.fieldBytes, .columns, .textBytes, .streamBytes]
    /// The values that a limit may take; beyond them sums of two would not be sure to fit.
    public static let values = 1...(1 << 48)

    /// The name, in kebab case.
    public var name: String {
        switch self {
        case .workbook(let limit): limit.name
        case .fieldBytes: "csv-field-bytes"
        case .columns: "csv-columns"
        case .textBytes: "text-bytes"
        case .streamBytes: "stream-bytes"
        }
    }
}

extension ReadingOptions {
    /// The value of a limit.
    public subscript(limit: ReadingLimit) -> Int {
        get {
            switch limit {
            case .workbook(let limit): workbookLimits[limit]
            case .fieldBytes: csvLimits.fieldLength
            case .columns: csvLimits.columns
            case .textBytes: textLimit
            case .streamBytes: streamLimit
            }
        }
        set {
            switch limit {
            case .workbook(let limit): workbookLimits[limit] = newValue
            case .fieldBytes: csvLimits.fieldLength = newValue
            case .columns: csvLimits.columns = newValue
            case .textBytes: textLimit = newValue
            case .streamBytes: streamLimit = newValue
            }
        }
    }
}
