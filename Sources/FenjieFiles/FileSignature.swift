public import FenjieModel

/// The kind of a file as its bytes tell it, whatever its name says.
///
/// Plain text has no signature: a file that fits none of these may be text.
public enum FileSignature: String, Sendable, CaseIterable {
    /// An Office Open XML workbook.
    case workbook = "xlsx"
    /// An Office Open XML text document.
    case wordDocument = "docx"
    /// An Office Open XML presentation.
    case presentation = "pptx"
    /// An OpenDocument file.
    case openDocument = "odf"
    /// Any other ZIP archive.
    case zip
    /// An Excel or WPS workbook in the binary form before 2007.
    case legacyWorkbook = "xls"
    /// A Word or WPS document in the binary form before 2007.
    case legacyDocument = "doc"
    /// An Office Open XML file behind a password.
    case encrypted
    /// Any other OLE compound file.
    case compoundFile = "ole2"
    /// A Portable Document Format file.
    case pdf
    /// A PNG picture.
    case png
    /// A JPEG picture.
    case jpeg
    /// A GIF picture.
    case gif
    /// A RAR archive.
    case rar
    /// A 7-Zip archive.
    case sevenZip = "7z"
    /// A gzip stream.
    case gzip
    /// A SQLite database.
    case sqlite
    /// A workbook in the XML form of Excel 2003.
    case xmlSpreadsheet = "xml-spreadsheet"
    /// A page of the web, which many systems give out under the name of a workbook.
    case html
    /// Any other XML document.
    case xml

    /// Recognises the kind from the first bytes alone.
    ///
    /// ZIP archives and compound files need more: see ``init(of:)``.
    public init?(head: Span<UInt8>) {
        if let markup = Self.markupKind(head: head) {
            self = markup
            return
        }
        let found = Self.marks.first { mark in
            mark.bytes.count <= head.count && mark.bytes.indices.allSatisfy { head[$0] == mark.bytes[$0] }
        }
        guard let found else { return nil }
        self = found.signature
    }

    /// Recognises the kind of a file, looking inside ZIP archives and compound files.
    ///
    /// - Parameter file: the input; at most 200 KB of it are read.
    /// - Throws: ``FileFailure`` where reading fails.
    public init?(of file: InputFile) throws(FileFailure) {
        var head: [UInt8] = []
        try file.read(at: 0, count: 4096, into: &head)
        guard let signature = FileSignature(head: head.span) else { return nil }
        switch signature {
        case .zip: self = try Self.archiveKind(of: file, head: head)
        case .compoundFile: self = try Self.compoundKind(of: file, head: head)
        default: self = signature
        }
    }

    /// The kind as a person calls it.
    public var title: Message {
        switch self {
        case .workbook: Message("Excel 工作簿（.xlsx）", "an Excel workbook (.xlsx)")
        case .wordDocument: Message("Word 文档（.docx）", "a Word document (.docx)")
        case .presentation: Message("演示文稿（.pptx）", "a presentation (.pptx)")
        case .openDocument: Message("OpenDocument 文件（.ods、.odt）", "an OpenDocument file (.ods, .odt)")
        case .zip: Message("ZIP 压缩包", "a ZIP archive")
        case .legacyWorkbook: Message("旧版 Excel 工作簿（.xls、.et）", "an old Excel workbook (.xls, .et)")
        case .legacyDocument: Message("旧版 Word 文档（.doc、.wps）", "an old Word document (.doc, .wps)")
        case .encrypted: Message("加密的 Office 文件", "an encrypted Office file")
        case .compoundFile: Message("OLE 复合文件", "an OLE compound file")
        case .pdf: Message("PDF 文件", "a PDF file")
        case .png: Message("PNG 图片", "a PNG picture")
        case .jpeg: Message("JPEG 图片", "a JPEG picture")
        case .gif: Message("GIF 图片", "a GIF picture")
        case .rar: Message("RAR 压缩包", "a RAR archive")
        case .sevenZip: Message("7z 压缩包", "a 7z archive")
        case .gzip: Message("gzip 压缩文件", "a gzip file")
        case .sqlite: Message("SQLite 数据库", "a SQLite database")
        case .xmlSpreadsheet: Message("XML 表格 2003", "an XML spreadsheet 2003")
        case .html: Message("网页（HTML）", "a web page (HTML)")
        case .xml: Message("XML 文件", "an XML file")
        }
    }

