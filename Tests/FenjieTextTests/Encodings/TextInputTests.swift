import FenjieFiles
import FenjieModel
import FenjieText
import Testing

@Suite struct TextInputTests {
    static let text = "序号,责任单位\n1,云溪县教育局\n2,青石镇人民政府\n"

    /// One text in each form that is read without being told.
    static let forms: [(name: String, bytes: [UInt8], encoding: TextEncoding, hasMark: Bool)] = {
        func encoded(_ encoding: TextEncoding) -> [UInt8] {
            var bytes: [UInt8] = []
            TextEncoder(encoding)?.encode(Array(text.utf8).span, into: &bytes)
            return bytes
        }
        return [
            ("UTF-8", encoded(.utf8), .utf8, false),
            ("UTF-8 with mark", [0xEF, 0xBB, 0xBF] + encoded(.utf8), .utf8, true),
            ("GBK", encoded(.gb18030), .gb18030, false),
            ("GB18030 with mark", [0x84, 0x31, 0x95, 0x33] + encoded(.gb18030), .gb18030, true),
            ("UTF-16LE with mark", [0xFF, 0xFE] + encoded(.utf16LittleEndian), .utf16LittleEndian, true),
            ("UTF-16BE with mark", [0xFE, 0xFF] + encoded(.utf16BigEndian), .utf16BigEndian, true),
        ]
    }()

    @Test("finds the encoding by itself", arguments: forms.indices)
    func detects(index: Int) throws {
        let form = Self.forms[index]
        for windowSize in [1, 7, TextInput.standardWindowSize] {
            let input = try TextInput(InputFile(bytes: form.bytes, name: "a.csv"), windowSize: windowSize)
            #expect(input.encoding == form.encoding)
            #expect(input.hasByteOrderMark == form.hasMark)
            #expect(try String(decoding: input.contents(), as: UTF8.self) == Self.text)
            #expect(input.findings.isEmpty)
            #expect(try String(decoding: input.contents(), as: UTF8.self) == Self.text, "a second time")
        }
    }

    @Test("an encoding that is told is not doubted")
    func told() throws {
        let gbk = InputFile(bytes: [0xC3, 0xA4], name: "a.txt")
        #expect(try TextInput(gbk).contents() == Array("ä".utf8))
        #expect(try TextInput(gbk, encoding: .gb18030).contents() == Array("盲".utf8))
        let utf16 = InputFile(bytes: [0x41, 0x00, 0x2D, 0x4E], name: "a.txt")
        #expect(try TextInput(utf16, encoding: .utf16LittleEndian).contents() == Array("A中".utf8))
        let marked = InputFile(bytes: [0xFE, 0xFF, 0x00, 0x41], name: "a.txt")
        #expect(try TextInput(marked, encoding: .utf16LittleEndian).contents() == Array("A".utf8))
    }

