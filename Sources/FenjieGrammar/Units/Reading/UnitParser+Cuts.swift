internal import FenjieModel

// Where one name ends and the next begins without a mark: conjunctions, nothing at all.

extension UnitParser {
    /// The length of the conjunction at a glyph if it parts two units, otherwise 0.
    func conjunction(_ name: Int, _ index: Int, _ end: Int) -> Int {
        let length = conjunctionLength(index, end)
        guard length > 0, index > name, index + length < end else { return 0 }
        let right = index + length
        if words.words.longest(in: glyphs.codes, from: index, to: end, .notConjunction).length > 0 {
            // 县委和县政府: 和县 is a county only where nothing else is meant.
            guard glyphs.codes[right] == 0x53BF, isComplete(name, index),
                startsWithLevelAndBody(right, end) || isLevelAffiliation(right, end)
            else {
                return 0
            }
            return length
        }
        // 文化和旅游: a matter that contains the conjunction.
        if isInsideStem(name, index, end) { return 0 }
        if isComplete(name, index) {
            // 市直有关部门和单位 is one name.
            if endsGeneral(name, index), generalNoun(right, end) == end, !startsSeveral(right, end) { return 0 }
            let left = ending(name, index)
            if let left, left.kinds.contains(.placeEnd), left.kinds.isDisjoint(with: [.body, .classEnd]) {
                return startsName(right, end) || isComplete(right, end) && endsLikePlace(right, end) ? length : 0
            }
            return startsName(right, end) || endsComplete(right, end) ? length : 0
        }
        return sharesEnding(name, index, right, end) ? length : 0
    }

    /// The length of a conjunction; 和 及 与 暨 以及.
    func conjunctionLength(_ index: Int, _ end: Int) -> Int {
        switch glyphs.codes[index] {
        case 0x548C, 0x53CA, 0x4E0E, 0x66A8: 1
        case 0x4EE5 where index + 1 < end && glyphs.codes[index + 1] == 0x53CA: 2
        // 联合
        case 0x8054
        where index + 1 < end && glyphs.codes[index + 1] == 0x5408 && surelyStartsName(index + 2, end): 2
        default: 0
        }
    }

    /// Whether a known matter spans the conjunction, seen from the start of the name or behind its level.
    private func isInsideStem(_ name: Int, _ index: Int, _ end: Int) -> Bool {
        for start in max(name, index - 8)..<index {
            let match = words.words.longest(
                in: glyphs.codes, from: start, to: end, [.stem, .general, .localBody, .organ])
            if start + match.length > index + 1, !isComplete(name, index) || start == name { return true }
        }
        return false
    }

    private func endsGeneral(_ start: Int, _ end: Int) -> Bool {
        guard let ending = ending(start, end), ending.kinds.contains(.classEnd) else { return false }
        return words.words.longest(in: glyphs.codes, from: ending.start, to: end, .placeClass).length == 0
    }

    private func startsSeveral(_ start: Int, _ end: Int) -> Bool {
        glyphs.codes[start] == 0x5404  // 各
    }

    private func endsLikePlace(_ start: Int, _ end: Int) -> Bool {
        ending(start, end).map { !$0.kinds.isDisjoint(with: [.placeEnd, .organEnd, .classEnd]) } ?? false
    }

    /// Whether some prefix of the text, up to the next conjunction or open end, is a complete name.
    private func endsComplete(_ start: Int, _ end: Int) -> Bool {
        var index = start
        let limit = min(end, start + 40)
        while index < limit {
            let flags = words.classes[glyphs.codes[index]]
            if flags & 0x0F == GlyphClasses.Mark.open.rawValue {
                index = min(skipBracket(index), limit)
                continue
            }
            if flags & (GlyphClasses.conjunction | GlyphClasses.openEnd | GlyphClasses.phrase) != 0,
                isComplete(start, index)
            {
                return true
            }
            index += 1
        }
        return isComplete(start, limit)
    }

