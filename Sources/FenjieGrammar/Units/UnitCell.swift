public import FenjieModel

/// A cell of responsible units, read.
///
/// ```swift
/// let cell = UnitCell(parsing: "市住房城乡建设局牵头，市财政局、自然资源和规划局等部门配合")
/// cell.units.map(\.name)  // 市住房城乡建设局, 市财政局, 市自然资源和规划局
/// cell.units.map(\.role)  // lead, assisting, assisting
/// cell.isOpen             // true
/// ```
///
/// Reading never fails: what is uncertain is read in the likeliest way and stated in `doubts`. It costs time linear in
/// the length of the cell.
public struct UnitCell: Sendable, Hashable {
    /// The cell as it was given.
    public let cell: String
    /// The units in the order in which they stand.
    public let units: [UnitReading]
    /// What is uncertain, with the reading that was chosen. Places are empty; the caller knows where the cell stands.
    public let doubts: [Finding]

    /// Whether the cell names examples only, so that other units belong to the task too.
    public var isOpen: Bool { units.contains(where: \.isOpen) }

    /// Reads a cell.
    ///
    /// - Parameters:
    ///   - cell: the text of the cell.
    ///   - role: what the column says of units without a label or a verb of their own.
    ///   - options: names known beforehand and switches.
    public init(parsing cell: String, role: Role = .responsible, options: UnitGrammar.Options = .standard) {
        var parser = UnitParser(cell, role: role, options: options)
        parser.read()
        self.cell = cell
        units = parser.readings()
        doubts = parser.doubts
    }
}

/// The grammar of unit cells, and what can be set about it.
public enum UnitGrammar {
    /// What the reader of a cell may be told beforehand.
    public struct Options: Sendable {
        /// Whether the first unit of a cell leads where no label or verb says who does.
        public var firstLeads: Bool
        /// Names that are taken as they stand, whatever the grammar would make of them.
        public let known: KnownNames?

        /// Creates options.
        ///
        /// - Parameters:
        ///   - firstLeads: whether the first unit of a cell leads where nothing says who does.
        ///   - known: names that are taken as they stand.
        public init(firstLeads: Bool = false, known: KnownNames? = nil) {
            self.firstLeads = firstLeads
            self.known = known
        }

        /// No names known, no first lead.
        public static let standard = Options()
    }

    /// Names that win over the grammar, ready to be found in a cell.
    public struct KnownNames: Sendable {
        let tree: WordTree

        /// Prepares names; white space in them is ignored.
        ///
        /// - Parameters:
        ///   - units: names of single units.
        ///   - collectives: names that stand for several units.
        public init(units: some Sequence<String>, collectives: some Sequence<String> = []) {
            var tree = WordTree()
            for name in units { tree.insert(Glyphs(name).codes, .localBody) }
            for name in collectives { tree.insert(Glyphs(name).codes, .general) }
            self.tree = tree
        }
    }
}