    /// Inputs that are refused, and the Chinese and English message.
    static let refusals: [(name: String, bytes: [UInt8], encoding: TextEncoding?, place: String, message: Message)] = [
        (
            "Latin-1", Array("caf".utf8) + [0xE9] + Array(",na".utf8) + [0xEF] + Array("ve\n".utf8), nil, "x:1, byte 3",
            Message(
                "无法判断文字编码：UTF-8 在第 3 字节处、GB18030 在第 3 字节处出错",
                "unknown encoding: UTF-8 fails at byte 3, GB18030 at byte 3")
        ),
        (
            "UTF-8 with one bad byte", Array("一,二\n三,四\n".utf8) + [0xFF] + Array("五\n".utf8), nil, "x:3, byte 16",
            Message(
                "文字在第 16 字节以前是 UTF-8，此处损坏或混入了其他编码",
                "the text is UTF-8 up to byte 16, where it is damaged or goes on in another encoding")
        ),
        (
            "UTF-8 and then GBK", Array("单位,金额\n".utf8) + [0xB5, 0xA5, 0xCE, 0xBB, 0x0A], nil, "x:2, byte 14",
            Message(
                "文字在第 14 字节以前是 UTF-8，此处损坏或混入了其他编码",
                "the text is UTF-8 up to byte 14, where it is damaged or goes on in another encoding")
        ),
        (
            "GBK cut inside a character", [0xB5, 0xA5, 0xCE, 0xBB, 0x0D, 0x0A, 0xB5], nil, "x:2, byte 6",
            Message(
                "无法判断文字编码：UTF-8 在第 0 字节处、GB18030 在第 6 字节处出错",
                "unknown encoding: UTF-8 fails at byte 0, GB18030 at byte 6")
        ),
        (
            "UTF-16 with half a unit", [0xFF, 0xFE, 0x41, 0x00, 0x0A, 0x00, 0x42], nil, "x:2, byte 6",
            Message("第 6 字节处不是有效的 UTF-16LE 文字", "the bytes at offset 6 are not valid UTF-16LE")
        ),
        (
            "told the wrong encoding", [0x61, 0x0A, 0xB5, 0xA5], .utf8, "x:2, byte 2",
            Message("第 2 字节处不是有效的 UTF-8 文字", "the bytes at offset 2 are not valid UTF-8")
        ),
        (
            "UTF-16 without mark", [0x61, 0, 0x2C, 0, 0x62, 0, 0x0A, 0], nil, "x, byte 0",
            Message("文件像是没有字节顺序标记的 UTF-16 文字", "the file looks like UTF-16 text without a byte order mark")
        ),
        (
            "UTF-32", [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], nil, "x, byte 0",
            Message("不支持 UTF-32 编码", "UTF-32 is not supported")
        ),
        (
            "a page of NUL bytes", [UInt8](repeating: 0, count: 4096), nil, "x, byte 0",
            Message("文件不是文字：含有大量空字节（NUL）", "the file is not text: it is full of NUL bytes")
        ),
        (
            "a ZIP archive", [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0x20, count: 40), nil, "x",
            Message("这是ZIP 压缩包，不是文本", "this is a ZIP archive, not text")
        ),
    ]

