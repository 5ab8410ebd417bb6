/// One relationship of a part, ECMA-376 Part 2, 6.5.
struct Relationship {
    var id: String
    /// The last word of its type, by which transitional and strict files agree: `worksheet`.
    var kind: String
    /// The part it leads to, by its whole name; `nil` where it leads outside the package.
    var part: String?
}

extension ZipArchive {
    /// The relationships of a part, or of the package where `part` is empty; `nil` where there are none.
    func relationships(of part: String) throws(XLSXFailure) -> [Relationship]? {
        let (folder, name) = PartName.split(part)
        guard let entry = entry(named: "\(folder)_rels/\(name).rels") else { return nil }
        var scanner = try scanner(for: entry, sizeLimit: .partBytes)
        var relationships: [Relationship] = []
        while true {
            let token = try scanner.next()
            if token == .finish { return relationships }
            guard token == .start else { continue }
            guard scanner.depth > 1 || scanner.nameIs("Relationships") else {
                throw .part(entry.displayName, "不是关系部件", "it is not a relationships part")
            }
            guard scanner.nameIs("Relationship"), let id = try scanner.value("Id"),
                let type = try scanner.value("Type"), let target = try scanner.value("Target")
            else { continue }
            let kind = type.split(separator: "/").last.map(String.init) ?? type
            let isExternal = try scanner.value("TargetMode") == "External"
            relationships.append(
                Relationship(
                    id: id, kind: kind, part: isExternal ? nil : PartName.resolve(target, from: folder)))
        }
    }

    /// A scanner for the XML of a part.
    func scanner(for entry: ZipEntry, sizeLimit: XLSXLimit) throws(XLSXFailure) -> XMLScanner {
        let bytes: any PartBytes =
            if entry.likelySize < PartAhead.leastSize {
                try PartStream(entry, of: self, sizeLimit: sizeLimit)
            } else {
                PartAhead(try PartStream(entry, of: self, sizeLimit: sizeLimit))
            }
        return try XMLScanner(bytes, name: entry.displayName, limits: limits)
    }
}

/// Names of parts, ECMA-376 Part 2, 6.2 and RFC 3986, 5.2.
package enum PartName {
    /// The folder of a part with its last slash, and the name in it.
    static func split(_ part: String) -> (folder: String, name: String) {
        guard let slash = part.lastIndex(of: "/") else { return ("", part) }
        return (String(part[...slash]), String(part[part.index(after: slash)...]))
    }

    /// The part that a target names, seen from a folder; `nil` where it leaves the package.
    package static func resolve(_ target: String, from folder: String) -> String? {
        let target = percentDecoded(target.prefix { $0 != "#" })
        guard !target.contains(":") || target.hasPrefix("/") else { return nil }
        let whole = target.hasPrefix("/") ? target : folder + target
        var parts: [Substring] = []
        for part in whole.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where part != "." {
            guard part == ".." else {
                parts.append(part)
                continue
            }
            guard parts.popLast() != nil else { return nil }
        }
        return parts.joined(separator: "/")
    }

    private static func percentDecoded(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
