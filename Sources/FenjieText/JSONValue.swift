/// A JSON value whose objects keep the order of their members, RFC 8259.
public enum JSONValue: Sendable, Hashable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A whole number.
    case integer(Int)
    /// Any other number.
    case number(Double)
    /// A string.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object; members are written in this order.
    case object([(name: String, value: JSONValue)])

    /// The value as JSON text.
    ///
    /// - Parameter indent: spaces for each level, or `nil` for one line.
    /// - Returns: the text without a line end.
    public func text(indent: Int? = nil) -> String {
        var bytes: [UInt8] = []
        write(into: &bytes, indent: indent, level: 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Adds the value to a buffer, on one line.
    public func write(into bytes: inout [UInt8]) { write(into: &bytes, indent: nil, level: 0) }

    /// Adds a string with its quotes to a buffer; only what RFC 8259, section 7 demands is escaped.
    public static func quote(_ text: String, into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 { escape(byte, into: &bytes) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Adds one byte of a UTF-8 string to a buffer, escaped where JSON demands it.
    @inlinable
    public static func escape(_ byte: UInt8, into bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        case 0x0D: bytes.append(contentsOf: "\\r".utf8)
        case 0x09: bytes.append(contentsOf: "\\t".utf8)
        case 0x00..<0x20:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: "\\u00".utf8)
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        default: bytes.append(byte)
        }
    }

    private func write(into bytes: inout [UInt8], indent: Int?, level: Int) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value): bytes.append(contentsOf: String(value).utf8)
        case .number(let value): bytes.append(contentsOf: (value.isFinite ? value.description : "null").utf8)
        case .string(let value): Self.quote(value, into: &bytes)
        case .array(let values):
            Self.writeList(values, "[", "]", into: &bytes, indent: indent, level: level) { value, bytes in
                value.write(into: &bytes, indent: indent, level: level + 1)
            }
        case .object(let members):
            Self.writeList(members, "{", "}", into: &bytes, indent: indent, level: level) { member, bytes in
                Self.quote(member.name, into: &bytes)
                bytes.append(contentsOf: (indent == nil ? ":" : ": ").utf8)
                member.value.write(into: &bytes, indent: indent, level: level + 1)
            }
        }
    }

    private static func writeList<Item>(
        _ items: [Item], _ open: String, _ close: String, into bytes: inout [UInt8], indent: Int?, level: Int,
        _ writeItem: (Item, inout [UInt8]) -> Void
    ) {
        bytes.append(contentsOf: open.utf8)
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            newLine(into: &bytes, indent: indent, level: level + 1)
            writeItem(item, &bytes)
        }
        if !items.isEmpty { newLine(into: &bytes, indent: indent, level: level) }
        bytes.append(contentsOf: close.utf8)
    }

    private static func newLine(into bytes: inout [UInt8], indent: Int?, level: Int) {
        guard let indent else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: indent * level))
    }

    /// Compares by value and member order.
    public static func == (left: JSONValue, right: JSONValue) -> Bool { left.text() == right.text() }

    /// Hashes the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(text()) }
}
