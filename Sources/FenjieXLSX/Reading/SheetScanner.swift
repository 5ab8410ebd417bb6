internal import FenjieModel

/// What cells mean beyond their own XML; the same for all worksheets of a workbook.
struct CellContext {
    var strings = SharedStrings()
    var styles = CellStyles()
    var countsFrom1904 = false
    /// Whether months and shares of a hundred are read as they show: 2026年9月, 85%.
    var isAsShown = false
}

/// A pull reader for the rows of one worksheet part, ECMA-376 Part 1, 18.3.1.99.
///
/// `<dimension>`, `spans` and counts are not looked at. Merged ranges stand behind the rows in a file and are complete
/// once `nextRow` has returned `false`.
struct SheetScanner: ~Copyable {
    private(set) var row = SheetRow()
    private(set) var merges: [CellRange] = []
    private(set) var hiddenColumns = ColumnRuns()
    /// The widths that columns have, in the order of the file.
    private(set) var columnWidths: [(columns: ClosedRange<Int>, width: Double)] = []
    /// The last column in which a row that was copied has text.
    var width = 0
    let context: CellContext
    private var xml: XMLScanner
    private let limits: XLSXLimits
    private var section = Section.other
    private var seenRows = SeenRows()
    /// Bytes that shared strings have been multiplied to.
    private var sharedBytes = 0
    /// Cells that hold a formula and not its result.
    private(set) var uncomputed = UncomputedFormulas()

    /// The child of `worksheet` under way.
    private enum Section {
        case columns
        case rows
        case merges
        case other
    }

    init(_ xml: consuming XMLScanner, context: CellContext, limits: XLSXLimits) {
        self.xml = xml
        self.context = context
        self.limits = limits
    }

    /// Moves to the next row that the file holds; `false` at the end of the sheet.
    mutating func nextRow() throws(XLSXFailure) -> Bool {
        while true {
            if try readPlainRow() { return true }
            switch try xml.next() {
            case .finish: return false
            case .end, .text: continue
            case .start:
                switch xml.depth {
                case 1:
                    guard xml.nameIs("worksheet") else { throw xml.wrong("不是工作表", "it is not a worksheet") }
                case 2:
                    section =
                        xml.nameIs("sheetData")
                        ? .rows
                        : xml.nameIs("cols")
                            ? .columns
                            : xml.nameIs("mergeCells") ? .merges : .other
                    if section == .other { try xml.skipElement() }
                case 3 where section == .rows && xml.nameIs("row"):
                    try readRow()
                    return true
                case 3 where section == .columns && xml.nameIs("col"): try readColumns()
                case 3 where section == .merges && xml.nameIs("mergeCell"): try readMerge()
                default: try xml.skipElement()
                }
            }
        }
    }

    // MARK: Around the rows

    private mutating func readColumns() throws(XLSXFailure) {
        guard let first = try xml.integer("min"), let last = try xml.integer("max"), first >= 1, last >= first,
            first <= GridLimits.columns
        else { return }
        if let width = try size("width"), columnWidths.count < GridLimits.columns {
            columnWidths.append((first...min(last, GridLimits.columns), width))
        }
        guard try xml.flag("hidden") else { return }
        hiddenColumns.insert(first...min(last, GridLimits.columns))
    }

    /// A width or a height; `nil` where it is missing or none that a sheet can have.
    private func size(_ name: StaticString) throws(XLSXFailure) -> Double? {
        guard let size = try xml.value(name).flatMap({ Double($0) }), size.isFinite, (0...409.5).contains(size) else {
            return nil
        }
        return size
    }

    private mutating func readMerge() throws(XLSXFailure) {
        guard let attribute = xml.attribute("ref"), let range = mergedRange(in: attribute.value) else {
            let text = (try xml.value("ref") ?? "").prefix(40)
            throw .part(xml.window.name, "合并区域“\(text)”有误", "merged range \"\(text)\" is wrong")
        }
        guard merges.count < limits.mergedRanges else {
            throw .limit(Message("合并区域过多", "there are too many merged ranges"), .mergedRanges, limits.mergedRanges)
        }
        merges.append(range)
    }

    /// `A1:B2`, or `A1` for a range of one cell.
    private func mergedRange(in range: Range<Int>) -> CellRange? {
        let bytes = xml.window.bytes[range]
        let colon = bytes.firstIndex(of: UInt8(ascii: ":")) ?? range.upperBound
        guard let first = CellReference(parsing: bytes[..<colon]) else { return nil }
        guard colon < range.upperBound else { return CellRange(first, first) }
        guard let last = CellReference(parsing: bytes[(colon + 1)...]) else { return nil }
        return CellRange(first, last)
    }

    // MARK: Rows

    private mutating func readRow() throws(XLSXFailure) {
        var number = row.number + 1
        if let attribute = xml.attribute("r") {
            guard let stored = wholeNumber(in: attribute.value), stored >= 1 else { throw wrongRow(attribute) }
            number = stored
        }
        try begin(number)
        row.isHidden = try xml.flag("hidden")
        row.height = try size("ht")
        try readCells()
    }

