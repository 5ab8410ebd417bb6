import FenjieFiles
import FenjieModel
import FenjieTestSupport
import Glibc
import Testing

@Suite struct OutputFileTests {
    @Test("appears whole under its name, and only then")
    func appears() throws {
        let folder = Workdir()
        var output = try OutputFile(path: folder.path("表.csv"), replacing: false)
        try output.write(Array("一".utf8))
        #expect(folder.names.allSatisfy { $0.hasSuffix(TemporaryFiles.suffix) })
        try output.write(Array("二".utf8))
        try output.commit()
        #expect(folder.names == ["表.csv"])
        #expect(try folder.text(of: "表.csv") == "一二")
    }

    @Test("leaves nothing behind without commit")
    func dropped() throws {
        let folder = Workdir()
        func start() throws {
            var output = try OutputFile(path: folder.path("x"), replacing: false)
            try output.write([1, 2, 3])
        }
        try start()
        #expect(folder.names.isEmpty)
    }

    @Test("a file that exists is replaced only when asked")
    func existing() throws {
        let folder = Workdir()
        try folder.write("old", to: "x")
        let failure = #expect(throws: FileFailure.self) {
            try Self.write("new", to: folder.path("x"), replacing: false)
        }
        #expect(failure?.message == Message("文件已存在，未改动", "the file exists and was left as it is"))
        #expect(failure?.kind == .output)
        #expect(try folder.text(of: "x") == "old")
        try Self.write("new", to: folder.path("x"), replacing: true)
        #expect(try folder.text(of: "x") == "new")
        #expect(folder.names == ["x"])
    }

    @Test("a file that appears meanwhile is not lost")
    func race() throws {
        let folder = Workdir()
        func start() throws {
            var output = try OutputFile(path: folder.path("x"), replacing: false)
            try output.write(Array("ours".utf8))
            try folder.write("theirs", to: "x")
            try output.commit()
        }
        let failure = #expect(throws: FileFailure.self) { try start() }
        #expect(failure?.message == Message("文件已存在，未改动", "the file exists and was left as it is"))
        #expect(try folder.text(of: "x") == "theirs")
        #expect(folder.names == ["x"])
    }

    @Test("permissions and links of what is replaced stay")
    func replacedKeepsItsNature() throws {
        let folder = Workdir()
        let path = try folder.write("old", to: "real")
        #expect(unsafe chmod(path, 0o640) == 0)
        folder.link("link", to: "real")
        try Self.write("new", to: folder.path("link"), replacing: true)
        #expect(try folder.text(of: "real") == "new")
        var status = stat()
        #expect(unsafe lstat(folder.path("link"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
        #expect(unsafe stat(path, &status) == 0 && status.st_mode & 0o777 == 0o640)
    }

    static let refusals: [(name: String, path: String, message: Message)] = [
        ("a folder", "folder", Message("目标是文件夹，不是文件", "the target is a folder, not a file")),
        ("a folder that is missing", "missing/x", Message("目标文件夹不存在", "the folder does not exist")),
        ("a folder that is a file", "file/x", Message("目标文件夹不存在", "the folder does not exist")),
        ("a pipe", "pipe", Message("目标是设备或管道，不是文件", "the target is a device or a pipe, not a file")),
        ("no name", "", Message("目标是文件夹，不是文件", "the target is a folder, not a file")),
        ("a name too long", String(repeating: "长", count: 100), Message("文件名过长", "the file name is too long")),
    ]

    @Test("targets that cannot be are refused by name", arguments: refusals.indices)
    func refuses(index: Int) throws {
        let refusal = Self.refusals[index]
        let folder = Workdir()
        try folder.write("x", to: "file")
        try folder.write("x", to: "folder/x")
        #expect(unsafe mkfifo(folder.path("pipe"), 0o600) == 0)
        for replacing: Replacement in [false, true] {
            let path = folder.path(refusal.path)
            let failure = #expect(throws: FileFailure.self) { try Self.write("y", to: path, replacing: replacing) }
            #expect(failure?.message == refusal.message)
            #expect(failure?.place.file == path)
            #expect(failure?.hint != nil)
        }
        #expect(folder.names == ["file", "folder", "pipe"])
    }

    /// A folder in which nobody may write. For root, who may write everywhere on disk, one that the kernel keeps.
    static let unwritable: String? = {
        guard geteuid() == 0 else { return "" }
        let kernel = "/sys"
        let probe = kernel + "/fenjie-test"
        let descriptor = unsafe open(probe, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { return errno == EACCES || errno == EPERM ? kernel : nil }
        close(descriptor)
        unsafe unlink(probe)
        return nil
    }()

    @Test(
        "no permission is said so, and nothing is left behind",
        .enabled(if: unwritable != nil, "root may write everywhere here"))
    func permission() throws {
        let folder = Workdir()
        var path = folder.path("x")
        if let kernel = Self.unwritable, !kernel.isEmpty {
            path = kernel + "/fenjie-test"
        } else {
            #expect(unsafe chmod(folder.path, 0o500) == 0)
        }
        let failure = #expect(throws: FileFailure.self) { try Self.write("y", to: path, replacing: false) }
        #expect(failure?.message == Message("没有写入权限", "no permission to write"))
        #expect(unsafe access(path, F_OK) != 0)
    }

    /// A file system of 64 KiB, where this process may mount one.
    final class SmallDisk {
        let folder = Workdir()

        init?() {
            guard unsafe mount("fenjie-test", folder.path, "tmpfs", 0, "size=64k") == 0 else { return nil }
        }

        deinit { _ = unsafe umount2(folder.path, Int32(MNT_DETACH)) }
    }

    static let canMount = SmallDisk() != nil

    @Test(
        "a full disk is said so; the old file stays and nothing is left behind", .enabled(if: canMount, "may not mount")
    )
    func fullDisk() throws {
        let disk = try #require(SmallDisk())
        try disk.folder.write("old", to: "x")
        for name in ["x", "y"] {
            let failure = #expect(throws: FileFailure.self) {
                var output = try OutputFile(path: disk.folder.path(name), replacing: true)
                for _ in 0..<20 { try output.write([UInt8](repeating: 1, count: 10_000)) }
                try output.commit()
            }
            #expect(failure?.message == Message("磁盘空间不足，未写出该文件", "no space left; the file was not written"))
            #expect(failure?.place.file == disk.folder.path(name))
        }
        #expect(disk.folder.names == ["x"])
        #expect(try disk.folder.text(of: "x") == "old")
    }

    static func write(_ text: String, to path: String, replacing: Replacement) throws {
        var output = try OutputFile(path: path, replacing: replacing)
        try output.write(Array(text.utf8))
        try output.commit()
    }
}
