package import FenjieModel
internal import FenjieText

// Failures and findings become text here and nowhere else.
extension Console {
    /// Tells about a failure: `fenjie: 错误: 文件: 说明`, with the cure on a line of its own.
    package func report(_ failure: some Failure) {
        var parts = ["\(Product.name):", style.severity(Severity.error.title.text(in: language) + ":", .error)]
        if let file = PlaceText.file(failure.place, in: language, isOutput: failure.kind == .output) {
            let line = failure.place.line.map { ":\($0)" } ?? ""
            parts.append("\(file)\(line):")
        }
        var inside = failure.place
        if inside.file != nil { inside.line = nil }
        let rest = PlaceText.inside(inside, in: language)
        if !rest.isEmpty { parts.append("\(rest):") }
        parts.append(Printable.escaping(failure.message.text(in: language)))
        talk(parts.joined(separator: " ") + "\n")
        if let hint = failure.hint { talk("  → \(Printable.escaping(hint.text(in: language)))\n") }
    }

    /// Tells about all findings and failures of a run; `--quiet` leaves out notes and the closing line.
    package func report(_ log: FindingLog) {
        for failure in log.failures { report(failure) }
        let findings = log.findings.filter { !isQuiet || $0.severity > .info }
        guard !findings.isEmpty else { return }
        talk(FindingList(findings, language: language, style: style).text)
        if !isQuiet { talk(FindingCounts(findings).message.text(in: language) + "\n") }
    }
}
