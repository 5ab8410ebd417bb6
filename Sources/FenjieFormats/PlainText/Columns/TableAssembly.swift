internal import FenjieModel

/// Builds the sheet of a layout row by row, with its findings.
struct TableAssembly: Sendable {
    /// The headings in their columns; a heading over several columns stands in the first of them.
    private(set) var header: [String]
    private(set) var rows: [[String]] = []
    private(set) var lines: [Int] = []
    private(set) var merges: [CellRange] = []
    var findings: [Finding] = []
    private var repeatedHeaders: [Int] = []
    private var shiftedRows: [Int] = []
    private var shortRows: [Int] = []

    /// Begins with the header row.
    ///
    /// - Parameters:
    ///   - headings: the headings.
    ///   - starts: the first column of each, counted from 0.
    ///   - width: the number of columns.
    init(headings: [Heading], starts: [Int], width: Int) {
        header = Array(repeating: "", count: width)
        for (index, start) in starts.enumerated() where header.indices.contains(start) {
            header[start] = headings[index].text
            let end = index + 1 < starts.count ? starts[index + 1] : width
            if end > start + 1 { merges.append(CellRange(rows: 1...1, columns: (start + 1)...end)) }
        }
        rows = [header]
        lines = [headings.first?.line ?? 1]
    }

    /// The number of columns.
    var width: Int { header.count }

    /// The row that comes next, counted from 1.
    var nextRow: Int { rows.count + 1 }

    /// Adds a row; it is brought to the width of the table unless it is longer.
    mutating func add(_ cells: [String], line: Int) {
        rows.append(cells + repeatElement("", count: max(0, width - cells.count)))
        lines.append(line)
    }

    /// Adds a group heading that stands over the whole width.
    mutating func addGroup(_ text: String, line: Int) {
        if width > 1 { merges.append(CellRange(rows: nextRow...nextRow, columns: 1...width)) }
        add([text], line: line)
    }

    /// Adds a merged range; rows and columns count from 1, the header is row 1.
    mutating func merge(_ range: CellRange) { merges.append(range) }

    /// Replaces a cell; row and column count from 0, the header is row 0.
    mutating func setCell(row: Int, column: Int, to text: String) {
        guard rows.indices.contains(row), rows[row].indices.contains(column) else { return }
        rows[row][column] = text
    }

    /// Notes that the headings were printed again at a line.
    mutating func skipHeader(line: Int) { repeatedHeaders.append(line) }

    /// Notes that the row that comes next lacked merged cells and was put back by its content.
    mutating func shift(line: Int) { shiftedRows.append(line) }

    /// Notes that the row that comes next has fewer cells than there are columns.
    mutating func shorten(line: Int) { shortRows.append(line) }

    /// Adds a finding about the row that comes next.
    mutating func note(
        _ code: String, _ severity: Severity, line: Int, _ message: Message, hint: Message? = nil
    ) {
        findings.append(
            Finding(
                code, severity, at: Place(sheet: LayoutReading.sheetName, row: nextRow, line: line), message: message,
                hint: hint))
    }

    /// The finished reading.
    func reading(before: [ProseLine], after: [ProseLine]) -> LayoutReading {
        var findings = findings
        if let first = repeatedHeaders.first {
            findings.append(.repeatedHeaders(repeatedHeaders.count, line: first))
        }
        if let first = shortRows.first {
            findings.append(
                Finding(
                    "row-short", .warning, at: Place(line: first),
                    message: Message(
                        "\(shortRows.count) 行的格数少于列数，缺少的格按末尾为空处理",
                        "\(Message.counted(shortRows.count, "row has", "rows have")) fewer cells than there are "
                            + "columns; taken as empty at the end"),
                    hint: Message("请核对这些行", "check these rows")))
        }
        if let first = shiftedRows.first {
            findings.append(
                Finding(
                    "row-shifted", .info, at: Place(line: first),
                    message: Message(
                        "\(shiftedRows.count) 行缺少合并单元格，已按内容归位",
                        "\(Message.counted(shiftedRows.count, "row")) lacked merged cells; put into columns by "
                            + "content")))
        }
        return LayoutReading(
            sheets: [Sheet(name: LayoutReading.sheetName, rows: rows, merges: merges, lines: lines)], before: before,
            after: after, findings: findings)
    }
}

extension LayoutReading {
    /// The name that a table from plain text gets.
    package static let sheetName = "Sheet1"
}

extension Finding {
    /// Headings printed again after page breaks, which are not rows.
    static func repeatedHeaders(_ count: Int, line: Int) -> Finding {
        Finding(
            "repeated-header", .info, at: Place(line: line),
            message: Message(
                "翻页处重复打印的表头已略去 \(count) 处",
                "left out \(Message.counted(count, "header")) printed again after page breaks"))
    }
}
