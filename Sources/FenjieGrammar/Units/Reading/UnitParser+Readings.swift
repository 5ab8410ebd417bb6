internal import FenjieModel

// From items to readings: names, roles, collectives, and what looks odd.

extension UnitParser {
    /// The readings of all items, each name and role once.
    mutating func readings() -> [UnitReading] {
        guard !items.isEmpty else { return [] }
        if options.firstLeads, !hasRoles { items[0].role = .lead }
        var readings: [UnitReading] = []
        readings.reserveCapacity(items.count)
        for item in items { readings.append(reading(of: item)) }
        return withoutDuplicates(readings)
    }

    private mutating func reading(of item: UnitItem) -> UnitReading {
        let bytes = glyphs.byteRange(item.range)
        let printed = String(decoding: glyphs.bytes[bytes], as: UTF8.self)
        let isPlain = item.prefix.isEmpty && item.suffix.isEmpty && !glyphs.hasGap(item.range)
        let name = isPlain ? printed : restoredName(item)
        let isCollective = item.isKnown ? item.knowledge == .collective : isCollective(item)
        noteOddities(item, name)
        return UnitReading(
            name: name, role: item.role ?? columnRole, isCollective: isCollective,
            isOpen: item.isOpen || item.isOpenTail,
            printed: printed, range: bytes)
    }

    private func restoredName(_ item: UnitItem) -> String {
        var name: [UInt8] = []
        name.reserveCapacity((item.prefix.count + item.range.count + item.suffix.count + 1) * 3)
        glyphs.append(item.prefix, to: &name)
        if item.hasPartyPrefix { name.append(contentsOf: "委".utf8) }
        glyphs.append(item.range, to: &name)
        glyphs.append(item.suffix, to: &name)
        return String(decoding: name, as: UTF8.self)
    }

    private mutating func withoutDuplicates(_ readings: [UnitReading]) -> [UnitReading] {
        guard readings.count > 1 else { return readings }
        if readings.count <= 24 {
            var isRepeated = false
            for index in 1..<readings.count where !isRepeated {
                let range = readings[index].name
                for other in 0..<index where readings[other].name.utf8.count == range.utf8.count {
                    if readings[other].name == range { isRepeated = true }
                }
            }
            if !isRepeated { return readings }
        }
        var seen: [UnitKey: Int] = [:]
        var kept: [UnitReading] = []
        for reading in readings {
            let key = UnitKey(name: reading.name, role: reading.role)
            if let first = seen[key] {
                if reading.isOpen { kept[first].isOpen = true }
                doubts.append(Self.duplicate(reading.name))
                continue
            }
            seen[key] = kept.count
            kept.append(reading)
        }
        return kept
    }

    private mutating func noteOddities(_ item: UnitItem, _ name: String) {
        guard !item.isKnown else { return }
        if isBroken(item) { doubts.append(Self.broken(name)) }
        if !item.shape.isComplete, item.suffix.isEmpty, !isPlaceClass(item) { doubts.append(Self.incomplete(name)) }
    }

    /// 县各镇人民政府: a level directly before 各 and a class of places.
    private func isBroken(_ item: UnitItem) -> Bool {
        let shape = item.shape
        // 兵团各师市 is whole: a corps has no name before it.
        guard shape.prefix == .level, shape.prefixEnd + 1 < item.end, !shape.isSeveral,
            glyphs.codes[item.start] != 0x5175,
            glyphs.codes[shape.prefixEnd] == 0x5404
        else { return false }
        return words.words.longest(
            in: glyphs.codes, from: shape.prefixEnd + 1, to: item.end, [.placeClass, .level]
        ).length > 0
    }

    private func isPlaceClass(_ item: UnitItem) -> Bool {
        words.words.longest(in: glyphs.codes, from: item.start, to: item.end, .placeClass).length == item.range.count
    }

    private struct UnitKey: Hashable {
        var name: String
        var role: Role
    }

    private static func duplicate(_ name: String) -> Finding {
        Finding(
            "unit-duplicate", .info, unit: name,
            message: Message("“\(name)”在同一栏重复出现，只计一次", "“\(name)” stands twice in the cell and counts once"))
    }

    private static func broken(_ name: String) -> Finding {
        Finding(
            "unit-name-broken", .warning, unit: name,
            message: Message("“\(name)”像是缺了字，按原文保留", "“\(name)” looks broken; it was kept as printed"),
            hint: Message("请对照原件核实单位名称", "compare the name with the original"))
    }

    private static func incomplete(_ name: String) -> Finding {
        Finding(
            "unit-name-incomplete", .info, unit: name,
            message: Message("“\(name)”没有常见的单位名称结尾，按原文保留", "“\(name)” ends like no unit; it was kept as printed"),
            hint: Message("请核实，或在单位名录中登记该名称", "check it, or add the name to the unit directory"))
    }
}
