public import FenjieFiles
internal import FenjieModel
internal import FenjieText

/// The family of forms that an input belongs to.
public enum InputForm: String, Sendable, CaseIterable {
    /// A workbook, ECMA-376.
    case xlsx
    /// Delimited text, RFC 4180.
    case csv
    /// A table or an outline in plain text.
    case text

    /// All names that `--from` takes: the families, then the text layouts.
    public static var names: [String] { allCases.map(\.rawValue) + TextLayouts().all.map(\.name) }

    /// Finds the family of an input by its content, and by its name where the content leaves a choice.
    ///
    /// - Parameters:
    ///   - file: the input.
    ///   - options: what is known about it.
    /// - Throws: ``FileFailure`` where the head cannot be read, and a refusal where it is text in a form of its own.
    public init(of file: InputFile, options: ReadingOptions) throws {
        if let form = options.form {
            self = InputForm(rawValue: form) ?? .text
            return
        }
        let suffix = PathText.extension(of: file.name)
        if try FileSignature(of: file) != nil || ["xlsx", "xlsm"].contains(suffix) {
            // The workbook reader says what a file is that is none.
            self = .xlsx
        } else if let other = try UnreadText(of: file) {
            throw other.failure(file)
        } else if ["csv", "tsv", "tab"].contains(suffix) {
            self = .csv
        } else {
            self = try Self.looksDelimited(file, options) ? .csv : .text
        }
    }

    /// Whether the beginning of an input is delimited text.
    private static func looksDelimited(_ file: InputFile, _ options: ReadingOptions) throws -> Bool {
        let input = try TextInput(file, encoding: options.encoding, windowSize: 16_384)
        var window: [UInt8] = []
        guard try input.read(into: &window) else { return false }
        return CSVLikeness(vocabulary: options.vocabulary).holds(window)
    }
}
