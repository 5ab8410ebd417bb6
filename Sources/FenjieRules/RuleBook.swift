internal import FenjieModel
internal import FenjieText

/// Rules and codes with what there is to know about them.
public struct RuleBook: Sendable {
    /// The codes of one rule.
    public struct Section: Sendable {
        /// The rule's name, which a template's `rules` may use for all of its codes.
        public let name: String
        /// The codes.
        public let codes: [CodeDescription]

        /// A section.
        public init(name: String, codes: [CodeDescription]) {
            self.name = name
            self.codes = codes
        }
    }

    /// The sections in the order of the page.
    public let sections: [Section]

    /// A book of sections.
    public init(sections: [Section]) { self.sections = sections }

    /// The rules for tables, what is found in sheets that came back, and what every room on the way reports.
    public static let standard = RuleBook(
        sections: [
            Rules.all.map { Section(name: $0.name, codes: $0.codes) },
            ReturnedSheetCodes.sections, [CollectedReturnCodes.section, LedgerCodes.section], InputCodes.sections,
            WorkbookCodes.sections,
            LayoutCodes.sections, TableCodes.sections, DirectoryCodes.sections, WorksheetCodes.sections,
            TemplateCodes.sections, BatchCodes.sections, FailureCodes.sections,
        ].flatMap(\.self))

    /// What there is to know about a code.
    ///
    /// - Parameter code: the code, in any letter case.
    /// - Returns: its description, or `nil` where there is no such code.
    public func description(of code: String) -> CodeDescription? {
        let wanted = code.lowercased()
        return sections.lazy.flatMap(\.codes).first { $0.code == wanted }
    }

    /// All codes in the order of the page.
    public var codes: [String] { sections.flatMap { $0.codes.map(\.code) } }

    /// The rule to which a code belongs.
    public func section(of code: String) -> Section? {
        sections.first { $0.codes.contains { $0.code == code } }
    }
}
