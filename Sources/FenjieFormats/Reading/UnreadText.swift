internal import FenjieFiles
internal import FenjieModel

/// Text that holds something else than a table set in lines: a format of its own, which would be read as rubbish.
enum UnreadText: Sendable {
    /// JSON, or a file of one JSON value a line.
    case json
    /// A Rich Text document.
    case rtf

    /// Recognises it by the first characters; `nil` for any other text.
    ///
    /// - Parameter file: the input; its head is read.
    /// - Throws: ``FileFailure`` where reading fails.
    init?(of file: InputFile) throws(FileFailure) {
        var head: [UInt8] = []
        try file.read(at: 0, count: 1024, into: &head)
        // Marks at the start, the zero bytes of UTF-16 and white space tell nothing.
        let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF]
        let text = head.enumerated().filter { $1 > 0x20 && ($0 > 2 || !marks.contains($1)) }.map(\.element)
        if text.starts(with: "{\\rtf".utf8) {
            self = .rtf
        } else if text.count > 1, Self.isJSON(text[0], text[1]) {
            self = .json
        } else {
            return nil
        }
    }

    private static func isJSON(_ first: UInt8, _ second: UInt8) -> Bool {
        switch (first, second) {
        case (UInt8(ascii: "{"), UInt8(ascii: "\"")), (UInt8(ascii: "{"), UInt8(ascii: "}")): true
        case (UInt8(ascii: "["), UInt8(ascii: "{")), (UInt8(ascii: "["), UInt8(ascii: "[")): true
        case (UInt8(ascii: "["), UInt8(ascii: "\"")): true
        default: false
        }
    }

    /// The refusal.
    func failure(_ file: InputFile) -> UnreadTextFailure {
        switch self {
        case .json:
            UnreadTextFailure(
                place: Place(file: file.name),
                message: Message("这是 JSON 文件，不是表格文本", "this is a JSON file, not a table as text"),
                hint: Message(
                    "JSON 只作输出；请给出生成它的文本、CSV 或 .xlsx 文件",
                    "JSON is an output form; give the text, CSV or .xlsx file from which it was made"))
        case .rtf:
            UnreadTextFailure(
                place: Place(file: file.name), message: Message("这是 RTF 文档", "this is an RTF document"),
                hint: Message(
                    "请用 Word 或 WPS 打开，另存为文本，或把表格粘贴到 .xlsx",
                    "save it as plain text with Word or WPS, or paste its table into .xlsx"))
        }
    }
}

/// A text in a form that is not read.
struct UnreadTextFailure: Failure {
    let place: Place
    let message: Message
    let hint: Message?

    var kind: FailureKind { .input }
}
