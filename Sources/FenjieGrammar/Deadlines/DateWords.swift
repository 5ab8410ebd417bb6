/// The words that make or limit a date.
enum DateWords {
    static let yearWords = WordTable<DateExpression.YearWord>([
        ("今年", .current), ("本年", .current), ("当年", .same), ("同年", .same), ("明年", .next), ("来年", .next),
        ("下年", .following), ("下一年", .following), ("次年", .following), ("翌年", .following), ("后年", .afterNext),
        ("去年", .last), ("上年", .last), ("上一年", .last),
    ])
    static let monthWords = WordTable<Int>([
        ("本月", 0), ("当月", 0), ("下月", 1), ("次月", 1), ("下个月", 1), ("上月", -1), ("上个月", -1),
    ])

    static let before: [StaticWord] = ["前", "以前", "之前", "止前", "完成前"]
    static let within: [StaticWord] = ["以内", "之内", "内", "止"]
    static let onwards: [StaticWord] = ["起", "开始", "以后", "之后", "以来", "后"]
    static let launches: [StaticWord] = ["启动", "开工", "开始", "起步"]
    static let remarks: [StaticWord] = ["(含)", "(不含)", "左右", "份"]
    static let dayTimes: [StaticWord] = ["上午", "下午", "中午", "晚上", "晚", "早上", "下班"]

    /// Whether a scalar goes on with the one before it to a word that is no date: 内部, 初步, 初中.
    static func isWordMiddle(_ scalar: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
        switch (scalar, next) {
        case ("内", "部"), ("内", "容"), ("内", "外"), ("内", "涵"), ("内", "控"), ("内", "设"), ("内", "河"): true
        case ("初", "步"), ("初", "中"), ("初", "级"), ("初", "始"), ("初", "期"), ("初", "心"), ("初", "审"): true
        default: false
        }
    }
}
