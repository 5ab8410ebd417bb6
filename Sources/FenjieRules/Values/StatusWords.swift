public import FenjieTemplates

/// The words for the state of a task: those of a template first, then those that offices use, then shares such as 80%.
public struct StatusWords: Sendable {
    private let own: [String: StatusMeaning]

    /// The words of a column.
    ///
    /// - Parameter field: the template's word on the status column, if it has one.
    public init(_ field: TemplateField?) {
        var own: [String: StatusMeaning] = [:]
        // A choice of the template that closes a task and is no word of the field means that it is done.
        for value in field?.done ?? [] where StatusMeaning(value) == nil { own[value] = .done }
        self.own = own
    }

    /// What a text means; `nil` where it is no word that is known.
    public func meaning(of text: String) -> StatusMeaning? {
        own[text] ?? StatusMeaning(text) ?? Self.meaning(ofShare: text)
    }

    /// What a share of the work means: 0% is not begun, 100% is done.
    private static func meaning(ofShare text: String) -> StatusMeaning? {
        guard text.utf8.count <= 16, let sign = text.last, sign == "%" || sign == "％" else { return nil }
        let number = text.dropLast()
        guard !number.isEmpty, number.allSatisfy({ $0 == "." || ("0"..."9").contains($0) }),
            let share = Double(number)
        else { return nil }
        return share >= 100 ? .done : share > 0 ? .underway : .notStarted
    }
}
