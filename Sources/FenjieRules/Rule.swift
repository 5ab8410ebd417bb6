internal import FenjieModel

/// One rule for tables. A new rule is one new file under `Rules/` and one line in `Rule+All.swift`.
///
/// A rule is made for one table and sees its rows one after the other; it may remember what a later row needs, in memory
/// that does not follow the length of the texts.
package protocol Rule: SendableMetatype {
    /// The name that a template's `rules` may use for all of its codes.
    static var name: String { get }
    /// What it reports, with what `explain` says.
    static var codes: [CodeDescription] { get }

    /// Prepares the rule for a table; `nil` where there is nothing to check.
    init?(_ table: CheckedTable)

    /// Looks at the columns, before the first row.
    mutating func begin(_ report: inout RuleReport)
    /// Looks at a row.
    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport)
    /// Looks back, behind the last row.
    mutating func finish(_ report: inout RuleReport)
}

extension Rule {
    package mutating func begin(_ report: inout RuleReport) {}
    package mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {}
    package mutating func finish(_ report: inout RuleReport) {}
}
