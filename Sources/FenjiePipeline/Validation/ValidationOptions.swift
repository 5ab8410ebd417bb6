public import FenjieFormats
public import FenjieRules
public import FenjieTemplates

/// How inputs are validated.
public struct ValidationOptions: Sendable {
    /// The form expected.
    public var template: Template
    /// What is known about the inputs.
    public var reading = ReadingOptions()
    /// The one sheet to check, by name or by number from 1.
    public var sheet: String?
    /// What the rules must know from elsewhere.
    public var rules = RuleOptions()
    /// What was issued; `nil` where inputs are checked against the template alone.
    public var issued: IssuedSheets?
    /// CSV inputs of more bytes are checked row by row as they are read, in memory that does not grow with them.
    public var streamsAbove = 4 << 20

    /// The usual checks against a template.
    public init(template: Template) { self.template = template }
}
