package import FenjieModel
internal import FenjieText

/// Findings as text for people: a heading for each file, one aligned line for each finding, the cure below it.
package struct FindingList {
    /// The most findings of one code that are printed for one file; the others are counted.
    package static let limitPerCode = 20

    private let findings: [Finding]
    private let language: Language
    private let style: Style
    /// The option that lists all.
    private let listing: String

    /// Takes findings that are sorted by place.
    package init(_ findings: [Finding], language: Language, style: Style, listing: String = "--json") {
        self.listing = listing
        self.findings = findings
        self.language = language
        self.style = style
    }

    /// The whole list; each line ends in a line feed.
    package var text: String {
        var text = ""
        var rest = findings[...]
        while let first = rest.first {
            let group = rest.prefix { $0.place.file == first.place.file }
            rest = rest.dropFirst(group.count)
            if let file = PlaceText.file(first.place, in: language) { text += style.bold(file) + "\n" }
            text += lines(of: group)
        }
        return text
    }

    private func lines(of group: ArraySlice<Finding>) -> String {
        var counts: [String: Int] = [:]
        var shown: [(place: String, finding: Finding)] = []
        for finding in group {
            counts[finding.code, default: 0] += 1
            guard counts[finding.code, default: 0] <= Self.limitPerCode else { continue }
            shown.append((PlaceText.inside(finding, in: language), finding))
        }
        let placeWidth = min(shown.reduce(0) { max($0, TextWidth.columns($1.place)) }, 32)
        let severityWidth = Severity.allCases.reduce(0) { max($0, TextWidth.columns($1.title.text(in: language))) }
        let indent = 2 + (placeWidth > 0 ? placeWidth + 2 : 0) + severityWidth + 2
        var text = ""
        for (place, finding) in shown {
            let title = finding.severity.title.text(in: language)
            text += "  "
            if placeWidth > 0 { text += TextWidth.padded(place, to: placeWidth) + "  " }
            text += style.severity(title, finding.severity)
            text += String(repeating: " ", count: severityWidth - TextWidth.columns(title) + 2)
            text +=
                Printable.escaping(finding.message.text(in: language)) + "  " + style.dim("[\(finding.code)]") + "\n"
            if let hint = finding.hint {
                text += String(repeating: " ", count: indent) + "→ \(Printable.escaping(hint.text(in: language)))\n"
            }
        }
        for code in counts.keys.sorted() {
            guard let count = counts[code], count > Self.limitPerCode else { continue }
            let more = count - Self.limitPerCode
            let words = Message("另有 \(more) 处（\(listing) 列出全部）", "\(more) more (\(listing) lists all)").text(
                in: language)
            text += "  \(words)  \(style.dim("[\(code)]"))\n"
        }
        return text
    }
}

/// How many findings there are of each severity.
package struct FindingCounts {
    package private(set) var counts: [Severity: Int] = [:]

    package init(_ findings: [Finding]) {
        for finding in findings { counts[finding.severity, default: 0] += 1 }
    }

    /// The counts in words, the gravest first.
    package var message: Message {
        let present = Severity.allCases.reversed().filter { counts[$0] != nil }
        let chinese = present.map { "\(counts[$0] ?? 0) 个\($0.title.chinese)" }
        let english = present.map { severity in
            let count = counts[severity] ?? 0
            return Message.counted(count, severity.title.english)
        }
        return Message("共 " + chinese.joined(separator: "、"), english.joined(separator: ", "))
    }
}
