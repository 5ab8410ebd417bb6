public import FenjieModel

/// The units of an office: canonical names, other spellings, and what collectives stand for.
///
/// ```swift
/// let directory = UnitDirectory(entries: [
///     .init(name: "青禾县发展和改革局", aliases: ["县发改局"], collectives: ["县政府有关部门"])
/// ])
/// directory.resolve("县发展改革委")  // .unit("青禾县发展和改革局")
/// ```
///
/// A name is looked up as it is written first, then by its synonyms: spellings such as 发改, 发展改革 and 发展和改革 are
/// equal, and so are ranks (局, 委, 委员会). Where synonyms fit two entries, none is chosen.
public struct UnitDirectory: Sendable {
    /// One unit.
    public struct Entry: Sendable, Hashable {
        /// The canonical name.
        public var name: String
        /// Other spellings, earlier names, abbreviations.
        public var aliases: [String]
        /// The collectives to which it belongs: 各区县政府.
        public var collectives: [String]
        /// The level of government, as the user calls it.
        public var level: String

        /// Creates an entry.
        ///
        /// - Parameters:
        ///   - name: the canonical name.
        ///   - aliases: other spellings.
        ///   - collectives: the collectives to which the unit belongs.
        ///   - level: the level of government.
        public init(name: String, aliases: [String] = [], collectives: [String] = [], level: String = "") {
            self.name = name
            self.aliases = aliases
            self.collectives = collectives
            self.level = level
        }
    }

    /// What a name turns out to be.
    public enum Resolution: Sendable, Hashable {
        /// A unit, by its canonical name.
        case unit(String)
        /// A collective and its members in the order of the directory; empty where none are listed yet.
        case collective(String, members: [String])
        /// Not in the directory; the closest names that are.
        case unknown(nearest: [String])
    }

    /// All units in the order in which they were given.
    public private(set) var entries: [Entry] = []
    /// All collectives in the order in which they were first named.
    public private(set) var collectives: [String] = []
    /// What was odd while the directory was built.
    public private(set) var findings: [Finding] = []

    private var units: [String: Int] = [:]
    private var looseUnits: [String: Set<Int>] = [:]
    private var groups: [String: Int] = [:]
    private var looseGroups: [String: Set<Int>] = [:]
    private var members: [[Int]] = []
    private var nearest = NearestUnits([])

    /// Builds a directory from entries; an entry that repeats a name is joined with the first.
    public init(entries: [Entry]) {
        for entry in entries { add(entry, at: Place()) }
        finish()
    }

    /// An empty directory to add to.
    init() {}

    /// The names that win over the grammar when cells are read.
    public var knownNames: UnitGrammar.KnownNames {
        UnitGrammar.KnownNames(units: entries.flatMap { [$0.name] + $0.aliases }, collectives: collectives)
    }

    /// Looks up a name.
    ///
    /// - Parameter name: a name as a cell gives it.
    /// - Returns: the unit, the collective with its members, or the closest names.
    public func resolve(_ name: String) -> Resolution {
        let key = UnitKey(name)
        for exact in [key.exact, key.outer].compactMap({ $0 }) {
            if let unit = units[exact] { return .unit(entries[unit].name) }
            if let group = groups[exact] { return resolution(ofGroup: group) }
        }
        let outer = key.outer.map { UnitKey($0).loose }
        for loose in [key.loose, outer].compactMap({ $0 }) {
            if let found = looseUnits[loose], found.count == 1, let unit = found.first {
                return .unit(entries[unit].name)
            }
            if let found = looseGroups[loose], found.count == 1, let group = found.first {
                return resolution(ofGroup: group)
            }
        }
        return .unknown(nearest: nearest.nearest(to: key))
    }

    private func resolution(ofGroup group: Int) -> Resolution {
        .collective(collectives[group], members: members[group].map { entries[$0].name })
    }

    /// Adds one entry; what is odd about it becomes a finding.
    mutating func add(_ entry: Entry, at place: Place) {
        let key = UnitKey(entry.name).exact
        var index = entries.count
        if let first = units[key] {
            index = first
            if entries[first].name == entry.name || UnitKey(entries[first].name).exact == key {
                findings.append(Self.repeated(entry.name, place))
            } else {
                findings.append(Self.ambiguous(entry.name, entries[first].name, entry.name, place))
            }
        } else {
            entries.append(Entry(name: entry.name, level: entry.level))
            units[key] = index
        }
        for alias in entry.aliases { add(alias: alias, of: index, at: place) }
        for collective in entry.collectives {
            let group = addCollective(collective)
            if !members[group].contains(index) {
                members[group].append(index)
                entries[index].collectives.append(collective)
            }
        }
    }

    private mutating func add(alias: String, of index: Int, at place: Place) {
        let key = UnitKey(alias).exact
        guard !key.isEmpty else { return }
        if let other = units[key] {
            if other != index {
                findings.append(Self.ambiguous(alias, entries[other].name, entries[index].name, place))
            }
            return
        }
        units[key] = index
        entries[index].aliases.append(alias)
    }

    /// Adds a collective, with members or without.
    @discardableResult
    mutating func addCollective(_ name: String) -> Int {
        let key = UnitKey(name).exact
        if let group = groups[key] { return group }
        groups[key] = collectives.count
        collectives.append(name)
        members.append([])
        return collectives.count - 1
    }

    mutating func note(_ finding: Finding) { findings.append(finding) }

    /// Prepares synonyms and nearest names once all entries are there.
    mutating func finish() {
        for (index, entry) in entries.enumerated() {
            for name in [entry.name] + entry.aliases { looseUnits[UnitKey(name).loose, default: []].insert(index) }
        }
        for (index, name) in collectives.enumerated() {
            looseGroups[UnitKey(name).loose, default: []].insert(index)
            if members[index].isEmpty { findings.append(Self.empty(name)) }
        }
        nearest = NearestUnits(entries.map(\.name) + collectives)
    }

    private static func repeated(_ name: String, _ place: Place) -> Finding {
        Finding(
            "directory-unit-repeated", .warning, at: place, unit: name,
            message: Message("单位“\(name)”在名录中重复，已合并", "“\(name)” stands twice in the directory; the rows were joined"))
    }

    private static func ambiguous(_ name: String, _ first: String, _ second: String, _ place: Place) -> Finding {
        Finding(
            "directory-alias-ambiguous", .error, at: place, unit: name,
            message: Message(
                "“\(name)”同时指“\(first)”和“\(second)”，按前者处理",
                "“\(name)” means both “\(first)” and “\(second)”; the first was taken"),
            hint: Message("一个别名只能属于一个单位", "an alias belongs to one unit only"))
    }

    private static func empty(_ name: String) -> Finding {
        Finding(
            "directory-collective-empty", .info, unit: name,
            message: Message("集合“\(name)”还没有成员", "the collective “\(name)” has no members yet"),
            hint: Message("在成员单位的“所属集合”一栏填写它", "name it in the column 所属集合 of its members"))
    }
}
