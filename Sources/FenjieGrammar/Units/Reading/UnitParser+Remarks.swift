// Remarks about the division of work that stand among the names: 下同, 以下均需各县区落实，不再列出.

extension UnitParser {
    /// Whether a part is such a remark; behind its opening nothing is a unit up to the next full stop or semicolon.
    mutating func isRemarkPart(_ start: Int, _ end: Int) -> Bool {
        guard start < end else { return false }
        if opensRemark(start, end) {
            doubts.append(Self.leftOut(remark(from: start)))
            isSkipping = true
            return true
        }
        guard end - start <= 16, Self.closings.contains(where: { contains($0, start..<end) }) else { return false }
        doubts.append(Self.leftOut(text(start..<end)))
        return true
    }

    /// 以下均需…, 各项任务均需…: said of tasks, not of units.
    private func opensRemark(_ start: Int, _ end: Int) -> Bool {
        guard let opening = Self.openings.first(where: { glyphs.codes[start..<end].starts(with: $0) }) else {
            return false
        }
        let rest = (start + opening.count)..<min(end, start + opening.count + 12)
        return rest.contains { index in
            switch glyphs.codes[index] {
            case 0x5747, 0x90FD, 0x7686: true  // 均 都 皆
            case 0x4E0D: index + 1 < end && glyphs.codes[index + 1] == 0x518D  // 不再
            default: false
            }
        }
    }

    /// A remark as it is printed, up to where it ends, but not more than can be quoted.
    func remark(from start: Int) -> String {
        var end = start
        while end < glyphs.count, end - start < 48 {
            let mark = words.classes.mark(glyphs.codes[end])
            if mark == .semicolon || mark == .stop { break }
            if mark == .close, brackets[end] == .separating { break }
            end += 1
        }
        return text(start..<end)
    }

    private static let openings = ["以下", "各项任务", "各项工作", "所有任务", "所有工作", "其他任务", "其余任务"].map {
        Array($0.utf16)
    }
    private static let closings = [
        "下同", "不再列出", "不再单列", "不再另列", "不再分列", "不再一一列", "不再逐一列", "不再重复", "不再赘述", "不再标注", "不再注明", "不再做分工", "不再分工",
        "不再作分工", "不再单独列",
    ]
    .map { Array($0.utf16) }
}
