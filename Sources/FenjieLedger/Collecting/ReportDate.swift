internal import FenjieGrammar
internal import FenjieModel
internal import FenjieRules

/// The day that a unit wrote on its worksheet beside 填报日期 or a word like it, above or below the table.
enum ReportDate {
    private static let labels = ["填报", "填表", "报送", "上报"].flatMap { ["\($0)日期", "\($0)时间"] }

    /// Finds the day.
    ///
    /// - Parameters:
    ///   - sheet: the sheet that came back.
    ///   - rows: the rows of issued tasks, counted from 1; what a unit writes there is no date of the sheet.
    /// - Returns: the latest day that is written there; `nil` where there is none.
    static func find(in sheet: Sheet, outside rows: Set<Int>) -> CivilDate? {
        var days: [CivilDate] = []
        for (index, row) in sheet.rows.enumerated() where !rows.contains(index + 1) {
            let cells = row.map { $0.utf8.count <= 2048 ? FoldedText.of($0) : "" }
            for (position, cell) in cells.enumerated() {
                guard let rest = rest(of: cell) else { continue }
                // The day stands in the same cell, or in the next one that holds anything.
                let text = rest.isEmpty ? cells[(position + 1)...].first { !$0.isEmpty } ?? "" : rest
                if let day = day(at: text) { days.append(day) }
            }
        }
        return days.max()
    }

    /// What stands behind a label; `nil` where there is none.
    private static func rest(of cell: String) -> String? {
        guard cell.utf8.count >= 12, let label = labels.first(where: { cell.contains($0) }) else { return nil }
        let bytes = Array(cell.utf8)
        let wanted = Array(label.utf8)
        guard let start = (0...(bytes.count - wanted.count)).last(where: { bytes[$0...].starts(with: wanted) }) else {
            return nil
        }
        let rest = String(decoding: bytes[(start + wanted.count)...], as: UTF8.self)
        return String(rest.drop { $0 == ":" || $0 == "：" })
    }

    private static func day(at text: String) -> CivilDate? {
        let day = text.prefix { $0.isASCII && $0.isNumber || "-./年月日号".contains($0) }
        return WrittenDate.day(of: String(day))?.day
    }
}
