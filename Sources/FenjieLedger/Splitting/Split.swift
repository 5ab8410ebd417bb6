public import FenjieModel
public import FenjieTasks
internal import FenjieText

/// A table taken apart into the portions that go onto worksheets.
public struct Split: Sendable {
    /// The whole table.
    public let table: TaskTable
    /// What it was split by.
    public let basis: SplitBasis
    /// The portions in the order of issue.
    public private(set) var portions: [Portion]
    /// The proof that no task was lost; it speaks of all portions, selected or not.
    public let proof: SplitProof
    /// What was noticed.
    public let findings: [Finding]
    /// How many portions there were before some were selected.
    public let total: Int

    init(table: TaskTable, basis: SplitBasis, portions: [Portion], proof: SplitProof, findings: [Finding]) {
        self.table = table
        self.basis = basis
        self.portions = portions
        self.proof = proof
        self.findings = findings
        total = portions.count
    }

    /// The tasks of a portion as a table of their own, so that spans are found anew within it.
    ///
    /// - Parameter portion: one of the portions.
    /// - Returns: a table with the columns of the whole.
    public func table(of portion: Portion) -> TaskTable {
        var part = table
        part.tasks = portion.rows.map { table.tasks[$0.task] }
        return part
    }

    /// Only the portions of these names.
    ///
    /// - Parameter names: names as typed, several in one text parted by 、 or another mark of lists; white space and width
    ///   do not count.
    /// - Returns: the same split with fewer portions, in their order.
    /// - Throws: ``LedgerFailure`` naming the nearest where there is no portion of a name.
    public func selecting(_ names: [String]) throws(LedgerFailure) -> Split {
        var wanted: Set<String> = []
        let known = Set(portions.map { FoldedText.of($0.name) })
        for name in names {
            // A heading may itself hold a mark, so that the whole text comes first.
            let whole = FoldedText.of(name)
            let parts = name.split { "、,，;；".contains($0) }.map(String.init)
            for part in known.contains(whole) || parts.isEmpty ? [name] : parts {
                let folded = FoldedText.of(part)
                guard known.contains(folded) else { throw unknown(part) }
                wanted.insert(folded)
            }
        }
        var selected = self
        selected.portions = portions.filter { wanted.contains(FoldedText.of($0.name)) }
        return selected
    }

    private func unknown(_ name: String) -> LedgerFailure {
        let near = NearestNames.suggestion(for: name, among: portions.map(\.name))
        let containing = portions.first { $0.name.contains(name) || name.contains($0.name) }?.name
        return LedgerFailure(
            .usage, Message("表中没有 \(name)", "the table has no \(name)"),
            hint: (near ?? containing).map { Message("是否想写 \($0)？", "did you mean \($0)?") }
                ?? Message("加 --dry-run 可列出全部名称", "--dry-run lists all names"))
    }
}

/// How many pairs of task and unit went in and came out, counted in two ways that share nothing.
public struct SplitProof: Sendable, Hashable {
    /// The tasks of the table.
    public let tasks: Int
    /// Pairs counted from the table: for each task its different units, one for a task without any.
    public let pairsIn: Int
    /// Pairs counted from the portions: their rows.
    public let pairsOut: Int
    /// Tasks that stand in at least one portion.
    public let tasksOut: Int

    /// Whether nothing was lost and nothing added.
    public var holds: Bool { pairsIn == pairsOut && tasks == tasksOut }

    /// Counts the rows of the portions.
    init(tasks: Int, pairsIn: Int, portions: [Portion]) {
        self.tasks = tasks
        self.pairsIn = pairsIn
        pairsOut = portions.reduce(0) { $0 + $1.rows.count }
        var covered = [Bool](repeating: false, count: tasks)
        for portion in portions { for row in portion.rows { covered[row.task] = true } }
        tasksOut = covered.count { $0 }
    }
}