    /// Reads a row whose start tag says no more than its number; `false`, and nothing taken, where another tag follows.
    private mutating func readPlainRow() throws(XLSXFailure) -> Bool {
        guard section == .rows, xml.depth == 2, let tag = xml.plainRow(), tag.number >= 1,
            xml.enterPlain(tag.name, end: tag.end)
        else { return false }
        try begin(tag.number)
        try readCells()
        return true
    }

    private mutating func begin(_ number: Int) throws(XLSXFailure) {
        guard number <= GridLimits.rows else {
            throw .part(xml.window.name, "行号超出工作表的范围", "a row number lies outside the grid")
        }
        guard seenRows.insert(number) else {
            throw XLSXFailure.part(xml.window.name, "第 \(number) 行出现两次", "row \(number) comes twice")
                .at(sheet: nil, row: number)
        }
        row.begin(number)
    }

    /// Reads on to the end of the row that was begun.
    private mutating func readCells() throws(XLSXFailure) {
        let outside = xml.depth - 1
        var column = 0
        var cell = PlainCell()
        rowLoop: while true {
            while xml.findPlainCell(&cell) {
                guard try add(cell, after: &column) else { break }
                xml.window.position = cell.end
            }
            if xml.depth == outside + 1, xml.skipPlainRowEnd() { break }
            switch try xml.next() {
            case .start where xml.nameIs("c"): try readCell(after: &column)
            case .start: try xml.skipElement()
            case .end where xml.depth == outside: break rowLoop
            case .finish: break rowLoop
            default: continue
            }
        }
        if let column = row.sort() {
            throw wrongCell(column, "单元格出现两次", "a cell comes twice")
        }
    }

    private func wrongRow(_ attribute: XMLAttribute) -> XLSXFailure {
        let text = String(decoding: xml.window.bytes[attribute.value].prefix(40), as: UTF8.self)
        return .part(xml.window.name, "行号“\(text)”有误", "row number \"\(text)\" is wrong")
    }

