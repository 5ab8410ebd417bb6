internal import FenjieFiles
internal import FenjieFormats
internal import FenjieLedger
internal import FenjieModel
internal import FenjieXLSX

/// The folder into which an issue goes: what lies there already, and what of that is ours to replace.
struct IssueFolder {
    let path: String
    /// Names of files that an earlier issue put there.
    private(set) var ours: Set<String> = []
    private var others: Set<String> = []

    /// Looks at a folder; one that does not exist is empty.
    ///
    /// - Throws: ``FileFailure`` where the path is a file or cannot be read.
    init(_ path: String) throws(FileFailure) {
        self.path = path
        guard let status = FileStatus(path: path) else { return }
        guard status.kind == .folder else {
            throw FileFailure(
                .output, path: path, Message("目标是文件，不是文件夹", "the target is a file, not a folder"),
                hint: Message("请用 -o 指定文件夹；写成一个工作簿请加 --one-workbook", "name a folder with -o, or use --one-workbook"))
        }
        let listed = Self.listed(in: path)
        // What starts with a dot belongs to the system: lock files, thumbnails, our own temporary files.
        for name in try Folder.names(in: path).names where !name.hasPrefix(".") {
            if listed.contains(name) || IssueIndex.fileNames.contains(name) && !listed.isEmpty || isWorksheet(name) {
                ours.insert(name)
            } else {
                others.insert(name)
            }
        }
    }

    /// Makes sure that writing some files destroys nothing.
    ///
    /// - Parameters:
    ///   - names: what is to be written.
    ///   - replacing: whether files of an earlier issue may be replaced.
    /// - Throws: ``FileFailure`` where the folder is in use, or one of the names is that of an input or of a file of
    ///   someone else.
    func check(_ names: [String], replacing: Replacement) throws(FileFailure) {
        for name in names where ours.contains(name) || others.contains(name) {
            try replacing.checkInputs(PathText.joined(path, name))
        }
        guard replacing.isAllowed else {
            guard ours.isEmpty, others.isEmpty else {
                throw FileFailure(
                    .output, path: path,
                    Message(
                        "文件夹不是空的（\(ours.count + others.count) 个文件），未写入任何文件",
                        "the folder is not empty (files: \(ours.count + others.count)); nothing was written"),
                    hint: Message(
                        "换一个文件夹，或加 --force 替换以前生成的任务表（不动其他文件）",
                        "choose another folder, or use --force to replace worksheets of an earlier issue (other files stay)"
                    ))
            }
            return
        }
        guard let name = names.first(where: others.contains) else { return }
        throw FileFailure(
            .output, path: PathText.joined(path, name),
            Message(
                "已有同名文件，且不是本程序生成的任务表，未写入任何文件",
                "a file of this name exists that is no worksheet of ours; nothing was written"),
            hint: Message("请移走该文件，或用 --name 换一种文件名", "move it away, or choose other names with --name"))
    }

    /// Worksheets of an earlier issue that this one does not replace.
    ///
    /// - Parameter names: what is written.
    /// - Returns: their names, sorted.
    func leftOver(_ names: [String]) -> [String] { ours.subtracting(names).sorted() }

    /// The files that the index of an earlier issue lists.
    private static func listed(in path: String) -> Set<String> {
        let index = PathText.joined(path, IssueIndex.fileNames[0])
        guard let file = try? InputFile(path: index), file.size < 64 << 20,
            let sheet = try? DocumentReader().read(file).sheets.first, let header = sheet.rows.first,
            let column = header.firstIndex(of: IssueIndex.fileHeading), header.contains(IssueIndex.issuedHeading)
        else { return [] }
        return Set(sheet.rows.dropFirst().compactMap { $0.indices.contains(column) ? $0[column] : nil })
    }

    /// Whether a workbook carries a passport.
    private func isWorksheet(_ name: String) -> Bool {
        guard PathText.extension(of: name) == "xlsx",
            let file = try? InputFile(path: PathText.joined(path, name)), let reader = try? WorkbookReader(file: file)
        else { return false }
        return reader.sheets.contains { $0.name == Passport.sheetName }
    }
}
