internal import FenjieFiles
internal import FenjieFormats
internal import FenjieModel
internal import FenjieTasks
internal import FenjieText

/// Tables as plain text, in one of the forms that sheets are written in.
struct TextFormat: OutputFormat {
    private let writer: any SheetWriter

    init(writer: any SheetWriter) { self.writer = writer }

    var name: String { writer.name }
    var fileExtensions: [String] { writer.fileExtensions }
    var usualSpans: SpanStyle { .blank }
    var isText: Bool { true }

    func write(
        _ content: OutputContent, _ options: WritingOptions, to destination: inout Destination
    ) throws -> [Finding] {
        var text: [UInt8] = []
        for (index, sheet) in sheets(of: content, options).enumerated() {
            if index > 0 { text.append(0x0A) }
            writer.write(sheet, titleLines: Self.titleLines(of: content, index), into: &text)
        }
        let encoding = options.encoding ?? .utf8
        guard encoding != .utf8, let encoder = TextEncoder(encoding) else {
            try destination.write(text)
            return content.surroundingsLeftOut(by: name, keepsTitle: true)
        }
        // Old readers of GB18030 do not know its mark; UTF-16 cannot do without.
        var bytes = encoding == .gb18030 ? [] : encoding.byteOrderMark
        encoder.encode(text.span, into: &bytes)
        try destination.write(bytes)
        return content.surroundingsLeftOut(by: name, keepsTitle: true)
    }

    private static func titleLines(of content: OutputContent, _ index: Int) -> [String] {
        guard case .tables(let tables, _) = content else { return [] }
        return ([tables[index].title] + tables[index].preface).filter { !$0.isEmpty }
    }
}
