import FenjieGrammar
import Testing

/// One deadline of a document of 2022 and what a careful clerk reads in it.
struct DeadlineCase: Sendable, CustomTestStringConvertible {
    let text: String
    let kind: DeadlineKind
    let due: String?
    let ongoing: Bool

    init(_ text: String, _ kind: DeadlineKind, _ due: String?, ongoing: Bool = false) {
        self.text = text
        self.kind = kind
        self.due = due
        self.ongoing = ongoing
    }

    var testDescription: String { text }

    func check() {
        let deadline = Deadline(parsing: text, options: DeadlineOptions(year: 2022))
        #expect(deadline.kind == kind)
        #expect(deadline.due?.description == due)
        #expect(deadline.ongoing == ongoing)
        #expect(deadline.text == text)
    }
}
