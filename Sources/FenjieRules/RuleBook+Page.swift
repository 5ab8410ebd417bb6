internal import FenjieModel

extension RuleBook {
    /// The whole book as a page of Markdown in Chinese and English.
    public var page: String {
        var page = """
            # 检查规则与代码 · Rules and codes

            本页由 `fenjie explain --all` 生成。代码一经发布不再改变；轻重可在模板的 `rules` 中按规则名或代码改为 `error`、`warning`、`info` 或 `off`：

            This page is printed by `fenjie explain --all`. Codes never change once released. The `rules` of a template set the
            weight of a rule or a code to `error`, `warning`, `info` or `off`:

            ```json
            "rules": { "number-sequence": "off", "evidence-missing": "error" }
            ```

            | 规则 rule | 代码 code | 轻重 severity | 名称 title |
            | --- | --- | --- | --- |

            """
        for section in sections {
            for code in section.codes {
                page += "| `\(section.name)` | [`\(code.code)`](#\(code.code)) | \(code.severity.rawValue) "
                page += "| \(code.title.chinese) · \(code.title.english) |\n"
            }
        }
        for section in sections {
            page += "\n## \(section.name)\n"
            for code in section.codes { page += "\n" + Self.entry(code) }
        }
        return page
    }

    private static func entry(_ code: CodeDescription) -> String {
        """
        ### \(code.code)

        **\(code.title.chinese)** · \(code.title.english)

        - 原因：\(code.cause.chinese) \(code.cause.english)
        - 例：\(code.example.chinese) \(code.example.english)
        - 办法：\(code.cure.chinese) \(code.cure.english)

        """
    }
}
