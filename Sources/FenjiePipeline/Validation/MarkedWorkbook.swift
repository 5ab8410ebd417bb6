public import FenjieFiles
internal import FenjieFormats
public import FenjieModel
internal import FenjieXLSX

/// A copy of an input as a workbook in which the cells with findings are marked, behind a list of all findings.
///
/// The input itself is not touched.
public struct MarkedWorkbook: Sendable {
    private let validation: Validation
    private let language: Language

    /// The marked copy of an input.
    ///
    /// - Parameters:
    ///   - validation: what was found in it; it must hold the document.
    ///   - language: the language of the list and of the notes.
    public init(_ validation: Validation, language: Language) {
        self.validation = validation
        self.language = language
    }

    /// Writes the copy.
    ///
    /// - Parameters:
    ///   - file: the input, from which widths and numbers are read.
    ///   - output: where to; the caller commits it.
    /// - Returns: what the copy does not have.
    /// - Throws: a ``Failure`` where the input cannot be read again or the copy cannot be written.
    public func write(_ file: InputFile, to output: inout OutputFile) throws -> [Finding] {
        guard let document = validation.document else { throw NothingToMark(file.name) }
        let reader = document.form == "xlsx" ? try WorkbookReader(file: file) : nil
        var names = SheetNames()
        var sheets: [MarkedSheet] = []
        var links: [String: String] = [:]
        for sheet in document.sheets {
            var copy = sheet
            copy.name = names.makeName(for: sheet.name.isEmpty ? "Sheet1" : sheet.name)
            links[sheet.name] = copy.name
            let info = reader?.sheets.first { $0.name == sheet.name }
            let look = try info.flatMap { try reader?.look(of: $0) } ?? SheetLook()
            let own = validation.findings.filter { ($0.place.sheet ?? "") == sheet.name }
            sheets.append(MarkedSheet(copy, look: look, marks: marks(own), tableRows: validation.tableRows[sheet.name]))
        }
        let list = FindingSheet(validation, language: language).printed(
            named: names.makeName(for: say("问题清单", "Findings")), links: links)
        let limit = DocumentProperties.lengthLimit
        let custom = document.properties.filter { property in
            !property.name.isEmpty && !property.value.isEmpty && property.name.utf16.count <= limit
                && property.value.utf16.count <= limit
        }
        let findings = try MarkedWorkbookWriter().write(
            list: list, sheets: sheets, properties: DocumentProperties(custom: custom), to: &output)
        return findings + leftOut(reader?.extras ?? [], isWorkbook: reader != nil)
    }

    private func marks(_ findings: [Finding]) -> [PrintedMark] {
        findings.compactMap { finding in
            guard let row = finding.place.row, let column = finding.place.column else { return nil }
            let hint = finding.hint.map { "\n→ " + $0.text(in: language) } ?? ""
            return PrintedMark(
                CellReference(row: row, column: column), tone: finding.severity.tone,
                note: finding.message.text(in: language) + hint)
        }
    }

    private func leftOut(_ extras: [WorkbookExtra], isWorkbook: Bool) -> [Finding] {
        guard isWorkbook else { return [] }
        let words: [WorkbookExtra: Message] = [
            .pictures: Message("图片", "pictures"), .drawings: Message("图表", "charts"),
            .pivotTables: Message("数据透视表", "pivot tables"), .macros: Message("宏", "macros"),
            .notes: Message("原有批注", "earlier notes"),
        ]
        let named = extras.compactMap { words[$0] }
        let always = Message("字体颜色、公式、下拉选项和保护", "fonts, formulas, drop-down lists and protection")
        let chinese = (named.map(\.chinese) + [always.chinese]).joined(separator: "、")
        let english = (named.map(\.english) + [always.english]).joined(separator: ", ")
        return [
            Finding(
                "marked-copy-incomplete", .info, at: Place(file: validation.file),
                message: Message("标注件中没有原件的\(chinese)", "the marked copy is without \(english)"),
                hint: Message("原件没有改动；请在原件上修改", "the file that was sent is as it was; correct that one"))
        ]
    }

    private func say(_ chinese: String, _ english: String) -> String { Message(chinese, english).text(in: language) }
}

/// The list of findings that a marked copy begins with.
private struct FindingSheet {
    private let validation: Validation
    private let language: Language

    init(_ validation: Validation, language: Language) {
        self.validation = validation
        self.language = language
    }

    func printed(named name: String, links: [String: String]) -> PrintedSheet {
        let findings = validation.findings.sorted { $0.severity > $1.severity }
        var printedLinks: [PrintedLink] = []
        var rows: [[String]] = []
        for (index, finding) in findings.enumerated() {
            let place = finding.place
            let cell = place.row.flatMap { row in place.column.map { CellReference(row: row, column: $0) } }
            rows.append([
                String(index + 1), finding.severity.title.text(in: language), place.sheet ?? "",
                cell?.description ?? "", finding.number ?? "", finding.unit ?? "", finding.message.text(in: language),
                finding.hint?.text(in: language) ?? "", finding.code,
            ])
            if let cell, let sheet = links[place.sheet ?? ""] {
                printedLinks.append(
                    PrintedLink(.cell(CellReference(row: index + 1, column: 4)), to: .cell(sheet, cell)))
            }
        }
        let headings: [(Message, Double, Alignment)] = [
            (Message("序", "no."), 5, .center), (Message("程度", "severity"), 7, .center),
            (Message("工作表", "sheet"), 14, .left), (Message("单元格", "cell"), 8, .center),
            (Message("任务序号", "number"), 8, .center), (Message("单位", "unit"), 14, .left),
            (Message("问题", "finding"), 40, .left), (Message("办法", "cure"), 34, .left),
            (Message("代码", "code"), 20, .left),
        ]
        return PrintedSheet(
            name: name,
            titleLines: [
                Message("问题清单", "Findings").text(in: language),
                Message(
                    "\(validation.file)：共 \(findings.count) 个问题；点击单元格可跳到该处",
                    "\(validation.file): \(Message.counted(findings.count, "finding")); each cell is a link"
                ).text(
                    in: language),
            ],
            columns: headings.map { PrintedColumn(heading: $0.0.text(in: language), width: $0.1, alignment: $0.2) },
            rows: rows, links: printedLinks,
            marks: findings.indices.map {
                PrintedMark(CellReference(row: $0 + 1, column: 2), tone: findings[$0].severity.tone, note: "")
            })
    }
}

extension Severity {
    /// The colour of a cell with such a finding.
    fileprivate var tone: Tone {
        switch self {
        case .error: .bad
        case .warning: .attention
        case .info: .muted
        }
    }
}

/// An input that was checked row by row has no copy in memory to be marked.
struct NothingToMark: Failure {
    let place: Place

    init(_ file: String) { place = Place(file: file) }

    var kind: FailureKind { .output }
    var message: Message { Message("文件过大，未写出标注件", "the file is too large for a marked copy") }
    var hint: Message? { Message("请改用 --report 问题.html 或 问题.json", "use --report with .html or .json") }
}
