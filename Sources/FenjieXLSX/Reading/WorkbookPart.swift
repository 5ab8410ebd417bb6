public import FenjieModel

/// One worksheet as the workbook lists it.
public struct WorksheetInfo: Sendable, Hashable {
    /// The name on its tab.
    public let name: String
    /// Whether it shows.
    public let visibility: SheetVisibility
    /// The part that holds it.
    let part: String
}

/// What `xl/workbook.xml` says, ECMA-376 Part 1, 18.2.27.
struct WorkbookPart {
    var sheets: [WorksheetInfo] = []
    /// Whether dates count from 1904, 18.2.28.
    var countsFrom1904 = false
    var sharedStrings: String?
    var styles: String?
    var findings: [Finding] = []

    /// Follows the relationships from the package to the workbook and its sheets.
    init(of archive: ZipArchive) throws(XLSXFailure) {
        let top = try archive.relationships(of: "")
        guard let top else { throw FileForm.unknownPackage(archive) }
        guard let part = top.first(where: { $0.kind == "officeDocument" })?.part else {
            throw FileForm.unknownPackage(archive)
        }
        guard let entry = archive.entry(named: part) else {
            throw .part(part, "部件缺失", "the part is missing")
        }
        guard let relationships = try archive.relationships(of: part) else {
            throw .part(part, "关系部件缺失", "its relationships are missing")
        }
        sharedStrings = relationships.first { $0.kind == "sharedStrings" }?.part
        styles = relationships.first { $0.kind == "styles" }?.part
        var targets: [String: Relationship] = [:]
        for relationship in relationships where targets.updateValue(relationship, forKey: relationship.id) != nil {
            throw .part(part, "关系编号 \(relationship.id) 重复", "relationship id \(relationship.id) comes twice")
        }
        var scanner = try archive.scanner(for: entry, sizeLimit: .partBytes)
        while true {
            let token = try scanner.next()
            if token == .finish { break }
            guard token == .start else { continue }
            if scanner.depth == 1, !scanner.nameIs("workbook") { throw FileForm.unknownPackage(archive) }
            if scanner.nameIs("workbookPr") { countsFrom1904 = try scanner.flag("date1904") }
            if scanner.nameIs("sheet"), scanner.depth == 3 {
                try addSheet(from: scanner, targets: targets, archive: archive)
            }
        }
        guard !sheets.isEmpty else {
            throw XLSXFailure(
                .notAWorkbook, Message("工作簿中没有工作表", "the workbook has no worksheet"),
                hint: Message("请检查文件是否完整", "check that the file is complete"))
        }
    }

    private mutating func addSheet(
        from scanner: borrowing XMLScanner, targets: [String: Relationship], archive: ZipArchive
    ) throws(XLSXFailure) {
        let name = try scanner.value("name") ?? ""
        guard let id = try scanner.prefixedValue("id"), !id.isEmpty else {
            findings.append(Self.sheetWithoutPart(name))
            return
        }
        guard let target = targets[id] else {
            throw XLSXFailure(
                .damaged, at: Place(sheet: name), Message("找不到该工作表的部件", "the part of this worksheet is not named"))
        }
        // Chart, dialog and macro sheets hold no table.
        guard target.kind == "worksheet" else { return }
        guard let part = target.part, archive.entry(named: part) != nil else {
            throw XLSXFailure(
                .damaged, at: Place(sheet: name), Message("该工作表的部件缺失", "the part of this worksheet is missing"),
                hint: Message("请重新获取该文件", "get the file again"))
        }
        guard sheets.count < archive.limits.sheets else {
            throw .limit(Message("工作表过多", "there are too many worksheets"), .sheets, archive.limits.sheets)
        }
        let state = try scanner.value("state").flatMap { SheetVisibility(rawValue: $0) }
        sheets.append(WorksheetInfo(name: name, visibility: state ?? .visible, part: part))
    }

    private static func sheetWithoutPart(_ name: String) -> Finding {
        Finding(
            "sheet-without-content", .warning, at: Place(sheet: name),
            message: Message("工作簿列出了该工作表，但没有它的内容", "the workbook lists this sheet but holds no content for it"),
            hint: Message("请用 Excel 或 WPS 打开原文件，检查该工作表", "open the file in Excel or WPS and look at that sheet"))
    }
}
