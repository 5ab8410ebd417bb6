/// How a value that several rows share is written.
public enum SpanStyle: String, Sendable, CaseIterable {
    /// On each row.
    case fill
    /// Once, in a merged range over the rows.
    case merge
    /// Once, on the first of the rows.
    case blank
}
