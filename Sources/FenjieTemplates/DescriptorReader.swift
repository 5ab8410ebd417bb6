package import FenjieModel
internal import FenjieText

/// Takes values out of a JSON object by name and notes, with its key path, whatever does not fit.
package struct DescriptorReader {
    private let members: [String: JSONNode]
    private let path: String
    private let file: String
    /// What the codes of findings begin with.
    private let subject: String
    private let unknownWeight: Severity
    package private(set) var findings: [Finding] = []
    private var known: [String] = []

    /// A reader of the members of an object.
    ///
    /// - Parameters:
    ///   - members: the members.
    ///   - path: the key path of the object; empty for the whole text.
    ///   - file: the name for messages.
    ///   - subject: what the codes of findings begin with.
    ///   - unknownWeight: how much a member weighs that nobody asked for.
    package init(
        _ members: [String: JSONNode], path: String, file: String, subject: String = "template",
        unknownWeight: Severity = .warning
    ) {
        self.unknownWeight = unknownWeight
        self.members = members
        self.path = path
        self.file = file
        self.subject = subject
    }

    /// The key path of a member: `fields[2].type`.
    package func keyPath(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

    package mutating func node(_ name: String) -> JSONNode? {
        known.append(name)
        guard let node = members[name] else { return nil }
        if case .null = node { return nil }
        return node
    }

    package mutating func string(_ name: String) -> String? {
        guard let node = node(name) else { return nil }
        if case .string(let value) = node { return value }
        return mismatch(name, node, expected: "string")
    }

    package mutating func bool(_ name: String) -> Bool? {
        guard let node = node(name) else { return nil }
        if case .bool(let value) = node { return value }
        return mismatch(name, node, expected: "boolean")
    }

    package mutating func number(_ name: String) -> Double? {
        guard let node = node(name) else { return nil }
        if case .number(let value) = node { return value }
        return mismatch(name, node, expected: "number")
    }

    package mutating func count(_ name: String) -> Int? {
        guard let value = number(name) else { return nil }
        guard let count = Int(exactly: value), count >= 0 else {
            return mismatch(name, .number(value), expected: "whole number")
        }
        return count
    }

    /// A bound: a number or a text.
    mutating func bound(_ name: String) -> String? {
        guard let node = node(name) else { return nil }
        switch node {
        case .string(let value): return value
        case .number(let value): return Int(exactly: value).map(String.init) ?? value.description
        default: return mismatch(name, node, expected: "number or string")
        }
    }

    package mutating func strings(_ name: String) -> [String]? {
        guard let node = node(name) else { return nil }
        if case .string(let value) = node { return [value] }
        guard case .array(let items) = node else { return mismatch(name, node, expected: "array of strings") }
        var values: [String] = []
        for (index, item) in items.enumerated() {
            guard case .string(let value) = item else {
                _ = mismatch("\(name)[\(index)]", item, expected: "string") as String?
                continue
            }
            values.append(value)
        }
        return values
    }

    /// One word of a few for each of some names: `{"已完成": "good"}`.
    mutating func choices<Choice: RawRepresentable & CaseIterable>(_ name: String, of type: Choice.Type) -> [String:
        Choice]
    where Choice.RawValue == String {
        guard let node = node(name) else { return [:] }
        guard case .object(let members) = node else { return mismatch(name, node, expected: "object") ?? [:] }
        var inner = DescriptorReader(
            members, path: keyPath(name), file: file, subject: subject, unknownWeight: unknownWeight)
        var choices: [String: Choice] = [:]
        for key in members.keys.sorted() {
            if let choice = inner.choice(key, of: type) { choices[key] = choice }
        }
        add(inner.findings)
        return choices
    }

    /// One of a few words; offers the nearest where the word is not one of them.
    package mutating func choice<Choice: RawRepresentable & CaseIterable>(_ name: String, of type: Choice.Type)
        -> Choice?
    where Choice.RawValue == String {
        guard let text = string(name) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        note(
            "\(subject)-value", .error, name,
            Message("值 \(text) 不在允许范围内", "\(text) is not one of the values allowed"),
            hint: NearestNames.hint(for: text, among: Choice.allCases.map(\.rawValue)))
        return nil
    }

    package mutating func note(
        _ code: String, _ severity: Severity, _ name: String, _ message: Message, hint: Message? = nil
    ) {
        let key = keyPath(name)
        findings.append(
            Finding(
                code, severity, at: Place(file: file), field: key,
                message: Message("\(key)：\(message.chinese)", "\(key): \(message.english)"), hint: hint))
    }

    /// Notes a value that another list of the descriptor should hold but does not.
    mutating func noteUnknown(_ value: String, at name: String, among list: [String], of source: String) {
        note(
            "\(subject)-value", .error, name,
            Message("\(source) 中没有 \(value)", "\(value) is not in \(source)"),
            hint: list.isEmpty ? nil : NearestNames.hint(for: value, among: list))
    }

    /// A reader of an object inside this one.
    package func inside(_ members: [String: JSONNode], _ name: String) -> DescriptorReader {
        DescriptorReader(members, path: keyPath(name), file: file, subject: subject, unknownWeight: unknownWeight)
    }

    /// Leaves alone whatever was not asked for: it cannot be told what it should be.
    package mutating func skipRest() { known += members.keys }

    package mutating func add(_ more: [Finding]) { findings += more }

    /// Notes members that nobody asked for, with the nearest name that exists.
    package mutating func finish() {
        for name in members.keys.sorted() where !known.contains(name) && !name.hasPrefix("$") {
            let near = NearestNames.suggestion(for: name, among: known)
            note(
                "\(subject)-unknown-key", unknownWeight, name,
                Message("不认识的属性，未使用", "unknown property, not used"),
                hint: near.map { Message("是否想写 \($0)？", "did you mean \($0)?") })
        }
    }

    /// Notes a value of the wrong kind, and offers what it looks like.
    private mutating func mismatch<Value>(_ name: String, _ node: JSONNode, expected: String) -> Value? {
        var hint: Message?
        if case .string(let text) = node {
            let plain = text.lowercased()
            if expected == "boolean" {
                let isTrue = ["true", "yes", "on", "1", "是"].contains(plain)
                if isTrue || ["false", "no", "off", "0", "否"].contains(plain) {
                    hint = Message(
                        "应写 \(isTrue)，不加引号", "write \(isTrue) without quotes")
                }
            } else if expected.contains("number"), Double(plain) != nil {
                hint = Message("应写 \(plain)，不加引号", "write \(plain) without quotes")
            }
        }
        note(
            "\(subject)-type", .error, name,
            Message("应为 \(expected)，实际是 \(node.kind)", "expected \(expected), found \(node.kind)"), hint: hint)
        return nil
    }
}
