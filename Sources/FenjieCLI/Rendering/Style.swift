package import FenjieModel

/// Whether and how text is coloured; ECMA-48 sequences.
package struct Style: Sendable {
    package let isColored: Bool

    package init(isColored: Bool) { self.isColored = isColored }

    /// Colour by the user's choice, and else where a terminal shows it and `NO_COLOR` does not forbid it.
    package init(choice: ColorChoice, isTerminal: Bool, environment: [String: String]) {
        switch choice {
        case .always: isColored = true
        case .never: isColored = false
        case .auto:
            isColored = isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
        }
    }

    package func bold(_ text: String) -> String { paint(text, "1") }

    package func dim(_ text: String) -> String { paint(text, "2") }

    package func severity(_ text: String, _ severity: Severity) -> String {
        switch severity {
        case .error: paint(text, "1;31")
        case .warning: paint(text, "33")
        case .info: paint(text, "36")
        }
    }

    private func paint(_ text: String, _ code: String) -> String {
        isColored && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
