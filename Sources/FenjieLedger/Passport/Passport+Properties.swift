/// The passport as document properties.
///
/// A property holds 255 UTF-16 units at most, so that longer values go on in properties of their own: `name`, `name.2`.
extension Passport {
    private static let prefix = "fenjie-"
    private static let limit = 255

    /// Names and values of the custom properties, in the order in which they are written.
    public var properties: [(name: String, value: String)] {
        var values = [("passport", Self.version)] + members
        values.append(("fields", columns.map(\.field).joined(separator: ";")))
        var properties: [(name: String, value: String)] = []
        for (name, value) in values where !value.isEmpty {
            for (index, part) in Self.parts(of: value).enumerated() {
                properties.append((Self.prefix + Self.name(name, part: index), part))
            }
        }
        for (index, line) in Self.lines(of: rows).enumerated() {
            properties.append((Self.prefix + Self.name("rows", part: index), line))
        }
        return properties
    }

    /// Reads a passport back from document properties.
    ///
    /// It knows keys and hashes of the rows, but neither numbers, roles, headings nor the codes of single cells.
    ///
    /// - Parameter properties: names and values of all custom properties; others are stepped over.
    public init?(properties: [(name: String, value: String)]) {
        var values: [String: String] = [:]
        for (name, value) in properties where name.hasPrefix(Self.prefix) {
            values[String(name.dropFirst(Self.prefix.count))] = value
        }
        guard values["passport"] != nil else { return nil }
        func whole(_ name: String, separator: String = "") -> String? {
            guard var text = values[name] else { return nil }
            var part = 1
            while let more = values[Self.name(name, part: part)] {
                text += separator + more
                part += 1
            }
            return text
        }
        var members: [String: String] = ["unit": ""]
        for name in ["issue", "title", "unit", "basis", "period", "form", "form-version"] {
            if let value = whole(name) { members[name] = value }
        }
        let fields = (whole("fields") ?? "").split(separator: ";").map(String.init)
        let rows = (whole("rows", separator: ";") ?? "").split(separator: ";").compactMap { record -> IssuedRow? in
            let parts = record.split(separator: " ")
            guard parts.count == 3 else { return nil }
            return IssuedRow(
                key: String(parts[0]), number: "", role: "", seal: "\(parts[1]) \(parts[2])")
        }
        self.init(members: members, columns: fields.map { Column(field: $0, heading: "") }, rows: rows)
    }

    private static func name(_ name: String, part: Int) -> String { part == 0 ? name : "\(name).\(part + 1)" }

    private static func parts(of text: String) -> [String] {
        guard text.utf16.count > limit else { return [text] }
        var parts = [""]
        var length = 0
        for scalar in text.unicodeScalars {
            let size = scalar.utf16.count
            if length + size > limit {
                parts.append("")
                length = 0
            }
            parts[parts.count - 1].unicodeScalars.append(scalar)
            length += size
        }
        return parts
    }

    /// Key and hashes of the rows, joined by semicolons, as many as one property holds; they are ASCII and short.
    private static func lines(of rows: [IssuedRow]) -> [String] {
        let hashes = 2 * IssuedRow.hashLength + 1
        var lines: [String] = []
        var line: [UInt8] = []
        for row in rows {
            if line.count + row.key.utf8.count + hashes + 2 > limit {
                lines.append(String(decoding: line, as: UTF8.self))
                line.removeAll(keepingCapacity: true)
            }
            if !line.isEmpty { line.append(UInt8(ascii: ";")) }
            line.append(contentsOf: row.key.utf8)
            line.append(UInt8(ascii: " "))
            line.append(contentsOf: row.seal.utf8.prefix(hashes))
        }
        if !line.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
        return lines
    }
}
