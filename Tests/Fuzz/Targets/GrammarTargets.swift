internal import FenjieKit

extension FuzzTarget {
    /// Cells of responsible units, and what a directory makes of the names.
    static let units = FuzzTarget("units") { bytes in
        let (choice, input) = bytes.choiceAndInput
        let text = input.text
        let roles = Role.allCases
        let cell = UnitCell(
            parsing: text, role: roles[choice % roles.count],
            options: UnitGrammar.Options(firstLeads: choice & 0x80 != 0))
        for unit in cell.units {
            guard !unit.name.isEmpty else { throw FuzzFault("units: a unit without a name in \(text)") }
            _ = sampleDirectory.resolve(unit.name)
        }
    }

    /// Directories of units: a CSV.
    static let directory = FuzzTarget("directory") { bytes in
        let file = InputFile(bytes: bytes, name: "input.csv")
        for sheet in try DocumentReader().read(file).sheets {
            let directory = UnitDirectory(sheet: sheet)
            for row in sheet.rows.prefix(40) { for cell in row.prefix(8) { _ = directory.resolve(cell) } }
        }
    }

    /// Deadlines, and the mentions of deadlines in running text.
    static let deadlines = FuzzTarget("deadlines") { bytes in
        let (choice, input) = bytes.choiceAndInput
        let text = input.text
        var options = DeadlineOptions()
        if choice & 1 != 0 { options.year = 1900 + choice }
        if choice & 2 != 0 { options.issued = CivilDate(parsing: "2024-02-29") }
        let deadline = Deadline(parsing: text, options: options)
        if let start = deadline.start, let due = deadline.due, start > due {
            throw FuzzFault("deadlines: \(text) starts \(start) and is due \(due)")
        }
        for range in Deadline.mentions(in: text) { _ = Deadline(parsing: String(text[range]), options: options) }
    }

    /// Column headings, alone and as a row, and ordinals of headings.
    static let headings = FuzzTarget("headings") { bytes in
        let cells = bytes.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for cell in cells {
            _ = HeadingReading(parsing: cell)
            _ = Numbering(parsing: cell)
        }
        guard HeadingReading.resolve(cells).count == cells.count else {
            throw FuzzFault("headings: a row has other columns than it has headings")
        }
    }

    private static let sampleDirectory = UnitDirectory(entries: [
        UnitDirectory.Entry(name: "县财政局", aliases: ["财政局"], collectives: ["县政府有关部门"], level: "县"),
        UnitDirectory.Entry(name: "县教育和体育局", aliases: ["县教体局"], collectives: ["县政府有关部门"], level: "县"),
        UnitDirectory.Entry(name: "东河镇人民政府", collectives: ["各镇人民政府"], level: "镇"),
    ])
}
