public import FenjieModel

/// Lines of UTF-8 text as they come, so that each can be answered before the next is there.
public struct LineReader {
    /// The number of the line that `next` gave last, counted from 1.
    public private(set) var number = 0
    /// What failures call the text.
    public let name: String

    private let refill: (inout [UInt8]) throws -> Bool
    private var bytes: [UInt8] = []
    private var start = 0
    /// Up to where no line feed was found, so that a long line is searched only once.
    private var searched = 0
    private var isAtEnd = false
    private var offset = 0

    /// The longest line, in bytes.
    public static let limit = 64 << 20

    /// Reads lines from wherever `refill` gets bytes.
    ///
    /// - Parameters:
    ///   - name: what failures call the text; `-` for standard input.
    ///   - refill: adds more bytes to the buffer; returns `false` at the end.
    public init(name: String, refill: @escaping (inout [UInt8]) throws -> Bool) {
        self.name = name
        self.refill = refill
    }

    /// Whether the next line is here already; if not, `next` may wait for it.
    public var hasLine: Bool { bytes[searched...].contains(0x0A) }

    /// The next line without its end (LF or CR LF), or `nil` behind the last.
    ///
    /// - Throws: ``LineFailure`` where a line is too long or no UTF-8; whatever `refill` throws.
    public mutating func next() throws -> String? {
        while true {
            if let end = bytes[searched...].firstIndex(of: 0x0A) {
                defer {
                    start = end + 1
                    searched = start
                }
                return try line(bytes[start..<end])
            }
            if isAtEnd {
                guard start < bytes.count else { return nil }
                defer {
                    start = bytes.count
                    searched = start
                }
                return try line(bytes[start...])
            }
            try fill()
        }
    }

    private mutating func fill() throws {
        bytes.removeSubrange(..<start)
        offset += start
        start = 0
        searched = bytes.count
        guard bytes.count <= Self.limit else {
            throw LineFailure(
                Place(file: name, line: number + 1),
                Message("一行超过 \(Self.limit) 字节", "a line is longer than \(Self.limit) bytes"))
        }
        isAtEnd = try !refill(&bytes)
        if offset == 0, number == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            start = 3
            searched = max(searched, 3)
        }
    }

    private mutating func line(_ slice: ArraySlice<UInt8>) throws -> String {
        number += 1
        let content = slice.last == 0x0D ? slice.dropLast() : slice
        guard let text = String(validating: content, as: UTF8.self) else {
            throw LineFailure(
                Place(file: name, line: number), Message("此行不是有效的 UTF-8 文字", "this line is not valid UTF-8"),
                hint: Message("请用 --encoding 指明编码，如 --encoding gb18030", "name the encoding, as in --encoding gb18030"))
        }
        return text
    }
}

/// Why a text could not be read line by line.
public struct LineFailure: Failure, Hashable {
    /// An input could not be read.
    public var kind: FailureKind { .input }
    /// The line.
    public let place: Place
    /// What is wrong.
    public let message: Message
    /// What to do about it.
    public let hint: Message?

    init(_ place: Place, _ message: Message, hint: Message? = nil) {
        self.place = place
        self.message = message
        self.hint = hint
    }
}
