public import FenjieFiles
public import FenjieFormats
public import FenjieGrammar
public import FenjieModel

/// Reads unit directories: any table with 单位名称, 别名 and 所属集合.
public struct DirectoryReader: Sendable {
    private let reader: DocumentReader

    /// A reader.
    ///
    /// - Parameter options: what is known about the file.
    public init(options: ReadingOptions = ReadingOptions()) { reader = DocumentReader(options: options) }

    /// Reads a directory.
    ///
    /// - Parameter file: a workbook or delimited text.
    /// - Returns: the directory, and what was noticed.
    /// - Throws: a ``Failure`` where the file cannot be read or no sheet of it names units.
    public func read(_ file: InputFile) throws -> (directory: UnitDirectory, findings: [Finding]) {
        let document = try reader.read(file)
        for sheet in document.sheets {
            let directory = UnitDirectory(sheet: sheet)
            guard !directory.entries.isEmpty || !directory.collectives.isEmpty else { continue }
            return (
                directory,
                directory.findings.map { finding in
                    var finding = finding
                    finding.place.file = file.name
                    return finding
                }
            )
        }
        throw NoDirectory(file.name)
    }
}

/// A file that holds no directory.
struct NoDirectory: Failure {
    let place: Place

    init(_ file: String) { place = Place(file: file) }

    var kind: FailureKind { .usage }
    var message: Message {
        Message("不是单位名录：没有“单位名称”一栏，或其下没有单位", "no unit directory: it has no column 单位名称, or no units in it")
    }
    var hint: Message? {
        Message("名录的表头为：单位名称、别名、所属集合", "the headings of a directory are 单位名称, 别名, 所属集合")
    }
}
