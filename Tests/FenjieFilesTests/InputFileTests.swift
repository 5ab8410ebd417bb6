import FenjieFiles
import FenjieModel
import FenjieTestSupport
import Glibc
import Testing

@Suite struct InputFileTests {
    @Test("reads any part of a file")
    func parts() throws {
        let folder = Workdir()
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
        let path = try folder.write(bytes, to: "x")
        for input in [try InputFile(path: path), InputFile(bytes: bytes, name: "x")] {
            #expect(input.size == 1000)
            var buffer: [UInt8] = [1, 2, 3]
            for (offset, count) in [(0, 1000), (0, 1), (999, 1), (999, 10), (500, 250), (0, 5000)] {
                let read = try input.read(at: offset, count: count, into: &buffer)
                #expect(read == buffer.count)
                #expect(buffer == Array(bytes[offset..<min(1000, offset + count)]))
            }
            for (offset, count) in [(1000, 1), (5000, 1), (-1, 1), (0, 0), (0, -1)] {
                #expect(try input.read(at: offset, count: count, into: &buffer) == 0)
                #expect(buffer.isEmpty)
            }
            #expect(try input.contents() == bytes)
            #expect(try input.contents(limit: 1000) == bytes)
            #expect(throws: FileFailure.self) { try input.contents(limit: 999) }
        }
    }

    @Test("a file that shrinks while it is read gives what is left")
    func shrinking() throws {
        let folder = Workdir()
        let path = try folder.write([UInt8](repeating: 7, count: 1000), to: "x")
        let input = try InputFile(path: path)
        #expect(unsafe truncate(path, 10) == 0)
        #expect(try input.contents() == [UInt8](repeating: 7, count: 10))
    }

    @Test("a missing file, a folder and a path through a file are refused by name")
    func refusals() throws {
        let folder = Workdir()
        try folder.write("x", to: "file")
        let missing = #expect(throws: FileFailure.self) { try InputFile(path: folder.path("missing.csv")) }
        #expect(missing?.place.file == folder.path("missing.csv"))
        #expect(missing?.message == Message("文件不存在", "no such file"))
        #expect(missing?.kind == .input)
        let isFolder = #expect(throws: FileFailure.self) { try InputFile(path: folder.path) }
        #expect(isFolder?.message == Message("这是文件夹，不是文件", "this is a folder, not a file"))
        let through = #expect(throws: FileFailure.self) { try InputFile(path: folder.path("file/x")) }
        #expect(through?.message == Message("文件不存在", "no such file"))
        for failure in [missing, isFolder, through] { #expect(failure?.hint != nil) }
    }

    /// A file that its owner may not read. For root, who may read everything on disk, one that the kernel keeps.
    static let unreadable: String? = {
        let kernel = "/proc/sys/vm/drop_caches"
        if geteuid() == 0 {
            let descriptor = unsafe open(kernel, O_RDONLY)
            guard descriptor < 0, errno == EACCES else { return nil }
            return kernel
        }
        return ""
    }()

    @Test("a file without permission is refused", .enabled(if: unreadable != nil, "root may read every file here"))
    func permission() throws {
        let folder = Workdir()
        var path = Self.unreadable ?? ""
        if path.isEmpty {
            path = try folder.write("x", to: "secret")
            #expect(unsafe chmod(path, 0) == 0)
        }
        let failure = #expect(throws: FileFailure.self) { try InputFile(path: path) }
        #expect(failure?.message == Message("没有读取权限", "no permission to read"))
    }

    @Test("what never ends is refused at a limit", arguments: [1, 65_535, 65_536, 200_000])
    func endless(limit: Int) throws {
        let failure = #expect(throws: FileFailure.self) { try InputFile(path: "/dev/zero", streamLimit: limit) }
        #expect(failure?.kind == .input)
        #expect(
            failure?.message.english == "the pipe or device holds more than the limit of \(limit) bytes (stream-bytes)")
        let source = ByteSource([UInt8](repeating: 0, count: limit + 1))
        let refusal = #expect(throws: FileFailure.self) { try source.contents(limit: limit) }
        #expect(refusal?.message == failure?.message)
        #expect(try ByteSource([UInt8](repeating: 0, count: limit)).contents(limit: limit).count == limit)
    }

    @Test("a pipe is read to its end")
    func pipe() throws {
        var ends: [Int32] = [0, 0]
        #expect(unsafe Glibc.pipe(&ends) == 0)
        #expect(unsafe write(ends[1], "abc", 3) == 3)
        close(ends[1])
        defer { close(ends[0]) }
        let input = try InputFile(path: "/dev/fd/\(ends[0])")
        #expect(try input.contents() == Array("abc".utf8))
    }

    @Test("a device without content is empty")
    func device() throws {
        #expect(try InputFile(path: "/dev/null").size == 0)
    }
}
