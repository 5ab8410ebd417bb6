public import FenjieModel

/// A Markdown table: the first row above a line of dashes, bars escaped, line ends as `<br>`.
public struct MarkdownWriter: SheetWriter {
    /// The registered name.
    public let name = "markdown"
    /// What the form is called in messages.
    public let title = Message("Markdown 表格", "Markdown table")
    /// The file name extensions.
    public let fileExtensions = ["md", "markdown"]

    /// Creates the writer.
    public init() {}

    /// Adds a sheet below its title lines to a buffer.
    public func write(_ sheet: Sheet, titleLines: [String], into bytes: inout [UInt8]) {
        for (index, line) in titleLines.enumerated() {
            bytes.append(contentsOf: (index == 0 ? "# " : "").utf8)
            bytes.append(contentsOf: line.utf8.lazy.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
            bytes.append(contentsOf: [0x0A, 0x0A])
        }
        let width = sheet.columnCount
        guard width > 0 else { return }
        for (index, row) in sheet.rows.enumerated() {
            bytes.append(UInt8(ascii: "|"))
            for column in 0..<width {
                bytes.append(0x20)
                if row.indices.contains(column) { Self.escape(row[column], into: &bytes) }
                bytes.append(contentsOf: " |".utf8)
            }
            bytes.append(0x0A)
            if index == 0 {
                bytes.append(UInt8(ascii: "|"))
                for _ in 0..<width { bytes.append(contentsOf: " --- |".utf8) }
                bytes.append(0x0A)
            }
        }
    }

    private static func escape(_ cell: String, into bytes: inout [UInt8]) {
        // Two asterisks would set the cell in bold.
        if cell.utf8.starts(with: "**".utf8) { bytes.append(UInt8(ascii: "\\")) }
        var before: UInt8 = 0
        for byte in cell.utf8 {
            switch byte {
            case 0x0A where before == 0x0D: break
            case 0x0A, 0x0D: bytes.append(contentsOf: "<br>".utf8)
            case UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "<"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20: bytes.append(0x20)
            default: bytes.append(byte)
            }
            before = byte
        }
    }
}
