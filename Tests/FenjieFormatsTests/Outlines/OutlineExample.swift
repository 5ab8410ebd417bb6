import FenjieFormats
import FenjieModel
import Testing

/// A text and the rows that come out of it, cells parted by bars; a header row is named where it is not the canonical one.
struct OutlineExample: Sendable, CustomTestStringConvertible {
    let title: String
    let text: String
    let rows: [String]

    init(_ title: String, text: String, rows: [String]) {
        self.title = title
        self.text = text
        self.rows = rows
    }

    var testDescription: String { title }

    static let header = "序号|一级任务|二级任务|具体要求|责任单位|完成时限"

    /// What comes out, in the same form.
    static func rows(of text: String, by layout: String? = nil) throws -> [String] {
        let source = LayoutText(text)
        let layouts = TextLayouts()
        let reading = try layout.flatMap { layouts.named($0) }?.read(source) ?? layouts.read(source).reading
        let rows = reading.sheets[0].rows.map { $0.joined(separator: "|") }
        return rows.first == header ? Array(rows.dropFirst()) : rows
    }
}
