/// What a namespace is to a reader of workbooks.
enum XMLVocabulary: UInt8 {
    /// SpreadsheetML, transitional or strict, the namespaces of the package itself, and document properties.
    case known
    /// Markup compatibility, ECMA-376 Part 3: alternatives for readers of different age.
    case compatibility
    /// Anything else; such elements and what they hold are skipped.
    case foreign

    init(uri: Span<UInt8>) {
        self = .foreign
        for (known, vocabulary) in Self.table where uri.count == known.count {
            if uri.indices.allSatisfy({ uri[$0] == known[$0] }) { self = vocabulary }
        }
    }

    private static let table: [([UInt8], XMLVocabulary)] = [
        (Array("http://schemas.openxmlformats.org/spreadsheetml/2006/main".utf8), .known),
        (Array("http://purl.oclc.org/ooxml/spreadsheetml/main".utf8), .known),
        (Array("http://schemas.openxmlformats.org/package/2006/relationships".utf8), .known),
        (Array("http://schemas.openxmlformats.org/markup-compatibility/2006".utf8), .compatibility),
        (Array("http://schemas.openxmlformats.org/officeDocument/2006/custom-properties".utf8), .known),
        (Array("http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes".utf8), .known),
        (Array("http://purl.oclc.org/ooxml/officeDocument/customProperties".utf8), .known),
        (Array("http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes".utf8), .known),
        (Array("http://schemas.openxmlformats.org/package/2006/metadata/core-properties".utf8), .known),
        (Array("http://purl.org/dc/terms/".utf8), .known),
    ]
}

/// The namespace declarations in force, Namespaces in XML 1.0, 6.
struct XMLNamespaces {
    /// What elements without a prefix belong to.
    private(set) var unprefixed = XMLVocabulary.known
    private var bindings: [(prefix: [UInt8], vocabulary: XMLVocabulary, depth: Int)] = []

    var count: Int { bindings.count }

    /// Binds a prefix, empty for the default namespace, from an element at `depth` on.
    mutating func bind(_ prefix: [UInt8], to vocabulary: XMLVocabulary, depth: Int) {
        bindings.append((prefix, vocabulary, depth))
        if prefix.isEmpty { unprefixed = vocabulary }
    }

    /// Ends the declarations of an element at `depth`.
    mutating func leave(depth: Int) {
        guard let last = bindings.last, last.depth >= depth else { return }
        while let last = bindings.last, last.depth >= depth { bindings.removeLast() }
        unprefixed = bindings.last { $0.prefix.isEmpty }?.vocabulary ?? .known
    }

    /// What a prefix stands for; one that was never declared is foreign.
    func vocabulary(of prefix: Span<UInt8>) -> XMLVocabulary {
        for binding in bindings.reversed() where binding.prefix.count == prefix.count {
            if prefix.indices.allSatisfy({ prefix[$0] == binding.prefix[$0] }) { return binding.vocabulary }
        }
        return .foreign
    }
}
