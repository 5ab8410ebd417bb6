/// Numbers as cells hold them: XML Schema decimals and doubles, as Table Schema asks.
enum WrittenNumber {
    /// What a text is.
    enum Form {
        case integer
        case number
        case other
    }

    /// The form of a value: a sign, digits, a point, an exponent.
    static func form(of bytes: [UInt8], _ range: Range<Int>) -> Form {
        var index = range.lowerBound
        let end = range.upperBound
        if index < end, bytes[index] == 0x2B || bytes[index] == 0x2D { index += 1 }
        let whole = digits(bytes, &index, end)
        if index == end { return whole > 0 ? .integer : .other }
        var fraction = 0
        if bytes[index] == 0x2E {
            index += 1
            fraction = digits(bytes, &index, end)
        }
        guard whole + fraction > 0 else { return .other }
        if index < end, bytes[index] | 0x20 == 0x65 {
            index += 1
            if index < end, bytes[index] == 0x2B || bytes[index] == 0x2D { index += 1 }
            guard digits(bytes, &index, end) > 0 else { return .other }
        }
        return index == end ? .number : .other
    }

    /// The value of a number; `nil` for other text.
    static func value(of bytes: [UInt8], _ range: Range<Int>) -> Double? {
        guard form(of: bytes, range) != .other else { return nil }
        return Double(String(decoding: bytes[range], as: UTF8.self))
    }

    private static func digits(_ bytes: [UInt8], _ index: inout Int, _ end: Int) -> Int {
        let start = index
        while index < end, bytes[index] &- 0x30 < 10 { index += 1 }
        return index - start
    }
}
