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
}
