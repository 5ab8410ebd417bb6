package import FenjieModel

/// What the rules found in one table, weighed as the template asks.
package struct RuleReport {
    /// The most findings of one code that are kept for one table; the others are counted.
    package static let limitPerCode = 10_000

    /// The findings in the order in which they came.
    package private(set) var findings: [Finding] = []
    private let weights: RuleWeights
    private let place: Place
    private let unit: String?
    private let number: CheckedColumn?
    private let headerRow: Int?
    private var counts: [String: Int] = [:]

    /// A report without findings.
    ///
    /// - Parameters:
    ///   - table: the table that is checked.
    ///   - place: its file and sheet.
    ///   - unit: the unit whose table it is.
    ///   - weights: how much the codes weigh.
    package init(_ table: CheckedTable, at place: Place, unit: String?, weights: RuleWeights) {
        self.weights = weights
        self.place = place
        self.unit = unit
        number = table.column(.number)
        headerRow = table.headerRow
    }

    /// Adds a finding about a cell, or about a row where no column is named.
    package mutating func add(
        _ code: String, _ column: CheckedColumn?, in row: borrowing CheckedRow, unit: String? = nil,
        _ message: @autoclosure () -> Message, hint: @autoclosure () -> Message? = nil
    ) {
        guard let severity = weights.severity(of: code), counts(code) else { return }
        var place = place
        place.row = row.cells.number > 0 ? row.cells.number : nil
        place.column = place.row == nil ? nil : column?.position
        place.line = row.cells.line > 0 ? row.cells.line : nil
        let text = number.map { row.text($0) } ?? ""
        findings.append(
            Finding(
                code, severity, at: place, field: column?.fieldName, number: text.isEmpty ? nil : text,
                unit: unit ?? self.unit, message: message(), hint: hint()))
    }

    /// Adds a finding about the header.
    package mutating func add(
        _ code: String, heading column: Int?, field: String?, _ message: @autoclosure () -> Message,
        hint: @autoclosure () -> Message? = nil
    ) {
        guard let severity = weights.severity(of: code), counts(code) else { return }
        var place = place
        place.row = headerRow
        place.column = column
        findings.append(
            Finding(code, severity, at: place, field: field, unit: unit, message: message(), hint: hint()))
    }

    /// Adds a finding that a reader of cells made, at its cell.
    package mutating func add(_ doubt: Finding, _ column: CheckedColumn, in row: borrowing CheckedRow) {
        add(doubt.code, column, in: row, doubt.message, hint: doubt.hint)
    }

    /// Says what was counted only.
    package mutating func close() {
        for (code, count) in counts.sorted(by: { $0.key < $1.key }) where count > Self.limitPerCode {
            let more = count - Self.limitPerCode
            findings.append(
                Finding(
                    "findings-left-out", .info, at: place,
                    message: Message("\(code) 另有 \(more) 处，未逐一列出", "\(more) more of \(code) are not listed"),
                    hint: Message("改正已列出的各处后再检查一次", "put right what is listed and check again")))
        }
    }

    private mutating func counts(_ code: String) -> Bool {
        let count = counts[code, default: 0] + 1
        counts[code] = count
        return count <= Self.limitPerCode
    }
}
