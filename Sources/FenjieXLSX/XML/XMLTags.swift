internal import FenjieModel

/// Start and end tags, XML 1.0, 3.1.
extension XMLScanner {
    mutating func scanStartTag() throws(XLSXFailure) {
        guard !openStarts.isEmpty || !hasRoot else { throw wrong("有两个根元素", "it has two root elements") }
        while true {
            let start = window.position
            if try scanStartTagInWindow() { break }
            // The tag is not all here yet: read on and begin it again.
            guard try window.advance(keeping: start) else { throw wrong("标记没有结束", "a tag does not end") }
        }
        hasRoot = true
        guard openStarts.count < limits.depth else {
            throw .limit(
                Message("部件 \(window.name) 的 XML 嵌套过深", "the XML of part \(window.name) is nested too deep"),
                .depth, limits.depth)
        }
        openStarts.append(openNames.count)
        silent.append(false)
        let whole = (prefix.isEmpty ? name.lowerBound : prefix.lowerBound)..<name.upperBound
        for index in whole { openNames.append(window.bytes[index]) }
        try bindNamespaces()
    }

    /// Reads a start tag if all of it is in the window; the position moves only then.
    private mutating func scanStartTagInWindow() throws(XLSXFailure) -> Bool {
        var index = window.position + 1
        guard let (colon, nameEnd) = try scanName(at: index) else { return false }
        prefix = colon < 0 ? 0..<0 : index..<colon
        name = (colon < 0 ? index : colon + 1)..<nameEnd
        index = nameEnd
        attributes.removeAll(keepingCapacity: true)
        while true {
            let spaceStart = index
            index = skipSpace(from: index)
            guard index + 1 < window.end else { return false }
            switch window.bytes[index] {
            case UInt8(ascii: ">"):
                window.position = index + 1
                if attributes.count > 1 { try checkDuplicates() }
                return true
            case UInt8(ascii: "/"):
                guard window.bytes[index + 1] == UInt8(ascii: ">") else { throw wrong("标记有误", "a tag is wrong") }
                window.position = index + 2
                isEmptyElement = true
                if attributes.count > 1 { try checkDuplicates() }
                return true
            default:
                guard index > spaceStart else { throw wrong("属性之间缺少空格", "attributes stand without a space between") }
                guard let next = try scanAttribute(at: index) else { return false }
                index = next
            }
        }
    }

    private mutating func scanAttribute(at start: Int) throws(XLSXFailure) -> Int? {
        guard let (colon, nameEnd) = try scanName(at: start) else { return nil }
        var index = skipSpace(from: nameEnd)
        guard index < window.end else { return nil }
        guard window.bytes[index] == UInt8(ascii: "=") else { throw wrong("属性没有值", "an attribute has no value") }
        index = skipSpace(from: index + 1)
        guard index < window.end else { return nil }
        let quote = window.bytes[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw wrong("属性值没有引号", "an attribute value has no quotes")
        }
        index += 1
        let valueStart = index
        var hasReferences = false
        let end = window.end
        while index < end {
            let byte = window.bytes[index]
            if byte == quote { break }
            if byte == UInt8(ascii: "<") { throw wrong("属性值中有 <", "an attribute value holds <") }
            if byte == UInt8(ascii: "&") || byte < 0x20 { hasReferences = true }
            index += 1
        }
        guard index < end else { return nil }
        guard attributes.count < limits.attributes else {
            throw .limit(
                Message("部件 \(window.name) 中一个元素的属性过多", "an element of part \(window.name) has too many attributes"),
                .attributes, limits.attributes)
        }
        guard index - valueStart <= limits.valueBytes else {
            throw .limit(
                Message("部件 \(window.name) 中有过长的属性值", "part \(window.name) holds an overlong attribute value"),
                .valueBytes, limits.valueBytes)
        }
        if hasReferences { try checkReferences(in: valueStart..<index) }
        attributes.append(
            XMLAttribute(
                name: start..<nameEnd, localStart: colon < 0 ? start : colon + 1, value: valueStart..<index,
                hasReferences: hasReferences))
        return index + 1
    }

