/// What a page carries beside its text.
enum PageFurniture {
    /// Whether a line is a page number that cannot be anything else: `- 9 -`, `— 9 —`, `第 9 页`, `第 9 页 共 12 页`, `9/12`.
    static func isPageNumber(_ line: LayoutLine, in text: LayoutText) -> Bool {
        guard !line.isBlank, line.content.count <= 48 else { return false }
        let bytes = CellKind.compacted(text.utf8[line.content])
        return isBetweenDashes(bytes) || isCounted(bytes)
    }

    /// Whether a line is drawn from end to end and says nothing: it underlines a header or parts rows.
    static func isRule(_ line: LayoutLine, in text: LayoutText) -> Bool {
        // Nearly every other line is told by its first byte.
        guard !line.isBlank, [0x2D, 0x3D, 0x5F, 0xE2, 0xEF].contains(text.utf8[line.content.lowerBound]) else {
            return false
        }
        let scalars = text.text(line).unicodeScalars
        return scalars.count >= 3 && scalars.allSatisfy(isStroke)
    }

    private static func isStroke(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "=", "_", "—", "＿", "─", "━", "┄", "┅", "┈", "┉", "╌", "╍", "═", " ", "\u{3000}": true
        default: false
        }
    }

    private static func isBetweenDashes(_ bytes: [UInt8]) -> Bool {
        for dash in ["-", "—", "－", "–", "·", "―"] {
            let mark = Array(dash.utf8)
            var rest = bytes[...]
            while rest.starts(with: mark) { rest = rest.dropFirst(mark.count) }
            guard rest.count < bytes.count else { continue }
            let open = rest.count
            while rest.ends(with: mark) { rest = rest.dropLast(mark.count) }
            if rest.count < open, isFigure(rest) { return true }
        }
        return false
    }

    private static func isCounted(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        if rest.starts(with: "第".utf8) {
            guard let page = rest.indices.first(where: { rest[$0...].starts(with: "页".utf8) }) else { return false }
            guard isFigure(rest[(rest.startIndex + 3)..<page]) else { return false }
            rest = rest[(page + 3)...]
            for mark in ["，", ",", "/", "／"] where rest.starts(with: mark.utf8) {
                rest = rest.dropFirst(mark.utf8.count)
            }
            guard !rest.isEmpty else { return true }
            return (rest.starts(with: "共".utf8) || rest.starts(with: "总".utf8)) && rest.ends(with: "页")
                && isFigure(rest.dropFirst(3).dropLast(3))
        }
        guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return false }
        return isFigure(rest[..<slash]) && isFigure(rest[(slash + 1)...])
    }

    /// One to four digits, half or full width.
    private static func isFigure(_ bytes: ArraySlice<UInt8>) -> Bool {
        ItemNumber(parsing: bytes) != nil
            && bytes.allSatisfy { (0x30...0x39).contains($0) || $0 >= 0x80 } && bytes.last != UInt8(ascii: ".")
    }
}

/// Lines that close a document below its last table.
enum ClosingLine {
    /// Whether a text begins with what stands below a table: copies to, notes, the way of publication.
    ///
    /// Where other lines stand right above it, only what cannot be part of a cell counts.
    static func leads(_ text: String, insideBlock: Bool = false) -> Bool {
        let bytes = CellKind.compacted(text.utf8.prefix(120))
        return openings[..<(insideBlock ? 3 : openings.count)].contains { opening in
            guard bytes.starts(with: opening.utf8) else { return false }
            let rest = bytes[opening.utf8.count...]
            return [":", "："].contains { rest.starts(with: $0.utf8) }
        } || phrases.contains { bytes.starts(with: $0.utf8) }
    }

    /// The first three stand in no cell.
    private static let openings = [
        "抄送", "主送", "抄报", "注", "备注", "说明", "附注", "填表说明", "联系人", "联系电话", "填报人", "审核人", "打印", "校对", "附件", "备注说明",
    ]
    private static let phrases = ["（此件", "(此件", "（本件", "公开方式", "公开属性", "信息公开选项"]
}
