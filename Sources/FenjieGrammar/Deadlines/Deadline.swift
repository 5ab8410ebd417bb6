public import FenjieModel
public import FenjieText

/// What kind of deadline a text names.
public enum DeadlineKind: String, Sendable, CaseIterable {
    /// A day, or a time whose last day counts: 2022年9月底前.
    case date
    /// 全年.
    case yearround
    /// 持续推进, 长期坚持.
    case ongoing
    /// 印发后30日内.
    case relative
    /// 每季度末.
    case periodic
    /// 立即.
    case immediate
    /// Nothing that could be read.
    case unknown
}

/// What the reader of a deadline must know from elsewhere.
public struct DeadlineOptions: Sendable, Hashable {
    /// The year of dates that name none, from the document's title.
    public var year: Int?
    /// The day on which the document was issued.
    public var issued: CivilDate?

    /// The years that a user may name.
    public static let years = 1900...2999

    /// Makes options.
    public init(year: Int? = nil, issued: CivilDate? = nil) {
        self.year = year
        self.issued = issued
    }
}

/// A deadline as a table states it, and what it means.
///
///     let deadline = Deadline(parsing: "2022年9月底前完成，长期坚持")
///     deadline.due?.description  // "2022-09-30"
///     deadline.ongoing           // true
public struct Deadline: Sendable, Hashable {
    /// The text as written.
    public let text: String
    /// What kind of deadline it is.
    public internal(set) var kind: DeadlineKind = .unknown
    /// The last day, where the text and the options tell it.
    public package(set) var due: CivilDate?
    /// The first day of a range.
    public internal(set) var start: CivilDate?
    /// Earlier dates of a deadline in stages.
    public internal(set) var milestones: [CivilDate] = []
    /// Whether the work goes on after the date.
    public internal(set) var ongoing = false
    /// How often it falls due.
    public internal(set) var period: DeadlinePeriod?
    /// What could not be told for certain.
    public internal(set) var doubts: [Finding] = []

    /// Reads a deadline.
    public init(parsing text: String, options: DeadlineOptions = DeadlineOptions()) {
        self.text = text
        let plain = DeadlineText(text)
        var resolver = DeadlineResolver(text: plain, options: options)
        resolver.resolve(DeadlineReader(plain).elements, into: &self)
    }

    /// The deadline as `{"cell","kind","due","ongoing"}`, and `start`, `milestones`, `period`, `doubts` where there are any.
    public func json() -> JSONValue {
        var members: [(name: String, value: JSONValue)] = [
            ("cell", .string(text)), ("kind", .string(kind.rawValue)),
            ("due", due.map { .string($0.description) } ?? .null), ("ongoing", .bool(ongoing)),
        ]
        if let start { members.append(("start", .string(start.description))) }
        if !milestones.isEmpty {
            members.append(("milestones", .array(milestones.map { .string($0.description) })))
        }
        if let period { members.append(("period", .string(period.description))) }
        if !doubts.isEmpty { members.append(("doubts", .array(doubts.map { .string($0.code) }))) }
        return .object(members)
    }
}
