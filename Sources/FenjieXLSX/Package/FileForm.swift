internal import FenjieFiles
internal import FenjieModel

/// What a file is when it is no workbook that we read, told by its content.
enum FileForm {
    /// Refuses a file whose first bytes are not those of a ZIP container.
    static func check(_ file: InputFile) throws(XLSXFailure) {
        var head: [UInt8] = []
        do { _ = try file.read(at: 0, count: min(file.size, 4_096), into: &head) } catch { throw XLSXFailure(error) }
        if head.starts(with: [0x50, 0x4B]) { return }
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            throw try CompoundFile.failure(for: file)
        }
        throw failure(for: head, size: file.size)
    }

    private static func failure(for head: [UInt8], size: Int) -> XLSXFailure {
        guard size > 0 else {
            return it("空文件", "an empty file", hint: Message("请重新获取该文件", "get the file again"))
        }
        let saveAs = Message("请用 Excel 或 WPS 打开后另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx")
        let table: [([UInt8], String, String)] = [
            (Array("%PDF".utf8), "PDF 文件", "a PDF"),
            (Array("Rar!".utf8), "RAR 压缩包", "a RAR archive"),
            ([0x37, 0x7A, 0xBC, 0xAF], "7z 压缩包", "a 7z archive"),
            ([0x1F, 0x8B], "gzip 压缩包", "a gzip archive"),
            ([0x89, 0x50, 0x4E, 0x47], "PNG 图片", "a PNG picture"),
            ([0xFF, 0xD8, 0xFF], "JPEG 图片", "a JPEG picture"),
            (Array("GIF8".utf8), "GIF 图片", "a GIF picture"),
            (Array("BM".utf8) + [], "BMP 图片", "a BMP picture"),
            (Array("{\\rtf".utf8), "RTF 文档", "an RTF document"),
            ([0x09, 0x00, 0x04, 0x00], "很旧的 Excel 2 文件", "a very old Excel 2 file"),
            ([0x09, 0x02, 0x06, 0x00], "很旧的 Excel 3 文件", "a very old Excel 3 file"),
            ([0x09, 0x04, 0x06, 0x00], "很旧的 Excel 4 文件", "a very old Excel 4 file"),
        ]
        if let (_, chinese, english) = table.first(where: { head.starts(with: $0.0) }) {
            return it(chinese, english, hint: saveAs)
        }
        if head.allSatisfy({ $0 == 0 }) {
            return it("全是零字节的文件", "a file of zero bytes", hint: Message("请重新获取该文件", "get the file again"))
        }
        let text = String(decoding: head.filter { $0 != 0 }, as: UTF8.self).lowercased()
        if text.contains("<html") || text.contains("<table") || text.contains("<!doctype html") {
            return it("网页（HTML）", "a web page (HTML)", hint: saveAs)
        }
        if text.contains("urn:schemas-microsoft-com:office:spreadsheet") {
            return it("XML 表格 2003", "an XML spreadsheet 2003", hint: saveAs)
        }
        if text.contains("<?xml") { return it("XML 文件", "an XML file", hint: saveAs) }
        if !head.contains(0) {
            return it(
                "文本文件（可能是 CSV）", "a text file, perhaps CSV",
                hint: Message(
                    "请把扩展名改为 .csv 或 .txt，或用 --from 指明格式", "rename it to .csv or .txt, or name its form with --from"))
        }
        return it("无法识别的文件", "a file of unknown form", hint: saveAs)
    }

    /// A ZIP container that holds something else.
    static func unknownPackage(_ archive: ZipArchive) -> XLSXFailure {
        let saveAs = Message("请用 Excel 或 WPS 打开后另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx")
        if archive.entry(named: "xl/workbook.bin") != nil {
            return it("二进制工作簿（.xlsb）", "a binary workbook (.xlsb)", hint: saveAs)
        }
        if archive.entry(named: "word/document.xml") != nil {
            return it(
                "Word 文档（.docx）", "a Word document (.docx)",
                hint: Message("请把其中的表格复制到 Excel 或 WPS 表格后另存", "copy its table into a spreadsheet and save that"))
        }
        if archive.entry(named: "ppt/presentation.xml") != nil {
            return it("演示文稿（.pptx）", "a presentation (.pptx)", hint: saveAs)
        }
        if archive.entry(named: "META-INF/manifest.xml") != nil, archive.entry(named: "content.xml") != nil {
            return it("OpenDocument 文件（.ods）", "an OpenDocument file (.ods)", hint: saveAs)
        }
        if archive.entry(named: "xl/workbook.xml") != nil {
            return .container("找不到指向工作簿的关系", "no relationship leads to the workbook")
        }
        return it(
            "压缩包，其中没有工作簿", "an archive without a workbook",
            hint: Message("请先解压，再读其中的文件", "unpack it first and read the files in it"))
    }

    static func it(_ chinese: String, _ english: String, hint: Message) -> XLSXFailure {
        XLSXFailure(
            .notAWorkbook, Message("这不是 .xlsx 工作簿，而是\(chinese)", "it is not an .xlsx workbook but \(english)"),
            hint: hint)
    }
}
