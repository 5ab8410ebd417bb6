package import FenjieFiles
internal import FenjieModel

/// Where results are to go, as `-o` and the inputs say, before the format is known.
package enum OutputShape: Sendable, Equatable {
    /// To standard output.
    case standardOutput
    /// Into one file.
    case file(String)
    /// Into a folder, one file for each input.
    case folder(String)

    /// Reads `-o`: `-` or nothing is standard output, one input makes a file, several make a folder.
    ///
    /// A path that ends in `/` or is a folder already is a folder for one input too; so is a path without an extension
    /// where the input came out of a folder.
    ///
    /// - Parameters:
    ///   - output: the value of `-o`.
    ///   - inputs: what is to be read.
    /// - Throws: ``UsageFailure`` where several inputs are to become one stream or one file.
    package init(output: String?, inputs: [Input]) throws(UsageFailure) {
        guard let output, output != "-" else {
            guard inputs.count < 2 else {
                throw UsageFailure(
                    Message("有 \(inputs.count) 个输入，不能都写到标准输出", "\(inputs.count) inputs cannot share standard output"),
                    hint: Message("请用 -o 指定文件夹", "name a folder with -o"))
            }
            self = .standardOutput
            return
        }
        let standing = FileStatus(path: output)?.kind
        let isFromFolder = inputs.contains { $0.isFromFolder } && PathText.extension(of: output).isEmpty
        if standing == .folder || output.hasSuffix("/") || inputs.count > 1 || isFromFolder {
            guard standing == nil || standing == .folder else {
                throw UsageFailure(
                    Message("有 \(inputs.count) 个输入，-o 却是一个文件", "-o is a file, yet there are \(inputs.count) inputs"),
                    hint: Message("请用 -o 指定文件夹", "name a folder with -o"), place: Place(file: output))
            }
            self = .folder(output)
        } else {
            self = .file(output)
        }
    }

    /// The extension that the user wrote behind `-o`, in lower case; empty where there is none.
    package var writtenExtension: String {
        if case .file(let path) = self { PathText.extension(of: path) } else { "" }
    }
}

/// The output of each input, checked as a whole before anything is touched.
package struct OutputPlan: Sendable {
    /// Where one output goes.
    package enum Target: Sendable, Equatable {
        case standardOutput
        case file(String)

        fileprivate var path: String { if case .file(let path) = self { path } else { "-" } }
    }

    private var targets: [Input: Target] = [:]
    private let replacing: Replacement
    private let createsFolders: Bool

    /// Finds a target for each input and makes sure that no two are the same and none is an input.
    ///
    /// - Parameters:
    ///   - shape: what `-o` asks for.
    ///   - inputs: what is to be read.
    ///   - fileExtension: the extension of the outputs in a folder.
    ///   - replacing: whether outputs that exist may be replaced.
    /// - Throws: ``UsageFailure`` where two outputs would be one file, ``FileFailure`` where an output is an input.
    package init(_ shape: OutputShape, inputs: [Input], fileExtension: String, replacing: Replacement) throws {
        self.replacing = replacing
        // A folder for several outputs is made; one that is part of a file's path may be a slip of the pen.
        if case .folder = shape { createsFolders = true } else { createsFolders = false }
        // File systems differ in whether 甲.CSV and 甲.csv are two files; equal names are one everywhere.
        var takers: [String: Input] = [:]
        for input in inputs {
            let path: String
            switch shape {
            case .standardOutput:
                targets[input] = .standardOutput
                continue
            case .file(let file): path = file
            case .folder(let folder):
                let name = input.isStandardInput ? "stdin" : input.relativePath
                path = PathText.joined(folder, PathText.replacingExtension(of: name, with: fileExtension))
            }
            if let other = takers.updateValue(input, forKey: path.lowercased()) {
                throw UsageFailure(
                    Message(
                        "\(other.path) 和 \(input.path) 会写成同一个文件",
                        "\(other.path) and \(input.path) would become the same file"),
                    hint: Message("请分两次转换，各用不同的 -o", "convert them apart, each with a -o of its own"),
                    place: Place(file: path))
            }
            targets[input] = .file(path)
        }
        for case .file(let path) in targets.values.sorted(by: { $0.path < $1.path }) {
            try replacing.checkInputs(path)
        }
    }

    /// Where the result of an input goes, whatever stands there.
    package func place(of input: Input) -> Target { targets[input] ?? .standardOutput }

    /// Where the result of an input goes.
    ///
    /// - Parameter input: one of the inputs of the plan.
    /// - Returns: its target.
    /// - Throws: ``FileFailure`` where the target exists and may not be replaced, before any work is done for it.
    package func target(for input: Input) throws(FileFailure) -> Target {
        let target = place(of: input)
        if case .file(let path) = target { try replacing.check(path) }
        return target
    }

    /// Opens the file of a target; below a folder for several outputs, folders that are missing are created.
    package func open(_ path: String) throws(FileFailure) -> OutputFile {
        let folder = PathText.folder(of: path)
        if createsFolders, !folder.isEmpty { try Folder.create(folder) }
        return try OutputFile(path: path, replacing: replacing)
    }
}

extension Console {
    /// Refuses to fill a terminal with bytes that are no text.
    package func checkThatBinaryIsWanted(_ shape: OutputShape) throws(UsageFailure) {
        guard shape == .standardOutput, output.isTerminal else { return }
        throw UsageFailure(
            Message("工作簿不能显示在终端上", "a workbook cannot be shown on a terminal"),
            hint: Message("请用 -o 指定文件，或把标准输出重定向", "name a file with -o, or redirect standard output"))
    }
}
