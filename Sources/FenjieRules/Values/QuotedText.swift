/// A value as a finding quotes it: one line, and no more than a few characters.
enum QuotedText {
    private static let limit = 24

    /// The value, cut where it is long.
    static func short(_ text: String) -> String {
        var short = ""
        for (index, scalar) in text.unicodeScalars.enumerated() {
            if index == limit { return short + "…" }
            short.unicodeScalars.append(scalar.properties.isWhitespace ? " " : scalar)
        }
        return short
    }
}
