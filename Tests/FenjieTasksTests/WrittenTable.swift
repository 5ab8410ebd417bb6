import FenjieModel
import FenjieTasks
import FenjieTemplates
import Testing

/// A table written as rows of cells between bars, and what it was taken for.
struct WrittenTable {
    let table: TaskTable
    let findings: [Finding]

    init(_ text: String, merges: [String] = [], keepsNumbering: Bool = false) throws {
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
        }
        let sheet = Sheet(name: "表", rows: rows, merges: merges.compactMap { CellRange(parsing: $0) })
        (table, findings) = try TaskTable.recognize(
            sheet, template: Template(builtIn: "issued"), keepsNumbering: keepsNumbering)
    }

    /// The tasks, with cells between bars.
    var rows: [String] { table.tasks.map { $0.cells.joined(separator: "|") } }
}

/// One table, its tasks and the notes below it.
struct WrittenCase: CustomTestStringConvertible, Sendable {
    var title: String
    var text: String
    var merges: [String] = []
    var tasks: [String]
    var notes: [String] = []
    var testDescription: String { title }
}
