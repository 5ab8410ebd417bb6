public import FenjieModel

extension UnitDirectory {
    /// What a column of a directory holds.
    private enum Column: CaseIterable {
        case name
        case aliases
        case collectives
        case level

        /// Headings, without white space, in lower case.
        var headings: Set<String> {
            switch self {
            case .name:
                ["单位名称", "名称", "规范名称", "单位", "标准名称", "部门名称", "机构名称", "单位全称", "全称", "部门", "name", "unit"]
            case .aliases:
                ["别名", "简称", "曾用名", "其他名称", "又称", "原名", "单位简称", "规范简称", "alias", "aliases"]
            case .collectives:
                [
                    "所属集合", "集合", "分组", "所属分组", "所属集体", "集体名称", "所属类别", "类别", "group", "groups", "collective",
                    "collectives",
                ]
            case .level: ["级别", "层级", "行政层级", "单位级别", "level"]
            }
        }
    }

    /// Reads a directory from a table.
    ///
    /// The header is the first row with a heading for names; rows above it are titles. Several columns may hold aliases
    /// or collectives, and a cell may list several, parted by 、, commas, semicolons or line ends. A row with a collective
    /// and no name only announces the collective.
    ///
    /// - Parameter sheet: the table.
    public init(sheet: Sheet) {
        self.init()
        guard let header = Self.header(of: sheet) else {
            note(Self.noHeader(sheet))
            return
        }
        for row in sheet.rows.indices.dropFirst(header.row) {
            read(sheet.rows[row], header.columns, at: sheet.place(row: row + 1))
        }
        finish()
    }

    private mutating func read(_ cells: [String], _ columns: [(column: Int, meaning: Column)], at place: Place) {
        var entry = Entry(name: "")
        for (column, meaning) in columns where cells.indices.contains(column) {
            switch meaning {
            case .name: if entry.name.isEmpty { entry.name = Self.plain(cells[column]) }
            case .aliases: entry.aliases += Self.list(cells[column])
            case .collectives: entry.collectives += Self.list(cells[column])
            case .level: entry.level = Self.plain(cells[column])
            }
        }
        if !entry.name.isEmpty {
            add(entry, at: place)
        } else if !entry.aliases.isEmpty {
            note(Self.noName(place))
        } else {
            for collective in entry.collectives { addCollective(collective) }
        }
    }

    /// The header row counted from 1, and what its columns mean.
    private static func header(of sheet: Sheet) -> (row: Int, columns: [(column: Int, meaning: Column)])? {
        for (row, cells) in sheet.rows.prefix(20).enumerated() {
            var columns: [(column: Int, meaning: Column)] = []
            for (column, cell) in cells.enumerated() {
                let heading = UnitKey(cell).outer ?? UnitKey(cell).exact
                let meaning = Column.allCases.first { $0.headings.contains(heading.lowercased()) }
                if let meaning { columns.append((column, meaning)) }
            }
            if columns.contains(where: { $0.meaning == .name }) { return (row + 1, columns) }
        }
        return nil
    }

    /// A cell's text without white space at its ends and between Chinese characters.
    private static func plain(_ cell: String) -> String {
        let glyphs = Glyphs(cell)
        var name: [UInt8] = []
        glyphs.append(0..<glyphs.count, to: &name)
        return String(decoding: name, as: UTF8.self)
    }

    /// The names that a cell lists; separators inside brackets part nothing.
    private static func list(_ cell: String) -> [String] {
        var names: [String] = []
        var name = ""
        var depth = 0
        for scalar in cell.unicodeScalars {
            switch scalar {
            case "（", "(", "〈", "〔": depth += 1
            case "）", ")", "〉", "〕": depth = max(0, depth - 1)
            default: break
            }
            if depth == 0, "、，,；;\n\r|/".unicodeScalars.contains(scalar) {
                names.append(plain(name))
                name = ""
            } else {
                name.unicodeScalars.append(scalar)
            }
        }
        names.append(plain(name))
        return names.filter { !$0.isEmpty && $0 != "无" && $0 != "—" && $0 != "-" }
    }

    private static func noHeader(_ sheet: Sheet) -> Finding {
        Finding(
            "directory-header-missing", .error, at: sheet.place(row: 1),
            message: Message("名录中没有找到“单位名称”一栏", "the directory has no column for the names of units"),
            hint: Message("表头请用：单位名称、别名、所属集合、级别", "use the headings 单位名称, 别名, 所属集合, 级别"))
    }

    private static func noName(_ place: Place) -> Finding {
        Finding(
            "directory-name-missing", .warning, at: place,
            message: Message("这一行有别名而没有单位名称，未采用", "this row has an alias and no name; it was not used"),
            hint: Message("请补上单位名称", "add the name of the unit"))
    }
}
