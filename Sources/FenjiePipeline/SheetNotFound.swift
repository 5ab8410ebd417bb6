public import FenjieModel
internal import FenjieText

/// No sheet of the input has the name that was asked for.
public struct SheetNotFound: Failure {
    /// The input.
    public let place: Place
    /// The name that was asked for.
    public let message: Message
    /// The sheets there are.
    public let hint: Message?

    init(_ name: String, in document: Document) {
        place = Place(file: document.name)
        message = Message("没有名为“\(name)”的工作表", "there is no sheet '\(name)'")
        hint = NearestNames.hint(for: name, among: document.sheets.map(\.name))
    }

    /// The input does not hold what was asked for.
    public var kind: FailureKind { .input }
}
