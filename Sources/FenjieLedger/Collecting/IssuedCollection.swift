internal import FenjieModel
internal import FenjieTasks

/// All worksheets that went out, with the ways to find one again.
public struct IssuedCollection: Sendable {
    /// The worksheets in the order of issue, each unit of each issue once.
    public let worksheets: [IssuedWorksheet]
    private let units: [String]
    private var byName: [Name: Int] = [:]
    private var byUnit: [String: [Int]] = [:]
    private var byRow: [String: [Int]] = [:]
    /// By what is to be done, for rows whose numbers have changed.
    private var byRequirement: [String: [Int]] = [:]
    private var byIssue: [String: Int] = [:]

    private struct Name: Hashable {
        var issue: String
        var unit: String
    }

    /// A collection.
    ///
    /// - Parameter issued: what went out; a worksheet that is there twice counts once.
    public init(_ issued: [IssuedWorksheet]) {
        var worksheets: [IssuedWorksheet] = []
        for worksheet in issued where !worksheet.isWhole {
            let passport = worksheet.passport
            let unit = FoldedText.of(passport.unit)
            let name = Name(issue: passport.issue, unit: unit)
            guard byName[name] == nil else { continue }
            let position = worksheets.count
            worksheets.append(worksheet)
            byName[name] = position
            byUnit[unit, default: []].append(position)
            if byIssue[passport.issue] == nil { byIssue[passport.issue] = position }
            for key in Set(passport.rows.map(\.key)) { byRow[key, default: []].append(position) }
            guard let column = passport.columns.firstIndex(where: { $0.field == Field.requirement.rawValue }) else {
                continue
            }
            for cells in worksheet.texts.values where cells.indices.contains(column) && !cells[column].isEmpty {
                byRequirement[FoldedText.of(cells[column]), default: []].append(position)
            }
        }
        self.worksheets = worksheets
        units = worksheets.map { FoldedText.of($0.passport.unit) }
    }

    /// The position of a worksheet.
    func position(of passport: Passport) -> Int? {
        byName[Name(issue: passport.issue, unit: FoldedText.of(passport.unit))]
    }

    /// The few worksheets that can tell what is wrong with a passport that is none of the issued ones.
    func relatives(of passport: Passport) -> [IssuedWorksheet] {
        if let position = position(of: passport) { return [worksheets[position]] }
        if let same = byUnit[FoldedText.of(passport.unit)] { return same.map { worksheets[$0] } }
        guard worksheets.count > 1 else { return worksheets }
        return [worksheets[0], worksheets[byIssue[passport.issue] ?? 1]]
    }

    /// The units whose names stand in a text.
    func unitsNamed(in text: String) -> [String] {
        let folded = FoldedText.of(text)
        return byUnit.filter { !$0.key.isEmpty && folded.contains($0.key) }
            .compactMap { $0.value.first.map { worksheets[$0].passport.unit } }.sorted()
    }

    /// The worksheet that a table without a passport is, by the names on it, its rows and the file's path.
    ///
    /// - Parameters:
    ///   - returned: the table.
    ///   - path: the path of its file.
    /// - Returns: the position, or why there is none: no candidate at all, or several that are as good.
    func recognize(_ returned: ReturnedWorksheet, path: String) -> Recognition {
        var votes: [Int: Int] = [:]
        let table = returned.table
        let key = table.columns.firstIndex { FoldedText.of($0.heading) == Worksheet.keyHeading }
        var sealer = RowSealer()
        for task in table.tasks {
            let identity = sealer.key(
                of: [Field.number, .task, .subtask, .requirement].map { table.text($0, of: task) })
            let keys = Set([identity, key.map { FoldedText.of(task.cells[$0]) } ?? ""])
            let requirement = FoldedText.of(table.text(.requirement, of: task))
            let known = keys.flatMap { byRow[$0] ?? [] } + (byRequirement[requirement] ?? [])
            for position in Set(known) { votes[position, default: 0] += 1 }
        }
        let onSheet = FoldedText.of(
            ([table.title, returned.sheet.name] + table.preface + table.notes).joined(separator: "\n"))
        let candidates = votes.isEmpty ? Array(worksheets.indices) : votes.keys.sorted()
        for text in [onSheet, FoldedText.of(path)] {
            // A name counts where at least half of that unit's rows are there too.
            let named = named(candidates, in: text).filter { position in
                votes.isEmpty || (votes[position] ?? 0) * 2 >= worksheets[position].passport.rows.count
            }
            guard let best = best(named, votes) else { continue }
            if votes.isEmpty, !rowsFit(returned, worksheets[best]) { continue }
            return .known(best)
        }
        guard let most = votes.values.max(), most * 2 >= table.tasks.count else { return .none }
        return best(candidates, votes).map(Recognition.known) ?? .ambiguous(candidates.filter { votes[$0] == most })
    }

    /// What a table without a passport was found to be.
    enum Recognition: Equatable {
        case known(Int)
        case ambiguous([Int])
        case none
    }

    /// Those whose unit is named in a text; a name inside a longer one that is named too does not count.
    private func named(_ candidates: [Int], in text: String) -> [Int] {
        let found = candidates.filter { !units[$0].isEmpty && text.contains(units[$0]) }
        return found.filter { position in
            !found.contains { units[$0] != units[position] && units[$0].contains(units[position]) }
        }
    }

    /// The one with most of the rows, then the one with the fewest rows besides; `nil` where two are as good.
    private func best(_ candidates: [Int], _ votes: [Int: Int]) -> Int? {
        let ranked = candidates.map { ($0, votes[$0] ?? 0, -worksheets[$0].passport.rows.count) }
        guard let top = ranked.max(by: { ($0.1, $0.2) < ($1.1, $1.2) }) else { return nil }
        return ranked.count { ($0.1, $0.2) == (top.1, top.2) } == 1 ? top.0 : nil
    }

    private func rowsFit(_ returned: ReturnedWorksheet, _ issued: IssuedWorksheet) -> Bool {
        let columns = ReturnedColumns(returned.table, passport: issued.passport)
        let rows = ReturnedRows(returned.table, columns: columns)
        let matching = RowMatching(rows, passport: issued.passport, texts: issued.texts)
        return matching.matches.contains { $0 != nil }
    }
}
