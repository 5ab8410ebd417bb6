public import FenjieModel
internal import FenjieText

/// Why delimited text could not be read or written.
public struct CSVFailure: Failure, Hashable {
    /// Where it was met.
    public let place: Place
    /// What is wrong.
    public let message: Message
    /// What to do about it.
    public let hint: Message?
    /// Whether reading or writing failed.
    public let kind: FailureKind

    private init(_ place: Place, _ message: Message, hint: Message, kind: FailureKind = .input) {
        self.kind = kind
        self.place = place
        self.message = message
        self.hint = hint
    }

    /// The same failure, in a file.
    func inFile(_ file: String) -> CSVFailure {
        CSVFailure(place.inFile(file), message, hint: hint ?? Self.adviceOnQuotes, kind: kind)
    }

    /// There is nothing to read.
    static func empty() -> CSVFailure {
        CSVFailure(
            Place(), Message("文件是空的", "the file is empty"),
            hint: Message("请检查文件是否导出完整", "check that the export is complete"))
    }

    /// The text ends inside quotes.
    static func unclosedQuote(openedOn line: Int) -> CSVFailure {
        CSVFailure(
            Place(line: line),
            Message("第 \(line) 行开始的双引号一直没有结束", "the quote opened on line \(line) is never closed"),
            hint: adviceOnQuotes)
    }

    /// A field is longer than allowed.
    static func fieldTooLong(limit: Int, startingOn line: Int) -> CSVFailure {
        CSVFailure(
            Place(line: line),
            Message(
                "第 \(line) 行开始的单元格超过上限 \(limit) 字节（csv-field-bytes）",
                "the field that starts on line \(line) is longer than \(limit) bytes (limit csv-field-bytes)"),
            hint: adviceOnQuotes)
    }

    /// The system has no table for an encoding.
    static func noEncoder(_ encoding: TextEncoding) -> CSVFailure {
        CSVFailure(
            Place(),
            Message("本机缺少 \(encoding.title) 转换表（iconv）", "this system has no table for \(encoding.title) (iconv)"),
            hint: Message("请安装 glibc 的 gconv 模块，或改用 UTF-8", "install glibc's gconv modules or use UTF-8"),
            kind: .output)
    }

    /// A row has more fields than allowed.
    static func tooManyColumns(limit: Int, line: Int) -> CSVFailure {
        CSVFailure(
            Place(line: line),
            Message(
                "第 \(line) 行的列数超过上限 \(limit)（csv-columns）",
                "line \(line) has more than \(limit) columns (limit csv-columns)"),
            hint: Message("请用 --delimiter 指明分隔符", "name the delimiter with --delimiter"))
    }

    private static let adviceOnQuotes = Message(
        "请检查该行的双引号是否成对；单元格内的双引号应写成两个",
        "check that the quotes of that line come in pairs; a quote inside a cell is written twice")
}
