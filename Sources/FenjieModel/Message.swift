/// A language that fenjie speaks to its users.
public enum Language: String, Sendable, CaseIterable {
    /// Chinese, simplified characters.
    case chinese = "zh"
    /// English.
    case english = "en"
}

/// One statement for the user, in every language that fenjie speaks.
///
/// A message is a value: it becomes text only where it is printed, in the language chosen there.
public struct Message: Sendable, Hashable {
    /// The statement in Chinese.
    public let chinese: String
    /// The statement in English.
    public let english: String

    /// Creates a statement.
    public init(_ chinese: String, _ english: String) {
        self.chinese = chinese
        self.english = english
    }

    /// The statement in one language.
    public func text(in language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }

    /// A number and what it counts, for the English of a statement: `1 row is`, `2 rows are`.
    ///
    /// - Parameters:
    ///   - count: how many.
    ///   - one: the words behind 1.
    ///   - many: the words behind every other number; those behind 1 with an s unless given.
    /// - Returns: the number and its words.
    package static func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
        "\(count) \(count == 1 ? one : many ?? one + "s")"
    }
}
