internal import FenjieGrammar
internal import FenjieModel

/// The title and the other lines that stand above a table.
struct TableTitle {
    private(set) var title = ""
    private(set) var preface: [String] = []
    /// Lines of running text further above, which do not belong to the table.
    private(set) var linesLeftOut = 0

    /// How many lines right above a table may belong to it.
    private static let nearLines = 6

    /// Looks in the rows above the header, and where there are none in the running text.
    init(above tableRow: Int, in grid: Grid, prose: [String]) {
        var lines: [String] = []
        for row in stride(from: 1, to: tableRow, by: 1) {
            let cells = grid.filledColumns(row).map { TextMarks.trimmed(grid.text(row, $0)) }
            if !cells.isEmpty { lines.append(cells.joined(separator: " ")) }
        }
        guard !lines.isEmpty else {
            takeFrom(prose.map(TextMarks.trimmed).filter { !$0.isEmpty })
            return
        }
        let candidates = lines.filter { !Self.isAnnexMark($0) }
        guard let chosen = candidates.first(where: Self.isTitleLike) ?? candidates.first else { return }
        title = chosen
        if let index = lines.firstIndex(of: chosen) {
            lines.remove(at: index)
            preface = lines
        }
    }

    /// Looks in running text: the title is the last line that looks like one, and what stands below it belongs to the table.
    private mutating func takeFrom(_ prose: [String]) {
        let isHeadOnly = prose.count <= Self.nearLines && prose.allSatisfy { Self.isShort($0) }
        var place = prose.indices.suffix(Self.nearLines).last { Self.isTitleLike(prose[$0]) }
        if place == nil, isHeadOnly {
            place = prose.firstIndex { !Self.isAnnexMark($0) && !Self.isLabelled($0) }
        }
        var first = place ?? prose.endIndex
        while first > 0, isHeadOnly || Self.isAnnexMark(prose[first - 1]) || Self.isLabelled(prose[first - 1]) {
            first -= 1
        }
        linesLeftOut = first
        guard let place else {
            preface = Array(prose[first...])
            return
        }
        title = prose[place]
        preface = Array(prose[first..<place] + prose[(place + 1)...])
    }

    /// 附件, 附件1：, 附表2 …
    private static func isAnnexMark(_ line: String) -> Bool {
        let squeezed = TextMarks.squeezed(line)
        return (squeezed.hasPrefix("附件") || squeezed.hasPrefix("附表")) && squeezed.unicodeScalars.count <= 6
    }

    private static func isTitleLike(_ line: String) -> Bool {
        let squeezed = TextMarks.squeezed(line)
        guard isShort(squeezed), !squeezed.hasPrefix("附件"), !isAnnexMark(line), !isLabelled(line) else { return false }
        return hasTitleWord(squeezed)
    }

    private static func hasTitleWord(_ squeezed: String) -> Bool {
        ["表", "清单", "台账", "方案", "计划", "安排", "目录", "要点", "分工", "分解", "任务"].contains { squeezed.contains($0) }
    }

    /// A line, not a paragraph.
    private static func isShort(_ line: String) -> Bool {
        line.unicodeScalars.count <= 60 && !line.hasSuffix("。")
    }

    /// 填报单位：县水务局, 单位：万元, 说明：本表…; not 附表一：重点任务清单.
    private static func isLabelled(_ line: String) -> Bool {
        if TextMarks.opensNote(line) { return true }
        guard TextMarks.isFormLabel(line), isShort(line), let label = FormLabel(parsing: line) else { return false }
        return !hasTitleWord(TextMarks.squeezed(label.value))
    }
}
