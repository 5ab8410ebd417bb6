internal import FenjieFiles
internal import FenjieFormats
internal import FenjieModel
internal import FenjiePipeline
internal import FenjieTemplates
internal import FenjieText

/// The options of every verb that reads tables.
enum ReadingFlags {
    static let from = ValueOption<String>.choice(
        "from", among: InputForm.names, placeholder: Message("形式", "FORM"),
        Message("输入的形式；不给则自动判断", "the form of the input; found out if not given"))

    static let sheet = ValueOption<String>.text(
        "sheet", placeholder: Message("名称|序号", "NAME|N"),
        Message("只读这一张工作表", "read this sheet only"))

    static let delimiter = ValueOption<CSVDelimiter>(
        "delimiter", placeholder: Message("字符", "CHAR"),
        Message("CSV 的分隔符：, ; | 或 tab；不给则自动判断", "the delimiter of CSV: , ; | or tab; found out if not given")
    ) { text throws(ValueProblem) in
        guard let delimiter = CSVDelimiter(parsing: text) else {
            throw ValueProblem(
                Message("“\(text)”不是可用的分隔符", "'\(text)' is no delimiter"),
                hint: Message("可用：, ; | tab", "use one of , ; | tab"))
        }
        return delimiter
    }

    static let all: [any DeclaredOption] = [from, sheet, delimiter]
}

extension CommandContext {
    /// What the command line says about the inputs.
    func readingOptions(encoding: TextEncoding?) -> ReadingOptions {
        ReadingOptions(
            form: options[ReadingFlags.from], encoding: encoding, delimiter: options[ReadingFlags.delimiter])
    }

    /// The template that the command line names: a file where it looks like a path, else one that ships with the program.
    ///
    /// - Parameter name: the template where none is named.
    /// - Returns: the template.
    /// - Throws: a usage failure where there is no such template or it is broken.
    func template(default name: String = "issued") throws -> Template {
        try template(named: options[CommonOptions.template] ?? name)
    }

    /// The template of a name, or in a file.
    func template(named name: String) throws -> Template {
        guard name.contains("/") || name.hasSuffix(".json") else { return try Template(builtIn: name) }
        do {
            return try Template(descriptor: InputFile(path: name).contents(limit: 16 << 20), file: name)
        } catch let failure as FileFailure {
            throw UsageFailure(failure.message, hint: failure.hint, place: failure.place)
        }
    }
}

/// The extensions of inputs that are taken from a folder.
enum InputExtensions {
    static let tables = ["txt", "md", "markdown", "csv", "tsv", "xlsx", "xlsm"]
}