    /// 人社和医保部门, 西城和南城街道: two names with one ending.
    private func sharesEnding(_ name: Int, _ index: Int, _ right: Int, _ end: Int) -> Bool {
        let stop = nextStop(right, end)
        guard let ending = ending(right, stop), !ending.kinds.contains(.noEnd) else {
            return isBehindIncomplete && isWholeStem(name, index) && isWholeStem(right, stop)
        }
        let isPlace = ending.kinds.contains(.placeEnd)
        if isBehindIncomplete { return isWholeStem(right, ending.start) || isPlace }
        guard isWholeStem(right, ending.start), isWholeStem(name, index) else { return false }
        // 教育和体育局 is one body; 人社和医保部门 are two.
        return ending.kinds.contains(.classEnd)
    }

    /// Where the text stops being one name: at 等, a role phrase or the end.
    func nextStop(_ start: Int, _ end: Int) -> Int {
        var index = start
        let end = min(end, start + 48)
        while index < end {
            let flags = words.classes[glyphs.codes[index]]
            if flags & GlyphClasses.openEnd != 0 { return index }
            if flags & GlyphClasses.phrase != 0, let phrase = rolePhrase(index, end), phrase.isStrong { return index }
            index += 1
        }
        return end
    }

    /// The name before in the same list has no ending yet.
    private var isBehindIncomplete: Bool {
        guard separator == .weak, let last = items.last else { return false }
        return !last.shape.isComplete
    }

    /// A matter, with or without a level before it, and nothing else.
    func isWholeStem(_ start: Int, _ end: Int) -> Bool {
        guard start < end else { return false }
        let codes = glyphs.codes
        if words.words.longest(in: codes, from: start, to: end, .stem).length == end - start { return true }
        let shape = shape(start, end)
        return shape.prefixEnd > start && shape.stemEnd == end
    }

    func startsWithBareLevel(_ start: Int, _ end: Int) -> Bool {
        let match = words.words.longest(in: glyphs.codes, from: start, to: end, [.level, .noLevel])
        return match.kinds.contains(.level) && match.length == 1
    }

    /// 市委, 市政府, 县人大常委会: an organ without a department.
    func isBareOrgan(_ start: Int, _ end: Int) -> Bool {
        let shape = shape(start, end)
        guard shape.prefixEnd > start, shape.prefixEnd < end else { return false }
        return shape.organEnd == end || (shape.partyEnd == end)
    }

    /// Whether a new name begins here without any mark: 市教育局市财政局.
    func runsTogether(_ name: Int, _ index: Int, _ end: Int) -> Bool {
        guard index - name >= 3, let left = ending(name, index), !left.kinds.contains(.noEnd) else { return false }
        let codes = glyphs.codes
        if codes[index] == 0x5404 || codes[index] == 0x6709 || codes[index] == 0x76F8 {  // 各 有关 相关
            return severalRunsOn(name, index, end, left.kinds)
        }
        guard
            !left.kinds.isDisjoint(with: [.body, .classEnd]) || isSeveralPlace(name, index) || codes[index - 1] == 0x29
        else { return false }
        guard !isBareOrgan(name, index), surelyStartsName(index, end),
            startsWithBareLevel(index, end) || startsWithYouthLeague(index, end)
        else { return false }
        guard words.words.longest(in: codes, from: name, to: end, .vertical).length == 0 else { return false }
        // 各民主党派市委会 is one name.
        if codes[index - 1] == 0x6D3E { return false }
        // 市纪委市监委 is one body.
        if codes[index - 1] == 0x59D4, index + 2 < end, codes[index + 1] == 0x76D1, codes[index + 2] == 0x59D4 {
            return false
        }
        if shape(name, end).prefixEnd > index { return false }
        let before = shape(name, index)
        return before.prefix == .level || before.isSeveral || before.prefix == .zone
    }

    private func isSeveralPlace(_ start: Int, _ end: Int) -> Bool {
        words.words.longest(in: glyphs.codes, from: start, to: end, .several).length > 0
    }

