extension FuzzTarget {
    /// All targets, each with one line.
    public static let all: [FuzzTarget] = [
        .csv,
        .encodings,
        .layouts,
        .outline,
        .documents,
        .zip,
        .parts,
        .sheet,
        .units,
        .directory,
        .deadlines,
        .headings,
        .json,
        .pipeline,
        .template,
        .returned,
    ]
}
