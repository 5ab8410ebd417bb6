public import FenjieFiles
public import FenjieFormats
internal import FenjieLedger
public import FenjieModel
public import FenjieTasks
public import FenjieTemplates

/// The task tables of one input.
public struct TableReading: Sendable {
    /// What the file holds.
    public var document: Document
    /// Its task tables, one for each sheet that holds one.
    public var tables: [TaskTable]
    /// What was noticed, with the file in every place.
    public var findings: [Finding]
}

/// Reads inputs as task tables: bytes to sheets, sheets to tables.
public struct TableReader: Sendable {
    private let reader: DocumentReader
    private let template: Template
    private let sheet: String?
    private let keepsNumbering: Bool

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - options: what is known about the inputs.
    ///   - template: the form expected; its headings are known beside those of the field.
    ///   - sheet: the one sheet to read, by name or by number from 1; `nil` for all.
    public init(options: ReadingOptions, template: Template, sheet: String? = nil) {
        var options = options
        let vocabulary = Vocabulary(template)
        options.vocabulary = HeadingVocabulary { heading in
            let field = vocabulary.field(of: heading)
            return field == .other ? nil : field
        }
        options.readsNumbersAsShown = true
        reader = DocumentReader(options: options)
        self.template = template
        self.sheet = sheet
        keepsNumbering = options.keepsNumbering
    }

    /// Reads an input.
    ///
    /// - Parameter file: the input.
    /// - Returns: its document and tables.
    /// - Throws: a ``Failure`` where the input cannot be read or no sheet holds a table.
    public func read(_ file: InputFile) throws -> TableReading {
        try read(try reader.read(file))
    }

    /// Recognises the tables of a document that was read already.
    ///
    /// - Parameter document: the document, under the name of its file.
    /// - Returns: the document and its tables.
    /// - Throws: a ``Failure`` where no sheet holds a table.
    func read(_ document: Document) throws -> TableReading {
        var document = document
        let name = document.name
        let stacked = try partTables(&document)
        var reading = TableReading(document: document, tables: [], findings: document.findings + stacked)
        var failures: [RecognitionFailure] = []
        // The sheet in which a worksheet carries its passport is never a table of tasks.
        for sheet in document.sheets where sheet.name != Passport.sheetName {
            do {
                // Only the first table stands right below the running text; others may share its title.
                let prose = reading.tables.first.map { document.prose.isEmpty ? [] : [$0.title] } ?? document.prose
                let (table, findings) = try TaskTable.recognize(
                    sheet, prose: prose, template: template, keepsNumbering: keepsNumbering)
                reading.tables.append(table)
                reading.findings += findings
            } catch {
                failures.append(error)
            }
        }
        if reading.tables.isEmpty, let failure = failures.first { throw failure.inFile(name) }
        reading.findings += failures.map(Self.skipped)
        for index in reading.findings.indices { reading.findings[index].place.file = name }
        for table in reading.tables.indices {
            for task in reading.tables[table].tasks.indices {
                reading.tables[table].tasks[task].place.file = name
            }
        }
        return reading
    }

    /// Makes each table of a sheet that holds several a sheet of its own, behind those of the file, and takes the one
    /// sheet that was asked for.
    private func partTables(_ document: inout Document) throws -> [Finding] {
        var first: [Sheet] = []
        var further: [[Sheet]] = []
        for sheet in document.sheets {
            let tables = sheet.name == Passport.sheetName ? [sheet] : sheet.tables(template)
            first.append(tables[0])
            further.append(Array(tables.dropFirst()))
        }
        let names = document.sheets.map(\.name)
        document.sheets = first + further.joined()
        if let sheet {
            let chosen = try document.sheet(named: sheet)
            let index = names.firstIndex(of: chosen.name)
            document.sheets = [chosen] + (index.map { further[$0] } ?? [])
            further = index.map { [further[$0]] } ?? []
        }
        return further.joined().map(Self.stacked)
    }

    private static func stacked(_ sheet: Sheet) -> Finding {
        let row = (sheet.rows.firstIndex { !$0.isEmpty } ?? 0) + 1
        return Finding(
            "tables-stacked", .info, at: sheet.place(row: row),
            message: Message(
                "同一张表上自第 \(row) 行起是另一张表，栏名不同，单独处理",
                "another table with other headings begins in row \(row) of the sheet; it is handled by itself"))
    }

    /// The text layouts and how well each fits an input, with the headings that the template names.
    func candidates(for file: InputFile) throws -> [TextLayouts.Candidate] { try reader.candidates(for: file) }

    private static func skipped(_ failure: RecognitionFailure) -> Finding {
        Finding(
            "sheet-without-table", .info, at: failure.place,
            message: Message("该工作表不是任务分解表，未转换", "this sheet holds no task table and was left out"),
            hint: Message("如需按普通表格转换，请加 --raw", "use --raw to convert it as a plain sheet"))
    }
}

extension Document {
    /// The sheet of a name, or of a number from 1.
    ///
    /// - Throws: ``SheetNotFound`` that lists the sheets there are.
    func sheet(named name: String) throws(SheetNotFound) -> Sheet {
        if let sheet = sheets.first(where: { $0.name == name }) { return sheet }
        if let number = Int(name), number >= 1, number <= sheets.count { return sheets[number - 1] }
        throw SheetNotFound(name, in: self)
    }
}
