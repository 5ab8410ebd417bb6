public import FenjieModel

/// What became of a file that lay in the folder of returned worksheets.
public enum FileStanding: String, Sendable, CaseIterable {
    /// It is the worksheet of a unit and was taken, if only as a second return.
    case reported
    /// It cannot be taken as it is, and the unit has to send it again.
    case rejected
    /// It holds no table.
    case noTable = "no-table"
    /// It holds a table, and nobody can tell whose.
    case unknown

    /// The standing in words.
    public var title: Message {
        switch self {
        case .reported: Message("已报", "reported")
        case .rejected: Message("退回", "rejected")
        case .noTable: Message("不是表", "no table")
        case .unknown: Message("未识别", "unknown")
        }
    }
}

/// What a unit has said on one task.
public enum ReportState: String, Sendable, CaseIterable {
    /// Something was filled in.
    case reported
    /// The row came back with nothing filled in.
    case blank
    /// The worksheet came back without the row.
    case absent
    /// The unit has sent nothing that could be taken.
    case missing

    /// The state in words.
    public var title: Message {
        switch self {
        case .reported: Message("已报", "reported")
        case .blank: Message("未填", "left blank")
        case .absent: Message("缺行", "row absent")
        case .missing: Message("未报送", "not returned")
        }
    }
}
