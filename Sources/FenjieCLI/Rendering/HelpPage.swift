package import FenjieModel

/// The pages that `--help` prints, laid out by display width.
package struct HelpPage {
    package let language: Language
    package let width: Int
    package let style: Style

    package init(language: Language, width: Int, style: Style) {
        self.language = language
        self.width = width
        self.style = style
    }

    /// The page of the program.
    package var overview: String {
        let usage = Message("动作 [选项] 输入…", "VERB [options] INPUT…").text(in: language)
        var page = paragraph(
            Message(
                "\(Product.name) \(Product.version)：把任务分解表变成可以下发、填报、校验和汇总的工作。",
                "\(Product.name) \(Product.version): turns task tables into work to send out, fill in, check and add up."
            ))
        page += "\n" + heading(Message("用法", "Usage")) + "  \(Product.name) \(usage)\n"
        page += "\n" + heading(Message("动作", "Verbs"))
        page += table(Commands.all.map { ($0.name, $0.summary.text(in: language)) })
        page += "\n" + heading(Message("多数动作都有的选项", "Options of most verbs"))
        page += table(CommonOptions.all.map { row(of: $0.spec) } + [("    --version", versionHelp)])
        page += "\n" + heading(Message("退出码", "Exit status")) + table(statuses)
        page += "\n"
        page += paragraph(
            Message(
                "“\(Product.name) 动作 --help”说明一个动作。FENJIE_LANG=zh 或 en 选定语言。",
                "'\(Product.name) VERB --help' explains a verb. FENJIE_LANG=zh or en chooses the language."))
        return page
    }

    /// The page of one verb.
    package func page(of command: any Command.Type) -> String {
        let options = Message("[选项]", "[options]").text(in: language)
        let operands = command.operands.text(in: language)
        var page = paragraph(command.summary)
        page += "\n" + heading(Message("用法", "Usage"))
        page += "  \([Product.name, command.name, options, operands].filter { !$0.isEmpty }.joined(separator: " "))\n"
        for text in command.discussion { page += "\n" + paragraph(text) }
        if !command.options.isEmpty {
            page += "\n" + heading(Message("选项", "Options")) + table(command.options.map { row(of: $0.spec) })
        }
        page += "\n" + heading(Message("通用选项", "Common options"))
        page += table(command.commonOptions.map { row(of: $0.spec) })
        if !command.examples.isEmpty {
            page += "\n" + heading(Message("例子", "Examples"))
            for example in command.examples {
                page += "  \(example.line)\n"
                page += indented(example.meaning.text(in: language), by: 6)
            }
        }
        return page
    }

    private var versionHelp: String { Message("显示版本", "show the version").text(in: language) }

    private var statuses: [(String, String)] {
        let meanings: [(ExitStatus, Message)] = [
            (.done, Message("完成", "done")),
            (.findings, Message("完成，但有达到 --fail-on 的问题", "done, with findings at or above --fail-on")),
            (
                .usage,
                Message(
                    "命令行、模板或流水线文件有误，什么都没有动",
                    "the command line, a template or a pipeline file is wrong; nothing was touched")
            ),
            (.input, Message("有输入读不了，其余已完成", "an input could not be read; the others are done")),
            (.output, Message("有输出写不了", "an output could not be written")),
            (.batch, Message("批处理中有的项目没有完成，见清单", "some items of a batch failed; see the manifest")),
            (.bug, Message("程序自身的错误", "a bug of ours")),
        ]
        return meanings.map { (String($0.rawValue), $1.text(in: language)) }
    }

    private func row(of option: OptionSpec) -> (String, String) {
        var spelling = option.letter.map { "-\($0), " } ?? "    "
        spelling += option.longForm
        let placeholder = option.placeholder.text(in: language)
        if !placeholder.isEmpty { spelling += " \(placeholder)" }
        var help = option.help.text(in: language)
        if let value = option.defaultText { help += Message("（默认 \(value)）", " (default \(value))").text(in: language) }
        if option.isRepeated { help += Message("；可以多次使用", "; may be repeated").text(in: language) }
        return (spelling, help)
    }

    private func heading(_ title: Message) -> String { style.bold(title.text(in: language)) + "\n" }

    private func paragraph(_ text: Message) -> String { indented(text.text(in: language), by: 0) }

    private func indented(_ text: String, by indent: Int) -> String {
        TextWidth.wrapped(text, to: width - indent).map { String(repeating: " ", count: indent) + $0 + "\n" }.joined()
    }

    /// Two columns; a long entry on the left has its text begin on the next line.
    private func table(_ rows: [(String, String)]) -> String {
        let longest = rows.reduce(0) { max($0, TextWidth.columns($1.0)) }
        let left = min(longest, 26)
        var text = ""
        for (entry, meaning) in rows {
            var lines = TextWidth.wrapped(meaning, to: width - left - 4)
            text += "  "
            if TextWidth.columns(entry) > left {
                text += entry + "\n"
            } else {
                text += TextWidth.padded(entry, to: left) + "  " + lines.removeFirst() + "\n"
            }
            for line in lines { text += String(repeating: " ", count: left + 4) + line + "\n" }
        }
        return text
    }
}
