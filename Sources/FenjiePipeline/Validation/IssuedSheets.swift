public import FenjieFiles
public import FenjieFormats
public import FenjieLedger
public import FenjieModel
internal import FenjieTasks
public import FenjieTemplates

/// Reads what was issued: worksheets, a workbook of them, or the whole table.
public struct IssuedSheets: Sendable {
    private let reading: ReadingOptions

    /// A reader of issued files.
    ///
    /// - Parameter reading: what is known about the files.
    public init(reading: ReadingOptions = ReadingOptions()) { self.reading = reading }

    /// Reads one file.
    ///
    /// - Parameters:
    ///   - file: a worksheet as it went out, a workbook of worksheets, or the issued table.
    ///   - template: the form of the worksheets where their passports name none that ships.
    ///   - isAlone: whether the file was named by itself; in a folder a table without passports, such as an index, is
    ///     passed over.
    /// - Returns: what it holds.
    /// - Throws: a ``Failure`` where it cannot be read or holds no table.
    public func read(_ file: InputFile, template: Template, isAlone: Bool) throws -> [IssuedWorksheet] {
        let read = try ReturnedReader(reading: reading, template: template, followsPassport: true).read(file)
        if !read.passports.isEmpty {
            return read.sheets.compactMap { sheet in
                sheet.passport.map { IssuedWorksheet($0, table: sheet.table, on: sheet.sheet) }
            }
        }
        guard isAlone else { return [] }
        let whole = try TableReader(options: reading, template: try Template(builtIn: "issued")).read(file)
        return whole.tables.map(IssuedWorksheet.init(whole:))
    }

    /// Reads everything that was issued, with many workers.
    ///
    /// - Parameters:
    ///   - inputs: the files.
    ///   - template: the form of the worksheets where their passports name none that ships.
    ///   - takesTables: whether a file that was named by itself may be the issued table.
    ///   - workers: those who read.
    ///   - open: how a file is opened.
    /// - Returns: the worksheets in the order of the files, and why files could not be read; a file of a folder that holds
    ///   no table, such as an index or a letter, is passed over.
    public func read(
        _ inputs: [Input], template: Template, takesTables: Bool, workers: Workers = Workers(),
        open: @Sendable (Input) throws -> InputFile = { try InputFile(path: $0.path) }
    ) -> (worksheets: [IssuedWorksheet], failures: [any Failure]) {
        let results = workers.map(inputs) { input -> Result<[IssuedWorksheet], any Error> in
            Result { try read(open(input), template: template, isAlone: takesTables && !input.isFromFolder) }
        }
        var worksheets: [IssuedWorksheet] = []
        var failures: [any Failure] = []
        for (input, result) in zip(inputs, results) {
            switch result {
            case .success(let found): worksheets += found
            case .failure(let error) where (!takesTables || input.isFromFolder) && Self.tellsOfNoTable(error): continue
            case .failure(let error):
                failures.append(error as? any Failure ?? UnknownFailure(input.path, "\(error)"))
            }
        }
        return (worksheets, failures)
    }

    /// Whether a file could be read and simply is no table.
    private static func tellsOfNoTable(_ error: any Error) -> Bool {
        error is RecognitionFailure || (error as? LayoutFailure)?.isNoTable == true
    }
}

/// An option that names what was issued, and names no such thing.
public struct NothingIssued: Failure {
    /// Always `.usage`.
    public var kind: FailureKind { .usage }
    /// What the option names.
    public let place: Place
    private let option: String
    private let takesTables: Bool

    /// A failure of an option.
    ///
    /// - Parameters:
    ///   - option: the option as the user wrote it.
    ///   - path: the first path that it names.
    ///   - takesTables: whether it may name the issued table.
    public init(option: String, path: String?, takesTables: Bool) {
        self.option = option
        self.takesTables = takesTables
        place = Place(file: path)
    }

    /// What is wrong.
    public var message: Message {
        Message("\(option) 中没有下发的任务表", "\(option) names no worksheet that was issued")
    }

    /// What to do about it.
    public var hint: Message? {
        takesTables
            ? Message(
                "请给出 fenjie split 生成的文件或文件夹，或下发的原表",
                "name files made by fenjie split, their folder, or the issued table")
            : Message("请给出 fenjie split 生成的工作簿或文件夹", "name workbooks made by fenjie split, or their folder")
    }
}
