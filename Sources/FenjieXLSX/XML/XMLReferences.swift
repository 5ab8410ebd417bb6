/// Character and entity references, XML 1.0, 4.1; only the five that XML itself defines exist here.
extension XMLScanner {
    /// Refuses references that mean nothing.
    func checkReferences(in range: Range<Int>) throws(XLSXFailure) {
        var index = range.lowerBound
        while index < range.upperBound {
            if window.bytes[index] == UInt8(ascii: "&") {
                index = try reference(at: index, before: range.upperBound).end
            } else {
                index += 1
            }
        }
    }

    /// Adds the text of the last `text` token to `buffer`, references replaced and line ends as LF.
    func appendText(to buffer: inout [UInt8]) throws(XLSXFailure) {
        guard !isTextPlain else {
            buffer.append(contentsOf: window.bytes[text])
            return
        }
        try append(text, to: &buffer, isAttribute: false)
    }

    private func append(_ range: Range<Int>, to buffer: inout [UInt8], isAttribute: Bool) throws(XLSXFailure) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = window.bytes[index]
            switch byte {
            case UInt8(ascii: "&"):
                let (scalar, end) = try reference(at: index, before: range.upperBound)
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { buffer.append(byte) }
                index = end
                continue
            case 0x0D:
                // XML 1.0, 2.11: CR LF and CR alone are read as LF.
                if index + 1 == range.upperBound || window.bytes[index + 1] != 0x0A {
                    buffer.append(isAttribute ? 0x20 : 0x0A)
                }
            case 0x09, 0x0A: buffer.append(isAttribute ? 0x20 : byte)
            default: buffer.append(byte)
            }
            index += 1
        }
    }

    private func reference(
        at start: Int, before end: Int
    ) throws(XLSXFailure) -> (scalar: Unicode.Scalar, end: Int) {
        var close = start + 1
        while close < end, close - start <= 12, window.bytes[close] != UInt8(ascii: ";") { close += 1 }
        guard close < end, window.bytes[close] == UInt8(ascii: ";") else {
            throw wrong("& 之后没有实体名", "& without an entity")
        }
        let body = window.bytes[(start + 1)..<close]
        if body.first == UInt8(ascii: "#") {
            let isHexadecimal = body.dropFirst().first == UInt8(ascii: "x")
            let digits = String(decoding: body.dropFirst(isHexadecimal ? 2 : 1), as: UTF8.self)
            guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
                let value = UInt32(digits, radix: isHexadecimal ? 16 : 10), let scalar = Unicode.Scalar(value),
                value >= 0x20 || value == 0x09 || value == 0x0A || value == 0x0D,
                value & 0xFFFE != 0xFFFE || value > 0xFFFF
            else { throw wrong("字符引用无效", "a character reference is invalid") }
            return (scalar, close + 1)
        }
        let named: [(StaticString, Unicode.Scalar)] = [
            ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"),
        ]
        for (name, scalar) in named where body.count == name.utf8CodeUnitCount && matches(name, at: start + 1) {
            return (scalar, close + 1)
        }
        throw wrong("实体没有定义", "an entity is not defined")
    }

    /// The attribute of that name without a prefix.
    @inline(__always)
    func attribute(_ name: StaticString) -> XMLAttribute? {
        for attribute in attributes
        where attribute.localStart == attribute.name.lowerBound && isNamed(attribute, name) {
            return attribute
        }
        return nil
    }

    /// The value of the attribute of that name with any prefix: `r:id`.
    func prefixedValue(_ name: StaticString) throws(XLSXFailure) -> String? {
        for attribute in attributes where attribute.localStart > attribute.name.lowerBound && isNamed(attribute, name) {
            return String(decoding: try bytes(of: attribute), as: UTF8.self)
        }
        return nil
    }

    @inline(__always)
    private func isNamed(_ attribute: XMLAttribute, _ name: StaticString) -> Bool {
        attribute.name.upperBound - attribute.localStart == name.utf8CodeUnitCount
            && matches(name, at: attribute.localStart)
    }

    /// The value of an attribute as bytes.
    func bytes(of attribute: XMLAttribute) throws(XLSXFailure) -> [UInt8] {
        guard attribute.hasReferences else { return Array(window.bytes[attribute.value]) }
        var buffer: [UInt8] = []
        try append(attribute.value, to: &buffer, isAttribute: true)
        return buffer
    }

    /// The value of an attribute as text; `nil` where the element does not have it.
    func value(_ name: StaticString) throws(XLSXFailure) -> String? {
        guard let attribute = attribute(name) else { return nil }
        return String(decoding: try bytes(of: attribute), as: UTF8.self)
    }

    /// The value of an attribute as a whole number; `nil` where the element does not have it or it is none.
    func integer(_ name: StaticString) throws(XLSXFailure) -> Int? {
        guard let attribute = attribute(name), attribute.value.count <= 18 else { return nil }
        return Int(String(decoding: window.bytes[attribute.value], as: UTF8.self))
    }

    /// The value of an attribute as a truth value (`xsd:boolean`).
    func flag(_ name: StaticString) throws(XLSXFailure) -> Bool {
        let text = try value(name)
        return text == "1" || text == "true" || text == "on"
    }
}
