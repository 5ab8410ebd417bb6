internal import FenjieModel

/// Turns what a text says into one deadline: which date counts, which kind wins, what stays in doubt.
struct DeadlineResolver {
    let text: DeadlineText
    let options: DeadlineOptions
    /// The year that the text spoke of last.
    private var spokenYear: Int?
    /// The month that the text spoke of last.
    private var spokenMonth: Int?
    /// The last day that the text names, `nil` where it cannot be told.
    private var last: CivilDate?
    private var hasDate = false
    /// The end of a range, or of anything with several readings, that could not be told.
    private var isLastUncertain = false

    /// The doubts said so far, one bit each.
    private var doubts: UInt16 = 0

    init(text: DeadlineText, options: DeadlineOptions) {
        self.text = text
        self.options = options
    }

    /// Fills a deadline.
    mutating func resolve(_ elements: [DeadlineElement], into deadline: inout Deadline) {
        spokenYear = documentYear ?? Self.firstYear(in: elements)
        let hasOther = Self.hasOther(than: \.isWeakYear, in: elements)
        let isFrame = hasOther || (elements.count == 1 && DeadlineFallback.isEvent(text))
        let goesOn = Self.goesOn(elements)
        for element in elements {
            switch element.content {
            case .date(let date, let first):
                if element.isWeakYear, isFrame {
                    spokenYear = date.year ?? spokenYear
                } else if goesOn, date.isLaunch, first == nil {
                    // 3月启动，全年推进: only the beginning is named.
                    deadline.start = interval(of: date, into: &deadline, reports: true)?.first
                    hasDate = false
                } else {
                    add(date, from: first, into: &deadline)
                }
            case .period(let period):
                deadline.period = deadline.period ?? period
            default: break
            }
        }
        deadline.kind = kind(of: elements)
        deadline.ongoing = isOngoing(elements, kind: deadline.kind)
        finish(elements, into: &deadline)
    }

    /// Says a doubt, once.
    private mutating func doubt(_ doubt: DeadlineDoubt, into deadline: inout Deadline) {
        guard doubts & (1 << doubt.rawValue) == 0 else { return }
        doubts |= 1 << doubt.rawValue
        deadline.doubts.append(doubt.finding)
    }

    private var documentYear: Int? { options.year ?? options.issued?.year }

    // MARK: - Dates

    private mutating func add(_ date: DateExpression, from first: DateExpression?, into deadline: inout Deadline) {
        if let first, let interval = interval(of: first, into: &deadline, reports: false) {
            deadline.start = deadline.start ?? interval.first
        }
        guard var interval = interval(of: date, into: &deadline, reports: true) else {
            isLastUncertain = true
            return
        }
        if date.isStart {
            deadline.start = deadline.start ?? interval.first
            if first == nil { return }
        }
        if first != nil, let start = deadline.start, interval.last < start, date.year == nil || first?.year == date.year
        {
            // November to March: the end lies in the next year.
            guard let later = date.interval(year: interval.last.year + 1, month: date.month ?? interval.last.month),
                interval.last.month < start.month
            else {
                doubt(.noSuchDay, into: &deadline)
                isLastUncertain = true
                hasDate = true
                return
            }
            interval = later
            spokenYear = later.last.year
            doubt(.nextYear, into: &deadline)
        }
        hasDate = true
        if date.isAmbiguous {
            doubt(.beforePeriod, into: &deadline)
            if last.map({ $0 < interval.last }) ?? true { isLastUncertain = true }
            return
        }
        if date.isVague { doubt(.vague, into: &deadline) }
        take(interval.last, into: &deadline)
    }

    /// The latest date counts; the others are milestones.
    private mutating func take(_ day: CivilDate, into deadline: inout Deadline) {
        guard let latest = last else {
            last = day
            return
        }
        if latest == day { return }
        deadline.milestones.append(min(latest, day))
        last = max(latest, day)
        if day > latest { isLastUncertain = false }
    }

    /// The days that an expression covers, in the year that it or its surroundings name.
    private mutating func interval(
        of date: DateExpression, into deadline: inout Deadline, reports: Bool
    ) -> (first: CivilDate, last: CivilDate)? {
        var month = date.month
        var year = year(of: date)
        if let shift = date.monthShift {
            guard let base = monthBase(shift) else {
                if reports { doubt(.needsIssueDate, into: &deadline) }
                return nil
            }
            (year, month) = base
        } else if date.lacksMonth {
            guard let spokenMonth else {
                if reports { doubt(.withoutMonth, into: &deadline) }
                hasDate = true
                return nil
            }
            month = spokenMonth
        }
        spokenMonth = month ?? spokenMonth
        hasDate = hasDate || date.interval(year: year ?? 2000, month: month) != nil
        guard let year else {
            if date.interval(year: 2000, month: month) == nil {
                if reports { doubt(.noSuchDay, into: &deadline) }
            } else if reports {
                doubt(.withoutYear, into: &deadline)
            }
            return nil
        }
        spokenYear = year
        guard let interval = date.interval(year: year, month: month) else {
            if reports { doubt(.noSuchDay, into: &deadline) }
            return nil
        }
        return interval
    }

