import FenjieGrammar
import Testing

/// A cell and what it must be read as: names parted by bars, each with its role (`l`, `r` or `a`), `C` for a collective
/// and `O` for an open list.
struct UnitExample: Sendable, CustomTestStringConvertible {
    let cell: String
    let expected: String

    init(_ cell: String, _ expected: String) {
        self.cell = cell
        self.expected = expected
    }

    var testDescription: String { cell }

    func check(role: Role = .responsible, options: UnitGrammar.Options = .standard) {
        #expect(Self.notation(of: UnitCell(parsing: cell, role: role, options: options)) == expected)
    }

    /// A cell's units in the notation of the examples.
    static func notation(of cell: UnitCell) -> String {
        cell.units.map { unit in
            unit.name + "/" + unit.role.rawValue.prefix(1) + (unit.isCollective ? "C" : "") + (unit.isOpen ? "O" : "")
        }.joined(separator: " | ")
    }
}
