internal import FenjieFiles
internal import FenjieModel

/// The bytes of an input with their digest, so that what is worked on is what the manifest names.
struct ItemReading: Sendable {
    let file: InputFile
    let digest: Digest
    let size: Int
    private let stamp: FileStamp?

    /// Inputs up to this size are read into memory; larger ones are read where they lie, and looked at again afterwards.
    private static let memoryLimit = 16 << 20

    /// Reads an input.
    ///
    /// - Throws: ``FileFailure`` where it cannot be read, or somebody is writing to it.
    init(path: String) throws(FileFailure) {
        for _ in 0..<3 {
            let file = try InputFile(path: path)
            let before = file.stamp
            if before != nil, file.size > Self.memoryLimit {
                (digest, size) = try Digest.measure(file)
                self.file = file
                stamp = before
                return
            }
            let bytes = try file.contents()
            guard file.stamp == before, bytes.count == file.size else { continue }
            digest = Digest(of: bytes.span)
            size = bytes.count
            self.file = InputFile(bytes: bytes, name: path)
            stamp = nil
            return
        }
        throw Self.changed(path)
    }

    /// Makes sure that nobody wrote to the file while it was worked on.
    func checkUnchanged() throws(FileFailure) {
        guard let stamp, file.stamp != stamp else { return }
        throw Self.changed(file.name)
    }

    private static func changed(_ path: String) -> FileFailure {
        FileFailure(
            .input, path: path, Message("处理时文件正在变化，未采用", "the file was changed while it was read; it was not used"),
            hint: Message("等它写完后加 --resume 再运行", "run again with --resume when nobody writes to it"))
    }
}
