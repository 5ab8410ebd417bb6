internal import FenjieFiles
internal import FenjieModel

/// The older container of Office, [MS-CFB]: only its directory is looked at, to say what the file is.
enum CompoundFile {
    static func failure(for file: InputFile) throws(XLSXFailure) -> XLSXFailure {
        let names = try streamNames(of: file)
        if names.contains("EncryptedPackage") || names.contains("EncryptionInfo") {
            return XLSXFailure(
                .passwordProtected,
                Message("该工作簿设有打开密码", "the workbook is protected by a password"),
                hint: Message(
                    "请用 Excel 或 WPS 打开，取消密码后另存再读", "open it in Excel or WPS, remove the password and save it anew"))
        }
        let saveAs = Message("请用 Excel 或 WPS 打开后另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx")
        if names.contains("Workbook") || names.contains("Book") {
            return FileForm.it("旧版工作簿（.xls）", "an old workbook (.xls)", hint: saveAs)
        }
        if names.contains("WordDocument") {
            return FileForm.it("旧版 Word 文档（.doc）", "an old Word document (.doc)", hint: saveAs)
        }
        return FileForm.it(
            "旧版 Office 文件，或设有密码的工作簿", "an old Office file, or a workbook protected by a password", hint: saveAs)
    }

    /// The names in the directory, [MS-CFB] 2.6; as many as can be found without trusting the file.
    private static func streamNames(of file: InputFile) throws(XLSXFailure) -> Set<String> {
        var header: [UInt8] = []
        var names: Set<String> = []
        do { _ = try file.read(at: 0, count: 512, into: &header) } catch { throw XLSXFailure(error) }
        guard let shift = header.number16(at: 30), (7...16).contains(shift), var sector = header.number32(at: 48) else {
            return names
        }
        let size = 1 << shift
        // 64 directory sectors hold more names than any Office file has.
        for _ in 0..<64 {
            let (offset, overflow) = (sector + 1).multipliedReportingOverflow(by: size)
            guard !overflow, offset < file.size else { break }
            var bytes: [UInt8] = []
            do { _ = try file.read(at: offset, count: size, into: &bytes) } catch { throw XLSXFailure(error) }
            for start in stride(from: 0, to: bytes.count - 127, by: 128) {
                guard let length = bytes.number16(at: start + 64), (2...64).contains(length) else { continue }
                let units = (0..<(length / 2 - 1)).map { UInt16(bytes.number16(at: start + 2 * $0) ?? 0) }
                names.insert(String(decoding: units, as: UTF16.self))
            }
            guard let next = try nextSector(after: sector, header: header, sectorSize: size, file: file) else { break }
            sector = next
        }
        return names
    }

    /// The next sector of a chain, by the first 109 allocation sectors, [MS-CFB] 2.3.
    private static func nextSector(
        after sector: Int, header: [UInt8], sectorSize: Int, file: InputFile
    ) throws(XLSXFailure) -> Int? {
        let perSector = sectorSize / 4
        let index = sector / perSector
        guard index < 109, let table = header.number32(at: 76 + 4 * index), table < 0xFFFF_FFFA else { return nil }
        var bytes: [UInt8] = []
        let offset = (table + 1) * sectorSize + 4 * (sector % perSector)
        do { _ = try file.read(at: offset, count: 4, into: &bytes) } catch { throw XLSXFailure(error) }
        guard let next = bytes.number32(at: 0), next < 0xFFFF_FFFA else { return nil }
        return next
    }
}
