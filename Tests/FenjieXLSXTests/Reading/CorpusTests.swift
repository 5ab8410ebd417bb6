internal import FenjieFiles
internal import FenjieModel
internal import FenjieTestSupport
internal import FenjieText
internal import FenjieXLSX
import Testing

@Suite("Corpus of workbooks")
struct CorpusTests {
    /// Files whose expected reading is not ours, and why.
    private static let explained = [
        // Escapes above U+007F and surrogate pairs are characters by ECMA-376 Part 1, 22.9.2.19; both readers behind the
        // expected reading leave them as they are written.
        "phpspreadsheet__issue.4724",
        // Two parts of one name with different content: ECMA-376 Part 2, 6.2.2.3 forbids it, and either could be meant.
        "poi__duplicate-filename", "poi__duplicate-filename-case-insensitive",
    ]

    @Test(
        "Workbooks of many programs are read as expected",
        .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.reason)))
    func agreement() throws {
        let folder = SharedData.path("corpus/xlsx/")
        // Debug builds are slow: all small files, and some of the others.
        let stems = try Self.stems(in: folder + "files").enumerated().filter { index, stem in
            let size = try InputFile(path: "\(folder)files/\(stem).xlsx").size
            return size < 9_000 || (size < 40_000 && index % 5 == 0)
        }
        #expect(stems.count > 400)
        for (_, stem) in stems where !Self.explained.contains(stem) {
            let expected = try JSONValue(parsing: InputFile(path: "\(folder)expected/\(stem).json").contents())
            let file = try InputFile(path: "\(folder)files/\(stem).xlsx")
            do {
                let dump = try Reading.dump(file.contents())
                guard expected["outcome"]?.string != "no-crash" else { continue }
                #expect(expected["outcome"]?.string == "read", "\(stem)")
                Self.compare(dump["sheets"]?.items ?? [], with: expected["sheets"]?.items ?? [], stem: stem)
            } catch let failure as XLSXFailure {
                #expect(expected["outcome"]?.string != "read", "\(stem): \(failure.message.english)")
            }
        }
    }

    private static func stems(in folder: String) throws -> [String] {
        try Folder.names(in: folder).names.filter { $0.hasSuffix(".xlsx") }.map { String($0.dropLast(5)) }
    }

    private static func compare(_ sheets: [JSONValue], with expected: [JSONValue], stem: String) {
        #expect(sheets.map { $0["name"] } == expected.map { $0["name"] }, "\(stem)")
        for (sheet, expected) in zip(sheets, expected) {
            if let visibility = expected["visibility"]?.string {
                #expect(sheet["visibility"]?.string == visibility, "\(stem)")
            }
            if case .array(let merges)? = expected["merges"] {
                let ranges = { (items: [JSONValue]) in
                    Set(items.compactMap(\.string).compactMap { CellRange(parsing: $0) }.filter { $0.first != $0.last })
                }
                #expect(ranges(sheet["merges"]?.items ?? []) == ranges(merges), "\(stem)")
            }
            compareCells(of: sheet, with: expected, stem: stem)
        }
    }

    private static func compareCells(of sheet: JSONValue, with expected: JSONValue, stem: String) {
        let ignored = Set(expected["ignore"]?.items?.compactMap(\.string) ?? [])
        let numbers = Set(expected["types"]?["n"]?.items?.compactMap(\.string) ?? [])
        var cells: [String: String] = [:]
        for cell in sheet["cells"]?.members ?? [] { cells[cell.name] = cell.value.string }
        for cell in expected["cells"]?.members ?? [] {
            let (text, wanted) = (cells.removeValue(forKey: cell.name) ?? "", cell.value.string ?? "")
            let isSame =
                text == wanted
                || numbers.contains(cell.name) && Double(text) != nil && Double(text) == Double(wanted)
            #expect(isSame, "\(stem)!\(cell.name): \(text) instead of \(wanted)")
        }
        #expect(cells.keys.filter { !ignored.contains($0) }.isEmpty, "\(stem)")
    }
}
