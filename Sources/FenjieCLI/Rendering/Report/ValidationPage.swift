internal import FenjieModel
internal import FenjiePipeline
internal import FenjieRules

/// What was found in all inputs as one page of HTML that needs nothing beside itself.
///
/// It works without a network and without script (then everything shows), on paper, on a narrow screen and in the dark.
struct ValidationPage {
    private let validations: [Validation]
    private let failures: [any Failure]
    private let language: Language
    private let book = RuleBook.standard

    init(_ validations: [Validation], failures: [any Failure], language: Language) {
        self.validations = validations
        self.failures = failures
        self.language = language
    }

    /// The page.
    var text: String {
        let title = say("检查报告", "Report of checks")
        return PageFrame(
            title: title, style: ValidationPageStyle.sheet, script: ValidationPageStyle.script, language: language
        ).page(
            """
            <header>
            <h1>\(title)</h1>
            \(summary)
            </header>
            \(filters)
            <main>
            \(validations.filter { !$0.findings.isEmpty }.map(section).joined(separator: "\n"))
            \(unreadable)
            \(clean)
            \(glossary)
            </main>
            <p id="none" hidden>\(say("没有符合条件的问题。", "No finding fits."))</p>
            """)
    }

    // MARK: Parts

    private var summary: String {
        let findings = validations.flatMap(\.findings)
        let units = Set(findings.compactMap(\.unit))
        let clean = validations.count { $0.findings.isEmpty }
        var tiles: [(value: Int, label: String, kind: String)] = Severity.allCases.reversed().map { severity in
            (findings.count { $0.severity == severity }, severity.title.text(in: language), severity.rawValue)
        }
        tiles.append((validations.count, say("份文件", "files"), "plain"))
        tiles.append((clean, say("份没有问题", "without faults"), "plain"))
        tiles.append((validations.reduce(0) { $0 + $1.tasks }, say("项任务", "tasks"), "plain"))
        if !units.isEmpty { tiles.append((units.count, say("个单位有问题", "units concerned"), "plain")) }
        if !failures.isEmpty { tiles.append((failures.count, say("份读不出", "unreadable"), "error")) }
        return "<ul class=\"tiles\">\n"
            + tiles.map { "<li class=\"\($0.kind)\"><b>\($0.value)</b> \($0.label)</li>" }.joined(separator: "\n")
            + "\n</ul>"
    }

    private var filters: String {
        let units = Set(validations.flatMap(\.findings).compactMap(\.unit)).sorted()
        let boxes = Severity.allCases.reversed().map { severity in
            "<label><input type=\"checkbox\" name=\"severity\" value=\"\(severity.rawValue)\" checked> "
                + "\(severity.title.text(in: language))</label>"
        }
        let options =
            (["<option value=\"\">\(say("全部单位", "all units"))</option>"]
            + units.map { "<option>\(HTMLText.escaped($0))</option>" }).joined()
        return """
            <form id="filters" hidden>
            \(boxes.joined(separator: "\n"))
            <label>\(say("单位", "unit")) <select name="unit">\(options)</select></label>
            <label>\(say("查找", "find")) <input type="search" name="text"></label>
            <output></output>
            </form>
            """
    }

    private func section(_ validation: Validation) -> String {
        let findings = validation.findings.sorted { $0.place.isBefore($1.place) }
        let file = PlaceText.file(Place(file: validation.file), in: language) ?? ""
        let unit = validation.unit.map { "<span class=\"unit\">\(HTMLText.escaped($0))</span>" } ?? ""
        let counts = FindingCounts(findings).message.text(in: language)
        let head = """
            <section>
            <h2>\(HTMLText.escaped(file)) \(unit)</h2>
            <p class="counts">\(tasks(validation.tasks))\(say("，", ", "))\(counts)</p>
            """
        let headings = [
            say("位置", "place"), say("序号", "number"), say("程度", "severity"), say("问题和办法", "finding and cure"),
        ]
        return head + """

            <table>
            <thead><tr>\(headings.map { "<th>\($0)</th>" }.joined())</tr></thead>
            <tbody>
            \(findings.map { row($0, headings) }.joined(separator: "\n"))
            </tbody>
            </table>
            </section>
            """
    }

    private func row(_ finding: Finding, _ headings: [String]) -> String {
        let place = PlaceText.inside(finding, in: language)
        let hint = finding.hint.map { "<div class=\"hint\">→ \(HTMLText.escaped($0.text(in: language)))</div>" } ?? ""
        return "<tr class=\"\(finding.severity.rawValue)\" data-unit=\"\(HTMLText.escaped(finding.unit ?? ""))\">"
            + "<td data-label=\"\(headings[0])\">\(HTMLText.escaped(place))</td>"
            + "<td data-label=\"\(headings[1])\">\(HTMLText.escaped(finding.number ?? ""))</td>"
            + "<td data-label=\"\(headings[2])\"><span class=\"mark\">\(finding.severity.title.text(in: language))</span></td>"
            + "<td>\(HTMLText.escaped(finding.message.text(in: language)))\(hint)"
            + "<a class=\"code\" href=\"#\(finding.code)\">\(finding.code)</a></td></tr>"
    }

    private func tasks(_ count: Int) -> String { say("\(count) 项任务", Message.counted(count, "task")) }

    /// Files in which nothing was found, on one line each.
    private var clean: String {
        let files = validations.filter(\.findings.isEmpty)
        guard !files.isEmpty else { return "" }
        let items = files.map { validation in
            let file = PlaceText.file(Place(file: validation.file), in: language) ?? ""
            let unit = validation.unit.map { " <span class=\"unit\">\(HTMLText.escaped($0))</span>" } ?? ""
            return "<li>\(HTMLText.escaped(file))\(unit) <span class=\"counts\">\(tasks(validation.tasks))</span></li>"
        }
        return "<section class=\"clean\">\n<h2>\(say("没有问题的文件", "Files without faults"))</h2>\n<ul>\n"
            + items.joined(separator: "\n") + "\n</ul>\n</section>"
    }

    private var unreadable: String {
        guard !failures.isEmpty else { return "" }
        let items = failures.map { failure in
            let file = PlaceText.file(failure.place, in: language) ?? ""
            let hint =
                failure.hint.map { "<div class=\"hint\">→ \(HTMLText.escaped($0.text(in: language)))</div>" } ?? ""
            return
                "<li><b>\(HTMLText.escaped(file))</b> \(HTMLText.escaped(failure.message.text(in: language)))\(hint)</li>"
        }
        return "<section>\n<h2>\(say("读不出的文件", "Files that could not be read"))</h2>\n<ul>\n"
            + items.joined(separator: "\n") + "\n</ul>\n</section>"
    }

    private var glossary: String {
        let codes = Set(validations.flatMap(\.findings).map(\.code)).sorted()
        guard !codes.isEmpty else { return "" }
        let entries = codes.map { code in
            guard let description = book.description(of: code) else {
                return "<dt id=\"\(code)\"><code>\(code)</code></dt>"
            }
            let texts = [description.cause, description.cure].map { HTMLText.escaped($0.text(in: language)) }
            return
                "<dt id=\"\(code)\">\(HTMLText.escaped(description.title.text(in: language))) <code>\(code)</code></dt>\n"
                + "<dd>\(texts[0]) \(texts[1])</dd>"
        }
        return "<section class=\"glossary\">\n<h2>\(say("代码说明", "Codes"))</h2>\n<dl>\n"
            + entries.joined(separator: "\n") + "\n</dl>\n</section>"
    }

    // MARK: Text

    private func say(_ chinese: String, _ english: String) -> String {
        Message(chinese, english).text(in: language)
    }
}
