internal import FenjieGrammar
internal import FenjieModel

/// What each column of a sheet means.
struct ColumnMap {
    /// One entry for each column from 1.
    var columns: [(heading: String, field: Field)]
    /// Columns, counted from 0, that name units beside one with the same meaning and a surer heading.
    private(set) var furtherUnits: Set<Int> = []

    /// Columns, counted from 0, without a heading and without any text.
    private(set) var empty: Set<Int> = []

    /// Gives every column its meaning.
    ///
    /// - Parameters:
    ///   - header: the headings found.
    ///   - body: the rows below, as printed.
    ///   - vocabulary: what headings mean.
    ///   - tellsColumns: whether every cell is known to stand in its own column.
    init(_ header: Header, body: [[String]], _ vocabulary: Vocabulary, tellsColumns: Bool) {
        let header =
            tellsColumns
            ? Self.widened(header, by: body) : Self.spread(header, over: Self.width(of: body), vocabulary)
        let printed = zip(header.headings, header.sharesHeading).map { $1 ? "" : $0 }
        columns = zip(header.headings, vocabulary.fields(of: printed)).map { ($0, $1) }
        // 推进计划 over 一季度 … 四季度 is no column of its own, and none of its parts is the whole.
        for index in columns.indices where header.isPart.indices.contains(index) && header.isPart[index] {
            columns[index].field = .other
        }
        for index in columns.indices where header.sharesHeading[index] && columns[index].field == .other {
            columns[index].field = Self.shared(after: columns[index - 1].field)
            if columns[index - 1].field.namesUnits, vocabulary.isOneMeaning(header.headings[index]),
                Self.namesUnits(index, in: body)
            {
                columns[index].field = columns[index - 1].field
            }
        }
        findNumbers(body, header)
        keepFirstOfEach()
        findFurtherUnits(body, header, vocabulary)
        nameWholeTask(body)
        empty = Set(
            columns.indices.filter { index in
                columns[index].heading.isEmpty && columns[index].field == .other
                    && body.allSatisfy { !$0.indices.contains(index) || TextMarks.isBlank($0[index]) }
            })
    }

    /// 落实单位 beside 责任单位: where its cells are names of units, they have a part in the task too.
    private mutating func findFurtherUnits(_ body: [[String]], _ header: Header, _ vocabulary: Vocabulary) {
        for index in columns.indices where columns[index].field == .other {
            guard !(header.isPart.indices.contains(index) && header.isPart[index]) else { continue }
            let heading = columns[index].heading
            let meaning = vocabulary.field(of: heading)
            guard meaning.namesUnits, !vocabulary.isOwn(heading), !isOffice(heading) else { continue }
            guard columns.contains(where: { $0.field == meaning }), Self.namesUnits(index, in: body) else { continue }
            columns[index].field = meaning
            furtherUnits.insert(index)
        }
    }

    /// Whether a heading names offices of the bodies that stand in another column: 责任科室 beside 责任单位.
    private func isOffice(_ heading: String) -> Bool {
        let offices = ["科室", "股室", "处室"]
        return offices.contains(where: heading.hasSuffix)
            && columns.contains { column in
                column.field.namesUnits && !offices.contains(where: column.heading.hasSuffix)
            }
    }

    /// How many columns most of the rows reach.
    private static func width(of body: [[String]]) -> Int {
        var counts: [Int: Int] = [:]
        for row in body {
            if let last = row.lastIndex(where: { !TextMarks.isBlank($0) }) { counts[last + 1, default: 0] += 1 }
        }
        // Rows that end in blank cells are shorter than the table: the widest that occurs more than once counts.
        let likely = counts.filter { $0.value > 1 || body.count < 4 }.keys.max()
        return likely ?? counts.keys.max() ?? 0
    }

    /// How far from the last heading a column without one may stand.
    private static let reach = 16

