public import FenjieModel

/// A pattern of Table Schema: an XML Schema regular expression that a whole value matches.
///
/// All ways through the pattern are followed at once, character by character, so that matching takes time in proportion to
/// the text, whatever the pattern is; lookaround and backreferences, which cannot be matched so, are refused.
public struct Pattern: Sendable {
    /// The pattern as written.
    public let text: String
    private let steps: [Step]

    /// One step of the program that a pattern becomes.
    private enum Step: Sendable {
        /// Takes a character and goes on to the step behind.
        case take(ScalarTest)
        /// Goes on to the step behind and to another one.
        case fork(Int)
        /// Goes on to another step.
        case jump(Int)
    }

    /// The most steps; a pattern of more is refused.
    private static let limit = 4_000

    /// Reads a pattern.
    ///
    /// - Parameter text: the regular expression.
    /// - Throws: ``PatternFailure`` where it is none, or uses what cannot be matched in linear time.
    public init(parsing text: String) throws(PatternFailure) {
        self.text = text
        var steps: [Step] = []
        try Self.compile(PatternParser.node(of: text), into: &steps)
        self.steps = steps
    }

    // MARK: Compiling

    private static func compile(_ node: PatternParser.Node, into steps: inout [Step]) throws(PatternFailure) {
        guard steps.count <= limit else {
            throw PatternFailure(message: Message("表达式过大", "the expression is too large"))
        }
        switch node {
        case .one(let test): steps.append(.take(test))
        case .sequence(let parts): for part in parts { try compile(part, into: &steps) }
        case .choice(let branches):
            var ends: [Int] = []
            for (index, branch) in branches.enumerated() {
                let fork = steps.count
                if index < branches.count - 1 { steps.append(.fork(fork)) }
                try compile(branch, into: &steps)
                guard index < branches.count - 1 else { continue }
                ends.append(steps.count)
                steps.append(.jump(0))
                steps[fork] = .fork(steps.count)
            }
            for end in ends { steps[end] = .jump(steps.count) }
        case .repeated(let part, let least, let most): try compile(part, least, most, into: &steps)
        }
    }

    private static func compile(
        _ part: PatternParser.Node, _ least: Int, _ most: Int?, into steps: inout [Step]
    ) throws(PatternFailure) {
        for _ in 0..<least {
            let before = steps.count
            try compile(part, into: &steps)
            // What takes nothing takes no more a thousand times.
            if steps.count == before { break }
        }
        guard let most else {
            let fork = steps.count
            steps.append(.fork(fork))
            try compile(part, into: &steps)
            steps.append(.jump(fork))
            steps[fork] = .fork(steps.count)
            return
        }
        var forks: [Int] = []
        for _ in least..<max(least, most) {
            forks.append(steps.count)
            steps.append(.fork(0))
            try compile(part, into: &steps)
        }
        for fork in forks { steps[fork] = .fork(steps.count) }
    }

    // MARK: Matching

    /// Whether the whole of a text matches.
    ///
    /// - Parameter text: a value.
    /// - Returns: whether it does.
    public func matches(_ text: some StringProtocol) -> Bool {
        var now = Front(steps.count)
        var next = Front(steps.count)
        follow(from: 0, into: &now)
        for scalar in text.unicodeScalars {
            guard !now.steps.isEmpty else { return false }
            next.clear()
            for index in now.steps {
                if case .take(let test) = steps[index], test.takes(scalar) { follow(from: index + 1, into: &next) }
            }
            swap(&now, &next)
        }
        return now.isAtEnd
    }

    /// The steps that wait for the next character; each stands there once.
    private struct Front {
        var steps: [Int] = []
        var isAtEnd = false
        private var marks: [Int]
        private var round = 1

        init(_ count: Int) { marks = Array(repeating: 0, count: count + 1) }

        mutating func clear() {
            steps.removeAll(keepingCapacity: true)
            isAtEnd = false
            round += 1
        }

        /// Whether a step is new in this round.
        mutating func mark(_ step: Int) -> Bool {
            guard marks[step] != round else { return false }
            marks[step] = round
            return true
        }
    }

    /// Enters all steps that can be reached without a character.
    private func follow(from start: Int, into front: inout Front) {
        var waiting = [start]
        while let index = waiting.popLast() {
            guard front.mark(index) else { continue }
            guard index < steps.count else {
                front.isAtEnd = true
                continue
            }
            switch steps[index] {
            case .take: front.steps.append(index)
            case .jump(let target): waiting.append(target)
            case .fork(let target):
                waiting.append(target)
                waiting.append(index + 1)
            }
        }
    }
}

/// Why a text is no pattern.
public struct PatternFailure: Error, Sendable {
    /// What is wrong, and at which character.
    public let message: Message
}
