internal import FenjieFiles
public import FenjieModel

/// The part of the inputs that one of several machines takes, decided by their content alone.
///
/// Every machine looks at all inputs and takes those whose digest falls to it, so that no two do the same and no list has
/// to be handed out.
public struct Shard: Sendable, Hashable, CustomStringConvertible {
    /// Which part it is, counted from 1.
    public let index: Int
    /// How many parts there are.
    public let count: Int

    /// A part; `nil` where there is none such.
    public init?(index: Int, count: Int) {
        guard count >= 1, count <= 1_000_000, (1...count).contains(index) else { return nil }
        self.index = index
        self.count = count
    }

    /// Reads `2/8`.
    public init?(parsing text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]) else { return nil }
        self.init(index: index, count: count)
    }

    /// As it is written: `2/8`.
    public var description: String { "\(index)/\(count)" }

    /// How it stands in names of files.
    var label: String { "\(index)-of-\(count)" }

    /// What stands before the number of the process in names of temporary files.
    var mark: String { "run\(index)of\(count)" }

    /// Whether an input falls to it.
    func contains(_ digest: Digest) -> Bool {
        let number = digest.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return number % UInt64(count) == UInt64(index - 1)
    }
}

/// The variables by which schedulers tell a process which of many it is.
public enum ShardVariables {
    /// Their names.
    public static let names = [
        "SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT", "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_STEP",
        "JOB_COMPLETION_INDEX", "JOB_COMPLETIONS",
    ]

    /// Task numbers that can be added and taken away; Slurm's go to a few million.
    private static let numbers = -1_000_000_000...1_000_000_000

    /// The part that the environment assigns; `nil` where it assigns none.
    ///
    /// - Parameter environment: the variables that are set.
    /// - Returns: the part.
    /// - Throws: ``ShardFailure`` where the variables do not say how many parts there are, or contradict each other.
    public static func shard(in environment: [String: String]) throws(ShardFailure) -> Shard? {
        if let task = environment["SLURM_ARRAY_TASK_ID"] {
            let first = environment["SLURM_ARRAY_TASK_MIN"].flatMap { Int($0) } ?? 0
            let step = max(1, environment["SLURM_ARRAY_TASK_STEP"].flatMap { Int($0) } ?? 1)
            guard let id = Int(task), let count = environment["SLURM_ARRAY_TASK_COUNT"].flatMap({ Int($0) }),
                Self.numbers.contains(id), Self.numbers.contains(first), id >= first, (id - first) % step == 0,
                let shard = Shard(index: (id - first) / step + 1, count: count)
            else { throw ShardFailure("SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT") }
            return shard
        }
        if let task = environment["JOB_COMPLETION_INDEX"] {
            guard let index = Int(task), index >= 0, index < 1_000_000,
                let count = environment["JOB_COMPLETIONS"].flatMap({ Int($0) }),
                let shard = Shard(index: index + 1, count: count)
            else { throw ShardFailure("JOB_COMPLETION_INDEX", "JOB_COMPLETIONS") }
            return shard
        }
        return nil
    }
}

/// The environment names a part, but not of how many.
public struct ShardFailure: Failure {
    private let index: String
    private let count: String

    init(_ index: String, _ count: String) {
        self.index = index
        self.count = count
    }

    /// The command line must say more.
    public var kind: FailureKind { .usage }
    /// No file is at fault.
    public var place: Place { Place() }
    /// What is wrong.
    public var message: Message {
        Message(
            "环境变量 \(index) 与 \(count) 说不清是第几份、共几份",
            "the variables \(index) and \(count) do not say which part of how many this is")
    }
    /// What to do about it.
    public var hint: Message? {
        Message(
            "请设置 \(count)，或写明 --shard i/n（--shard 1/1 为全部）",
            "set \(count), or write --shard i/n (--shard 1/1 for everything)")
    }
}
