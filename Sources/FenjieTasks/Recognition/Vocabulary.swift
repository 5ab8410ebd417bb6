internal import FenjieModel
internal import FenjieTemplates

/// What headings mean: the template's own words first, then those of the field.
struct Vocabulary {
    private let synonyms: [String: Field]

    init(_ template: Template) {
        var synonyms: [String: Field] = [:]
        for (heading, field) in template.synonyms {
            let key = TextMarks.squeezed(heading)
            if synonyms[key] == nil { synonyms[key] = field }
        }
        self.synonyms = synonyms
    }

    /// The meaning of a heading; `.other` where it is not known.
    func field(of heading: String) -> Field {
        synonyms[TextMarks.squeezed(heading)] ?? .other
    }
}
