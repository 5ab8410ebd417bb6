internal import FenjieFiles
internal import FenjieModel
internal import FenjiePipeline
internal import FenjieText

/// The reports that `--report` asks for.
struct ValidationReports {
    private enum Kind {
        case html
        case json
        /// A marked copy of the one input.
        case copy
        /// A folder of marked copies.
        case copies
    }

    private var reports: [(kind: Kind, path: String)] = []
    private let plan: OutputPlan?
    private let replacing: Replacement

    /// Checks the names of the reports before anything is read.
    init(_ paths: [String], inputs: [Input], replacing: Replacement) throws {
        self.replacing = replacing
        for path in paths { reports.append((try Self.kind(of: path, inputs: inputs), path)) }
        if let folder = reports.first(where: { $0.kind == .copies }) {
            plan = try OutputPlan(.folder(folder.path), inputs: inputs, fileExtension: "xlsx", replacing: replacing)
        } else {
            plan = nil
        }
        try check(inputs)
    }

    /// Makes sure that no report is something that is read, or may not be replaced.
    func check(_ inputs: [Input]) throws {
        for report in reports where report.kind != .copies { try replacing.check(report.path) }
        guard let plan else { return }
        for input in inputs {
            if case .file(let path) = plan.place(of: input) { try replacing.checkInputs(path) }
        }
    }

    private static func kind(of path: String, inputs: [Input]) throws(UsageFailure) -> Kind {
        if path.hasSuffix("/") || FileStatus(path: path)?.kind == .folder { return .copies }
        switch PathText.extension(of: path) {
        case "html", "htm": return .html
        case "json": return .json
        case "xlsx":
            guard inputs.count < 2 else {
                throw UsageFailure(
                    Message("有 \(inputs.count) 个输入，标注件不能写成一个文件", "\(inputs.count) inputs cannot be marked in one file"),
                    hint: Message("请给出文件夹，以 / 结尾", "name a folder, ending in /"), place: Place(file: path))
            }
            return .copy
        default:
            throw UsageFailure(
                Message("不知道这个报告是什么格式", "it cannot be told what kind of report this is"),
                hint: Message("扩展名可为 .html、.json、.xlsx", "the extension can be .html, .json or .xlsx"),
                place: Place(file: path))
        }
    }

    /// Writes the marked copies of an input.
    func mark(_ validation: Validation, _ file: InputFile, of input: Input, in language: Language) throws -> [Finding] {
        var findings: [Finding] = []
        for report in reports where report.kind == .copy || report.kind == .copies {
            var path = report.path
            if report.kind == .copies {
                guard case .file(let target)? = try plan?.target(for: input) else { continue }
                path = target
                try Folder.create(PathText.folder(of: target))
            }
            var output = try OutputFile(path: path, replacing: replacing)
            findings += try MarkedWorkbook(validation, language: language).write(file, to: &output)
            try output.commit()
        }
        return findings
    }

    /// Writes the reports about all inputs.
    func write(_ validations: [Validation], _ log: FindingLog, in language: Language) throws {
        for report in reports {
            let text: String
            switch report.kind {
            case .html: text = ValidationPage(validations, failures: log.failures, language: language).text
            case .json: text = FindingReport.json(log, language: language).text(indent: 2) + "\n"
            case .copy, .copies: continue
            }
            var output = try OutputFile(path: report.path, replacing: replacing)
            try output.write(Array(text.utf8))
            try output.commit()
        }
    }
}
