package import FenjieModel

/// Why a command line cannot be carried out; nothing was touched.
package struct UsageFailure: Failure, Hashable {
    package let kind = FailureKind.usage
    package let place: Place
    package let message: Message
    package let hint: Message?

    package init(_ message: Message, hint: Message? = nil, place: Place = Place()) {
        self.message = message
        self.hint = hint
        self.place = place
    }

    /// A hint that offers names, or `nil` where none is near.
    package static func didYouMean(_ names: [String]) -> Message? {
        guard !names.isEmpty else { return nil }
        return Message(
            "是否想写：\(names.joined(separator: "、"))", "did you mean \(names.joined(separator: ", "))?")
    }
}
