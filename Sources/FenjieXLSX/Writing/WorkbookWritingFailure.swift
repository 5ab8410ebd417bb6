internal import CXLSXWriter
internal import FenjieFiles
public import FenjieModel

/// Why a workbook could not be written.
public struct WorkbookWritingFailure: Failure, Hashable {
    /// The nature of the trouble, for programs.
    public enum Cause: Sendable, Hashable {
        /// The system could not write: disk full, no permission.
        case system
        /// A text is longer than a cell or property can hold.
        case textTooLong
        /// A sheet's name is missing, too long, taken or has characters that are not allowed.
        case sheetName
        /// Merged ranges overlap, leave the table or would hide text.
        case merge
        /// The table is larger than a worksheet can be.
        case tooLarge
        /// The content names a row, column or sheet that is not there.
        case reference
        /// The library below reported something that its callers were to prevent.
        case library
    }

    /// The nature of the trouble, for programs.
    public let cause: Cause
    /// What kind of failure it is.
    public let kind: FailureKind
    /// The file, and the sheet and cell as they would stand in it.
    public var place: Place
    /// What is wrong.
    public let message: Message
    /// What to do.
    public let hint: Message?

    init(
        _ cause: Cause, _ kind: FailureKind = .output, at place: Place = Place(), _ message: Message,
        hint: Message? = nil
    ) {
        self.cause = cause
        self.kind = kind
        self.place = place
        self.message = message
        self.hint = hint
    }

    init(_ failure: FileFailure) {
        self.init(.system, failure.kind, at: failure.place, failure.message, hint: failure.hint)
    }

    /// The same failure in a file, unless it names one already.
    func inFile(_ name: String) -> WorkbookWritingFailure {
        guard place.file == nil else { return self }
        var failure = self
        failure.place.file = name
        return failure
    }

    /// A text that does not fit.
    static func textTooLong(_ length: Int, limit: Int, at place: Place) -> WorkbookWritingFailure {
        WorkbookWritingFailure(
            .textTooLong, at: place,
            Message("文字过长：\(length) 个字符，上限 \(limit) 个", "the text is too long: \(length) characters, limit \(limit)"),
            hint: Message("请把内容拆分到多行，或改用 CSV 输出", "split it over several rows, or write CSV instead"))
    }

    /// The temporary folder has too little room, which the library below would not notice.
    static func noTemporarySpace(_ folder: String) -> WorkbookWritingFailure {
        WorkbookWritingFailure(
            .system, at: Place(),
            Message(
                "临时文件夹 \(folder) 空间不足，未写出该文件",
                "no space left in the temporary folder \(folder); the file was not written"),
            hint: Message("请清理该文件夹，或用环境变量 TMPDIR 指定其他位置", "free some space, or name another folder with TMPDIR"))
    }
}

extension WorkbookWritingFailure {
    /// The failure that a result of libxlsxwriter stands for; `nil` for success.
    ///
    /// - Parameters:
    ///   - result: what the call returned.
    ///   - code: `errno` right after the call.
    ///   - place: where it happened.
    init?(_ result: lxw_error, code: Int32, at place: Place) {
        let name: String
        switch result {
        case LXW_NO_ERROR: return nil
        case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE,
            LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
            self.init(FileFailure.writing(place.file ?? "", code: code))
            self.place = place
            return
        case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED:
            self = .textTooLong(GridLimits.cellLength + 1, limit: GridLimits.cellLength, at: place)
            return
        case LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE:
            self.init(
                .tooLarge, at: place,
                Message("超出工作表的行列范围", "outside the rows and columns of a worksheet"),
                hint: Message("请拆分为多个文件，或改用 CSV 输出", "split it into several files, or write CSV instead"))
            return
        case LXW_ERROR_WORKSHEET_MAX_NUMBER_URLS_EXCEEDED, LXW_ERROR_WORKSHEET_MAX_URL_LENGTH_EXCEEDED:
            self.init(
                .tooLarge, at: place, Message("链接过多或过长", "too many links, or a link that is too long"))
            return
        case LXW_ERROR_MEMORY_MALLOC_FAILED: name = "MEMORY_MALLOC_FAILED"
        case LXW_ERROR_ZIP_PARAMETER_ERROR: name = "ZIP_PARAMETER_ERROR"
        case LXW_ERROR_ZIP_BAD_ZIP_FILE: name = "ZIP_BAD_ZIP_FILE"
        case LXW_ERROR_ZIP_INTERNAL_ERROR: name = "ZIP_INTERNAL_ERROR"
        case LXW_ERROR_FEATURE_NOT_SUPPORTED: name = "FEATURE_NOT_SUPPORTED"
        case LXW_ERROR_NULL_PARAMETER_IGNORED: name = "NULL_PARAMETER_IGNORED"
        case LXW_ERROR_PARAMETER_VALIDATION: name = "PARAMETER_VALIDATION"
        case LXW_ERROR_SHEETNAME_LENGTH_EXCEEDED: name = "SHEETNAME_LENGTH_EXCEEDED"
        case LXW_ERROR_INVALID_SHEETNAME_CHARACTER: name = "INVALID_SHEETNAME_CHARACTER"
        case LXW_ERROR_SHEETNAME_START_END_APOSTROPHE: name = "SHEETNAME_START_END_APOSTROPHE"
        case LXW_ERROR_SHEETNAME_ALREADY_USED: name = "SHEETNAME_ALREADY_USED"
        case LXW_ERROR_32_STRING_LENGTH_EXCEEDED: name = "32_STRING_LENGTH_EXCEEDED"
        case LXW_ERROR_128_STRING_LENGTH_EXCEEDED: name = "128_STRING_LENGTH_EXCEEDED"
        case LXW_ERROR_255_STRING_LENGTH_EXCEEDED: name = "255_STRING_LENGTH_EXCEEDED"
        case LXW_ERROR_SHARED_STRING_INDEX_NOT_FOUND: name = "SHARED_STRING_INDEX_NOT_FOUND"
        case LXW_ERROR_IMAGE_DIMENSIONS: name = "IMAGE_DIMENSIONS"
        default: name = "unknown"
        }
        self.init(
            .library, .bug, at: place,
            Message("写出工作簿时发生内部错误（\(name)）", "an internal error while writing the workbook (\(name))"))
    }
}
