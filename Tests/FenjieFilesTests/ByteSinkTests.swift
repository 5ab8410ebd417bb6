import FenjieFiles
import FenjieModel
import FenjieTestSupport
import Glibc
import Testing

@Suite struct ByteSinkTests {
    @Test("a file sink makes its file appear when it is finished")
    func fileSink() throws {
        let folder = Workdir()
        let sink = try FileSink(path: folder.path("x"), replacing: false)
        try sink.write([0x61])
        try sink.write([0x62, 0x63].span)
        #expect(!folder.names.contains("x"))
        try sink.finish()
        #expect(folder.names == ["x"])
        #expect(try folder.text(of: "x") == "abc")
    }

    @Test("a file sink that is dropped leaves nothing behind")
    func droppedFileSink() throws {
        let folder = Workdir()
        do {
            let sink = try FileSink(path: folder.path("x"), replacing: false)
            try sink.write([0x61])
        }
        #expect(folder.names.isEmpty)
    }

    @Test("bytes behind the end of a file are a bug, not lost")
    func writingBehindTheEnd() async {
        await #expect(processExitsWith: .failure) {
            let folder = Workdir()
            let sink = try FileSink(path: folder.path("x"), replacing: false)
            try sink.finish()
            try sink.write([0x61])
        }
    }

    @Test("a sink in memory keeps everything")
    func memorySink() {
        let sink = MemorySink()
        sink.write([1, 2].span)
        sink.write([3].span)
        sink.finish()
        #expect(sink.bytes == [1, 2, 3])
    }

    @Test("a full device is a failure")
    func fullDevice() {
        let descriptor = unsafe open("/dev/full", O_WRONLY)
        defer { close(descriptor) }
        let sink = ByteStream(descriptor: descriptor, capacity: 0)
        let failure = #expect(throws: FileFailure.self) { try sink.write([1].span) }
        #expect(failure?.message == Message("磁盘空间不足，未写出该文件", "no space left; the file was not written"))
    }

    @Test("a reader that has gone is no failure")
    func readerGone() {
        signal(SIGPIPE, SIG_IGN)
        var ends: [Int32] = [0, 0]
        #expect(unsafe pipe(&ends) == 0)
        close(ends[0])
        defer { close(ends[1]) }
        let sink = ByteStream(descriptor: ends[1], capacity: 0)
        #expect(throws: ReaderGone.self) { try sink.write([1].span) }
    }

    @Test("a descriptor that does not block is waited for")
    func nonBlocking() async throws {
        var ends: [Int32] = [0, 0]
        #expect(unsafe pipe(&ends) == 0)
        let (reader, writer) = (ends[0], ends[1])
        _ = fcntl(writer, F_SETFL, O_NONBLOCK)
        let bytes = [UInt8](repeating: 7, count: 1 << 20)
        let total = Task.detached { () -> Int in
            var buffer = [UInt8](repeating: 0, count: 4096)
            var total = 0
            while true {
                let part = unsafe buffer.withUnsafeMutableBytes { unsafe read(reader, $0.baseAddress, $0.count) }
                guard part > 0 else { return total }
                total += part
            }
        }
        try ByteStream(descriptor: writer, capacity: 0).write(bytes)
        close(writer)
        #expect(await total.value == bytes.count)
        close(reader)
    }
}
