/// Builds small workbooks from their XML, so that a test can say exactly what a file holds.
public struct WorkbookBuilder {
    /// One worksheet: its name, its attributes in the workbook, and its XML.
    public var sheets: [(name: String, attributes: String, xml: String)] = []
    /// The items of the shared strings; `nil` leaves the part out.
    public var sharedStrings: String?
    /// The content of the style sheet; `nil` leaves the part out.
    public var styles: String?
    /// The attributes of `workbookPr`.
    public var properties = ""
    /// When it was saved last, as its core properties say; `nil` for a workbook without them.
    public var modified: String?
    /// How the parts are stored: 0 plain, 8 deflated.
    public var method = 0
    /// Bytes to write for a part instead of its XML in UTF-8.
    public var encode: (String) -> [UInt8] = { Array($0.utf8) }

    /// The namespace of worksheets.
    public static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""

    /// A workbook without sheets.
    public init() {}

    /// A workbook of one sheet with these rows, and more XML behind them.
    public init(rows: String, behind: String = "") {
        sheets = [("Sheet1", "", Self.worksheet("<sheetData>\(rows)</sheetData>\(behind)"))]
    }

    /// The XML of a worksheet around its content.
    public static func worksheet(_ content: String) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet \(main)>\(content)</worksheet>"
    }

    /// The parts in a container, which a test may still bend.
    public func container() -> ZipBuilder {
        var zip = ZipBuilder()
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        func add(_ name: String, _ xml: String) { zip.add(name, encode(xml), method: method) }
        var core = ""
        if let modified {
            core = "<Relationship Id=\"b\" Type=\"\(package)/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
            let terms = "xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
            add(
                "docProps/core.xml",
                "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                    + "\(terms)><dc:title>modified</dc:title><dcterms:modified>\(modified)</dcterms:modified>"
                    + "</cp:coreProperties>")
        }
        add(
            "_rels/.rels",
            "<Relationships xmlns=\"\(package)\"><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/>\(core)</Relationships>"
        )
        var list = ""
        var relationships = ""
        for (index, sheet) in sheets.enumerated() {
            list += "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"r\(index)\" \(sheet.attributes)/>"
            relationships +=
                "<Relationship Id=\"r\(index)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\(index).xml\"/>"
            add("xl/worksheets/sheet\(index).xml", sheet.xml)
        }
        if let sharedStrings {
            relationships += "<Relationship Id=\"s\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
            add("xl/sharedStrings.xml", "<sst \(Self.main)>\(sharedStrings)</sst>")
        }
        if let styles {
            relationships += "<Relationship Id=\"t\" Type=\"\(office)/styles\" Target=\"/xl/styles.xml\"/>"
            add("xl/styles.xml", "<styleSheet \(Self.main)>\(styles)</styleSheet>")
        }
        add(
            "xl/workbook.xml",
            "<workbook \(Self.main) xmlns:r=\"\(office)\"><workbookPr \(properties)/><sheets>\(list)</sheets></workbook>"
        )
        add("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"\(package)\">\(relationships)</Relationships>")
        return zip
    }

    /// The whole file.
    public func bytes() -> [UInt8] { container().bytes() }
}
