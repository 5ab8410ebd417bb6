internal import FenjieModel

/// Finds headings that stand among the cells: a program took the text from a page in another order than it is read.
struct ScatteredHeadings: Sendable {
    let header: FoundHeader
    let vocabulary: HeadingVocabulary

    /// No heading that matters is longer.
    private static let longest = 24
    /// One such cell may be chance.
    private static let least = 2

    /// Refuses blocks among which headings stand that the header lacks.
    ///
    /// - Throws: ``LayoutFailure`` where at least two of them do.
    func check(_ blocks: [TextBlock]) throws(LayoutFailure) {
        let known = Set(header.headings.map { CellKind.compacted($0.text.utf8) })
        var found: [(text: String, line: Int)] = []
        var namesUnits = false
        for block in blocks {
            let text = block.lines.joined()
            guard text.utf8.count <= Self.longest, !known.contains(CellKind.compacted(text.utf8)),
                let role = role(of: text), !found.contains(where: { $0.text == text })
            else { continue }
            if found.count < Self.least { found.append((text, block.line)) }
            // 重点任务 and 保障措施 may well be cells; who and when are not.
            namesUnits = namesUnits || role == .unit || role == .deadline
            if namesUnits, found.count == Self.least { break }
        }
        guard namesUnits, found.count == Self.least else { return }
        let names = found.map(\.text)
        throw .damaged(
            line: found[0].line, "列名\(names.map { "“\($0)”" }.joined())散落在各格之间，内容顺序已打乱",
            "the headings \(names.joined(separator: ", ")) stand among the cells; the order was lost")
    }

    private func role(of text: String) -> ColumnRole? {
        guard let field = vocabulary.field(of: text) else { return nil }
        let role = ColumnRole(field)
        return [.number, .heading, .requirement, .unit, .deadline].contains(role) ? role : nil
    }
}
