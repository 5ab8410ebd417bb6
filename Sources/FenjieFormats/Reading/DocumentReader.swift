public import FenjieFiles
public import FenjieModel
internal import FenjieText
internal import FenjieXLSX

/// Reads any input into sheets: workbooks, delimited text, and tables and outlines in plain text.
///
/// ```swift
/// let document = try DocumentReader().read(InputFile(path: "任务分解表.txt"))
/// ```
public struct DocumentReader: Sendable {
    private let options: ReadingOptions

    /// Creates a reader.
    ///
    /// - Parameter options: what is known about the inputs.
    public init(options: ReadingOptions = ReadingOptions()) { self.options = options }

    /// Reads a whole input.
    ///
    /// - Parameter file: the input.
    /// - Returns: its sheets, the text around them, and what was noticed.
    /// - Throws: a ``Failure`` that names the file and says what it is or what is damaged.
    public func read(_ file: InputFile) throws -> Document {
        guard file.size > 0 else { throw EmptyInput(file.name) }
        var document =
            switch try InputForm(of: file, options: options) {
            case .xlsx:
                try WorkbookReader(file: file, limits: options.workbookLimits).document(
                    asShown: options.readsNumbersAsShown, keepsCoveredText: options.keepsCoveredText)
            case .csv: try CSVDocumentReader.read(file, options: options.csv)
            case .text: try readText(file)
            }
        for index in document.findings.indices { document.findings[index].place.file = file.name }
        return document
    }

    /// The text layouts and how well each fits an input, best first; empty where the input is no plain text.
    public func candidates(for file: InputFile) throws -> [TextLayouts.Candidate] {
        guard try InputForm(of: file, options: options) == .text else { return [] }
        return TextLayouts(vocabulary: options.vocabulary, keepsNumbering: options.keepsNumbering).candidates(
            for: try layoutText(file).text)
    }

    private func layoutText(_ file: InputFile) throws -> (text: LayoutText, input: TextInput) {
        let input = try TextInput(file, encoding: options.encoding)
        return (LayoutText(utf8: try input.contents(limit: options.textLimit)), input)
    }

    private func readText(_ file: InputFile) throws -> Document {
        let (text, input) = try layoutText(file)
        let layouts = TextLayouts(vocabulary: options.vocabulary, keepsNumbering: options.keepsNumbering)
        do {
            let (layout, reading) = try read(text, layouts)
            return Document(
                name: file.name, sheets: reading.closedSheets, form: layout.name, encoding: input.encoding.rawValue,
                prose: reading.before.map(\.text), findings: input.findings + reading.findings)
        } catch {
            throw error.inFile(file.name)
        }
    }

    private func read(
        _ text: LayoutText, _ layouts: TextLayouts
    ) throws(LayoutFailure) -> (layout: any TextLayout, reading: LayoutReading) {
        if let name = options.form, let layout = layouts.named(name) { return (layout, try layout.read(text)) }
        return try layouts.read(text)
    }
}

extension LayoutFailure {
    /// The same failure, in a file.
    func inFile(_ file: String) -> LayoutFailure {
        var failure = self
        failure.place = place.inFile(file)
        return failure
    }
}

/// A file without a single byte.
struct EmptyInput: Failure {
    let place: Place

    init(_ file: String) { place = Place(file: file) }

    var kind: FailureKind { .input }
    var message: Message { Message("文件是空的", "the file is empty") }
    var hint: Message? { Message("请确认文件是否保存完整", "check whether the file was saved whole") }
}
