internal import FenjieModel

extension RowKinds {
    /// The rows that head those below them by their number: 一 or （一） with a name and nothing else, 1 above 1.1.
    ///
    /// - Parameters:
    ///   - names: the positions of rows that have a number and a name only.
    ///   - kinds: what the rows are as far as they are known.
    ///   - text: the text of the number column by position.
    /// - Returns: the mark of each heading.
    static func numberedGroups(
        among names: [Int], _ kinds: [RowKind], number text: (Int) -> String
    ) -> [Int: NumberMark] {
        var groups: [Int: NumberMark] = [:]
        for index in names {
            guard let mark = NumberMark(parsing: text(index)) else { continue }
            var next = index + 1
            if mark.isOfHeadings {
                while next < kinds.count, kinds[next] == .blank || kinds[next] == .repeatedHeader { next += 1 }
            }
            guard next < kinds.count else { continue }
            switch kinds[next] {
            case .group(let level, _): if level > mark.level { groups[index] = mark }
            case .task:
                let below = NumberMark(parsing: text(next))
                if below.map(mark.mayHead) ?? mark.isOfHeadings { groups[index] = mark }
            default: continue
            }
        }
        return groups
    }

    /// The tasks whose numbers are of the same level as those of groups, so that they stand beside these.
    ///
    /// - Returns: the level of each.
    static func tasksBesideGroups(
        _ groups: [Int: NumberMark], _ kinds: [RowKind], number text: (Int) -> String
    ) -> [Int: Int] {
        let levels = Set(groups.values.map(\.level))
        var closings: [Int: Int] = [:]
        var current: Int?
        for index in kinds.indices {
            switch kinds[index] {
            case .group(let level, _): current = groups[index]?.level ?? level
            case .task:
                guard let open = current, let mark = NumberMark(parsing: text(index)), levels.contains(mark.level),
                    mark.level <= open
                else { continue }
                closings[index] = mark.level
                current = levels.filter { $0 < mark.level }.max()
            default: continue
            }
        }
        return closings
    }
}
