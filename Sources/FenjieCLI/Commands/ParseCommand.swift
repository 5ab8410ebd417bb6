internal import FenjieFiles
internal import FenjieGrammar
internal import FenjieModel
internal import FenjieText

/// Reads cells one a line, and says what each means as one JSON object a line.
struct ParseCommand: Command {
    static let name = "parse"
    static let summary = Message("逐行解析责任单位、完成时限或表头", "reads units, deadlines or headings, one cell a line")
    static let operands = Message("units|deadlines|headers [输入…]", "units|deadlines|headers [INPUT…]")
    static let operandChoices = CellKind.allCases.map(\.rawValue)
    static let hasOwnJSON = true
    static let discussion = [
        Message(
            "标准输入（或所给文件）每行一个单元格，标准输出每行一个 JSON 对象。拿不准的地方写到标准错误。",
            "Each line of standard input, or of the files named, is a cell; each gives a line of JSON. Doubts go to "
                + "standard error.")
    ]

    static let role = ValueOption.choice(
        "role", Role.self, Message("所在列的角色，用于没有写明角色的单位", "the role of units whose cell names none")
    ).withDefault(.responsible)

    static let options: [any DeclaredOption] = [role] + MeaningFlags.all
    static let operandOptions: [(option: any DeclaredOption, choices: [String])] = [
        (MeaningFlags.year, [CellKind.deadlines.rawValue]), (MeaningFlags.issued, [CellKind.deadlines.rawValue]),
        (role, [CellKind.units.rawValue]), (MeaningFlags.firstLeads, [CellKind.units.rawValue]),
        (MeaningFlags.units, [CellKind.units.rawValue]),
    ]
    static let commonOptions: [any DeclaredOption] =
        [CommonOptions.output, CommonOptions.json, CommonOptions.encoding, CommonOptions.force, CommonOptions.failOn]
        + CommonOptions.talk
    static let examples = [
        CommandExample(
            "echo 市财政局、市人社局 | fenjie parse units",
            Message("得到两个单位及其角色", "gives the two units and their roles")),
        CommandExample(
            "fenjie parse deadlines --year 2022 时限.txt",
            Message("解析一列时限，没有年份的算作 2022 年", "reads a column of deadlines; those without a year are of 2022")),
    ]

    func run(_ context: CommandContext) throws -> ExitStatus {
        let kind = try context.firstOperand(as: CellKind.self, of: Self.self)
        let words = context.operands.dropFirst()
        let inputs = try context.inputs(named: words.isEmpty ? ["-"] : Array(words), extensions: ["txt"])
        let output = context.options[CommonOptions.output] ?? "-"
        if output != "-" { try OutputPlan.check([output], against: inputs) }
        let sink: any ByteSink =
            output == "-"
            ? context.console.output
            : try FileSink(path: output, replacing: context.options[CommonOptions.force])
        let reading = kind.reading(context.options, try context.unitDirectory())
        var answered = 0
        try context.forEach(inputs) { input in
            var lines = try context.lines(of: input, encoding: context.options[CommonOptions.encoding])
            try Self.answer(&lines, reading, sink, context)
            answered += 1
        }
        // A file with nothing but the start of an input that could not be read is no result.
        if output == "-" || answered > 0 { try sink.finish() }
        return context.status
    }

    /// Answers each line; those that came together leave together, and nobody waits for more to come.
    private static func answer(
        _ lines: inout LineReader, _ reading: CellReading, _ sink: any ByteSink, _ context: CommandContext
    ) throws {
        var answers: [UInt8] = []
        while let line = try lines.next() {
            let (json, doubts) = reading(line)
            json.write(into: &answers)
            answers.append(0x0A)
            let place = Place(file: lines.name, line: lines.number)
            for var doubt in doubts {
                doubt.place = place
                context.log.add(doubt)
            }
            guard answers.count >= 32_768 || !lines.hasLine else { continue }
            try sink.write(answers)
            answers.removeAll(keepingCapacity: true)
            if !lines.hasLine, let stream = sink as? ByteStream { try stream.finish() }
        }
    }
}

/// What a cell means, and what is uncertain about it.
private typealias CellReading = (String) -> (json: JSONValue, doubts: [Finding])

/// What kind of cells the lines are.
private enum CellKind: String, CaseIterable {
    case units
    case deadlines
    case headers

    func reading(_ options: ParsedArguments, _ directory: UnitDirectory?) -> CellReading {
        switch self {
        case .units:
            let role = options[ParseCommand.role]
            let grammar = UnitGrammar.Options(
                firstLeads: options[MeaningFlags.firstLeads], known: directory?.knownNames)
            return { text in
                let cell = UnitCell(parsing: text, role: role, options: grammar)
                guard let directory else { return (cell.json(), cell.doubts) }
                let units = cell.units.map { directory.canonical($0).json() }
                return (.object([("cell", .string(text)), ("units", .array(units))]), cell.doubts)
            }
        case .deadlines:
            let known = DeadlineOptions(year: options[MeaningFlags.year], issued: options[MeaningFlags.issued])
            return { text in
                let deadline = Deadline(parsing: text, options: known)
                return (deadline.json(), deadline.doubts)
            }
        case .headers:
            return { text in
                let field = HeadingReading(parsing: text).field
                return (.object([("cell", .string(text)), ("field", .string(field.rawValue))]), [])
            }
        }
    }
}

extension UnitDirectory {
    /// A reading under its canonical name, where the directory knows it.
    fileprivate func canonical(_ reading: UnitReading) -> UnitReading {
        var reading = reading
        switch resolve(reading.name) {
        case .unit(let name), .collective(let name, _): reading.name = name
        case .unknown: break
        }
        return reading
    }
}
