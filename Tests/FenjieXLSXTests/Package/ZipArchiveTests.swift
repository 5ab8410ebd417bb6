internal import FenjieModel
internal import FenjieTestSupport
internal import FenjieXLSX
import Testing

@Suite("Containers")
struct ZipArchiveTests {
    private static let rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>任务</t></is></c></row>"
    private static let good = WorkbookBuilder(rows: rows).container()

    @Test("Parts are read stored and deflated")
    func methods() throws {
        for method in [0, 8] {
            // Large enough for several deflate blocks and several windows.
            let many = (1...20_000).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c></row>" }
            var book = WorkbookBuilder(rows: many.joined())
            book.method = method
            let cells = try Reading.cells(book.bytes())
            #expect(cells.count == 20_000 && cells["A20000"] == "20000")
        }
    }

    @Test("Names count without the case of their letters, a leading slash or the kind of slash")
    func names() throws {
        for change in [
            { (name: [UInt8]) in name.map { $0 == 0x2F ? 0x5C : $0 } }, { [0x2F] + $0 },
            { $0.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 } },
        ] as [([UInt8]) -> [UInt8]] {
            var zip = Self.good
            for index in zip.entries.indices { zip.entries[index].name = change(zip.entries[index].name) }
            #expect(try Reading.cells(zip.bytes()) == ["A1": "任务"])
        }
    }

    @Test("A bent entry is refused and the reason said")
    func bent() throws {
        let bends: [(word: String, method: Int, bend: (inout ZipBuilder.Entry) -> Void)] = [
            ("校验和", 8, { $0.checksum = 1 }), ("10 字节", 8, { $0.declaredSize = 10 }),
            ("与声明的 100000 字节不符", 8, { $0.declaredSize = 100_000 }), ("大小不符", 0, { $0.declaredSize = 100_000 }),
            ("已加密", 8, { $0.flags = 1 }), ("bzip2", 0, { $0.method = 12 }), ("deflate64", 0, { $0.method = 9 }),
            ("符号链接", 8, { $0.unixMode = 0xA1FF }), ("上限 4294967296", 8, { $0.size64 = 1 << 62 }),
        ]
        for (word, method, bend) in bends {
            var book = WorkbookBuilder(rows: Self.rows)
            book.method = method
            var zip = book.container()
            for index in zip.entries.indices where zip.entries[index].name == Array("xl/worksheets/sheet0.xml".utf8) {
                bend(&zip.entries[index])
            }
            let failure = try #require(try Reading.refusal(zip.bytes()))
            #expect(failure.message.chinese.contains(word), "\(failure.message.chinese)")
        }
    }

    @Test("Two parts of one name are refused, also where only case differs")
    func duplicates() throws {
        for name in ["xl/worksheets/sheet0.xml", "XL/worksheets/SHEET0.xml"] {
            var zip = Self.good
            zip.add(name, "<worksheet/>")
            #expect(try Reading.refusal(zip.bytes())?.message.chinese.contains("重名") == true)
        }
    }

    @Test("Each limit is an option, and its refusal names it")
    func limits() throws {
        let changes: [(XLSXLimit, Int)] = [
            (.entries, 3), (.sheetBytes, 50), (.partBytes, 40),
            (.totalBytes, 300), (.depth, 2), (.attributes, 2),
            (.valueBytes, 5), (.rowBytes, 4), (.sheets, 0),
            (.mergedRanges, 1),
            (.sharedStrings, 7), (.sharedStringBytes, 30),
        ]
        var book = WorkbookBuilder(
            rows: Self.rows + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c></row>",
            behind: "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:B2\"/></mergeCells>")
        book.sharedStrings = String(repeating: "<si><t>x</t></si>", count: 8)
        #expect(try Reading.refusal(book.bytes()) == nil)
        for (limit, value) in changes {
            var limits = XLSXLimits()
            limits[limit] = value
            let failure = try #require(try Reading.refusal(book.bytes(), limits: limits), "\(limit)")
            #expect(failure.cause == .limit)
            #expect(failure.message.chinese.hasSuffix("上限 \(value)（\(limit.name)）"), "\(failure.message.chinese)")
            #expect(failure.hint?.english.contains("--limit \(limit.name)=") == true)
        }
    }

    @Test("A text shared very often is refused before it fills the disk")
    func amplification() throws {
        var book = WorkbookBuilder(rows: (1...200).map { "<row r=\"\($0)\"><c t=\"s\"><v>0</v></c></row>" }.joined())
        book.sharedStrings = "<si><t>" + String(repeating: "长", count: 1_000) + "</t></si>"
        #expect(try Reading.refusal(book.bytes()) == nil)
        var limits = XLSXLimits()
        limits.ratioBytes = 1 << 16
        limits.ratio = 10
        #expect(try Reading.refusal(book.bytes(), limits: limits)?.cause == .limit)
    }

    @Test("The ZIP64 end record is followed where the numbers of the usual one do not fit, and checked")
    func largeDirectory() throws {
        let whole = Self.good.bytes()
        let end = whole.count - 22
        func number(_ value: Int, _ width: Int) -> [UInt8] {
            (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
        }
        func field(_ offset: Int, _ width: Int) -> Int {
            (0..<width).reduce(0) { $0 | Int(whole[end + offset + $1]) << ($1 * 8) }
        }
        let (count, size, offset) = (field(10, 2), field(12, 4), field(16, 4))
        func bytes(count: Int, size: Int, offset: Int, recordAt record: Int, signature: [UInt8]) -> [UInt8] {
            Array(whole[..<end]) + signature + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 8)
                + number(count, 8) + number(count, 8) + number(size, 8) + number(offset, 8)
                + [0x50, 0x4B, 6, 7] + number(0, 4) + number(record, 8) + number(1, 4)
                + [0x50, 0x4B, 5, 6] + number(0, 4) + number(-1, 2) + number(-1, 2) + number(-1, 4) + number(-1, 4)
                + number(0, 2)
        }
        let signature: [UInt8] = [0x50, 0x4B, 6, 6]
        let good = bytes(count: count, size: size, offset: offset, recordAt: end, signature: signature)
        #expect(try Reading.cells(good) == ["A1": "任务"])
        let bent = [
            bytes(count: count, size: size, offset: offset, recordAt: end + 1, signature: signature),
            bytes(count: count, size: size, offset: offset, recordAt: 1 << 40, signature: signature),
            bytes(count: count, size: size, offset: offset, recordAt: -1, signature: signature),
            bytes(count: count, size: size, offset: offset, recordAt: end, signature: [0x50, 0x4B, 6, 5]),
            bytes(count: count, size: size, offset: 1 << 62, recordAt: end, signature: signature),
            bytes(count: count, size: -1, offset: offset, recordAt: end, signature: signature),
            bytes(count: count, size: Int.max, offset: offset, recordAt: end, signature: signature),
            bytes(count: Int.max, size: size, offset: offset, recordAt: end, signature: signature),
        ]
        for (number, bytes) in bent.enumerated() {
            #expect(try Reading.refusal(bytes) != nil, "case \(number)")
        }
    }

    @Test("A workbook cut anywhere is refused")
    func cut() throws {
        let whole = Self.good.bytes()
        for length in 0..<whole.count {
            #expect(try Reading.refusal(Array(whole[..<length])) != nil, "cut at \(length)")
        }
    }

    @Test("A workbook with a damaged byte is read or refused, never worse")
    func damaged() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        var book = WorkbookBuilder(rows: Self.rows)
        book.method = 8
        book.sharedStrings = "<si><t>甲</t></si>"
        book.styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
        let whole = book.bytes()
        var refused = 0
        for place in whole.indices {
            var bytes = whole
            bytes[place] = UInt8(truncatingIfNeeded: generator.next())
            if try Reading.refusal(bytes) != nil { refused += 1 }
        }
        #expect(refused > whole.count / 2, "seed \(seed)")
    }
}
