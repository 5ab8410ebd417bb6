package import FenjieModel
package import FenjieTemplates

/// What headings mean: the template's own words first, then those of the field.
package struct Vocabulary: Sendable {
    private let synonyms: [String: Field]

    package init(_ template: Template) {
        var synonyms: [String: Field] = [:]
        for (heading, field) in template.synonyms {
            let key = TextMarks.squeezed(heading)
            if synonyms[key] == nil { synonyms[key] = field }
        }
        self.synonyms = synonyms
    }

    /// The meaning of a heading; `.other` where it is not known.
    package func field(of heading: String) -> Field {
        synonyms[TextMarks.squeezed(heading)] ?? .other
    }
}
