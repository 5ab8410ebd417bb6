internal import FenjieKit

/// A small sound workbook, one part of which is replaced.
enum SampleWorkbook {
    static let sheetPart = "xl/worksheets/sheet1.xml"
    /// The parts that the reader looks into.
    static var partNames: [String] { parts.map(\.name) }

    /// The container, with its entries stored.
    static func bytes(replacing part: String, with content: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var directory: [UInt8] = []
        for (name, sound) in parts {
            let bytes = name == part ? content : sound
            let offset = out.count
            var common: [UInt8] = []
            common.append(halves: 20, 0, 0, 0, 0x21)
            common.append(words: Int(Checksum.of(bytes)), bytes.count, bytes.count)
            common.append(halves: name.utf8.count, 0)
            out += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + bytes
            directory += [0x50, 0x4B, 1, 2, 20, 0] + common
            directory.append(halves: 0, 0, 0)
            directory.append(words: 0, offset)
            directory += Array(name.utf8)
        }
        let start = out.count
        out += directory + [0x50, 0x4B, 5, 6]
        out.append(halves: 0, 0, parts.count, parts.count)
        out.append(words: directory.count, start)
        out.append(halves: 0)
        return out
    }

    private static let parts: [(name: String, content: [UInt8])] = [
        ("[Content_Types].xml", types), ("_rels/.rels", rootRelationships), ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", relationships), ("xl/sharedStrings.xml", strings), ("xl/styles.xml", styles),
        (sheetPart, sheet), ("docProps/custom.xml", properties),
    ].map { (name: $0.0, content: Array($0.1.utf8)) }

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006"
    private static let package = "http://schemas.openxmlformats.org/package/2006"

    private static let types = """
        <Types xmlns="\(package)/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>
        """
    private static let rootRelationships = """
        <Relationships xmlns="\(package)/relationships">\
        <Relationship Id="rId1" Type="\(office)/relationships/officeDocument" Target="xl/workbook.xml"/>\
        <Relationship Id="rId2" Type="\(office)/relationships/custom-properties" Target="docProps/custom.xml"/>\
        </Relationships>
        """
    private static let workbook = """
        <workbook xmlns="\(main)" xmlns:r="\(office)/relationships"><workbookPr date1904="0"/>\
        <sheets><sheet name="任务表" sheetId="1" r:id="rId1"/></sheets></workbook>
        """
    private static let relationships = """
        <Relationships xmlns="\(package)/relationships">\
        <Relationship Id="rId1" Type="\(office)/relationships/worksheet" Target="worksheets/sheet1.xml"/>\
        <Relationship Id="rId2" Type="\(office)/relationships/sharedStrings" Target="sharedStrings.xml"/>\
        <Relationship Id="rId3" Type="\(office)/relationships/styles" Target="styles.xml"/></Relationships>
        """
    private static let strings = """
        <sst xmlns="\(main)" count="4" uniqueCount="4"><si><t>序号</t></si><si><t>具体要求</t></si>\
        <si><r><t xml:space="preserve">责任 </t></r><r><t>单位</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>\
        <si><t>_x000A_完成时限</t></si></sst>
        """
    private static let styles = """
        <styleSheet xmlns="\(main)"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>\
        </numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>
        """
    private static let sheet = """
        <worksheet xmlns="\(main)"><dimension ref="A1:D3"/><cols><col min="2" max="3" hidden="1"/></cols><sheetData>\
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>\
        <c r="D1" t="s"><v>3</v></c></row><row r="2" hidden="1"><c r="A2"><v>1</v></c>\
        <c r="B2" t="inlineStr"><is><t>修好一座桥</t></is></c><c r="C2" t="str"><f>B1&amp;C1</f><v>县交通局</v></c>\
        <c r="D2" s="1"><v>45000.5</v></c></row><row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="e"><v>#N/A</v></c>\
        <c r="D3" s="2"><v>6.02E+23</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>\
        </worksheet>
        """
    private static let properties = """
        <Properties xmlns="\(office)/custom-properties" xmlns:vt="\(office)/docPropsVTypes">\
        <property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="issue"><vt:lpwstr>A</vt:lpwstr></property>\
        </Properties>
        """
}

/// CRC-32, ISO 3309, by a table.
private enum Checksum {
    private static let table: [UInt32] = (0..<256).map { start in
        (0..<8).reduce(UInt32(start)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }

    static func of(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { table[Int(($0 ^ UInt32($1)) & 255)] ^ $0 >> 8 }
    }
}

extension [UInt8] {
    fileprivate mutating func append(halves values: Int...) {
        for value in values { self += [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)] }
    }

    fileprivate mutating func append(words values: Int...) {
        for value in values { for shift in [0, 8, 16, 24] { append(UInt8(truncatingIfNeeded: value >> shift)) } }
    }
}
