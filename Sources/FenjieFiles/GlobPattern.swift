/// A pattern for one name in a folder: `*` any text, `?` one character, `[甲-丁]` one of a set, `[!a]` none of it.
public struct GlobPattern: Sendable {
    private enum Part {
        case scalar(Unicode.Scalar)
        case anyScalar
        case anyText
        case set(ranges: [ClosedRange<UInt32>], isNegated: Bool)
    }

    private let parts: [Part]

    /// Reads a pattern; a bracket that is never closed stands for itself.
    public init(parsing text: some StringProtocol) {
        var parts: [Part] = []
        var rest = Array(text.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "*":
                // A row of stars says no more than one.
                if case .anyText = parts.last { continue }
                parts.append(.anyText)
            case "?": parts.append(.anyScalar)
            case "[": parts.append(Self.readSet(&rest) ?? .scalar(scalar))
            default: parts.append(.scalar(scalar))
            }
        }
        self.parts = parts
    }

    /// Whether a text has anything that a pattern is made of.
    public static func isPattern(_ text: some StringProtocol) -> Bool {
        text.utf8.contains { [UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "[")].contains($0) }
    }

    /// Whether a name fits. The time is at most the product of both lengths.
    public func matches(_ name: some StringProtocol) -> Bool {
        let scalars = Array(name.unicodeScalars)
        var part = 0
        var position = 0
        // Where to go on after the last star, should what follows not fit.
        var retry: (part: Int, position: Int)?
        while position < scalars.count {
            if part < parts.count, case .anyText = parts[part] {
                part += 1
                retry = (part, position)
            } else if part < parts.count, Self.fits(parts[part], scalars[position]) {
                part += 1
                position += 1
            } else if let last = retry {
                retry = (last.part, last.position + 1)
                part = last.part
                position = last.position + 1
            } else {
                return false
            }
        }
        return parts[part...].allSatisfy { if case .anyText = $0 { true } else { false } }
    }

    /// Whether a name that is no UTF-8 might fit, had it been written so: what is not ASCII can stand for any such text.
    func couldMatch(_ name: [UInt8]) -> Bool {
        // Which parts may come next, byte by byte. A foreign byte begins a character or goes on with the one before.
        var reached = [Bool](repeating: false, count: parts.count + 1)
        reached[0] = true
        spread(&reached)
        var previous: UInt8 = 0
        for byte in name {
            // In GB18030 the second byte of a character may look like ASCII.
            let isSecond = previous >= 0x80 && byte >= 0x40
            var next = [Bool](repeating: false, count: parts.count + 1)
            for part in parts.indices where reached[part] {
                if case .anyText = parts[part] { next[part] = true }
                let fits = byte < 0x80 ? Self.fits(parts[part], Unicode.Scalar(byte)) : canBeForeign(part)
                if fits { next[part + 1] = true }
            }
            if isSecond { for part in next.indices where reached[part] { next[part] = true } }
            spread(&next)
            reached = next
            previous = byte
        }
        return reached[parts.count]
    }

    /// Whether a part may stand for something that is not ASCII.
    private func canBeForeign(_ part: Int) -> Bool {
        if case .scalar(let scalar) = parts[part] { !scalar.isASCII } else { true }
    }

    /// A star may stand for nothing.
    private func spread(_ reached: inout [Bool]) {
        for part in parts.indices where reached[part] {
            if case .anyText = parts[part] { reached[part + 1] = true }
        }
    }

    private static func fits(_ part: Part, _ scalar: Unicode.Scalar) -> Bool {
        switch part {
        case .scalar(let expected): expected == scalar
        case .anyScalar: true
        case .anyText: false
        case .set(let ranges, let isNegated): ranges.contains { $0.contains(scalar.value) } != isNegated
        }
    }

    /// Reads a set behind its opening bracket; leaves `rest` as it was where the bracket is never closed.
    private static func readSet(_ rest: inout ArraySlice<Unicode.Scalar>) -> Part? {
        var inner = rest
        var isNegated = false
        if inner.first == "!" || inner.first == "^" {
            isNegated = true
            inner.removeFirst()
        }
        var ranges: [ClosedRange<UInt32>] = []
        while let scalar = inner.popFirst() {
            // A closing bracket right at the start is one of the set.
            if scalar == "]", !ranges.isEmpty {
                rest = inner
                return .set(ranges: ranges, isNegated: isNegated)
            }
            if inner.first == "-", let last = inner.dropFirst().first, last != "]", last >= scalar {
                ranges.append(scalar.value...last.value)
                inner.removeFirst(2)
            } else {
                ranges.append(scalar.value...scalar.value)
            }
        }
        return nil
    }
}
