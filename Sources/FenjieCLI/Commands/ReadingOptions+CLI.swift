internal import FenjieFiles
internal import FenjieFormats
internal import FenjieModel
internal import FenjiePipeline
internal import FenjieTemplates
internal import FenjieText

/// The options of every verb that reads tables.
enum ReadingFlags {
    static let from = ValueOption<String>.choice(.from, placeholder: Message("形式", "FORM"))

    static let sheet = ValueOption<String>.text(.sheet, placeholder: Message("名称|序号", "NAME|N"))

    static let delimiter = ValueOption<CSVDelimiter>(.delimiter, placeholder: Message("字符", "CHAR")) {
        text throws(ValueProblem) in
        guard let delimiter = CSVDelimiter(parsing: text) else {
            throw ValueProblem(
                Message("“\(text)”不是可用的分隔符", "'\(text)' is no delimiter"),
                hint: Message("可用：, ; | tab", "use one of , ; | tab"))
        }
        return delimiter
    }

    static let limit = ValueOption<(limit: ReadingLimit, value: Int)>(
        "limit", placeholder: Message("名称=数值", "NAME=N"),
        Message(
            "改变一项读取上限，名称见拒绝读取时的提示，数值可带 K、M、G",
            "change a limit of reading; its name stands in the refusal, N may end in K, M or G")
    ) { text throws(ValueProblem) in
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let limit = ReadingLimit.all.first(where: { $0.name == parts[0] }) else {
            throw .notAChoice(parts[0], ReadingLimit.all.map(\.name))
        }
        guard parts.count == 2, let value = Size.bytes(parts[1]), ReadingLimit.values.contains(value) else {
            throw ValueProblem(
                Message("“\(text)”没有给出可用的数值", "'\(text)' gives no value that can be used"),
                hint: Message("例如 \(limit.name)=512M", "for example \(limit.name)=512M"))
        }
        return (limit, value)
    }.repeated

    static let all: [any DeclaredOption] = [from, sheet, delimiter, limit]
}

extension CommandContext {
    /// What the command line says about the inputs.
    func readingOptions(encoding: TextEncoding?) -> ReadingOptions {
        var reading = ReadingOptions(
            form: options[ReadingFlags.from], encoding: encoding, delimiter: options[ReadingFlags.delimiter])
        for (limit, value) in options.all(ReadingFlags.limit) { reading[limit] = value }
        return reading
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

/// Whole numbers as users write sizes.
private enum Size {
    /// Reads `4096`, `64K`, `512M`, `2G`.
    static func bytes(_ text: String) -> Int? {
        let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
        let unit = text.last.flatMap { units[Character($0.uppercased())] }
        guard let number = Int(unit == nil ? text : String(text.dropLast())) else { return nil }
        let (product, overflows) = number.multipliedReportingOverflow(by: unit ?? 1)
        return overflows ? nil : product
    }
}
