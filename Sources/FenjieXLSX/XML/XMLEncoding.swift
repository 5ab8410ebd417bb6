/// The encoding of an XML part by its first bytes, XML 1.0, 4.3.3 and appendix F.
enum XMLEncoding: Equatable {
    case utf8
    case utf16(isBigEndian: Bool)

    /// Decides by byte order mark, by the bytes of `<?`, then by the declaration.
    ///
    /// - Returns: the encoding and how many bytes the mark takes; `nil` where it is one that is not read.
    static func detect(_ head: [UInt8]) -> (encoding: XMLEncoding, mark: Int)? {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return declared(head.dropFirst(3)).map { ($0, 3) } }
        if head.starts(with: [0xFF, 0xFE]) { return (.utf16(isBigEndian: false), 2) }
        if head.starts(with: [0xFE, 0xFF]) { return (.utf16(isBigEndian: true), 2) }
        if head.starts(with: [0x3C, 0, 0x3F, 0]) { return (.utf16(isBigEndian: false), 0) }
        if head.starts(with: [0, 0x3C, 0, 0x3F]) { return (.utf16(isBigEndian: true), 0) }
        return declared(head[...]).map { ($0, 0) }
    }

    /// What the declaration of a part in an 8-bit encoding says; without one it is UTF-8.
    private static func declared(_ head: ArraySlice<UInt8>) -> XMLEncoding? {
        guard head.starts(with: "<?xml".utf8), let close = head.firstIndex(of: UInt8(ascii: ">")) else { return .utf8 }
        let declaration = String(decoding: head[..<close], as: UTF8.self).lowercased()
        guard let name = value(of: "encoding", in: declaration) else { return .utf8 }
        return ["utf-8", "utf8", "us-ascii", "ascii"].contains(name) ? .utf8 : nil
    }

    private static func value(of name: String, in declaration: String) -> String? {
        let parts = declaration.split { $0 == "=" || $0 == "\"" || $0 == "'" || $0.isWhitespace }
        guard let place = parts.firstIndex(of: name[...]), place + 1 < parts.count else { return nil }
        return String(parts[place + 1])
    }
}

/// UTF-16 turned into UTF-8.
final class UTF16Stream: PartBytes {
    private let source: any PartBytes
    private let isBigEndian: Bool
    private var input: [UInt8]
    /// How much of `input` holds bytes.
    private var count: Int
    private var position = 0
    private var isAtEnd = false
    private let name: String

    /// Reads on behind `head`, the bytes that were read already without the byte order mark.
    init(_ source: any PartBytes, head: ArraySlice<UInt8>, isBigEndian: Bool, name: String) {
        self.source = source
        self.isBigEndian = isBigEndian
        self.name = name
        input = Array(head)
        count = input.count
        if input.count < 65_536 { input.append(contentsOf: repeatElement(0, count: 65_536 - input.count)) }
    }

    func read(into buffer: inout [UInt8], from start: Int) throws(XLSXFailure) -> Int {
        var target = start
        // One scalar takes at most four bytes.
        while target + 4 <= buffer.count {
            guard let unit = try nextUnit() else { break }
            let scalar = try scalar(from: unit)
            for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                buffer[target] = byte
                target += 1
            }
        }
        return target - start
    }

    private func scalar(from unit: UInt16) throws(XLSXFailure) -> Unicode.Scalar {
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard unit < 0xDC00, let low = try nextUnit(), (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
        else { throw .part(name, "含有无效的 UTF-16 字符", "it holds invalid UTF-16") }
        return scalar
    }

    private func nextUnit() throws(XLSXFailure) -> UInt16? {
        if position + 2 > count {
            try refill()
            guard position < count else { return nil }
            guard position + 2 <= count else { throw .part(name, "UTF-16 内容不完整", "its UTF-16 is cut short") }
        }
        defer { position += 2 }
        let (first, second) = (UInt16(input[position]), UInt16(input[position + 1]))
        return isBigEndian ? first << 8 | second : second << 8 | first
    }

    private func refill() throws(XLSXFailure) {
        let rest = count - position
        for index in 0..<rest { input[index] = input[position + index] }
        position = 0
        count = rest
        while count < 2, !isAtEnd {
            let got = try source.read(into: &input, from: count)
            count += got
            isAtEnd = got == 0
        }
    }
}
