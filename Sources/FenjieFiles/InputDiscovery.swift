public import FenjieModel

/// The inputs that words of a command line stand for.
public struct InputDiscovery: Sendable {
    /// The files, in the order of the words; those of one folder or pattern by the bytes of their names.
    public private(set) var inputs: [Input] = []
    /// Words that stand for nothing that can be read.
    public private(set) var failures: [FileFailure] = []
    /// What was left aside, and why.
    public private(set) var findings: [Finding] = []

    /// The paths of the files among the inputs.
    package private(set) var identities: [FileStatus.Identity: String] = [:]

    private let extensions: Set<String>
    private var hasStandardInput = false

    /// How many folders below one another are entered.
    public static let depthLimit = 64

    /// Finds the inputs.
    ///
    /// - Parameters:
    ///   - words: files, folders, patterns, or `-`.
    ///   - extensions: the files to take from a folder, in lower case without dots.
    public init(named words: [String], extensions: [String]) {
        self.extensions = Set(extensions)
        for word in words { add(word) }
        if inputs.isEmpty, failures.isEmpty, let word = words.first {
            failures.append(Self.nothing(in: word))
        }
    }

    private mutating func add(_ word: String) {
        if word == "-" {
            if hasStandardInput { return noteRepeated(word) }
            hasStandardInput = true
            inputs.append(Input(path: word, relativePath: word))
        } else if FileStatus(path: word) != nil {
            // A file whose name looks like a pattern is meant by its name.
            addNamed(word, relativePath: PathText.name(of: word))
        } else if GlobPattern.isPattern(word) {
            addMatches(of: word)
        } else {
            failures.append(.reading(word, code: FileFailure.notFound))
        }
    }

    private mutating func addNamed(_ path: String, relativePath: String) {
        switch FileStatus(path: path)?.kind {
        case .folder:
            let before = inputs.count
            let failuresBefore = failures.count
            addFolder(path, relativePath: "", above: [])
            if inputs.count == before, failures.count == failuresBefore { failures.append(Self.nothing(in: path)) }
        case .file where PathText.isLockFile(PathText.name(of: path)): noteLockFiles([path], in: nil)
        case .file, .other: addFile(path, relativePath: relativePath, isFromFolder: false)
        case nil: failures.append(.reading(path, code: FileFailure.notFound))
        }
    }

    private mutating func addFile(_ path: String, relativePath: String, isFromFolder: Bool) {
        if let status = FileStatus(path: path), status.kind == .file {
            guard identities[status.identity] == nil else { return noteRepeated(path) }
            identities[status.identity] = path
        }
        inputs.append(Input(path: path, relativePath: relativePath, isFromFolder: isFromFolder))
    }

    private mutating func addFolder(_ path: String, relativePath: String, above: [FileStatus.Identity]) {
        guard let status = FileStatus(path: path) else {
            failures.append(.reading(path, code: FileFailure.notFound))
            return
        }
        guard !above.contains(status.identity) else { return noteLoop(path) }
        guard above.count < Self.depthLimit else { return noteDepth(path) }
        var skipped = SkippedFiles()
        for name in Folder.usableNames(in: path, failures: &failures) {
            let child = PathText.joined(path, name)
            let relative = PathText.joined(relativePath, name)
            if PathText.isLockFile(name) {
                skipped.locks.append(child)
            } else if name.utf8.first == UInt8(ascii: ".") {
                skipped.hidden.append(name)
            } else {
                switch FileStatus(path: child)?.kind {
                case .folder: addFolder(child, relativePath: relative, above: above + [status.identity])
                case .file where extensions.contains(PathText.extension(of: name)):
                    addFile(child, relativePath: relative, isFromFolder: true)
                case .file, .other: skipped.others.append(name)
                case nil: failures.append(.reading(child, code: FileFailure.notFound))
                }
            }
        }
        note(skipped, in: path)
    }

    private mutating func addMatches(of pattern: String) {
        let matches = GlobSearch(pattern: pattern)
        failures += matches.failures
        let before = (inputs.count, findings.count)
        for match in matches.paths { addNamed(match.path, relativePath: match.relativePath) }
        guard before == (inputs.count, findings.count), matches.failures.isEmpty else { return }
        failures.append(
            FileFailure(
                .input, path: pattern, Message("没有与此通配符相符的文件", "no file matches this pattern"),
                hint: Message("请检查写法和所在文件夹", "check the pattern and the folder")))
    }

    private static func nothing(in path: String) -> FileFailure {
        FileFailure(
            .input, path: path, Message("其中没有可以读取的文件", "there is no file in it that can be read"),
            hint: Message("请给出表格或文本文件", "name files with tables or text"))
    }
}

// What is left aside is said.
extension InputDiscovery {
    private struct SkippedFiles {
        var hidden: [String] = []
        var locks: [String] = []
        var others: [String] = []
    }

    private mutating func note(_ skipped: SkippedFiles, in folder: String) {
        if !skipped.locks.isEmpty { noteLockFiles(skipped.locks, in: folder) }
        if !skipped.hidden.isEmpty {
            let (chinese, english) = Self.list(skipped.hidden)
            findings.append(
                Finding(
                    "hidden-file-skipped", .info, at: Place(file: folder),
                    message: Message("跳过隐藏文件：\(chinese)", "hidden files were skipped: \(english)")))
        }
        if !skipped.others.isEmpty {
            let (chinese, english) = Self.list(skipped.others)
            findings.append(
                Finding(
                    "other-file-skipped", .info, at: Place(file: folder),
                    message: Message("跳过其他格式的文件：\(chinese)", "files of other kinds were skipped: \(english)"),
                    hint: Message("确要读取时请直接写出文件名", "name a file itself to have it read")))
        }
    }

    private mutating func noteLockFiles(_ paths: [String], in folder: String?) {
        for path in paths {
            findings.append(
                Finding(
                    "lock-file-skipped", .info, at: Place(file: path),
                    message: Message("跳过办公软件的锁定文件", "a lock file of an office program was skipped"),
                    hint: Message(
                        "对应的表格可能正在别处打开，请确认已经保存", "the workbook may be open somewhere; make sure that it is saved")))
        }
    }

    private mutating func noteRepeated(_ path: String) {
        findings.append(
            Finding(
                "input-repeated", .info, at: Place(file: path),
                message: Message("同一文件给出了两次，只读一次", "the same file was given twice and is read once")))
    }

    private mutating func noteLoop(_ path: String) {
        findings.append(
            Finding(
                "link-loop", .warning, at: Place(file: path),
                message: Message("链接回到上层文件夹，未进入", "a link leads back to a folder above; it was not followed")))
    }

    private mutating func noteDepth(_ path: String) {
        findings.append(
            Finding(
                "folder-too-deep", .warning, at: Place(file: path),
                message: Message(
                    "文件夹超过 \(Self.depthLimit) 层，未进入", "folders go deeper than \(Self.depthLimit); it was not entered"),
                hint: Message("请直接给出里面的文件夹", "name the folder inside itself")))
    }

    private static func list(_ names: [String]) -> (chinese: String, english: String) {
        let shown = names.prefix(3)
        guard names.count > shown.count else {
            return (shown.joined(separator: "、"), shown.joined(separator: ", "))
        }
        return (
            shown.joined(separator: "、") + " 等 \(names.count) 个",
            shown.joined(separator: ", ") + " and \(names.count - shown.count) more"
        )
    }
}