    @Test("says what it cannot read, and where", arguments: refusals.indices)
    func refuses(index: Int) {
        let refusal = Self.refusals[index]
        for windowSize in [1, 7, 262_144] {
            let failure = #expect(throws: TextFailure.self) {
                let input = try TextInput(
                    InputFile(bytes: refusal.bytes, name: "x"), encoding: refusal.encoding, windowSize: windowSize)
                try input.verify()
            }
            #expect(failure?.message == refusal.message)
            #expect(failure?.place.description == refusal.place)
            #expect(failure?.kind == .input)
            #expect(failure?.hint != nil)
        }
    }

    /// Inputs that are read, and the findings that go with them.
    static let doubts: [(name: String, text: String, encoding: TextEncoding, findings: [String])] = [
        ("replacement characters", "a,b\r\n一\u{FFFD}二,\u{FFFD}\r\n", .utf8, ["replacement-character x:2"]),
        ("NUL and escape", "a,b\nx\u{0}y,1\nz\u{1B},2\n", .utf8, ["control-character x:2"]),
        ("joined files", "a\r二\r\u{FEFF}三\r", .utf8, ["inner-byte-order-mark x:3"]),
        ("the same in UTF-16", "a\r\n二\r\n\u{FFFD}三\r\n", .utf16BigEndian, ["replacement-character x:3"]),
        ("form feeds and tabs are ordinary", "a\tb\u{C}\n", .utf8, []),
    ]

    @Test("reports what it kept", arguments: doubts.indices)
    func reports(index: Int) throws {
        let doubt = Self.doubts[index]
        var bytes = doubt.encoding == .utf8 ? [] : [UInt8(0xFE), 0xFF]
        try #require(TextEncoder(doubt.encoding)).encode(Array(doubt.text.utf8).span, into: &bytes)
        for windowSize in [1, 7, 262_144] {
            let input = try TextInput(InputFile(bytes: bytes, name: "x"), windowSize: windowSize)
            #expect(try String(decoding: input.contents(), as: UTF8.self) == doubt.text)
            #expect(input.findings.map { "\($0.code) \($0.place.description)" } == doubt.findings)
        }
    }

    @Test("Big5 read as GB18030 is called doubtful, everyday GBK is not")
    func doubtful() throws {
        // 單位,金額 and 財政局 in Big5.
        let big5: [UInt8] = [
            0xB3, 0xE6, 0xA6, 0xEC, 0x2C, 0xAA, 0xF7, 0xC3, 0x42, 0x0A, 0xB0, 0x5D, 0xAC, 0x46, 0xA7, 0xBD,
        ]
        let input = try TextInput(InputFile(bytes: big5, name: "x"))
        #expect(input.encoding == .gb18030)
        _ = try input.contents()
        #expect(input.findings.map(\.code) == ["doubtful-encoding"])
        let names = try TextDecoderTests.encoded("镇长：朱镕基，副镇长：陶喆、李堃，负责全镇防汛抗旱和安全生产工作", .gb18030)
        let everyday = try TextInput(InputFile(bytes: names, name: "x"))
        _ = try everyday.contents()
        #expect(everyday.encoding == .gb18030)
        #expect(everyday.findings.isEmpty)
    }

    @Test("a text longer than allowed is refused")
    func limit() throws {
        let input = try TextInput(InputFile(bytes: Array("123456".utf8), name: "x"))
        #expect(try input.contents(limit: 6).count == 6)
        #expect(throws: FileFailure.self) { try input.contents(limit: 5) }
    }

    @Test("reading ahead changes nothing but the time", arguments: doubts.indices)
    func readsAhead(index: Int) throws {
        let doubt = Self.doubts[index]
        let text = String(repeating: "一二三,四\n", count: 40) + doubt.text
        var bytes = doubt.encoding == .utf8 ? [] : [UInt8(0xFE), 0xFF]
        try #require(TextEncoder(doubt.encoding)).encode(Array(text.utf8).span, into: &bytes)
        let file = InputFile(bytes: bytes, name: "x")
        for windowSize in [1, 7, 64] {
            let plain = try TextInput(file, windowSize: windowSize)
            let ahead = try TextInput(file, windowSize: windowSize, aheadSize: 10)
            for round in 0..<2 {
                var both: ([UInt8], [UInt8]) = ([], [])
                while try plain.read(into: &both.0) {
                    #expect(try ahead.read(into: &both.1))
                    #expect(both.0 == both.1)
                    // What is ahead has not been seen yet.
                    #expect(ahead.findings == plain.findings)
                    if round == 0, both.0.contains(0x0A) { break }
                }
                if round == 1 { #expect(try !ahead.read(into: &both.1)) }
                #expect(both.1.isEmpty == (round == 1))
                guard round == 0 else { continue }
                plain.rewind()
                ahead.rewind()
            }
        }
    }

    @Test("bad bytes far behind are told as if read in one go", arguments: [TextEncoding.utf8, .gb18030])
    func refusesAhead(encoding: TextEncoding) throws {
        var bytes: [UInt8] = []
        let text = String(repeating: "一二三,四五\n", count: 100_000)
        try #require(TextEncoder(encoding)).encode(Array(text.utf8).span, into: &bytes)
        let file = InputFile(bytes: bytes + [0xFF] + bytes, name: "x")
        try #require(bytes.count > TextInput.aheadSize)
        let ahead = try TextInput(file, encoding: encoding)
        let plain = try TextInput(file, encoding: encoding, windowSize: file.size, aheadSize: .max)
        let failure = #expect(throws: TextFailure.self) { try ahead.verify() }
        let expected = #expect(throws: TextFailure.self) { try plain.verify() }
        #expect(failure?.message == expected?.message)
        #expect(failure?.place == expected?.place)
        #expect(failure?.place.line == 100_001)
    }
}