    /// The digits of a range of the window as a number below 10^9; `nil` for anything else.
    private func wholeNumber(in range: Range<Int>) -> Int? {
        guard !range.isEmpty, range.count <= 9 else { return nil }
        var value = 0
        for index in range {
            let digit = xml.window.bytes[index] &- 0x30
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }

    // MARK: Cells

    private mutating func readCell(after column: inout Int) throws(XLSXFailure) {
        column += 1
        var type = CellType.number
        var style = 0
        var isElsewhere = false
        for attribute in xml.attributes where attribute.name.count == 1 {
            switch xml.window.bytes[attribute.name.lowerBound] {
            case UInt8(ascii: "r"):
                let reference = try cellReference(in: attribute.value)
                column = reference.column
                isElsewhere = reference.row != row.number
            case UInt8(ascii: "s"): style = wholeNumber(in: attribute.value) ?? -1
            case UInt8(ascii: "t"):
                guard let known = CellType(xml.window.bytes.span.extracting(attribute.value)) else {
                    throw wrongCell(column, "单元格类型无法识别", "the type of a cell is unknown")
                }
                type = known
            default: continue
            }
        }
        guard column <= GridLimits.columns else {
            throw wrongCell(column, "列号超出工作表的范围", "a column number lies outside the grid")
        }
        let start = row.text.count
        if try readContent(of: type) { uncomputed.add(CellReference(row: row.number, column: column)) }
        // Without a value it does not matter where the cell is.
        guard !isElsewhere || row.text.count == start else {
            throw wrongCell(column, "单元格引用与所在的行不符", "a cell reference contradicts its row")
        }
        try addCell(column: column, type: type, style: style, from: start)
    }

    /// Leaves the raw value of the cell whose start tag was the last token at the end of the row's text.
    ///
    /// - Returns: whether the cell has a formula without a result; an empty text is one.
    private mutating func readContent(of type: CellType) throws(XLSXFailure) -> Bool {
        let outside = xml.depth - 1
        let start = row.text.count
        var hasFormula = false
        var hasText = false
        while true {
            switch try xml.next() {
            // The value of an inline string stands in `is`, 18.3.1.96; a `v` beside it is no value.
            case .start where xml.nameIs("v") && type != .inline:
                hasText = type == .text
                row.text.removeLast(row.text.count - start)
                try RichText.appendValue(from: &xml, to: &row.text, limit: limits.valueBytes)
            case .start where xml.nameIs("is") && type == .inline:
                row.text.removeLast(row.text.count - start)
                try RichText.append(from: &xml, to: &row.text, limit: limits.valueBytes)
            case .start:
                if xml.nameIs("f") { hasFormula = true }
                try xml.skipElement()
            case .end where xml.depth == outside: return hasFormula && !hasText && row.text.count == start
            case .finish: return false
            default: continue
            }
        }
    }

    /// Turns the raw value at the end of the row's text into the text of a cell.
    private mutating func addCell(column: Int, type: CellType, style: Int, from start: Int) throws(XLSXFailure) {
        guard row.text.count > start else { return }
        switch type {
        case .shared:
            let index = SharedIndex.parse(row.text[start...])
            row.text.removeLast(row.text.count - start)
            if let index { try addShared(index, column: column) }
            return
        case .boolean: Self.normalizeBoolean(&row.text, from: start)
        case .number: normalizeNumber(style: style, from: start)
        case .date: ISODate.normalize(&row.text, from: start)
        case .text, .inline, .error: break
        }
        guard row.text.count > start else { return }
        guard row.text.count <= limits.rowBytes else {
            throw .limit(
                Message("第 \(row.number) 行的文字过长", "the texts of row \(row.number) are too long"), .rowBytes,
                limits.rowBytes)
        }
        let isNumber = type == .number || type == .date
        try append(
            SheetCell(column: column, start: start, end: row.text.count, isShared: false, isNumber: isNumber))
    }

    private mutating func append(_ cell: SheetCell) throws(XLSXFailure) {
        // More cells than columns: at least one comes twice, and waiting for the end of the row would only cost memory.
        guard row.cells.count < GridLimits.columns else {
            throw wrongCell(cell.column, "单元格出现两次", "a cell comes twice")
        }
        row.cells.append(cell)
    }

    private mutating func addShared(_ index: Int, column: Int) throws(XLSXFailure) {
        guard let range = context.strings.range(of: index) else {
            throw wrongCell(column, "共享字符串的序号有误", "the index of a shared string is wrong")
        }
        guard !range.isEmpty else { return }
        try spend(range.count)
        try append(SheetCell(column: column, start: range.lowerBound, end: range.upperBound, isShared: true))
    }

    /// Takes a cell that was found whole; `false`, and nothing taken, where the long way must judge it.
    private mutating func add(_ cell: PlainCell, after column: inout Int) throws(XLSXFailure) -> Bool {
        let place = cell.column == 0 ? column + 1 : cell.column
        guard cell.row == 0 || cell.row == row.number, place <= GridLimits.columns,
            cell.value.count <= limits.valueBytes
        else { return false }
        column = place
        guard !cell.value.isEmpty else { return true }
        if cell.type == .shared {
            let index = cell.number >= 0 ? cell.number : SharedIndex.parse(xml.window.bytes[cell.value])
            if let index { try addShared(index, column: column) }
            return true
        }
        let start = row.text.count
        xml.window.copy(cell.value, to: &row.text)
        if cell.mayBeEscaped { EscapedText.decode(&row.text, from: start) }
        try addCell(column: column, type: cell.type, style: cell.style, from: start)
        return true
    }

    private mutating func normalizeNumber(style: Int, from start: Int) {
        let kind = context.styles.kind(of: style)
        guard kind != .number, let value = NumberText.value(of: row.text, from: start) else {
            return NumberText.normalize(&row.text, from: start)
        }
        let end = row.text.count
        let isDone =
            switch kind {
            case .number: false
            case .percent: context.isAsShown && NumberText.appendPercent(value, to: &row.text)
            case .elapsed: SerialDate.appendElapsed(value, to: &row.text)
            case .month where context.isAsShown:
                SerialDate.appendMonth(value, from1904: context.countsFrom1904, to: &row.text)
            case .date, .month: SerialDate.append(value, from1904: context.countsFrom1904, to: &row.text)
            }
        if isDone {
            row.text.removeSubrange(start..<end)
        } else {
            NumberText.normalize(&row.text, from: start)
        }
    }

    private static func normalizeBoolean(_ text: inout [UInt8], from start: Int) {
        let value = text[start...]
        let word: String
        if value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8) {
            word = "TRUE"
        } else if value.elementsEqual("0".utf8) || value.elementsEqual("false".utf8) {
            word = "FALSE"
        } else {
            return
        }
        text.replaceSubrange(start..., with: word.utf8)
    }

    private func cellReference(in range: Range<Int>) throws(XLSXFailure) -> CellReference {
        guard let reference = CellReference(parsing: xml.window.bytes[range]) else {
            let text = String(decoding: xml.window.bytes[range].prefix(40), as: UTF8.self)
            throw .part(
                xml.window.name, "第 \(row.number) 行的单元格引用“\(text)”有误",
                "cell reference \"\(text)\" in row \(row.number) is wrong")
        }
        return reference
    }

    /// Counts what shared strings multiply to: a small file must not become gigabytes of text.
    private mutating func spend(_ count: Int) throws(XLSXFailure) {
        sharedBytes += count
        guard sharedBytes > limits.ratioBytes else { return }
        let read = xml.window.base + xml.window.position + context.strings.bytes.count
        guard sharedBytes / limits.ratio <= read else {
            throw .limit(
                Message("重复引用的文字总量是文件内容的过多倍", "shared texts multiply to too many times the content"),
                .ratio, limits.ratio)
        }
    }

    private func wrongCell(_ column: Int, _ chinese: String, _ english: String) -> XLSXFailure {
        XLSXFailure.part(xml.window.name, chinese, english).at(sheet: nil, row: row.number, column: column)
    }
}
