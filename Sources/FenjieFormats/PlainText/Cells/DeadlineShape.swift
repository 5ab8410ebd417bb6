/// Tells whether a cell looks like a deadline.
enum DeadlineShape {
    /// Whether at least one time word is there and little else.
    static func matches(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= 120 else { return false }
        var index = 0
        var known = 0
        var hasTime = false
        var digits = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                if (0x30...0x39).contains(byte) { digits += 1 }
                if !(0x41...0x7A).contains(byte) { known += 1 }
                index += 1
                continue
            }
            if let word = word(in: bytes, at: index) {
                known += word.length
                hasTime = hasTime || word.isTime
                index += word.length
            } else {
                index += length(of: byte)
            }
        }
        return (hasTime && known * 10 >= bytes.count * 7) || isDottedDate(bytes, digits: digits)
    }

    /// `2026.6.30`, `2026-06-30`, `2026/6`, `6.30`.
    private static func isDottedDate(_ bytes: [UInt8], digits: Int) -> Bool {
        guard digits >= 4, bytes.count <= 23 else { return false }
        let marks = bytes.filter { [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/")].contains($0) }.count
        return marks >= 1 && marks + digits == bytes.count && bytes.starts(with: "20".utf8)
    }

    private static func length(of lead: UInt8) -> Int { lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2 }

    private static func word(in bytes: [UInt8], at index: Int) -> (length: Int, isTime: Bool)? {
        guard index + 2 < bytes.count, let candidates = words[key(bytes, index)] else { return nil }
        for (word, isTime) in candidates where bytes[index...].starts(with: word) { return (word.count, isTime) }
        return nil
    }

    private static func key(_ bytes: [UInt8], _ index: Int) -> UInt32 {
        UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
    }

    /// The words by their first character, longer ones first; those that name a time by themselves are marked.
    private static let words: [UInt32: [(word: [UInt8], isTime: Bool)]] = {
        let all = (times.map { ($0, true) } + fillers.map { ($0, false) })
            .map { (word: Array($0.0.utf8), isTime: $0.1) }
            .sorted { $0.word.count > $1.word.count }
        return Dictionary(grouping: all) { key($0.word, 0) }
    }()

    private static let times = [
        "年", "月", "日", "季度", "全年", "长期", "常年", "年底", "月底", "季末", "月末", "上旬", "中旬", "下旬", "立即", "立行立改", "即知即改",
        "即时", "实时", "适时", "每周", "每月", "每季", "半年", "持续", "常态化", "长效", "工作日", "按时限", "随时", "周五", "年内", "近期", "已完成",
        "年中", "号前",
    ]
    private static let fillers = [
        "完成", "前", "底", "末", "初", "至", "到", "起", "内", "并", "后", "以前", "之前", "上", "下", "第", "一", "二", "三", "四", "五", "六",
        "七",
        "八", "九", "十", "〇", "推进", "坚持", "实施", "落实", "开展", "按", "要求", "规定", "时间", "时限", "节点", "及时", "定期", "动态", "调整",
        "更新", "本",
        "文件", "印发", "反馈", "、", "，", "；", "。", "—", "－", "–", "～", "（", "）", "个", "每", "期间", "进度", "进行", "当", "次", "各",
        "阶段", "基本", "取得",
        "达到", "阶段性", "成效", "进展", "于", "为", "省", "市", "县", "上级", "根据", "计划", "工作", "有序", "逐步", "：",
    ]
}
