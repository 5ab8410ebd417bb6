/// Numbers that a spreadsheet holds without any loss.
package enum PlainNumber {
    /// The value of plain decimal text; `nil` for anything else, such as `007`, `1e3` or more than 15 digits.
    package static func value(of text: String) -> Double? {
        let digits = text.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
        guard (1...15).contains(digits), digits + 2 >= text.utf8.count else { return nil }
        let body = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = body.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && isDigits($0) }),
            parts[0] == "0" || !parts[0].hasPrefix("0")
        else { return nil }
        return Double(text)
    }

    private static func isDigits(_ text: Substring) -> Bool {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
