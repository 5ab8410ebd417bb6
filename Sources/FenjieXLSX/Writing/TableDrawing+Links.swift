internal import CXLSXWriter
internal import FenjieModel

extension TableDrawing {
    /// Draws the cells that lead elsewhere, over what stands there already.
    func drawLinks(with workbook: inout WorkbookHandle) throws(WorkbookWritingFailure) {
        for link in content.links {
            let (row, column, text, style) = try anchor(of: link)
            let url = try url(of: link, at: sheet.place(row, column))
            let label = try CellText.checked(text.isEmpty ? link.target.name : text, at: sheet.place(row, column))
            let tip = try link.tip.map { tip throws(WorkbookWritingFailure) in
                try CellText.checked(CellText.beginning(of: tip, limit: 255), at: sheet.place(row, column))
            }
            let format = try workbook.format(style)
            let result = unsafe worksheet_write_url_opt(
                sheet.sheet, try sheet.rowIndex(row), try sheet.columnIndex(column), url, format.pointer, label, tip)
            try sheet.check(result, row, column)
        }
    }

    /// Where a link stands, what stands there and how it looks.
    private func anchor(
        of link: PrintedLink
    ) throws(WorkbookWritingFailure) -> (row: Int, column: Int, text: String, style: CellStyle) {
        switch link.anchor {
        case .cell(let cell):
            guard plan.rows.indices.contains(cell.row - 1), content.columns.indices.contains(cell.column - 1) else {
                throw .missing(Message("链接所在的单元格", "the cell of a link"), at: Place(sheet: content.name))
            }
            let row = plan.rows[cell.row - 1]
            var style = style(of: content.columns[cell.column - 1])
            style.isLink = true
            let text = cell.column <= row.count ? row[cell.column - 1] : ""
            return (plan.firstBodyRow + cell.row - 1, cell.column - 1, text, style)
        case .titleLine(let line):
            guard content.titleLines.indices.contains(line - 1) else {
                throw .missing(Message("链接所在的标题行", "the title line of a link"), at: Place(sheet: content.name))
            }
            return (line - 1, 0, content.titleLines[line - 1], CellStyle(role: .subtitle, isLink: true))
        case .closingLine(let line):
            guard content.closingLines.indices.contains(line - 1) else {
                throw .missing(Message("链接所在的表下行", "the closing line of a link"), at: Place(sheet: content.name))
            }
            return (
                plan.firstClosingRow + line - 1, 0, content.closingLines[line - 1],
                CellStyle(role: .closing, isLink: true)
            )
        }
    }

    private func url(of link: PrintedLink, at place: Place) throws(WorkbookWritingFailure) -> String {
        switch link.target {
        case .sheet(let name), .cell(let name, _):
            guard sheetNames.contains(name) else {
                throw .missing(Message("链接指向的工作表“\(name)”", "the sheet “\(name)” that a link leads to"), at: place)
            }
            var reference = "A1"
            if case .cell(_, let cell) = link.target { reference = cell.description }
            return "internal:'\(name.replacing("'", with: "''"))'!\(reference)"
        case .file(let path):
            return "external:\(Self.escaped(path))"
        }
    }

    /// A path as a part of a URL: `#` would begin a place in the file, `%` an escape.
    private static func escaped(_ path: String) -> String {
        var result = ""
        for scalar in path.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "#": result += "%23"
            case "?": result += "%3F"
            case " ": result += "%20"
            case "\"": result += "%22"
            case "<": result += "%3C"
            case ">": result += "%3E"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension PrintedLink.Target {
    fileprivate var name: String {
        switch self {
        case .sheet(let name), .file(let name): name
        case .cell(_, let cell): cell.description
        }
    }
}

extension WorkbookWritingFailure {
    /// The content names something that is not there.
    static func missing(_ what: Message, at place: Place) -> WorkbookWritingFailure {
        WorkbookWritingFailure(
            .reference, .bug, at: place, Message("\(what.chinese)不存在", "\(what.english) does not exist"))
    }
}
