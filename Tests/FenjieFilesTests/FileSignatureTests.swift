import FenjieFiles
import FenjieModel
import FenjieTestSupport
import Testing

@Suite struct FileSignatureTests {
    static let heads: [(name: String, head: [UInt8], signature: FileSignature?)] = [
        ("PDF", Array("%PDF-1.7\n".utf8), .pdf),
        ("PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], .png),
        ("JPEG", [0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
        ("GIF", Array("GIF89a".utf8), .gif),
        ("RAR 4", Array("Rar!".utf8) + [0x1A, 0x07, 0x00], .rar),
        ("RAR 5", Array("Rar!".utf8) + [0x1A, 0x07, 0x01, 0x00], .rar),
        ("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
        ("gzip", [0x1F, 0x8B, 0x08, 0], .gzip),
        ("SQLite", Array("SQLite format 3\0".utf8), .sqlite),
        ("a plain ZIP archive", [0x50, 0x4B, 3, 4] + Array("a.txt".utf8), .zip),
        ("an empty ZIP archive", [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18), .zip),
        ("a workbook", [0x50, 0x4B, 3, 4] + Array("xl/workbook.xml".utf8), .workbook),
        ("a Word document", [0x50, 0x4B, 3, 4] + Array("word/document.xml".utf8), .wordDocument),
        ("a presentation", [0x50, 0x4B, 3, 4] + Array("ppt/presentation.xml".utf8), .presentation),
        (
            "a spreadsheet of LibreOffice",
            [0x50, 0x4B, 3, 4] + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8), .openDocument
        ),
        ("a compound file cut short", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compoundFile),
        ("an old workbook", compound("Workbook"), .legacyWorkbook),
        ("a very old workbook", compound("Book"), .legacyWorkbook),
        ("an old Word document", compound("WordDocument"), .legacyDocument),
        ("an encrypted workbook", compound("EncryptedPackage"), .encrypted),
        ("a compound file of another kind", compound("Contents"), .compoundFile),
        ("a directory beyond the file", compound("Workbook", directory: .max), .compoundFile),
        (
            "an XML spreadsheet",
            Array("<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">".utf8),
            .xmlSpreadsheet
        ),
        ("another XML document", Array("\u{FEFF}<?xml version=\"1.0\"?><tasks/>".utf8), .xml),
        ("XML in UTF-16", [0xFF, 0xFE] + Array("<?xml ?>".utf8).flatMap { [$0, 0] }, .xml),
        ("a page", Array("\r\n <!DOCTYPE html><html><table>".utf8), .html),
        ("a table that a system gives out", Array("<TABLE border=1><tr>".utf8), .html),
        ("text that begins with a bracket", Array("<序号>,任务\n".utf8), nil),
        ("text that begins with a word in brackets", Array("<tasks>,<units>\n".utf8), nil),
        ("text", Array("序号,任务\n".utf8), nil),
        ("text that begins like a picture", Array("GIF,PNG\n".utf8), nil),
        ("nothing", [], nil),
    ]

    @Test("the kind follows from the content", arguments: heads.indices)
    func kind(index: Int) throws {
        let (_, head, signature) = Self.heads[index]
        #expect(try FileSignature(of: InputFile(bytes: head, name: "x")) == signature)
    }

    @Test("part names at the end of a large archive count")
    func largeArchive() throws {
        let bytes = [0x50, 0x4B, 3, 4] + [UInt8](repeating: 1, count: 300_000) + Array("xl/workbook.xml".utf8)
        #expect(try FileSignature(of: InputFile(bytes: bytes, name: "x")) == .workbook)
    }

    @Test("random bytes behind a signature never break it")
    func randomBytes() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            var bytes = (0..<Int.random(in: 0..<700, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            bytes.replaceSubrange(0..<min(8, bytes.count), with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
            #expect(try FileSignature(of: InputFile(bytes: bytes, name: "x")) != nil, "seed \(seed)")
        }
    }

    @Test("every kind has a name and advice", arguments: FileSignature.allCases)
    func words(signature: FileSignature) {
        #expect(!signature.title.chinese.isEmpty && !signature.title.english.isEmpty)
        #expect(!signature.hint.chinese.isEmpty && !signature.hint.english.isEmpty)
    }

    /// A compound file, [MS-CFB], of which only what tells its kind is there.
    static func compound(_ stream: String, directory: UInt32 = 1) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 512 * 3)
        bytes.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        bytes[30] = 9
        for index in 0..<4 { bytes[48 + index] = UInt8(truncatingIfNeeded: directory >> UInt32(8 * index)) }
        for (entry, name) in ["Root Entry", stream].enumerated() {
            for (index, unit) in name.utf16.enumerated() {
                bytes[1024 + entry * 128 + index * 2] = UInt8(truncatingIfNeeded: unit)
                bytes[1024 + entry * 128 + index * 2 + 1] = UInt8(truncatingIfNeeded: unit >> 8)
            }
        }
        return bytes
    }
}
