public import FenjieFormats
public import FenjieLedger
public import FenjieRules
public import FenjieTemplates

/// How inputs are validated.
public struct ValidationOptions: Sendable {
    /// The form expected.
    public var template: Template
    /// Whether a worksheet is checked by the form that its passport names rather than by `template`.
    public var followsPassport = false
    /// What is known about the inputs.
    public var reading = ReadingOptions()
    /// The one sheet to check, by name or by number from 1.
    public var sheet: String?
    /// What the rules must know from elsewhere.
    public var rules = RuleOptions()
    /// What was issued; worksheets are compared with it, or with their own passports where it is empty.
    public var issued: [IssuedWorksheet] = []
    /// CSV inputs of more bytes are checked row by row as they are read, in memory that does not grow with them.
    public var streamsAbove = 4 << 20

    /// The usual checks against a template.
    public init(template: Template) { self.template = template }
}
