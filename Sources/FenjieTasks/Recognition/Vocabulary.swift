internal import FenjieGrammar
package import FenjieModel
package import FenjieTemplates

/// What headings mean: the template's own words first, then those of the field.
package struct Vocabulary: Sendable {
    private let synonyms: [(synonym: String, field: Field)]
    /// Headings to which the template gives no meaning but their own.
    private let own: Set<String>

    package init(_ template: Template) {
        own = Set(
            template.fields.filter { $0.field == .other }.flatMap { [$0.title] + $0.synonyms }.map(TextMarks.squeezed))
        synonyms = template.synonyms.map { (synonym: $0.heading, field: $0.field) }
    }

    /// The meaning of a heading that stands alone; `.other` where it is not known.
    package func field(of heading: String) -> Field {
        HeadingReading(parsing: heading, synonyms: synonyms).field
    }

    /// Whether a heading says one thing and says it clearly; 责任单位及责任人 says two.
    func isOneMeaning(_ heading: String) -> Bool {
        HeadingReading(parsing: heading, synonyms: synonyms).certainty >= 0.9
    }

    /// Whether a heading is a column of the template that means nothing else.
    func isOwn(_ heading: String) -> Bool { own.contains(TextMarks.squeezed(heading)) }

    /// The meanings of a row of headings, where one tells what its neighbour means.
    func fields(of headings: [String]) -> [Field] {
        HeadingReading.resolve(headings, synonyms: synonyms)
    }
}
