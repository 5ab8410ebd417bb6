internal import FenjieModel

/// Where everything of a printed sheet stands: rows, widths, heights.
///
/// Rows and columns count from 0, as in the sheet that is written. From above: title lines, headings, body, closing
/// lines, an empty row and the signature block.
struct TablePlan {
    let sheet: PrintedSheet
    /// The body; group rows hold their text in the first cell.
    let rows: [[String]]
    /// The group rows that are merged over the whole width, counted from 0.
    let groups: Set<Int>
    let merges: MergeMap
    /// Half-width characters of the body font in its standard size, which are Excel's units of column width.
    private(set) var widths: [Double]
    private(set) var bodySize = FontSizes.body
    /// Points, for each body row.
    private(set) var bodyHeights: [Double] = []
    private(set) var findings: [Finding] = []
    let signatures: SignatureBlock
    /// The merged ranges that the end of a page may part: their text stands in the first row, where it is whole.
    private(set) var partedRanges: Set<CellRange> = []

    /// Excel's limit in points.
    static let tallestRow = 409.0
    /// Excel's limit in its units.
    static let widestColumn = 255.0

    var headingRow: Int { sheet.titleLines.count }
    var firstBodyRow: Int { headingRow + 1 }
    var firstClosingRow: Int { firstBodyRow + rows.count }
    /// The empty row above the signatures, or the row behind the last one where there are none.
    var signatureGap: Int { firstClosingRow + sheet.closingLines.count }
    /// The row behind the last one.
    var endRow: Int { signatureGap + (signatures.rows.isEmpty ? 0 : signatures.rows.count + 1) }
    var lastColumn: Int { sheet.columns.count - 1 }
    /// The last column that is printed.
    let lastPrintedColumn: Int

    /// Plans a sheet.
    ///
    /// - Throws: ``WorkbookWritingFailure`` where the table does not fit together.
    init(_ sheet: PrintedSheet) throws(WorkbookWritingFailure) {
        try Self.check(sheet)
        self.sheet = sheet
        let lastPrinted = sheet.columns.lastIndex { !$0.isHidden } ?? sheet.columns.count - 1
        lastPrintedColumn = lastPrinted
        (rows, groups) = Self.gatherGroups(sheet)
        let own = groups
        let ranges =
            sheet.merges.filter { $0.rows.count > 1 || !own.contains($0.first.row - 1) }
            + groups.sorted().map { CellRange(rows: ($0 + 1)...($0 + 1), columns: 1...(lastPrinted + 1)) }
        let offset = sheet.titleLines.count + 1
        merges = try MergeMap(ranges, rows: rows, columns: sheet.columns.count) { cell in
            Place(sheet: sheet.name, row: offset + cell.row, column: cell.column)
        }
        widths = sheet.page.filling(sheet.columns)
        signatures = SignatureBlock(sheet.signatures, widths: widths)
        fitBody()
        reportSmallPrint()
    }

    /// The width of all columns together, in units of column width.
    var totalWidth: Double { widths.reduce(0, +) }

    /// The height of text over the whole width, in points.
    func fullWidthHeight(_ text: String, size: Double, least: Double) -> Double {
        let counter = LineCounter(width: BodyHeights.usable(totalWidth, size: size))
        return min(max(least, BodyHeights.height(counter.lines(of: text), size)), Self.tallestRow)
    }

    /// The height of a title line, counted from 0, in points.
    func titleHeight(_ line: Int) -> Double {
        let text = sheet.titleLines[line]
        return line == 0
            ? fullWidthHeight(text, size: FontSizes.title, least: 40)
            : fullWidthHeight(text, size: FontSizes.subtitle, least: BodyHeights.least)
    }

    /// The height of a closing line, counted from 0, in points.
    func closingHeight(_ line: Int) -> Double {
        fullWidthHeight(sheet.closingLines[line], size: FontSizes.body, least: BodyHeights.least)
    }

    /// The height of the headings, in points.
    var headingHeight: Double {
        var height = 28.0
        for (column, width) in zip(sheet.columns, widths) where width > 0 {
            let counter = LineCounter(width: BodyHeights.usable(width, size: FontSizes.body))
            height = max(height, BodyHeights.height(counter.lines(of: column.heading), FontSizes.body))
        }
        return min(height, Self.tallestRow)
    }

