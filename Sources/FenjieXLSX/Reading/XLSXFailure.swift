internal import FenjieFiles
public import FenjieModel

/// Why a workbook could not be read.
public struct XLSXFailure: Failure, Hashable {
    /// The nature of the trouble, for programs.
    public enum Cause: Sendable, Hashable {
        /// The file is something else, or in a form that is not read.
        case notAWorkbook
        /// A password protects the content.
        case passwordProtected
        /// The container or one of its parts is damaged.
        case damaged
        /// One of ``XLSXLimits`` is exceeded.
        case limit
        /// The system could not read the file.
        case system
    }

    /// The nature of the trouble.
    public let cause: Cause
    /// The file, and the sheet and cell where they are known.
    public var place: Place
    /// What is wrong.
    public let message: Message
    /// What to do about it.
    public let hint: Message?

    /// Always an input that could not be read.
    public var kind: FailureKind { .input }

    package init(_ cause: Cause, at place: Place = Place(), _ message: Message, hint: Message? = nil) {
        self.cause = cause
        self.place = place
        self.message = message
        self.hint = hint
    }

    init(_ failure: FileFailure) {
        self.init(.system, at: failure.place, failure.message, hint: failure.hint)
    }

    /// The container does not hold together.
    static func container(_ chinese: String, _ english: String) -> XLSXFailure {
        XLSXFailure(
            .damaged, Message("工作簿文件已损坏：\(chinese)", "the workbook file is damaged: \(english)"),
            hint: Message(
                "请重新获取该文件，或用 Excel、WPS 打开修复后另存",
                "get the file again, or open it in Excel or WPS, repair it and save it anew"))
    }

    /// A part does not hold what it must.
    static func part(_ name: String, _ chinese: String, _ english: String) -> XLSXFailure {
        container("\(name)：\(chinese)", "\(name): \(english)")
    }

    /// A limit is exceeded.
    static func limit(_ what: Message, _ limit: XLSXLimit, _ value: Int) -> XLSXFailure {
        XLSXFailure(
            .limit,
            Message(
                "\(what.chinese)，超过上限 \(value)（\(limit.name)）",
                "\(what.english), over the limit of \(value) (\(limit.name))"),
            hint: Message(
                "如确认文件可靠，可用 --limit \(limit.name)=数值 放宽",
                "if the file can be trusted, raise the limit with --limit \(limit.name)=N"))
    }

    /// The same failure in a file.
    func inFile(_ name: String) -> XLSXFailure {
        var failure = self
        failure.place.file = name
        return failure
    }

    /// The same failure at a cell or row, unless it has a place already.
    func at(sheet: String?, row: Int? = nil, column: Int? = nil) -> XLSXFailure {
        var failure = self
        if failure.place.sheet == nil { failure.place.sheet = sheet }
        if failure.place.row == nil { failure.place.row = row }
        if failure.place.column == nil { failure.place.column = column }
        return failure
    }
}
