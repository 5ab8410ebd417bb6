internal import FenjieModel

/// Core document properties, ECMA-376 Part 2, 11.
enum CoreProperties {
    /// Reads when the document was saved last.
    static func modified(_ scanner: consuming XMLScanner, limit: Int) throws(XLSXFailure) -> String {
        while true {
            switch try scanner.next() {
            case .finish: return ""
            case .start where scanner.depth == 2 && scanner.nameIs("modified"):
                var value: [UInt8] = []
                try RichText.appendValue(from: &scanner, to: &value, limit: limit)
                let time = String(decoding: value, as: UTF8.self)
                return isTime(time) ? time : ""
            case .start, .end, .text: continue
            }
        }
    }

    /// Whether it is a time as ISO 8601 has it in universal time, so that times sort as texts.
    private static func isTime(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard (20...30).contains(bytes.count), bytes.last == UInt8(ascii: "Z") else { return false }
        let pattern = Array("0000-00-00T00:00:00".utf8)
        return zip(pattern, bytes).allSatisfy { $0 == UInt8(ascii: "0") ? $1 &- 0x30 < 10 : $0 == $1 }
    }
}
