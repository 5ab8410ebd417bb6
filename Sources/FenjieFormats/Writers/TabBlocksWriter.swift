public import FenjieModel

/// One cell a line behind a TAB, a blank line between rows; reads back as the same cells.
///
/// Line ends and other control characters within a cell stand as their control pictures (`␤` for a line end), see
/// ``CellPictures``. Rows without any text are left out.
public struct TabBlocksWriter: SheetWriter {
    /// The registered name.
    public let name = "tab-blocks"
    /// What the form is called in messages.
    public let title = Message("每格一行、行前有制表符", "one cell a line behind a TAB")
    /// The file name extensions.
    public let fileExtensions = ["txt"]

    /// Creates the writer.
    public init() {}

    /// Adds a sheet below its title lines to a buffer.
    public func write(_ sheet: Sheet, titleLines: [String], into bytes: inout [UInt8]) {
        for line in titleLines {
            bytes.append(contentsOf: line.utf8.lazy.map { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 ? 0x20 : $0 })
            bytes.append(contentsOf: [0x0A, 0x0A])
        }
        let width = sheet.columnCount
        for row in sheet.rows where row.contains(where: { !$0.isEmpty }) {
            for column in 0..<width {
                bytes.append(0x09)
                if row.indices.contains(column) { CellPictures.write(row[column], into: &bytes) }
                bytes.append(0x0A)
            }
            bytes.append(0x0A)
        }
    }
}
