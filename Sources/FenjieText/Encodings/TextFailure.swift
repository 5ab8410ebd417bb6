internal import FenjieFiles
public import FenjieModel

/// Why a file could not be read as text.
public struct TextFailure: Failure, Hashable {
    /// Where it was met.
    public let place: Place
    /// What is wrong.
    public let message: Message
    /// What to do about it.
    public let hint: Message?
    /// An input could not be read.
    public var kind: FailureKind { .input }

    private init(_ place: Place, _ message: Message, hint: Message) {
        self.place = place
        self.message = message
        self.hint = hint
    }

    /// The bytes do not follow the encoding.
    static func invalid(_ encoding: TextEncoding, at place: Place) -> TextFailure {
        TextFailure(
            place,
            Message(
                "第 \(place.byte ?? 0) 字节处不是有效的 \(encoding.title) 文字",
                "the bytes at offset \(place.byte ?? 0) are not valid \(encoding.title)"),
            hint: Message(
                "请改用其他编码，不指明编码时会自动判断", "name another encoding; where none is named, it is found by itself"))
    }

    /// Neither UTF-8 nor GB18030 fits.
    static func unknownEncoding(_ place: Place, utf8Offset: Int, gb18030Offset: Int) -> TextFailure {
        TextFailure(
            place,
            Message(
                "无法判断文字编码：UTF-8 在第 \(utf8Offset) 字节处、GB18030 在第 \(gb18030Offset) 字节处出错",
                "unknown encoding: UTF-8 fails at byte \(utf8Offset), GB18030 at byte \(gb18030Offset)"),
            hint: adviceOnEncoding)
    }

    /// The text starts as good UTF-8 and then breaks, so that reading it as anything else would garble it.
    static func damagedUTF8(_ place: Place) -> TextFailure {
        TextFailure(
            place,
            Message(
                "文字在第 \(place.byte ?? 0) 字节以前是 UTF-8，此处损坏或混入了其他编码",
                "the text is UTF-8 up to byte \(place.byte ?? 0), where it is damaged or goes on in another encoding"),
            hint: adviceOnEncoding)
    }

    /// Text in two-byte units without the mark that says so.
    static func unmarkedUTF16(_ encoding: TextEncoding, file: String) -> TextFailure {
        TextFailure(
            Place(file: file, byte: 0),
            Message(
                "文件像是没有字节顺序标记的 UTF-16 文字", "the file looks like UTF-16 text without a byte order mark"),
            hint: Message("请加 --encoding \(encoding.rawValue) 再试", "try again with --encoding \(encoding.rawValue)"))
    }

    /// An encoding that fenjie names and does not read.
    static func utf32(file: String) -> TextFailure {
        TextFailure(
            Place(file: file, byte: 0), Message("不支持 UTF-32 编码", "UTF-32 is not supported"),
            hint: Message("请另存为“CSV UTF-8”或 UTF-8 文本再试", "save it as \"CSV UTF-8\" or UTF-8 text and try again"))
    }

    /// Mostly NUL bytes: a program's data, or what a crash left of a file.
    static func notText(file: String, byte: Int) -> TextFailure {
        TextFailure(
            Place(file: file, byte: byte),
            Message("文件不是文字：含有大量空字节（NUL）", "the file is not text: it is full of NUL bytes"),
            hint: Message("文件可能已损坏，请取得一份完好的文件", "the file may be damaged; get an intact copy"))
    }

    /// A file of another kind.
    static func binary(_ signature: FileSignature, file: String) -> TextFailure {
        TextFailure(
            Place(file: file),
            Message(
                "这是\(signature.title.chinese)，不是文本", "this is \(signature.title.english), not text"),
            hint: signature.hint)
    }

    /// The system cannot convert GB18030.
    static func noConverter(file: String) -> TextFailure {
        TextFailure(
            Place(file: file),
            Message("本机缺少 GB18030 转换表（iconv）", "this system has no GB18030 table (iconv)"),
            hint: Message("请安装 glibc 的 gconv 模块，或改用 UTF-8", "install glibc's gconv modules or use UTF-8"))
    }

    private static let adviceOnEncoding = Message(
        "请用 --encoding 指明编码，或在 Excel、WPS 中另存为“CSV UTF-8”再试",
        "name the encoding with --encoding, or save the file as \"CSV UTF-8\" and try again")
}

extension TextEncoding {
    /// The encoding as messages name it.
    public var title: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        case .gb18030: "GB18030"
        }
    }
}
