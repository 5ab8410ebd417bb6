internal import FenjieModel

/// What is reported of directories of units.
enum DirectoryCodes {
    /// The sections of the rule book.
    static let sections = [
        RuleBook.Section(name: "directory", codes: directory)
    ]

    private static let directory = [
        CodeDescription(
            "directory-header-missing", .error, Message("名录没有“单位名称”一栏", "the directory has no column of names"),
            cause: Message(
                "第一张表里找不到单位名称的表头。",
                "No heading for the names of units was found."),
            example: Message("第一行直接是单位。", "The first row names a unit."),
            cure: Message("表头用：单位名称、别名、所属集合、级别。", "Use the headings 单位名称, 别名, 所属集合, 级别.")),
        CodeDescription(
            "directory-name-missing", .warning, Message("名录的一行没有单位名称", "a row of the directory has no name"),
            cause: Message(
                "有别名而没有单位名称，这一行没有采用。",
                "The row has an alias and no name, and was not used."),
            example: Message("只填了“县发改局”的别名栏。", "Only the alias is filled in."),
            cure: Message("补上单位名称。", "Add the name of the unit.")),
        CodeDescription(
            "directory-unit-repeated", .warning, Message("名录中单位重复", "a unit stands twice in the directory"),
            cause: Message(
                "同一单位占了两行，已合并。",
                "A unit has two rows, which were joined."),
            example: Message("两个人各填了一次。", "Two people entered it."),
            cure: Message("保留一行。", "Keep one row.")),
        CodeDescription(
            "directory-alias-ambiguous", .error, Message("别名指两个单位", "an alias means two units"),
            cause: Message(
                "同一名称是两个单位的别名，按先出现的处理。",
                "A name is the alias of two units; the first was taken."),
            example: Message("“城管局”既指县局又指区局。", "One short name for two offices."),
            cure: Message("一个别名只留给一个单位。", "Leave the alias to one unit.")),
        CodeDescription(
            "directory-collective-empty", .info, Message("集合没有成员", "a collective has no members"),
            cause: Message(
                "名录写了集合的名称，没有单位属于它。",
                "The directory names a collective to which no unit belongs."),
            example: Message("“各镇街”没有成员。", "No unit belongs to 各镇街."),
            cure: Message("在成员单位的“所属集合”一栏填写它。", "Name it in the column 所属集合 of its members.")),
    ]
}
