package import FenjieModel

/// What stands around the content of a page of HTML that needs nothing beside itself.
package struct PageFrame {
    private let title: String
    private let style: String
    private let script: String
    private let language: Language

    /// Describes a page.
    ///
    /// - Parameters:
    ///   - title: its title, escaped already; see ``HTMLText``.
    ///   - style: rules that come behind those of all pages.
    ///   - script: what it runs, where it can run anything; the page must be whole without.
    ///   - language: the language of its text.
    package init(title: String, style: String, script: String = "", language: Language) {
        self.title = title
        self.style = style
        self.script = script
        self.language = language
    }

    /// The page around a body.
    package func page(_ body: String) -> String {
        // Nothing may be fetched, whatever stands in a table.
        let policy = "default-src 'none'; style-src 'unsafe-inline'"
        let scriptPolicy = script.isEmpty ? "" : "; script-src 'unsafe-inline'"
        return """
            <!doctype html>
            <html lang="\(language == .chinese ? "zh-CN" : "en")">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="\(policy)\(scriptPolicy)">
            <title>\(title)</title>
            <style>
            \(PageStyle.base)
            \(style)
            </style>
            </head>
            <body>
            \(body)
            \(script.isEmpty ? "" : "<script>\n\(script)\n</script>\n")</body>
            </html>

            """
    }
}