    private func year(of date: DateExpression) -> Int? {
        if let year = date.year { return year }
        switch date.yearWord {
        case .current: return documentYear ?? spokenYear
        case .next: return documentYear.map { $0 + 1 }
        case .afterNext: return documentYear.map { $0 + 2 }
        case .last: return documentYear.map { $0 - 1 }
        case .following: return spokenYear.map { $0 + 1 }
        case .same, nil: return spokenYear
        }
    }

    private func monthBase(_ shift: Int) -> (Int?, Int?)? {
        if let spokenMonth, let spokenYear, let base = CivilDate(year: spokenYear, month: spokenMonth, day: 1) {
            return base.adding(months: shift).map { ($0.year, $0.month) }
        }
        return options.issued?.adding(months: shift).map { ($0.year, $0.month) }
    }

    /// Whether one date stands beside words that the work takes all year or has no end.
    private static func goesOn(_ elements: [DeadlineElement]) -> Bool {
        var dates = 0
        var words = 0
        for element in elements {
            switch element.content {
            case .date: dates += 1
            case .word(.yearround), .word(.ongoing), .period: words += 1
            default: break
            }
        }
        return dates == 1 && words > 0
    }

    // MARK: - Kind

    private static func firstYear(in elements: [DeadlineElement]) -> Int? {
        for element in elements {
            if case .date(let date, let first) = element.content, let year = first?.year ?? date.year { return year }
        }
        return nil
    }

    private static func hasOther(
        than property: KeyPath<DeadlineElement, Bool>, in elements: [DeadlineElement]
    ) -> Bool {
        elements.contains { element in
            if case .damage = element.content { return false }
            if case .word(.ongoing) = element.content { return false }
            return !element[keyPath: property]
        }
    }

    /// A date beats an amount, an amount beats 立即, 立即 beats what repeats, and that beats what goes on.
    private func kind(of elements: [DeadlineElement]) -> DeadlineKind {
        var best = (rank: 0, kind: DeadlineKind.unknown)
        for element in elements {
            let candidate: (rank: Int, kind: DeadlineKind) =
                switch element.content {
                case .date(let date, nil) where date.monthShift != nil: (5, .relative)
                case .date(let date, let first) where date.isStart && first == nil: (1, .ongoing)
                case .date: hasDate && !element.isWeakYear ? (6, .date) : hasDate ? (2, .date) : (0, .unknown)
                case .amount: (5, .relative)
                case .word(.immediate): (4, .immediate)
                case .period: (3, .periodic)
                case .word(.yearround): (3, .yearround)
                case .word(.ongoing): (1, .ongoing)
                case .damage: (0, .unknown)
                }
            if candidate.rank > best.rank { best = candidate }
        }
        return best.kind
    }

    /// Whether words say that the work goes on, unless they only lead up to the date: 持续推进至2025年底.
    private func isOngoing(_ elements: [DeadlineElement], kind: DeadlineKind) -> Bool {
        if kind == .ongoing { return true }
        for (index, element) in elements.enumerated() {
            guard case .word(.ongoing) = element.content else { continue }
            let leadsToDate = elements[(index + 1)...].first.map { next in
                if case .date(let date, _) = next.content { return date.isLimit && next.clause == element.clause }
                return false
            }
            if leadsToDate != true { return true }
        }
        return false
    }

    // MARK: - The end

    private mutating func finish(_ elements: [DeadlineElement], into deadline: inout Deadline) {
        switch deadline.kind {
        case .date:
            deadline.due = isLastUncertain ? nil : last
        case .relative:
            finishRelative(elements, into: &deadline)
        case .unknown:
            finishUnknown(elements, into: &deadline)
        default: break
        }
        if let start = deadline.start, let due = deadline.due, due < start {
            doubt(.backwards, into: &deadline)
            deadline.due = nil
        }
        if let due = deadline.due { deadline.milestones.removeAll { $0 >= due } }
    }

    private mutating func finishRelative(_ elements: [DeadlineElement], into deadline: inout Deadline) {
        deadline.due = last
        for element in elements {
            guard case .amount(let amount) = element.content else { continue }
            if !amount.trigger.isEmpty, !amount.startsAtIssue {
                doubt(.otherEvent, into: &deadline)
                continue
            }
            guard let issued = options.issued else {
                doubt(.needsIssueDate, into: &deadline)
                continue
            }
            if amount.unit == .workingDays { doubt(.workingDays, into: &deadline) }
            if let end = amount.end(from: issued) { deadline.due = deadline.due.map { max($0, end) } ?? end }
        }
    }

    private mutating func finishUnknown(_ elements: [DeadlineElement], into deadline: inout Deadline) {
        guard text.count > 0, deadline.doubts.isEmpty else { return }
        if elements.contains(where: { if case .damage = $0.content { true } else { false } }) {
            doubt(.damaged, into: &deadline)
        } else if DeadlineFallback.isOngoing(text) {
            deadline.kind = .ongoing
            deadline.ongoing = true
        } else if DeadlineFallback.isEvent(text) {
            deadline.kind = .relative
            doubt(.otherEvent, into: &deadline)
        }
    }
}

extension DeadlineElement {
    /// A year alone, which may be no more than the frame of something else: 2022年每季度末.
    var isWeakYear: Bool {
        guard case .date(let date, let first) = content else { return false }
        return date.part == .year && !date.isLimit && !date.isStart && first == nil
    }
}
