extension FileSignature {
    /// The kind of a text that is no plain text: XML, or a page of the web.
    ///
    /// - Parameter head: the first bytes, in any encoding that keeps ASCII, or in UTF-16 with or without a mark.
    /// - Returns: the kind; `nil` for plain text.
    static func markupKind(head: Span<UInt8>) -> FileSignature? {
        let text = lettersOfHead(head)
        guard text.first == UInt8(ascii: "<") else { return nil }
        let start = text.prefix(64)
        let isPage = pageOpenings.contains { start.starts(with: $0) }
        guard isPage || start.starts(with: Array("<?xml".utf8)) || start.starts(with: Array("<workbook".utf8)) else {
            return nil
        }
        if contains(Array("urn:schemas-microsoft-com:office:spreadsheet".utf8), in: text), !isPage {
            return .xmlSpreadsheet
        }
        return isPage || contains(Array("<html".utf8), in: text) ? .html : .xml
    }

    private static let pageOpenings = ["<!doctypehtml", "<html", "<head", "<meta", "<body", "<table", "<div", "<p>"].map
    { Array($0.utf8) }

    /// The first letters without marks, zero bytes (every other one in UTF-16) and white space, in lower case.
    private static func lettersOfHead(_ head: Span<UInt8>) -> [UInt8] {
        var letters: [UInt8] = []
        for index in head.indices where letters.count < 2048 {
            switch head[index] {
            case 0x21...0x7E:
                let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(head[index])
                letters.append(isUpper ? head[index] | 0x20 : head[index])
            case 0x00, 0x09...0x0D, 0x20: continue
            case 0xEF, 0xBB, 0xBF, 0xFE,
                0xFF where index < 3:
                continue
            case _ where letters.isEmpty: return []
            default: letters.append(head[index])
            }
        }
        return letters
    }
}
