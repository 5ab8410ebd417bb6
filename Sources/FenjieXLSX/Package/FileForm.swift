internal import FenjieFiles
internal import FenjieModel

/// What a file is when it is no workbook that we read, told by its content.
enum FileForm {
    private static let saveAs = Message("请用 Excel 或 WPS 打开后另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx")

    /// Refuses a file whose first bytes are not those of a ZIP container.
    static func check(_ file: InputFile) throws(XLSXFailure) {
        var head: [UInt8] = []
        let signature: FileSignature?
        do {
            _ = try file.read(at: 0, count: min(file.size, 4_096), into: &head)
            if head.starts(with: [0x50, 0x4B]) { return }
            signature = try FileSignature(of: file)
        } catch { throw XLSXFailure(error) }
        guard let signature else { throw failure(for: head) }
        throw failure(for: signature)
    }

    /// A ZIP container in which no relationship leads to a workbook.
    static func unknownPackage(_ archive: ZipArchive) -> XLSXFailure {
        let table: [(part: String, signature: FileSignature)] = [
            ("word/document.xml", .wordDocument), ("ppt/presentation.xml", .presentation),
            ("META-INF/manifest.xml", .openDocument),
        ]
        if archive.entry(named: "xl/workbook.bin") != nil {
            return it("二进制工作簿（.xlsb）", "a binary workbook (.xlsb)", hint: saveAs)
        }
        if archive.entry(named: "xl/workbook.xml") != nil {
            return .container("找不到指向工作簿的关系", "no relationship leads to the workbook")
        }
        let found = table.first { archive.entry(named: $0.part) != nil }
        return failure(for: found?.signature ?? .zip)
    }

    private static func failure(for signature: FileSignature) -> XLSXFailure {
        switch signature {
        case .encrypted:
            XLSXFailure(
                .passwordProtected, Message("该工作簿设有打开密码", "the workbook is protected by a password"),
                hint: signature.hint)
        case .compoundFile:
            it("旧版 Office 文件，或设有密码的工作簿", "an old Office file, or a workbook behind a password", hint: saveAs)
        default: it(signature.title.chinese, signature.title.english, hint: signature.hint)
        }
    }

    /// What files without a signature are, as far as their first bytes tell.
    private static func failure(for head: [UInt8]) -> XLSXFailure {
        let again = Message("请重新获取该文件", "get the file again")
        guard !head.isEmpty else { return it("空文件", "an empty file", hint: again) }
        if head.allSatisfy({ $0 == 0 }) { return it("全是零字节的文件", "a file of zero bytes", hint: again) }
        // BIFF 2 to 4 begin with the record that opens a sheet.
        if head.starts(with: [0x09, 0x00]) || head.starts(with: [0x09, 0x02]) || head.starts(with: [0x09, 0x04]) {
            return it("很旧的 Excel 文件（.xls）", "a very old Excel file (.xls)", hint: saveAs)
        }
        guard head.contains(0) else {
            return it(
                "文本文件（可能是 CSV）", "a text file, perhaps CSV",
                hint: Message(
                    "请把扩展名改为 .csv 或 .txt，或用 --from 指明格式", "rename it to .csv or .txt, or name its form with --from"))
        }
        return it("无法识别的文件", "a file of unknown form", hint: saveAs)
    }

    private static func it(_ chinese: String, _ english: String, hint: Message) -> XLSXFailure {
        XLSXFailure(
            .notAWorkbook, Message("这不是 .xlsx 工作簿，而是\(chinese)", "it is not an .xlsx workbook but \(english)"),
            hint: hint)
    }
}
