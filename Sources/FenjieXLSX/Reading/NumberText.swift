internal import Glibc

/// Numbers as text: the shortest decimal that gives the same double again.
package enum NumberText {
    /// Puts the number that stands in `buffer[start...]` into its canonical form, in place; text that is no number
    /// stays as it is.
    ///
    /// Whole numbers below 1e21 have no point and no exponent, so that long identifiers stay readable.
    package static func normalize(_ buffer: inout [UInt8], from start: Int) {
        if isCanonical(buffer, from: start) { return }
        guard let value = value(of: buffer, from: start) else { return }
        buffer.removeLast(buffer.count - start)
        append(value, to: &buffer)
    }

    /// Whether the text is already what `append` would write: at most 15 digits, no needless zeros or signs.
    @inline(__always)
    static func isCanonical(_ buffer: [UInt8], from start: Int) -> Bool {
        var index = start
        let end = buffer.count
        if index < end, buffer[index] == UInt8(ascii: "-") { index += 1 }
        let digitStart = index
        guard end - index <= 16, index < end else { return false }
        while index < end, buffer[index] &- 0x30 < 10 { index += 1 }
        let whole = index - digitStart
        guard whole > 0, whole == 1 || buffer[digitStart] != 0x30 else { return false }
        if index == end { return whole <= 15 && (buffer[digitStart] != 0x30 || digitStart == start) }
        guard buffer[index] == UInt8(ascii: "."), end - index > 1, buffer[end - 1] != 0x30 else { return false }
        let fractionStart = index + 1
        index = fractionStart
        var zeros = 0
        while index < end, buffer[index] == 0x30 {
            zeros += 1
            index += 1
        }
        while index < end, buffer[index] &- 0x30 < 10 { index += 1 }
        guard index == end else { return false }
        return buffer[digitStart] != 0x30 || zeros < 6
    }

    /// The finite number that stands in `buffer[start...]`, with white space around it or not.
    static func value(of buffer: [UInt8], from start: Int) -> Double? {
        var text = buffer[start...]
        while let last = text.last, XMLScanner.isSpace(last) { text.removeLast() }
        while let first = text.first, XMLScanner.isSpace(first) { text.removeFirst() }
        guard isNumber(text) else { return nil }
        var terminated = Array(text)
        terminated.append(0)
        let value = unsafe terminated.withUnsafeBytes { bytes -> Double in
            // No locale is ever set, so that the point is the decimal sign; the zero ends the text.
            guard let start = unsafe bytes.assumingMemoryBound(to: CChar.self).baseAddress else { return .nan }
            return unsafe strtod(start, nil)
        }
        return value.isFinite ? value : nil
    }

    /// Whether the text is a decimal number as `xsd:double` writes it, infinities left out.
    private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        func digits() -> Int {
            let before = rest.count
            rest = rest.drop { $0 &- 0x30 < 10 }
            return before - rest.count
        }
        if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        var count = digits()
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            count += digits()
        }
        guard count > 0 else { return false }
        if let first = rest.first, first | 0x20 == UInt8(ascii: "e") {
            rest.removeFirst()
            if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
            guard digits() > 0 else { return false }
        }
        return rest.isEmpty
    }

    /// Adds a finite number as a share of a hundred: 0.85 as 85%; `false`, and nothing added, where it is beyond use.
    static func appendPercent(_ value: Double, to buffer: inout [UInt8]) -> Bool {
        guard value == 0 || (1e-6..<1e15).contains(value.magnitude) else { return false }
        append(value, shifted: 2, to: &buffer)
        buffer.append(UInt8(ascii: "%"))
        return true
    }

    /// Adds a finite number, its point moved to the right by some places.
    static func append(_ value: Double, shifted places: Int = 0, to buffer: inout [UInt8]) {
        guard value != 0 else { return buffer.append(0x30) }
        // The description has the shortest digits; only their arrangement is ours.
        var digits: [UInt8] = []
        var exponent = 0
        var point: Int?
        var rest = Array(value.magnitude.description.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "."): point = digits.count
            case UInt8(ascii: "e"): exponent = Int(String(decoding: rest, as: UTF8.self)) ?? 0
            default: digits.append(byte)
            }
            if byte == UInt8(ascii: "e") { break }
        }
        var scale = (point ?? digits.count) + exponent + places
        while digits.first == 0x30 {
            digits.removeFirst()
            scale -= 1
        }
        while digits.last == 0x30 { digits.removeLast() }
        if value < 0 { buffer.append(UInt8(ascii: "-")) }
        arrange(digits, scale: scale, into: &buffer)
    }

    /// Adds `0.digits` × 10^`scale`.
    private static func arrange(_ digits: [UInt8], scale: Int, into buffer: inout [UInt8]) {
        switch scale {
        case 1...21 where digits.count <= scale:
            buffer.append(contentsOf: digits)
            buffer.append(contentsOf: repeatElement(0x30, count: scale - digits.count))
        case 1...21:
            buffer.append(contentsOf: digits[..<scale])
            buffer.append(UInt8(ascii: "."))
            buffer.append(contentsOf: digits[scale...])
        case -5...0:
            buffer.append(contentsOf: "0.".utf8)
            buffer.append(contentsOf: repeatElement(0x30, count: -scale))
            buffer.append(contentsOf: digits)
        default:
            buffer.append(digits[0])
            if digits.count > 1 {
                buffer.append(UInt8(ascii: "."))
                buffer.append(contentsOf: digits[1...])
            }
            let power = scale - 1
            buffer.append(contentsOf: (power < 0 ? "e-" : "e+").utf8)
            if power.magnitude < 10 { buffer.append(0x30) }
            buffer.append(contentsOf: String(power.magnitude).utf8)
        }
    }
}
