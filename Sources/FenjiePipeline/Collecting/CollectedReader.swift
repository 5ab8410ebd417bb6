internal import FenjieFiles
public import FenjieFormats
public import FenjieLedger
internal import FenjieModel
internal import FenjieTasks
public import FenjieTemplates

/// Reads whatever lies in a folder of returned worksheets; a file that cannot be read is told of and never stops the others.
public struct CollectedReader: Sendable {
    private let reading: ReadingOptions
    private let template: Template

    /// The largest file that is tried, in bytes; a worksheet has a few thousand.
    public static let sizeLimit = 256 << 20

    private static let workbooks: Set<String> = ["xlsx", "xlsm", "xls", "et", "ods"]
    private static let delimited: Set<String> = ["csv", "tsv"]

    /// A reader.
    ///
    /// - Parameters:
    ///   - reading: what is known about the files.
    ///   - template: the form of worksheets whose passports name none that ships.
    public init(reading: ReadingOptions, template: Template) {
        self.reading = reading
        self.template = template
    }

    /// Reads a file.
    ///
    /// - Parameter item: a file of the folder.
    /// - Returns: what it is, with the digest of its bytes.
    public func read(_ item: FolderContents.Item) -> CollectedFile {
        let name = PathText.name(of: item.relativePath)
        var file = CollectedFile(
            path: item.relativePath, digest: "", content: .passedOver(Message("是隐藏文件", "it is a hidden file")))
        if let failure = item.failure {
            file.content = .unreadable(failure.message, hint: failure.hint)
            return file
        }
        if PathText.isLockFile(name) {
            file.content = .passedOver(Message("是办公软件的锁定文件", "it is a lock file of an office program"))
            return file
        }
        do {
            let input = try InputFile(path: item.path, streamLimit: Self.sizeLimit)
            // Bytes are read once, for the digest and for the reader.
            let bytes = try input.contents(limit: Self.sizeLimit)
            file.digest = Digest(of: bytes.span).description
            if name.hasPrefix(".") { return file }
            try read(InputFile(bytes: bytes, name: item.relativePath), into: &file)
        } catch let failure as any Failure {
            file.content = .unreadable(failure.message, hint: failure.hint)
        } catch {
            file.content = .unreadable(Message("读不出来", "it cannot be read"), hint: nil)
        }
        return file
    }

    private func read(_ input: InputFile, into file: inout CollectedFile) throws {
        let kind = try FileSignature(of: input)
        let suffix = PathText.extension(of: input.name)
        let isNamedTable = Self.workbooks.contains(suffix) || Self.delimited.contains(suffix)
        if let kind, let refusal = Self.refusal(of: kind, isNamedTable: isNamedTable) {
            file.content = refusal
            return
        }
        var options = reading
        // Text under the name of a workbook is mostly a CSV file that was renamed.
        if kind == nil, Self.workbooks.contains(suffix), input.size > 0 { options.form = InputForm.csv.rawValue }
        do {
            let read = try ReturnedReader(reading: options, template: template, followsPassport: true).read(input)
            file.content = .worksheets(read.sheets + read.copies, read.template)
            file.findings = read.findings
            file.remarks = read.remarks
        } catch let failure as any Failure {
            let isTable = kind == .workbook && !(failure is RecognitionFailure) || kind != .workbook && isNamedTable
            // What helps somebody who converts a table is of no use to one who waits for it.
            let hint = failure is RecognitionFailure ? nil : failure.hint
            file.content = isTable ? .unreadable(failure.message, hint: hint) : .noTable(failure.message)
        }
    }

    /// What is to be said of a file of a kind that holds no worksheet, or holds it in a form that is not read.
    private static func refusal(of kind: FileSignature, isNamedTable: Bool) -> CollectedFile.Content? {
        switch kind {
        case .workbook: return nil
        case .legacyWorkbook, .openDocument, .xmlSpreadsheet, .html, .encrypted:
            return .unreadable(kind.title, hint: kind.hint)
        case .compoundFile where isNamedTable:
            // Other programs keep pictures and mail in such files; under the name of a workbook it is mostly a locked one.
            return .unreadable(
                Message("OLE 复合文件，可能已加密或已损坏", "an OLE compound file, perhaps encrypted or damaged"),
                hint: FileSignature.encrypted.hint)
        case .zip where isNamedTable: return nil
        default: return .noTable(kind.title)
        }
    }
}
