internal import FenjieModel
package import FenjiePipeline
package import FenjieText

/// The options that most verbs share.
package enum CommonOptions {
    package static let output = ValueOption<String>.outputFile(
        "output", letter: "o", placeholder: Message("路径", "PATH"),
        Message("结果写到文件；多个结果时写到文件夹；- 表示标准输出", "write to this file, or folder for several outputs; - is standard output")
    )

    package static let json = Flag("json", Message("输出 JSON，供程序使用", "print JSON for machines"))

    package static let template = ValueOption<String>.inputFile(
        "template", placeholder: Message("名称|文件", "NAME|FILE"),
        Message("按这个模板识别和排版", "recognise and lay out by this template"))

    package static let encoding = ValueOption<TextEncoding>.encoding(
        "encoding",
        Message(
            "文本的编码，如 utf-8、gb18030；不给则自动判断", "the encoding of text, such as utf-8 or gb18030; found out if not given"))

    package static let force = Flag("force", Message("替换已有的输出文件", "replace outputs that exist"))

    package static let failOn = ValueOption.choice(
        "fail-on", FailureThreshold.self,
        Message("发现的问题达到这个程度时，退出码为 1", "exit with 1 if there are findings of this weight")
    ).withDefault(.error)

    package static let quiet = Flag("quiet", letter: "q", Message("不显示提示和进度", "leave out notes and progress"))

    package static let color = ValueOption.choice(
        "color", ColorChoice.self, Message("是否用颜色（另见 NO_COLOR）", "whether to use colour (see also NO_COLOR)")
    ).withDefault(.auto)

    package static let help = Flag("help", letter: "h", Message("显示帮助", "show this help"))

    /// Those that every verb has.
    package static let talk: [any DeclaredOption] = [quiet, color, help]

    /// All of them, for verbs that turn inputs into outputs.
    package static let all: [any DeclaredOption] =
        [output, json, template, encoding, force, failOn] + talk
}

/// When to use colour.
package enum ColorChoice: String, Sendable, CaseIterable {
    case auto
    case always
    case never
}
