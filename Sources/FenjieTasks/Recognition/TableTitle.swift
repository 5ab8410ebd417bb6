internal import FenjieModel

/// The title and the other lines that stand above a table.
struct TableTitle {
    private(set) var title = ""
    private(set) var preface: [String] = []

    /// Looks in the rows above the header, and where there are none in the last lines of the running text.
    init(above tableRow: Int, in grid: Grid, prose: [String]) {
        var lines: [String] = []
        for row in stride(from: 1, to: tableRow, by: 1) {
            let cells = grid.filledColumns(row).map { TextMarks.trimmed(grid.text(row, $0)) }
            if !cells.isEmpty { lines.append(cells.joined(separator: " ")) }
        }
        let fromProse = lines.isEmpty
        if fromProse { lines = prose.suffix(6).map(TextMarks.trimmed).filter { !$0.isEmpty } }
        let candidates = lines.filter { !Self.isAnnexMark($0) }
        let named = candidates.filter { Self.isTitleLike($0) }
        guard let chosen = fromProse ? named.last : named.first ?? candidates.first else { return }
        title = chosen
        if !fromProse, let index = lines.firstIndex(of: chosen) {
            lines.remove(at: index)
            preface = lines
        }
    }

    /// 附件, 附件1：, 附表2 …
    private static func isAnnexMark(_ line: String) -> Bool {
        let squeezed = TextMarks.squeezed(line)
        return (squeezed.hasPrefix("附件") || squeezed.hasPrefix("附表")) && squeezed.unicodeScalars.count <= 6
    }

    private static func isTitleLike(_ line: String) -> Bool {
        let squeezed = TextMarks.squeezed(line)
        guard squeezed.unicodeScalars.count <= 60, !squeezed.hasSuffix("。"), !squeezed.hasPrefix("附件") else {
            return false
        }
        return ["表", "清单", "台账", "方案", "计划", "安排", "目录", "要点", "分工", "分解", "任务"].contains { squeezed.contains($0) }
    }
}
