internal import FenjieText

/// The parts beside the sheet that a workbook must have, ECMA-376 Part 1, 12.
enum BulkParts {
    static let sheetName = "xl/worksheets/sheet1.xml"
    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let packages = "http://schemas.openxmlformats.org/package/2006"
    private static let documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    /// Names and contents, in the order in which they are written.
    static func all(sheet: String) -> [(name: String, content: String)] {
        [
            ("[Content_Types].xml", contentTypes),
            ("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")])),
            ("xl/workbook.xml", workbook(sheet: sheet)),
            (
                "xl/_rels/workbook.xml.rels",
                relationships([("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")])
            ), ("xl/styles.xml", styles),
        ].map { ($0.0, declaration + $0.1) }
    }

    private static let contentTypes = """
        <Types xmlns="\(packages)/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="xml" ContentType="application/xml"/>\
        <Override PartName="/xl/workbook.xml" ContentType="\(types).sheet.main+xml"/>\
        <Override PartName="/\(sheetName)" ContentType="\(types).worksheet+xml"/>\
        <Override PartName="/xl/styles.xml" ContentType="\(types).styles+xml"/>\
        </Types>
        """

    private static func workbook(sheet: String) -> String {
        """
        <workbook xmlns="\(main)" xmlns:r="\(documents)">\
        <sheets><sheet name="\(MarkupText.escaped(sheet))" sheetId="1" r:id="rId1"/></sheets></workbook>
        """
    }

    private static func relationships(_ targets: [(kind: String, target: String)]) -> String {
        let entries = targets.enumerated().map { index, entry in
            "<Relationship Id=\"rId\(index + 1)\" Type=\"\(documents)/\(entry.kind)\" Target=\"\(entry.target)\"/>"
        }
        return "<Relationships xmlns=\"\(packages)/relationships\">\(entries.joined())</Relationships>"
    }

    /// One font, and the fills that Excel expects at places 0 and 1.
    private static let styles = """
        <styleSheet xmlns="\(main)">\
        <fonts count="1"><font><sz val="\(FontSizes.body)"/><name val="\(CellStyle.bodyFont)"/></font></fonts>\
        <fills count="2"><fill><patternFill patternType="none"/></fill>\
        <fill><patternFill patternType="gray125"/></fill></fills>\
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
        <cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>\
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
        </styleSheet>
        """
}
