internal import FenjieGrammar
internal import FenjieModel
internal import FenjieRules

/// The day that a unit wrote on its worksheet beside 填报日期 or a word like it, above or below the table.
struct ReportDate {
    private static let labels = ["填报", "填表", "报送", "上报"].flatMap { ["\($0)日期", "\($0)时间"] }

    /// The year of days that name none.
    private let year: Int?

    /// A reader of days.
    ///
    /// A day without a year is of the year in which the file was saved, unless that is neither the year of the period
    /// nor the one behind it.
    ///
    /// - Parameters:
    ///   - period: the reporting period.
    ///   - modified: when the file was saved last by its own account, as ISO 8601.
    init(period: String, modified: String) {
        let saved = CivilDate(parsing: modified.prefix(10))?.year
        let reported = Self.year(in: period)
        year = reported.map { own in saved == own + 1 ? own + 1 : own } ?? saved
    }

    /// Whether a line to sign asks for the day.
    static func isLabel(_ label: String) -> Bool { labels.contains { label.contains($0) } }

    private static func year(in text: String) -> Int? {
        var digits = 0
        var year = 0
        for byte in text.utf8 {
            guard byte &- 0x30 < 10 else {
                if digits == 4, (1900..<2200).contains(year) { return year }
                (digits, year) = (0, 0)
                continue
            }
            digits += 1
            year = digits <= 4 ? year * 10 + Int(byte - 0x30) : 0
        }
        return digits == 4 && (1900..<2200).contains(year) ? year : nil
    }

    /// Finds the day.
    ///
    /// - Parameters:
    ///   - sheet: the sheet that came back.
    ///   - rows: the rows of issued tasks, counted from 1; what a unit writes there is no date of the sheet.
    /// - Returns: the latest day that is written there; `nil` where there is none.
    func find(in sheet: Sheet, outside rows: Set<Int>) -> CivilDate? {
        var days: [CivilDate] = []
        for (index, row) in sheet.rows.enumerated() where !rows.contains(index + 1) {
            let cells = row.map { $0.utf8.count <= 2048 ? FoldedText.of($0) : "" }
            for (position, cell) in cells.enumerated() {
                guard let rest = Self.rest(of: cell) else { continue }
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

    private func day(at text: String) -> CivilDate? {
        let day = text.prefix { $0.isASCII && $0.isNumber || "-./年月日号".contains($0) }
        if let day = WrittenDate.day(of: String(day))?.day { return day }
        // 7月1日, 二〇二六年七月一日: as a deadline is read, where it names a day.
        let words = text.prefix { $0.isASCII && $0.isNumber || "-./年月日号〇○零一二三四五六七八九十廿卅".contains($0) }
        guard words.contains("月"), words.last == "日" || words.last == "号" else { return nil }
        let reading = Deadline(parsing: String(words), options: DeadlineOptions(year: year))
        return reading.kind == .date ? reading.due : nil
    }
}
