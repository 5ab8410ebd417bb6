public import FenjieModel
internal import Glibc

/// Why a file could not be read or written.
public struct FileFailure: Failure, Hashable {
    /// Input or output.
    public let kind: FailureKind
    /// The file.
    public let place: Place
    /// What is wrong.
    public let message: Message
    /// What to do about it.
    public let hint: Message?
    /// The `errno` value behind it; 0 where there is none.
    private var code: Int32 = 0

    package init(_ kind: FailureKind, path: String, byte: Int? = nil, _ message: Message, hint: Message? = nil) {
        self.kind = kind
        self.place = Place(file: path, byte: byte)
        self.message = message
        self.hint = hint
    }

    /// The failure that an `errno` value stands for, when reading.
    package static func reading(_ path: String, code: Int32) -> FileFailure {
        switch code {
        case ENOENT, ENOTDIR:
            FileFailure(
                .input, path: path, Message("文件不存在", "no such file"),
                hint: Message("请检查文件名和所在文件夹", "check the name and the folder"))
        case EACCES, EPERM:
            FileFailure(
                .input, path: path, Message("没有读取权限", "no permission to read"),
                hint: Message("请取得该文件的读取权限，或复制一份再试", "ask for read permission or work on a copy"))
        case EISDIR:
            FileFailure(
                .input, path: path, Message("这是文件夹，不是文件", "this is a folder, not a file"),
                hint: Message("请给出文件夹中的文件", "name a file inside it"))
        default:
            FileFailure(
                .input, path: path,
                Message("读取失败：\(systemText(code))", "reading failed: \(systemText(code))"),
                hint: Message("请检查磁盘或网络位置是否可用", "check that the disk or network place is available"))
        }
    }

    /// A pipe or device that would have to be held in memory, and goes on and on.
    static func streamTooLong(_ path: String, limit: Int) -> FileFailure {
        FileFailure(
            .input, path: path,
            Message(
                "管道或设备的内容超过上限 \(limit) 字节（stream-bytes）",
                "the pipe or device holds more than the limit of \(limit) bytes (stream-bytes)"),
            hint: Message(
                "请先存成文件再读取；有 --limit 选项时也可用 --limit stream-bytes=数值 放宽",
                "save it as a file and name that, or raise the limit with --limit stream-bytes=N where there is that option"
            ))
    }

    /// The failure that an `errno` value stands for, when writing.
    package static func writing(_ path: String, code: Int32) -> FileFailure {
        var failure = named(path, code)
        failure.code = code
        return failure
    }

    private static func named(_ path: String, _ code: Int32) -> FileFailure {
        switch code {
        case ENOSPC, EDQUOT:
            FileFailure(
                .output, path: path, Message("磁盘空间不足，未写出该文件", "no space left; the file was not written"),
                hint: Message("请清理磁盘或用 -o 指定其他位置后重试", "free some space or choose another place with -o"))
        case EACCES, EPERM, EROFS:
            FileFailure(
                .output, path: path, Message("没有写入权限", "no permission to write"),
                hint: Message("请用 -o 指定可以写入的位置", "choose a place you may write to with -o"))
        case ENOENT, ENOTDIR:
            FileFailure(
                .output, path: path, Message("目标文件夹不存在", "the folder does not exist"),
                hint: Message("请先建立该文件夹，或用 -o 指定其他位置", "create the folder or choose another place with -o"))
        case EISDIR:
            FileFailure(
                .output, path: path, Message("目标是文件夹，不是文件", "the target is a folder, not a file"),
                hint: Message("请给出文件名", "give a file name"))
        case ENAMETOOLONG:
            FileFailure(
                .output, path: path, Message("文件名过长", "the file name is too long"),
                hint: Message("请缩短输入的文件名，或换一种输出文件名", "shorten the name of the input, or name outputs differently"))
        default:
            FileFailure(
                .output, path: path,
                Message("写入失败：\(systemText(code))", "writing failed: \(systemText(code))"),
                hint: Message("请检查磁盘或网络位置是否可用", "check that the disk or network place is available"))
        }
    }

    /// The target exists and may not be replaced.
    package static func exists(_ path: String) -> FileFailure {
        FileFailure(
            .output, path: path, Message("文件已存在，未改动", "the file exists and was left as it is"),
            hint: Message("加 --force 可以替换，或用 -o 换一个名字", "use --force to replace it or -o for another name"))
    }

    /// The target is something that is read.
    package static func isInput(_ path: String, _ input: String, kind: FailureKind = .usage) -> FileFailure {
        FileFailure(
            kind, path: path,
            Message("输出与输入 \(input) 是同一个文件", "the output is the input \(input) itself"),
            hint: Message("请换一个输出文件名；输入从不改动", "choose another name for the output; inputs are never changed"))
    }

    /// Another process is at work on the file.
    package static func inUse(_ path: String) -> FileFailure {
        FileFailure(
            .output, path: path, Message("另一个运行正在使用该文件夹，未做任何改动", "another run is at work here; nothing was touched"),
            hint: Message(
                "等它结束后加 --resume 再运行，或用 -o 换一个文件夹",
                "run again with --resume when it is done, or choose another folder with -o"))
    }

    /// Whether going on would only fail again: the disk is full or may not be written.
    package var isLasting: Bool { code == ENOSPC || code == EDQUOT || code == EROFS }

    /// The `errno` value of a path that leads nowhere.
    package static let notFound: Int32 = ENOENT

    /// A name in a folder that is no UTF-8, so that it cannot be spoken of.
    package static func undecodableName(_ path: String) -> FileFailure {
        FileFailure(
            .input, path: path, Message("文件名不是 UTF-8 编码", "the file name is not UTF-8"),
            hint: Message("请先给文件改名", "rename the file first"))
    }

    /// The target is a device or a pipe, which cannot be replaced by a file.
    package static func notAFile(_ path: String) -> FileFailure {
        FileFailure(
            .output, path: path, Message("目标是设备或管道，不是文件", "the target is a device or a pipe, not a file"),
            hint: Message("请用 -o - 写到标准输出再重定向", "use -o - and redirect standard output"))
    }

    /// The system's own words for an `errno` value.
    private static func systemText(_ code: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        return unsafe buffer.withUnsafeMutableBufferPointer { storage in
            guard let base = storage.baseAddress, unsafe strerror_r(code, base, storage.count) == 0 else {
                return "errno \(code)"
            }
            return unsafe String(cString: base)
        }
    }
}
