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

    /// Whether one of the first lines names two columns between commas or semicolons.
    private static func looksDelimited(_ file: InputFile, _ options: ReadingOptions) throws -> Bool {
        let input = try TextInput(file, encoding: options.encoding, windowSize: 16_384)
        var window: [UInt8] = []
        guard try input.read(into: &window) else { return false }
        for line in window.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(20) {
            for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";")] {
                let cells = line.split(separator: delimiter, omittingEmptySubsequences: false)
                guard cells.count >= 2 else { continue }
                let fields = cells.prefix(100).compactMap { cell in
                    options.vocabulary.field(
                        of: String(decoding: cell.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self))
                }
                if Set(fields).count >= 2 { return true }
            }
        }
        return false
    }
}
