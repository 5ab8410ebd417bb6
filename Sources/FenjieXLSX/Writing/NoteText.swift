/// The text of the note at a cell, which may have to speak of all cells below it in a merged range.
enum NoteText {
    /// Notes that are shown; people read no more of them in so small a box.
    private static let shown = 8
    /// UTF-16 units, with room below what a note may hold for the line that counts the others.
    private static let length = 30_000

    /// The first few notes of those that differ, and how many more there are.
    static func joined(_ notes: [String]) -> String {
        var seen: Set<String> = []
        let distinct = notes.filter { seen.insert($0).inserted }
        guard let first = distinct.first else { return "" }
        var lines = [CellText.beginning(of: first, limit: length)]
        var rest = length - lines[0].utf16.count
        for note in distinct.dropFirst().prefix(shown - 1) {
            rest -= note.utf16.count + 1
            guard rest >= 0 else { break }
            lines.append(note)
        }
        let more = distinct.count - lines.count
        // In both languages: who opens the workbook is not who made it.
        return (lines + (more > 0 ? ["…… 另有 \(more) 条 (\(more) more)"] : [])).joined(separator: "\n")
    }
}
