/// A language that fenjie speaks to its users.
public enum Language: String, Sendable, CaseIterable {
    case chinese = "zh"
    case english = "en"
}

/// One statement for the user, in every language that fenjie speaks.
///
/// A message is a value: it becomes text only where it is printed, in the language chosen there.
public struct Message: Sendable, Hashable {
    public let chinese: String
    public let english: String

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
