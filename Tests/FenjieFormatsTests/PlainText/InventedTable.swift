import FenjieFiles
import FenjieFormats
import FenjieModel
import FenjieTestSupport
import Testing

/// The table of the examples, and ways to set it as text.
enum InventedTable {
    /// The title above the table.
    static let title = "平川县2026年营商环境重点任务分解表"
    /// The headings when each column has one.
    static let headings = ["序号", "工作任务", "任务分解", "具体要求", "责任单位", "完成时限"]
    /// The headings of the same table where one stands over two columns.
    static let spanning = ["序号", "工作任务", "具体要求", "责任单位", "完成时限"]

    /// The rows as `examples/expected.csv` holds them: number, task, subtask, requirement, units, deadline.
    static let rows: [[String]] = {
        let text = (try? TextFile.read(Checkout.root + "/examples/expected.csv")) ?? ""
        return text.split(separator: "\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
    }()

    /// The rows with nothing in cells that go on from the row above.
    static let blanked: [[String]] = rows.indices.map { index in
        var row = rows[index]
        guard index > 0, row[1] == rows[index - 1][1] else { return row }
        if row[2] == rows[index - 1][2] { row[2] = "" }
        row[1] = ""
        return row
    }

    /// The rows without the cells that go on from the row above.
    static let shortened = blanked.map { $0.filter { !$0.isEmpty } }

    /// Task, requirement, units and deadline, for tables without numbers.
    static let unnumbered = rows.map { [$0[1], $0[3], $0[4], $0[5]] }

    /// The rows below group headings over the whole width, numbers counting on or beginning anew.
    static func grouped(restarting: Bool = false) -> [[String]] {
        var grouped: [[String]] = []
        var groups = 0
        var number = 0
        for (index, row) in rows.enumerated() {
            if index == 0 || row[1] != rows[index - 1][1] {
                grouped.append([["一", "二", "三", "四", "五"][groups % 5] + "、" + row[1]])
                groups += 1
                if restarting { number = 0 }
            }
            number += 1
            grouped.append(["\(number)", row[2], row[3], row[4], row[5]])
        }
        return grouped
    }
}

/// Files of the checkout as text.
enum TextFile {
    static func read(_ path: String) throws -> String {
        String(decoding: try InputFile(path: path).contents(), as: UTF8.self)
    }
}

extension LayoutReading {
    /// The rows of the only table below its header, cells that go on filled in, white space removed, lists on one line.
    var filled: [[String]] {
        guard sheets.count == 1 else { return [] }
        var above: [String] = []
        return sheets[0].rows.dropFirst().map { row in
            let plain = row.map { cell in
                String(cell.map { $0 == "\n" ? "、" : $0 }.filter { !$0.isWhitespace })
            }
            if plain.dropFirst().allSatisfy(\.isEmpty) { return plain }
            let whole = plain.enumerated().map { column, cell in
                cell.isEmpty && above.indices.contains(column) ? above[column] : cell
            }
            above = whole
            return whole
        }
    }
}

extension Array<[String]> {
    /// The rows at one width, white space removed, as a reading gives them.
    func padded(to width: Int) -> [[String]] {
        map { row in
            row.map { String($0.filter { !$0.isWhitespace }) }
                + Array<String>(repeating: "", count: Swift.max(0, width - row.count))
        }
    }
}
