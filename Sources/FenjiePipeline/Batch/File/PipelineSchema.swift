internal import FenjieModel
public import FenjieText

/// The JSON Schema of pipeline files (draft 2020-12).
///
/// Steps and their options come from the declarations that also drive their reading. What stands above the steps is
/// written by hand, here and in `Pipeline+Reading.swift`; a test holds the two together.
public enum PipelineSchema {
    /// The schema.
    public static var json: JSONValue {
        .object([
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("title", .string("fenjie pipeline")),
            (
                "description",
                .string(
                    "流水线文件：对许多文件依次做的事。可写 // 和 /* */ 注释；相对路径从本文件所在的文件夹算起。 A pipeline: what is done with many "
                        + "files. Comments are allowed; relative paths start at the folder of the pipeline file.")
            ),
            ("type", .string("object")), ("required", .array([.string("steps")])),
            ("additionalProperties", .bool(false)),
            ("properties", .object([("$schema", type("string"))] + head + [("steps", steps)])),
            ("$defs", .object(PipelineSteps.all.map { ($0.name, step($0)) })),
        ])
    }

    private static var head: [(name: String, value: JSONValue)] {
        [
            ("name", type("string", Message("流水线的名称", "what the pipeline is called"))),
            ("description", type("string", Message("做什么用", "what it is for"))), ("inputs", inputs),
            (
                "template",
                type(
                    "string",
                    Message(
                        "输入的模板：名称或文件，用于 convert 和 validate",
                        "the form of the inputs: a name or a file, for convert and validate"))
            ),
            ("units", type("string", Message("单位名录，各步骤共用", "the unit directory, for all steps"))),
            (
                "output",
                type("string", Message("输出文件夹；-o 优先", "the folder for all outputs; -o comes before it"))
            ), ("findings", findings),
            (
                "jobs",
                .object([
                    ("type", .string("integer")), ("minimum", .integer(Pipeline.jobCounts.lowerBound)),
                    ("maximum", .integer(Pipeline.jobCounts.upperBound)),
                    description(Message("同时处理几个文件；不给则每核一个", "how many files at a time; one a core if not given")),
                ])
            ),
            (
                "timeout",
                .object([
                    ("type", .string("number")), ("exclusiveMinimum", .integer(0)),
                    ("exclusiveMaximum", .integer(Int(BatchSeconds.limit))),
                    description(Message("每个文件最多用多少秒", "the most seconds that a file may take")),
                ])
            ),
        ]
    }

    private static var inputs: JSONValue {
        .object([
            description(
                Message(
                    "文件、文件夹、通配符，或其清单；命令行给出输入时以命令行为准",
                    "files, folders, patterns, or lists of them; inputs on the command line replace these")),
            (
                "anyOf",
                .array([
                    type("string"), texts(Message("", "")),
                    .object([
                        ("type", .string("object")), ("additionalProperties", .bool(false)),
                        (
                            "properties",
                            .object([
                                ("paths", texts(Message("文件、文件夹、通配符", "files, folders and patterns"))),
                                ("files-from", texts(Message("每行一个文件名的清单", "lists with a name on each line"))),
                                (
                                    "null",
                                    type("boolean", Message("清单以空字节分隔", "the names in the lists end in a null byte"))
                                ),
                                ("extensions", texts(Message("从文件夹中取哪些扩展名", "what extensions are taken from folders"))),
                            ])
                        ),
                    ]),
                ])
            ),
        ])
    }

    private static var findings: JSONValue {
        .object([
            ("type", .string("object")), ("additionalProperties", .bool(false)),
            description(Message("发现问题时怎么办", "what happens where something is found")),
            (
                "properties",
                .object([
                    (
                        "fail-on",
                        choice(
                            FailureThreshold.allCases.map(\.rawValue),
                            Message("从什么程度算起", "from what weight on findings count"))
                    ),
                    (
                        "then",
                        choice(
                            Pipeline.Consequence.allCases.map(\.rawValue),
                            Message(
                                "continue 继续，skip 该文件不再做后面的步骤，stop 不再开始别的文件",
                                "go on, leave the file out of later steps, or begin no further file"))
                    ),
                ])
            ),
        ])
    }

    private static var steps: JSONValue {
        .object([
            ("type", .string("array")), ("minItems", .integer(1)),
            description(
                Message(
                    "依次做的步骤；逐个文件的在前，汇总全部文件的在后", "the steps in order; those with each file before those with all files")),
            (
                "items",
                .object([("oneOf", .array(PipelineSteps.names.map { .object([("$ref", .string("#/$defs/\($0)"))]) }))])
            ),
        ])
    }

    private static func step(_ step: any PipelineStep.Type) -> JSONValue {
        let required = ["step"] + step.options.filter(\.isRequired).map(\.name)
        return .object([
            ("type", .string("object")), description(step.summary), ("additionalProperties", .bool(false)),
            ("required", .array(required.map(JSONValue.string))),
            (
                "properties",
                .object(
                    [("step", .object([("const", .string(step.name))]))] + step.options.map { ($0.name, schema($0)) }
                        + step.options.compactMap { option in option.earlierName.map { ($0, deprecated(option)) } })
            ),
        ])
    }

    /// An option under the name that it had once.
    private static func deprecated(_ option: StepOption) -> JSONValue {
        guard case .object(let members) = schema(option) else { return schema(option) }
        return .object(members + [("deprecated", .bool(true))])
    }

    private static func schema(_ option: StepOption) -> JSONValue {
        switch option.kind {
        case .flag: type("boolean", option.summary)
        case .integer(let range):
            .object([
                ("type", .string("integer")), ("minimum", .integer(range.lowerBound)),
                ("maximum", .integer(range.upperBound)), description(option.summary),
            ])
        case .choice(let names): choice(names, option.summary)
        case .encoding: choice(TextEncoding.allCases.map(\.rawValue), option.summary)
        case .texts, .files, .outputs:
            .object([
                ("anyOf", .array([type("string"), texts(Message("", ""))])), description(option.summary),
            ])
        case .date:
            .object([("type", .string("string")), ("format", .string("date")), description(option.summary)])
        case .text, .file, .output, .delimiter, .fileNames: type("string", option.summary)
        }
    }

    private static func choice(_ names: [String], _ summary: Message) -> JSONValue {
        .object([("enum", .array(names.map(JSONValue.string))), description(summary)])
    }

    private static func texts(_ summary: Message) -> JSONValue {
        let items: (name: String, value: JSONValue) = ("items", .object([("type", .string("string"))]))
        return .object([("type", .string("array")), items] + (summary.english.isEmpty ? [] : [description(summary)]))
    }

    private static func type(_ name: String, _ summary: Message? = nil) -> JSONValue {
        .object([("type", .string(name))] + (summary.map { [description($0)] } ?? []))
    }

    private static func description(_ summary: Message) -> (name: String, value: JSONValue) {
        ("description", .string("\(summary.chinese) / \(summary.english)"))
    }
}
