/// Numbers that share the unit behind the last of them: 3-6月, 一、二季度, 15至25日.
struct DateChain {
    /// 月, 季, 日, 号 or 年, where the chain ends in one.
    let unit: Unicode.Scalar?

    /// More numbers than a year has months are no chain.
    private static let limit = 12

    init(in text: DeadlineText, after number: DeadlineNumber) {
        var end = number.end
        var count = 0
        while count < Self.limit, Self.isLink(text[end]), let next = DeadlineNumber(in: text, at: end + 1) {
            end = next.end
            count += 1
        }
        guard count > 0, !(text[end] == "个") else {
            unit = nil
            return
        }
        switch text[end] {
        case "月", "季", "日", "号", "年": unit = text[end]
        default: unit = nil
        }
    }

    private static func isLink(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "、", "至", "到", "和", "及", "或", "与": true
        default: false
        }
    }
}
