/// How much a finding weighs.
public enum Severity: String, Sendable, Comparable, CaseIterable {
    /// Good to know; nothing to do.
    case info
    /// To be looked at.
    case warning
    /// To be put right.
    case error

    private var weight: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .error: 2
        }
    }

    /// Compares by weight.
    public static func < (left: Severity, right: Severity) -> Bool { left.weight < right.weight }
}

/// A statement about the data, collected and reported; never thrown.
public struct Finding: Sendable, Hashable {
    /// A stable name in kebab case; it never changes once released.
    public var code: String
    /// How much it weighs.
    public var severity: Severity
    /// Where it stands in the input.
    public var place: Place
    /// The field of the template that it concerns: `responsible_unit`.
    public var field: String?
    /// The number of the task that it concerns.
    public var number: String?
    /// The unit that it concerns.
    public var unit: String?
    /// What is the case.
    public var message: Message
    /// What to do about it.
    public var hint: Message?

    /// Creates a finding.
    public init(
        _ code: String, _ severity: Severity, at place: Place = Place(), field: String? = nil, number: String? = nil,
        unit: String? = nil, message: Message, hint: Message? = nil
    ) {
        self.code = code
        self.severity = severity
        self.place = place
        self.field = field
        self.number = number
        self.unit = unit
        self.message = message
        self.hint = hint
    }
}

extension Severity {
    /// The severity in words.
    package var title: Message {
        switch self {
        case .error: Message("错误", "error")
        case .warning: Message("警告", "warning")
        case .info: Message("提示", "note")
        }
    }
}
