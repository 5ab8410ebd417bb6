/// The extensions of files that are taken from folders, in lower case without dots.
public enum InputExtensions {
    /// Task tables.
    public static let tables = ["txt", "md", "markdown", "csv", "tsv", "xlsx", "xlsm"]
    /// Worksheets with a passport, as they went out.
    public static let issued = ["xlsx", "xlsm"]
    /// What returned sheets are compared with: worksheets, or the issued table.
    public static let against = ["xlsx", "xlsm", "csv", "txt"]
    /// Whatever offices send back; of what cannot be read, somebody has to be told.
    public static let returned = ["xlsx", "xlsm", "csv", "tsv", "xls", "et", "ods", "txt", "md", "markdown"]
    /// Ledgers: tables, and JSON for programs.
    public static let ledgers = ["xlsx", "xlsm", "csv", "tsv", "json"]
}
