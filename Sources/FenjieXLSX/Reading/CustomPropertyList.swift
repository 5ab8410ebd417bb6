internal import FenjieModel

/// Custom document properties, ECMA-376 Part 1, 22.3.
enum CustomPropertyList {
    /// The most properties that are read.
    private static let most = 10_000

    /// Reads the names and values of the properties that are text.
    static func read(_ scanner: consuming XMLScanner, limit: Int) throws(XLSXFailure) -> [CustomProperty] {
        var properties: [CustomProperty] = []
        var name: String?
        while properties.count < most {
            switch try scanner.next() {
            case .finish: return properties
            case .start where scanner.depth == 2: name = try scanner.value("name")
            case .start where scanner.depth == 3 && (scanner.nameIs("lpwstr") || scanner.nameIs("lpstr")):
                var value: [UInt8] = []
                try RichText.appendValue(from: &scanner, to: &value, limit: limit)
                if let known = name {
                    properties.append(CustomProperty(name: known, value: String(decoding: value, as: UTF8.self)))
                    name = nil
                }
            case .start, .end, .text: continue
            }
        }
        return properties
    }
}
