internal import FenjieText

/// Text on its way into a page.
package enum HTMLText {
    /// Text without anything that HTML or the eye would take for something else.
    package static func escaped(_ text: String) -> String { MarkupText.escaped(Printable.escaping(text)) }

    /// Text in which line breaks stay line breaks.
    package static func lines(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { escaped(String($0)) }
            .joined(separator: "<br>")
    }
}
