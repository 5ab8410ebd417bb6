public import FenjieModel

/// Why a text could not be read as a table.
public struct LayoutFailure: Failure, Hashable {
    /// Always an input failure.
    public var kind: FailureKind { .input }
    /// The line at which the reading stopped.
    public var place: Place
    /// What is wrong.
    public var message: Message
    /// What to do about it.
    public var hint: Message?
    /// Whether the text is no table at all, rather than one that cannot be read.
    public let isNoTable: Bool

    /// Creates a failure.
    ///
    /// - Parameters:
    ///   - line: the line in the file, counted from 1, where one can be named.
    ///   - message: what is wrong.
    ///   - hint: what to do about it.
    ///   - isNoTable: whether the text is no table at all.
    public init(line: Int? = nil, _ message: Message, hint: Message? = nil, isNoTable: Bool = false) {
        self.isNoTable = isNoTable
        place = Place(line: line)
        self.message = message
        self.hint = hint
    }
}

extension LayoutFailure {
    /// No row of headings was found.
    static func noHeader(_ layout: Message, line: Int? = nil) -> LayoutFailure {
        LayoutFailure(
            line: line,
            Message("未找到表头，无法按“\(layout.chinese)”读取", "no header row found; cannot be read as \(layout.english)"),
            hint: Message(
                "请确认文本含有“序号、工作任务、责任单位”等表头，或改用原始的表格文件",
                "make sure that the headings are there, or use the original table file"))
    }

    /// There are headings but no rows.
    static func headerOnly(line: Int? = nil) -> LayoutFailure {
        LayoutFailure(
            line: line, Message("只有表头，没有任务行", "there is a header but no row below it"),
            hint: Message(
                "提取文本时可能丢失了正文，请改用原始的表格文件", "the text may have been lost on extraction; use the original table file"))
    }

    /// The cells do not fall into the columns of the header.
    static func damaged(line: Int? = nil, _ chinese: String, _ english: String) -> LayoutFailure {
        LayoutFailure(
            line: line, Message("表格已损坏：\(chinese)", "the table is damaged: \(english)"),
            hint: Message(
                "分隔符或顺序在提取时丢失，无法可靠还原；请改用原始的 .xlsx、.docx 或网页表格",
                "separators or the order were lost on extraction; use the original table file"))
    }
}
