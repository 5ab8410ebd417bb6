public import FenjieFiles
public import FenjieFormats
public import FenjieLedger
internal import FenjieModel
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
}
