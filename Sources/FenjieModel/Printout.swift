/// Sheets as they are to look on paper and on screen; what a workbook writer draws.
///
/// A printout holds content and intent only. Which bytes, styles and ids express it is the writer's.
public struct Printout: Sendable {
    /// The sheets in the order of their tabs. At least one is visible, and no two names differ in letter case alone.
    public var sheets: [PrintedSheet]
    /// What the file says about itself.
    public var properties: DocumentProperties

    /// A printout of these sheets.
    public init(sheets: [PrintedSheet], properties: DocumentProperties = DocumentProperties()) {
        self.sheets = sheets
        self.properties = properties
    }
}

/// Document properties, ECMA-376 Part 2, 11 (core) and Part 1, 22.2–22.3 (extended, custom).
public struct DocumentProperties: Sendable {
    /// UTF-16 units that a custom property and its name may have; the other properties are cut to as many.
    public static let lengthLimit = 255

    /// The document's title.
    public var title: String
    /// What it is about.
    public var subject: String
    /// Who wrote it.
    public var author: String
    /// The office that it comes from.
    public var company: String
    /// Words to find it by.
    public var keywords: String
    /// Anything else.
    public var comments: String
    /// Seconds since 1970-01-01 UTC; `nil` for a date that never changes, so that equal content gives equal bytes.
    public var created: Int?
    /// Custom properties in the order in which they are written; names are unique.
    public var custom: [CustomProperty]

    /// Properties; all are empty unless given.
    public init(
        title: String = "", subject: String = "", author: String = "", company: String = "", keywords: String = "",
        comments: String = "", created: Int? = nil, custom: [CustomProperty] = []
    ) {
        self.title = title
        self.subject = subject
        self.author = author
        self.company = company
        self.keywords = keywords
        self.comments = comments
        self.created = created
        self.custom = custom
    }
}

/// A document property with a name of our own.
public struct CustomProperty: Sendable, Hashable {
    /// The name; 255 UTF-16 units at most.
    public var name: String
    /// The text; 255 UTF-16 units at most.
    public var value: String

    /// A property.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