    /// 高新园（邹区镇）各街道: 各 begins another name behind a complete one, unless it stands inside a collective.
    private func severalRunsOn(_ name: Int, _ index: Int, _ end: Int, _ left: WordKind) -> Bool {
        let several = words.words.longest(in: glyphs.codes, from: index, to: end, .several).length
        guard several > 0 else { return false }
        let isBracketed = glyphs.codes[index - 1] == 0x29
        let place = words.words.longest(in: glyphs.codes, from: index + several, to: end, [.placeClass, .level]).length
        guard place > 0 else { return false }
        if isBracketed { return true }
        return left.contains(.body) && !isBareOrgan(name, index) || left.contains(.organEnd)
    }

    /// Names of places that run together: 五星街道南大街街道; the ends of all but the last.
    func placeCuts(_ start: Int, _ end: Int) -> [Int] {
        guard end - start >= 6, let last = ending(start, end), last.kinds.contains(.placeEnd) else { return [] }
        let classes: [[UInt16]] = [[0x8857, 0x9053], [0x9547], [0x4E61]]
        var cuts: [Int] = []
        var begin = start
        var index = start + 2
        while index < end {
            for word in classes where index + word.count <= end && index - begin >= 1 {
                guard zip(word, glyphs.codes[index...]).allSatisfy({ $0 == $1 }) else { continue }
                let cut = index + word.count
                // 大街街道: 街 belongs to the name.
                guard cut < end, end - cut >= word.count, cut - begin >= word.count + 1 else { continue }
                let rest = words.words.longest(
                    in: glyphs.codes, from: cut, to: end, [.organ, .general, .placeClass, .level, .several])
                guard rest.length == 0 || rest.kinds.isDisjoint(with: [.organ, .general, .several]),
                    rest.length < end - cut
                else { continue }
                cuts.append(cut)
                begin = cut
            }
            index += 1
        }
        let isSameClass = classes.contains { word in
            end - word.count > start && zip(word, glyphs.codes[(end - word.count)...]).allSatisfy { $0 == $1 }
        }
        return isSameClass ? cuts : []
    }

    /// Zones that run together: 经开区高新园; the ends of all but the last.
    func zoneCuts(_ start: Int, _ end: Int) -> [Int] {
        let first = words.words.longest(in: glyphs.codes, from: start, to: end, .zone).length
        guard first > 1, start + first < end else { return [] }
        let second = words.words.longest(in: glyphs.codes, from: start + first, to: end, .zone).length
        let next = start + first + second
        guard second > 1, next == end || glyphs.codes[next] == 0x28 else { return [] }
        return [start + first]
    }

    /// Departments that run together: 市教育局财政局公安局; the ends of all but the last.
    func bodyCuts(_ start: Int, _ end: Int) -> [Int] {
        guard end - start >= 7 else { return [] }
        var cuts: [Int] = []
        var index = start + 2
        while index + 2 < end {
            defer { index += 1 }
            guard isBureauEnd(glyphs.codes[index - 1]), glyphs.codes[index] >= 0x4E00 else { continue }
            let stem = words.words.longest(in: glyphs.codes, from: index, to: end, .stem).length
            guard stem > 0, index + stem < end, isBureauEnd(glyphs.codes[index + stem]) else { continue }
            let next = index + stem + 1
            guard next == end || isKnownBureau(next, end) else { continue }
            let shape = shape(cuts.last ?? start, index)
            guard shape.prefix != .vertical, shape.stemEnd == index - 1 else { continue }
            cuts.append(index)
        }
        return cuts
    }

    private func isKnownBureau(_ start: Int, _ end: Int) -> Bool {
        let stem = words.words.longest(in: glyphs.codes, from: start, to: end, .stem).length
        return stem > 0 && start + stem < end && isBureauEnd(glyphs.codes[start + stem])
    }

    private func isBureauEnd(_ code: UInt16) -> Bool { code == 0x5C40 || code == 0x59D4 || code == 0x5385 }

    static func runTogether(_ name: String) -> Finding {
        Finding(
            "unit-run-together", .warning, unit: name,
            message: Message("“\(name)”与后面的单位连写，已从此处断开", "“\(name)” runs into the next name; it was cut there"),
            hint: Message("请核对断开之处，并补上顿号", "check the cut and add a separator"))
    }
}
