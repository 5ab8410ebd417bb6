public import FenjieModel
public import FenjieTemplates
internal import FenjieText

/// How much each code weighs: as usual, or as the template asks.
public struct RuleWeights: Sendable {
    private var severities: [String: Severity] = [:]
    /// The severities that the template asks for.
    private var own: [String: Severity] = [:]
    private var silent: Set<String> = []
    /// Names in the template that are no rule.
    public private(set) var findings: [Finding] = []

    /// The weights that a template asks for.
    ///
    /// - Parameters:
    ///   - template: its `rules` name rules or codes; a code wins over its rule.
    ///   - book: the rules and codes that there are.
    public init(_ template: Template, book: RuleBook = .standard) {
        for section in book.sections {
            for code in section.codes { severities[code.code] = code.severity }
            if let weight = template.rules[section.name] { for code in section.codes { set(code.code, weight) } }
        }
        let known = Set(book.sections.map(\.name)).union(severities.keys)
        for (name, weight) in template.rules.sorted(by: { $0.key < $1.key }) {
            guard known.contains(name) else {
                findings.append(Self.unknown(name, near: NearestNames.suggestions(for: name, among: known.sorted())))
                continue
            }
            if severities[name] != nil { set(name, weight) }
        }
    }

    private mutating func set(_ code: String, _ weight: RuleWeight) {
        if let severity = Severity(rawValue: weight.rawValue) {
            severities[code] = severity
            own[code] = severity
            silent.remove(code)
        } else {
            silent.insert(code)
        }
    }

    /// How much a code weighs; `nil` where it is switched off.
    public func severity(of code: String) -> Severity? {
        silent.contains(code) ? nil : severities[code] ?? .warning
    }

    /// The findings as the template weighs them.
    ///
    /// - Parameter findings: findings of any origin; they keep their weight where the template does not name their code.
    /// - Returns: those that are not switched off.
    public func weighed(_ findings: [Finding]) -> [Finding] {
        findings.compactMap { finding in
            guard !silent.contains(finding.code) else { return nil }
            var finding = finding
            finding.severity = own[finding.code] ?? finding.severity
            return finding
        }
    }

    private static func unknown(_ name: String, near: [String]) -> Finding {
        Finding(
            "template-rule-unknown", .warning, field: "rules.\(name)",
            message: Message("rules.\(name)：没有这条规则", "rules.\(name): there is no such rule"),
            hint: near.first.map { Message("是否想写 \($0)？", "did you mean \($0)?") }
                ?? Message("fenjie explain 列出全部规则", "fenjie explain lists the rules"))
    }
}