    /// Reads a name: where its colon stands (-1 for none) and where it ends; `nil` where the window ends first.
    @inline(__always)
    private func scanName(at start: Int) throws(XLSXFailure) -> (colon: Int, end: Int)? {
        var index = start
        var colon = -1
        let end = window.end
        while index < end {
            let byte = window.bytes[index]
            if byte == UInt8(ascii: ":") {
                guard colon < 0, index > start else { throw wrong("名称有误", "a name is wrong") }
                colon = index
            } else if !Self.isNameByte(byte) {
                break
            }
            index += 1
        }
        guard index < end else { return nil }
        guard index > start, colon != index - 1, Self.startsName(window.bytes[start]) else {
            throw wrong("名称有误", "a name is wrong")
        }
        return (colon, index)
    }

    mutating func scanEndTag() throws(XLSXFailure) {
        guard let nameStart = openStarts.last else { throw wrong("多出结束标记", "there is an end tag too many") }
        let length = openNames.count - nameStart
        let start = window.position
        try need(length + 3, from: start)
        var index = window.position + 2
        for offset in 0..<length where window.bytes[index + offset] != openNames[nameStart + offset] {
            throw wrong("开始和结束标记不匹配", "start and end tags do not match")
        }
        let nameEnd = index + length
        name = index..<nameEnd
        if let colon = window.bytes[name].firstIndex(of: UInt8(ascii: ":")) { name = (colon + 1)..<nameEnd }
        index = skipSpace(from: nameEnd)
        while index == window.end {
            // White space before the bracket, and the window ends in it.
            let before = window.position
            guard try window.advance(keeping: before) else { throw wrong("标记没有结束", "a tag does not end") }
            let shift = before - window.position
            name = (name.lowerBound - shift)..<(name.upperBound - shift)
            index = skipSpace(from: index - shift)
        }
        guard window.bytes[index] == UInt8(ascii: ">") else {
            throw wrong("开始和结束标记不匹配", "start and end tags do not match")
        }
        window.position = index + 1
        leaveElement()
    }

    /// Opens an element whose plain start tag without prefix was found by a short cut; `false` where it lies too deep.
    mutating func enterPlain(_ name: Range<Int>, end: Int) -> Bool {
        guard openStarts.count < limits.depth, hasRoot, !openStarts.isEmpty else { return false }
        openStarts.append(openNames.count)
        silent.append(false)
        for index in name { openNames.append(window.bytes[index]) }
        window.position = end
        return true
    }

    mutating func leaveElement() {
        if namespaces.count > 0 { namespaces.leave(depth: openStarts.count) }
        wasSilent = silent.popLast() ?? false
        if wasSilent { silentCount -= 1 }
        if let start = openStarts.popLast() { openNames.removeLast(openNames.count - start) }
    }

    private func checkDuplicates() throws(XLSXFailure) {
        if attributes.count <= 12 {
            for later in 1..<attributes.count {
                for earlier in 0..<later where isSameName(attributes[later].name, attributes[earlier].name) {
                    throw wrong("属性重复", "an attribute comes twice")
                }
            }
            return
        }
        var seen: Set<[UInt8]> = []
        for attribute in attributes where !seen.insert(Array(window.bytes[attribute.name])).inserted {
            throw wrong("属性重复", "an attribute comes twice")
        }
    }

    @inline(__always)
    private func isSameName(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard left.count == right.count else { return false }
        for offset in 0..<left.count
        where window.bytes[left.lowerBound + offset] != window.bytes[right.lowerBound + offset] {
            return false
        }
        return true
    }

    private mutating func bindNamespaces() throws(XLSXFailure) {
        for attribute in attributes {
            let start = attribute.name.lowerBound
            guard window.bytes[start] == UInt8(ascii: "x"), attribute.name.count >= 5, matches("xmlns", at: start)
            else {
                continue
            }
            let rest = (start + 5)..<attribute.name.upperBound
            guard rest.isEmpty || window.bytes[rest.lowerBound] == UInt8(ascii: ":") else { continue }
            guard namespaces.count < limits.attributes else {
                throw .limit(
                    Message("部件 \(window.name) 的命名空间过多", "part \(window.name) has too many namespaces"),
                    .attributes, limits.attributes)
            }
            namespaces.bind(
                Array(window.bytes[rest.dropFirst()]),
                to: XMLVocabulary(uri: window.bytes.span.extracting(attribute.value)), depth: openStarts.count)
        }
    }
}