    /// What the user can do with a file of this kind where text is wanted.
    public var hint: Message {
        switch self {
        case .workbook:
            Message("请按 xlsx 读取：改用扩展名 .xlsx 或加 --from xlsx", "read it as xlsx: name it .xlsx or use --from xlsx")
        case .legacyWorkbook, .openDocument, .xmlSpreadsheet, .html, .xml:
            Message("请用 Excel 或 WPS 另存为 .xlsx 后再试", "save it as .xlsx with Excel or WPS and try again")
        case .encrypted:
            Message("请打开文件取消密码后另存再试", "open it, remove the password, save it and try again")
        case .zip, .rar, .sevenZip, .gzip:
            Message("请先解压，再给出其中的文件", "unpack it and name a file inside it")
        case .pdf, .wordDocument, .legacyDocument, .presentation:
            Message("请把其中的文字或表格另存为文本或 .xlsx", "save its text or table as plain text or .xlsx")
        case .compoundFile, .png, .jpeg, .gif, .sqlite:
            Message("请给出文本、CSV 或 .xlsx 文件", "give a text, CSV or .xlsx file")
        }
    }

    private static let marks: [(signature: FileSignature, bytes: [UInt8])] = [
        (.zip, [0x50, 0x4B, 0x03, 0x04]),
        (.zip, [0x50, 0x4B, 0x05, 0x06]),
        (.zip, [0x50, 0x4B, 0x07, 0x08]),
        (.compoundFile, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        (.pdf, Array("%PDF-".utf8)),
        (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        (.jpeg, [0xFF, 0xD8, 0xFF]),
        (.gif, Array("GIF87a".utf8)),
        (.gif, Array("GIF89a".utf8)),
        (.rar, Array("Rar!".utf8) + [0x1A, 0x07]),
        (.sevenZip, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        (.gzip, [0x1F, 0x8B, 0x08]),
        (.sqlite, Array("SQLite format 3".utf8) + [0]),
    ]

    /// Names of parts that tell what a ZIP archive holds; they stand in its first bytes or in its directory at the end.
    private static func archiveKind(of file: InputFile, head: [UInt8]) throws(FileFailure) -> FileSignature {
        let parts: [(signature: FileSignature, name: String)] = [
            (.workbook, "xl/workbook."), (.wordDocument, "word/document."), (.presentation, "ppt/presentation."),
            (.openDocument, "application/vnd.oasis.opendocument"), (.workbook, "xl/worksheets/"),
        ]
        var tail: [UInt8] = []
        try file.read(at: max(0, file.size - 131_072), count: 131_072, into: &tail)
        for part in parts where contains(Array(part.name.utf8), in: head) || contains(Array(part.name.utf8), in: tail) {
            return part.signature
        }
        return .zip
    }

    /// Names of streams that tell what a compound file holds; they stand in its directory, [MS-CFB] 2.6.
    private static func compoundKind(of file: InputFile, head: [UInt8]) throws(FileFailure) -> FileSignature {
        guard head.count >= 512 else { return .compoundFile }
        let sectorSize = 1 << min(Int(head[30]), 16)
        let directory = (0..<4).reduce(0) { $0 | Int(head[48 + $1]) << (8 * $1) }
        var entries: [UInt8] = []
        try file.read(at: (directory + 1) * sectorSize, count: 65_536, into: &entries)
        let streams: [(signature: FileSignature, name: String)] = [
            (.encrypted, "EncryptedPackage"), (.legacyWorkbook, "Workbook"), (.legacyWorkbook, "Book"),
            (.legacyDocument, "WordDocument"),
        ]
        let names = stride(from: 0, to: entries.count - 127, by: 128).map { start in
            let name = stride(from: start, to: start + 64, by: 2).prefix { entries[$0] != 0 || entries[$0 + 1] != 0 }
            return String(decoding: name.map { UInt16(entries[$0]) | UInt16(entries[$0 + 1]) << 8 }, as: UTF16.self)
        }
        for stream in streams where names.contains(where: { $0.lowercased() == stream.name.lowercased() }) {
            return stream.signature
        }
        return .compoundFile
    }

    static func contains(_ needle: [UInt8], in haystack: [UInt8]) -> Bool {
        guard let first = needle.first, haystack.count >= needle.count else { return false }
        for start in 0...(haystack.count - needle.count) where haystack[start] == first {
            if haystack[start..<(start + needle.count)].elementsEqual(needle) { return true }
        }
        return false
    }
}