    /// Adds the columns beside the table that hold text below no heading; no heading moves for them.
    private static func widened(_ header: Header, by body: [[String]]) -> Header {
        let limit = header.headings.count + reach
        var width = header.headings.count
        for row in body where row.count > width {
            if let last = row.prefix(limit).lastIndex(where: { !TextMarks.isBlank($0) }) {
                width = max(width, last + 1)
            }
        }
        var widened = header
        widened.headings += repeatElement("", count: width - header.headings.count)
        widened.sharesHeading += repeatElement(false, count: width - header.headings.count)
        return widened
    }

    /// Lets the task heading reach over the columns that the header does not name.
    ///
    /// In text a heading over two columns leaves no trace but a header that is shorter than its rows.
    private static func spread(_ header: Header, over width: Int, _ vocabulary: Vocabulary) -> Header {
        let missing = width - header.headings.count
        guard missing > 0, !header.sharesHeading.contains(true) else { return header }
        var spread = header
        let task = header.headings.firstIndex { vocabulary.field(of: $0) == .task }
        if let task, missing <= 2, !header.headings.contains("") {
            spread.headings.insert(
                contentsOf: repeatElement(header.headings[task], count: missing), at: task + 1)
            spread.sharesHeading.insert(contentsOf: repeatElement(true, count: missing), at: task + 1)
        } else {
            spread.headings += repeatElement("", count: missing)
            spread.sharesHeading += repeatElement(false, count: missing)
        }
        return spread
    }

    /// The meaning of a column that shares its heading with the one before it.
    private static func shared(after field: Field) -> Field {
        switch field {
        case .task: .subtask
        case .subtask: .requirement
        case .number: .task
        default: .other
        }
    }

    /// Finds a number column that has no heading of its own, or shares that of the task.
    private mutating func findNumbers(_ body: [[String]], _ header: Header) {
        guard !columns.contains(where: { $0.field == .number }), let first = columns.first else { return }
        let cells = body.compactMap { $0.first }.filter { !TextMarks.isBlank($0) }
        guard cells.count >= 2 || body.count < 4, !cells.isEmpty else { return }
        guard cells.filter(TextMarks.isNumber).count * 10 >= cells.count * 8 else { return }
        let sharesNext = columns.count > 1 && header.sharesHeading[1]
        guard first.heading.isEmpty || (first.field == .task && sharesNext) || first.field == .other else { return }
        columns[0].field = .number
        if sharesNext {
            columns[1].field = .task
            for index in 2..<max(2, columns.count) where header.sharesHeading[index] {
                columns[index].field = Self.shared(after: columns[index - 1].field)
            }
        }
    }

    /// Cells of a column that are looked at to tell whether it names units.
    private static let sample = 50

    /// Whether most cells of a column are names of units and nothing else, so that it goes on with the list on its left.
    static func namesUnits(_ index: Int, in body: [[String]]) -> Bool {
        var cells = 0
        var units = 0
        for row in body where cells < sample && row.indices.contains(index) && !TextMarks.isBlank(row[index]) {
            cells += 1
            if UnitCell(parsing: row[index], role: .responsible).doubts.isEmpty { units += 1 }
        }
        return units > 0 && units * 2 >= cells
    }

    /// One meaning belongs to one column, but that units may be listed in several; a second task column is the subtask,
    /// others become further columns.
    private mutating func keepFirstOfEach() {
        var seen: Set<Field> = []
        for index in columns.indices {
            var field = columns[index].field
            if field == .task, seen.contains(.task), !columns.contains(where: { $0.field == .subtask }) {
                field = .subtask
            }
            if field != .other, !seen.insert(field).inserted, !field.namesUnits { field = .other }
            columns[index].field = field
        }
    }

    /// A task column that stands alone, with a text on each row, holds the whole task.
    private mutating func nameWholeTask(_ body: [[String]]) {
        guard !columns.contains(where: { $0.field == .requirement || $0.field == .subtask }),
            let task = columns.firstIndex(where: { $0.field == .task })
        else { return }
        let filled = body.filter { $0.indices.contains(task) && !TextMarks.isBlank($0[task]) }.count
        guard filled * 10 >= body.count * 8 else { return }
        columns[task].field = .requirement
    }
}