    private static func check(_ sheet: PrintedSheet) throws(WorkbookWritingFailure) {
        guard !sheet.columns.isEmpty else {
            throw WorkbookWritingFailure(
                .reference, .bug, at: Place(sheet: sheet.name), Message("表格没有列", "the table has no columns"))
        }
        let above = sheet.titleLines.count + 1
        let below = sheet.closingLines.count + sheet.signatures.count + 1
        guard sheet.columns.count <= GridLimits.columns, above + sheet.rows.count + below <= GridLimits.rows else {
            throw .tooLarge(at: Place(sheet: sheet.name))
        }
        for (index, row) in sheet.rows.enumerated() where row.count > sheet.columns.count {
            throw WorkbookWritingFailure(
                .reference, .bug,
                at: Place(sheet: sheet.name, row: above + index + 1, column: sheet.columns.count + 1),
                Message("这一行的列数多于表头", "the row has more cells than there are columns"))
        }
    }

    /// Moves the text of group rows to their first cell; a row with several texts stays an ordinary one.
    private static func gatherGroups(_ sheet: PrintedSheet) -> (rows: [[String]], groups: Set<Int>) {
        guard !sheet.groupRows.isEmpty, sheet.columns.count > 1 else { return (sheet.rows, []) }
        var rows = sheet.rows
        var groups: Set<Int> = []
        for index in sheet.groupRows.sorted() where rows.indices.contains(index - 1) {
            let texts = Set(rows[index - 1].filter { !$0.isEmpty })
            guard texts.count <= 1 else { continue }
            rows[index - 1] = [texts.first ?? ""]
            groups.insert(index - 1)
        }
        return (rows, groups)
    }

    /// Finds widths and a font size for which every row can show all of its text.
    ///
    /// Columns with text too tall for a row get wider first, then the font gets smaller.
    private mutating func fitBody() {
        let widest = sheet.page.printableWidth * 1.7
        var body = BodyHeights(rows: rows, merges: merges, widths: widths, size: bodySize)
        for _ in 0..<4 where !body.excess.isEmpty && PageLayout.points(widths) < widest {
            for (column, ratio) in body.excess {
                widths[column] = min(widths[column] * min(ratio * 1.1, 3), Self.widestColumn)
            }
            body = BodyHeights(rows: rows, merges: merges, widths: widths, size: bodySize)
        }
        for size in FontSizes.smallerBodies where !body.excess.isEmpty {
            bodySize = size
            body = BodyHeights(rows: rows, merges: merges, widths: widths, size: bodySize)
        }
        keepTextWhole(&body)
        bodyHeights = body.heights
        for row in body.cutRows {
            findings.append(
                Finding(
                    "row-too-tall", .warning, at: Place(sheet: sheet.name, row: firstBodyRow + row + 1),
                    message: Message(
                        "这一行文字过多，打印时可能显示不全（文件中内容完整）",
                        "the row holds more text than a row can show in print (the file holds all of it)"),
                    hint: Message("请把内容拆分到多行", "split the text over several rows")))
        }
    }

    /// Moves the text of merged ranges that the end of a page may part to their first row, and makes room for it there.
    private mutating func keepTextWhole(_ body: inout BodyHeights) {
        // Rows that grow move the ends of pages, so look again.
        for _ in 0..<3 {
            let breaks = pageBreaks(body.heights)
            guard !breaks.rows.isEmpty else { return }
            var hasChanged = false
            for range in merges.ranges {
                let first = range.first.row - 1
                guard breaks.mayPart(first...(range.last.row - 1)), partedRanges.insert(range).inserted else {
                    continue
                }
                hasChanged = true
                let width = range.columns.reduce(0) { $0 + widths[$1 - 1] }
                guard width > 0, range.first.column <= rows[first].count else { continue }
                let text = rows[first][range.first.column - 1]
                let lines = LineCounter(width: BodyHeights.usable(width, size: bodySize)).lines(of: text)
                body.raise(row: first, to: min(BodyHeights.height(lines, bodySize), Self.tallestRow))
            }
            guard hasChanged else { return }
        }
    }

    /// Where the pages end with body rows of these heights.
    func pageBreaks(_ heights: [Double]) -> PageBreaks {
        let titles = sheet.titleLines.indices.reduce(0) { $0 + titleHeight($1) }
        return PageBreaks(
            layout: sheet.page, widths: widths, titles: titles, headings: headingHeight, body: heights)
    }

    private mutating func reportSmallPrint() {
        let scale = min(1, sheet.page.printableWidth / PageLayout.points(widths))
        guard bodySize * scale < 5.5 else { return }
        findings.append(
            Finding(
                "print-too-small", .info, at: Place(sheet: sheet.name),
                message: Message(
                    "列数较多，缩为一页宽后字号不足 6 磅", "the table is so wide that it prints in less than 6 points"),
                hint: Message("打印时可改用 A3 纸，或减少列数", "print on A3 or leave out columns")))
    }
}
