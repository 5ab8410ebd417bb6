/// A label with what belongs behind it, as lines of a form and of an outline have them: 填报单位：某局, 审核人：.
package struct FormLabel: Sendable, Hashable {
    /// What stands before the colon.
    package let label: String
    /// What stands behind it, without white space at its ends; empty where the line waits for it.
    package let value: String

    /// Reads a cell or a line; `nil` where no colon stands outside brackets.
    package init?(parsing text: String) {
        let scalars = text.unicodeScalars
        var depth = 0
        for index in scalars.indices {
            switch scalars[index] {
            case "(", "（", "[", "【", "〔": depth += 1
            case ")", "）", "]", "】", "〕": depth = max(0, depth - 1)
            case ":", "：":
                guard depth == 0, index > scalars.startIndex else { continue }
                label = String(scalars[..<index])
                let rest = scalars[scalars.index(after: index)...].drop { $0.properties.isWhitespace }
                let end = rest.lastIndex { !$0.properties.isWhitespace }.map { rest.index(after: $0) }
                value = String(rest[..<(end ?? rest.startIndex)])
                return
            default: continue
            }
        }
        return nil
    }
}
