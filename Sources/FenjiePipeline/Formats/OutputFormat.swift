public import FenjieFiles
public import FenjieModel
public import FenjieTasks
public import FenjieTemplates
public import FenjieText

/// What is to be written.
public enum OutputContent: Sendable {
    /// Task tables, laid out by a template.
    case tables([TaskTable], Template)
    /// Plain sheets, as the source held them.
    case sheets([Sheet])
}

/// How it is to be written.
public struct WritingOptions: Sendable {
    /// How values that several rows share are written; `nil` for what is usual in the format.
    public var spans: SpanStyle?
    /// The encoding of text; `nil` for UTF-8.
    public var encoding: TextEncoding?
    /// Whether cells that a spreadsheet would run as formulas are made harmless.
    public var guardsFormulas: Bool
    /// What a table without a title is called.
    public var fallbackTitle: String

    /// The usual.
    public init(
        spans: SpanStyle? = nil, encoding: TextEncoding? = nil, guardsFormulas: Bool = false, fallbackTitle: String = ""
    ) {
        self.spans = spans
        self.encoding = encoding
        self.guardsFormulas = guardsFormulas
        self.fallbackTitle = fallbackTitle
    }
}

/// One form in which tables leave the program.
///
/// To add one, write a file beside this one and a line in `OutputFormat+All.swift`.
public protocol OutputFormat: Sendable {
    /// The name that `--to` takes.
    var name: String { get }
    /// The extensions that mean it, in lower case; the first is used for new files.
    var fileExtensions: [String] { get }
    /// Whether values that several rows share can be written in more than one way.
    var hasSpans: Bool { get }
    /// How shared values are usually written.
    var usualSpans: SpanStyle { get }
    /// Whether it is text that a terminal may show.
    var isText: Bool { get }

    /// Writes content.
    ///
    /// - Parameters:
    ///   - content: what to write.
    ///   - options: how.
    ///   - destination: where to; the caller completes it.
    /// - Returns: what was noticed on the way.
    /// - Throws: a ``Failure`` where the content does not fit the format or the system cannot write.
    func write(
        _ content: OutputContent, _ options: WritingOptions, to destination: inout Destination
    ) throws -> [Finding]
}

/// A format that plain rows can be written in one after the other, in memory that does not grow with their number.
protocol StreamedFormat: OutputFormat {
    /// Whether it has merged ranges.
    var keepsMerges: Bool { get }

    /// A writer for the rows of one sheet.
    func rowWriter(
        _ sink: any ByteSink, sheet: String, _ options: WritingOptions, toFile: Bool
    ) throws -> any RowWriter
}

extension OutputFormat {
    /// Rows under headings, which can be merged, repeated or left blank.
    public var hasSpans: Bool { true }

    /// The content as plain sheets, for formats that have no merged cells: there a shared value is printed once.
    func sheets(of content: OutputContent, _ options: WritingOptions) -> [Sheet] {
        switch content {
        case .sheets(let sheets): return sheets
        case .tables(let tables, _):
            let spans = options.spans ?? usualSpans
            return tables.map { $0.sheet(spans: spans == .merge ? .blank : spans) }
        }
    }

    /// Says which sheets a format of one sheet leaves out.
    func leftOut(_ sheets: [Sheet]) -> [Finding] {
        sheets.dropFirst().map { sheet in
            Finding(
                "sheet-not-converted", .warning, at: Place(sheet: sheet.name),
                message: Message("\(name) 只能存放一张表，未写出该表", "\(name) holds one sheet; this one was not written"),
                hint: Message("用 --sheet 选择该表另行转换，或转换为 xlsx", "choose it with --sheet, or convert to xlsx"))
        }
    }
}

extension OutputContent {
    /// Says what of the text around the tables a format leaves out; one finding for each table that has any.
    ///
    /// - Parameters:
    ///   - format: the name of the format.
    ///   - keepsTitle: whether it writes title and preface, so that only notes are missing.
    /// - Returns: the findings.
    func surroundingsLeftOut(by format: String, keepsTitle: Bool) -> [Finding] {
        guard case .tables(let tables, _) = self else { return [] }
        return tables.compactMap { table in
            let above = keepsTitle ? 0 : table.preface.count
            let below = table.notes.count
            var parts: [Message] = []
            if !keepsTitle, !table.title.isEmpty { parts.append(Message("标题", "the title")) }
            if above > 0 { parts.append(Message("表前说明 \(above) 行", "lines above it: \(above)")) }
            if below > 0 { parts.append(Message("表后附注 \(below) 行", "lines below it: \(below)")) }
            guard !parts.isEmpty else { return nil }
            let chinese = parts.map(\.chinese)
            let english = parts.map(\.english)
            return Finding(
                "surroundings-left-out", .info, at: Place(sheet: table.sheetName.isEmpty ? nil : table.sheetName),
                message: Message(
                    "\(format) 只写表格，未写出\(chinese.joined(separator: "、"))",
                    "\(format) holds the table alone, without \(english.joined(separator: ", "))"),
                hint: above + below > 0
                    ? Message("需要时请转换为 xlsx 或 json", "convert to xlsx or json to keep them") : nil)
        }
    }
}

/// Where an output goes: a file that is not yet complete, or a stream.
public enum Destination: ~Copyable {
    /// A file.
    case file(OutputFile)
    /// A stream, such as standard output.
    case stream(any ByteSink)

    /// Adds bytes at the end.
    mutating func write(_ bytes: [UInt8]) throws { try write(bytes.span) }

    /// Adds bytes at the end.
    mutating func write(_ bytes: Span<UInt8>) throws {
        switch consume self {
        case .file(var file):
            do {
                try file.write(bytes)
                self = .file(file)
            } catch {
                self = .file(file)
                throw error
            }
        case .stream(let sink):
            self = .stream(sink)
            try sink.write(bytes)
        }
    }

    /// Whether it is a file.
    var isFile: Bool {
        switch self {
        case .file: true
        case .stream: false
        }
    }

    /// Fills a file by what can write to nothing else; does nothing for a stream.
    mutating func withFile(_ body: (inout OutputFile) throws -> [Finding]) throws -> [Finding] {
        switch consume self {
        case .file(var file):
            do {
                let findings = try body(&file)
                self = .file(file)
                return findings
            } catch {
                self = .file(file)
                throw error
            }
        case .stream(let sink):
            self = .stream(sink)
            return []
        }
    }

    /// Ends the writing of a file that is to appear later; `nil` for a stream.
    consuming func stage() throws -> StagedOutput? {
        switch consume self {
        case .file(let file): try file.stage()
        case .stream: nil
        }
    }

    /// Makes a file appear under its name.
    public consuming func complete() throws {
        switch consume self {
        case .file(let file): try file.commit()
        case .stream: break
        }
    }
}

/// A destination in the form that writers want, for as long as one of them needs it.
final class DestinationSink: ByteSink {
    private var destination: Destination

    init(_ destination: consuming Destination) { self.destination = consume destination }

    func write(_ bytes: Span<UInt8>) throws { try destination.write(bytes) }

    /// Does nothing: the destination is completed by whoever made it.
    func finish() {}

    /// Gives the destination back; nothing is written to it through the sink afterwards.
    func giveBack() -> Destination {
        var taken = Destination.stream(MemorySink())
        swap(&destination, &taken)
        return taken
    }
}
