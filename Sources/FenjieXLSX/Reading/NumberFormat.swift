/// What a number format makes of a number, as far as reading needs to know.
package enum NumberKind: UInt8, Sendable {
    /// A number.
    case number
    /// A date, a time of day, or both.
    case date
    /// A length of time, whose hours may pass 24.
    case elapsed
    /// A date of which only year and month show.
    case month
    /// A share of a hundred.
    case percent
}

extension NumberKind {
    /// The formats that a file may use without spelling them out, ECMA-376 Part 1, 18.8.30.
    ///
    /// 27–36 and 50–58 are those of the East Asian languages, all of them dates or times; which of them show the month
    /// alone is told for Chinese.
    package init(builtIn id: Int) {
        switch id {
        case 9, 10: self = .percent
        case 17, 27, 36, 50, 52, 57: self = .month
        case 46: self = .elapsed
        case 14...22, 27...36, 45...47, 50...58: self = .date
        default: self = .number
        }
    }

    /// Reads a format code, ECMA-376 Part 1, 18.8.31; the first of its sections decides.
    package init(parsing code: [UInt8]) {
        self = .number
        var shown: Set<UInt8> = []
        defer { if self == .date, shown == [UInt8(ascii: "y"), UInt8(ascii: "m")] { self = .month } }
        var index = 0
        while index < code.count {
            let byte = code[index]
            index += 1
            switch byte {
            case UInt8(ascii: ";"): return
            case UInt8(ascii: "\""):
                while index < code.count, code[index] != byte { index += 1 }
                index += 1
            // The next character stands for itself, for a gap of its width, or for a filler.
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"):
                index += 1
            case UInt8(ascii: "["):
                let start = index
                while index < code.count, code[index] != UInt8(ascii: "]") { index += 1 }
                if Self.isElapsed(code[start..<min(index, code.count)]) {
                    self = .elapsed
                    return
                }
                index += 1
            case UInt8(ascii: "G"), UInt8(ascii: "g"):
                // `General` is a number, and a lone `g` the name of an era.
                let word = "eneral".utf8
                if code.count - index >= word.count,
                    zip(code[index...], word).allSatisfy({ $0 | 0x20 == $1 })
                {
                    index += word.count
                } else {
                    self = .date
                }
            case UInt8(ascii: "E"), UInt8(ascii: "e"):
                // `0.00E+00` is a number, `e` alone the year of an era.
                if index < code.count, code[index] == UInt8(ascii: "+") || code[index] == UInt8(ascii: "-") {
                    index += 1
                } else {
                    self = .date
                }
            case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "m"), UInt8(ascii: "M"), UInt8(ascii: "d"),
                UInt8(ascii: "D"), UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "s"), UInt8(ascii: "S"):
                self = .date
                shown.insert(byte | 0x20)
            case UInt8(ascii: "%"): if self == .number { self = .percent }
            default: break
            }
        }
    }

    /// `[h]`, `[mm]`, `[ss]`; other brackets hold colours, conditions and languages.
    private static func isElapsed(_ body: ArraySlice<UInt8>) -> Bool {
        guard let first = body.first.map({ $0 | 0x20 }), [0x68, 0x6D, 0x73].contains(first) else { return false }
        return body.allSatisfy { $0 | 0x20 == first }
    }
}
