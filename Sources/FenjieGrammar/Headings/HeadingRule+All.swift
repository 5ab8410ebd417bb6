extension HeadingRule {
    /// Every rule; the first that matches counts.
    static let all: [HeadingRule] = numbers + people + units + times + reports + tasks
}
