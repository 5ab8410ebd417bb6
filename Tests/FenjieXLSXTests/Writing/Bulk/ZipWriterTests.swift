import FenjieFiles
import FenjieTestSupport
import FenjieXLSX
internal import Glibc
import Testing

@Suite struct ZipWriterTests {
    /// A file in which long runs of zeros take no room on the disk.
    private final class SparseSink: ByteSink {
        private let descriptor: Int32

        init(path: String) { descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600) }

        deinit { close(descriptor) }

        func write(_ bytes: Span<UInt8>) throws {
            if bytes.count >= 1 << 20 {
                lseek(descriptor, off_t(bytes.count), SEEK_CUR)
            } else {
                let written = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
                #expect(written == bytes.count)
            }
        }

        func finish() {}
    }

    @Test("Entries beyond 4 GiB are found by an independent reader", .enabled(if: WorkbookFacts.isPresent))
    func beyondFourGigabytes() throws {
        let work = Workdir()
        let sink = SparseSink(path: work.path("large.zip"))
        var zip = ZipWriter(sink)
        let zeros = [UInt8](repeating: 0, count: 1 << 26)
        try zip.begin("large.xml")
        for _ in 0..<65 { try zip.write(zeros) }
        try zip.end(PartTotals(size: 5 << 30, checksum: 7))
        // A block as it is, RFC 1951, 3.2.4.
        try zip.begin("small.xml")
        try zip.write([1, 5, 0, 0xFA, 0xFF] + Array("hello".utf8))
        try zip.end(PartTotals(size: 5, checksum: 0x3610_A686))
        try zip.finish()
        let script = """
            import zipfile
            with zipfile.ZipFile("large.zip") as archive:
                for entry in archive.infolist():
                    print(entry.filename, entry.file_size, entry.compress_size, entry.header_offset, entry.CRC)
                print(archive.read("small.xml").decode())
            """
        let run = try ChildProcess(
            "python3", ["-c", script], environment: ["PATH": "/usr/bin:/bin"], folder: work.path)
        #expect(
            run.outputText == """
                large.xml 5368709120 4362076160 0 7
                small.xml 5 10 4362076223 907060870
                hello

                """, "\(run.errorText)")
    }

    @Test(
        "More entries than sixteen bits count are found by an independent reader", .enabled(if: WorkbookFacts.isPresent)
    )
    func manyEntries() throws {
        let work = Workdir()
        let sink = MemorySink()
        var zip = ZipWriter(sink)
        for number in 0..<70_000 {
            try zip.begin("\(number)")
            try zip.write([3, 0])
            try zip.end(PartTotals())
        }
        try zip.finish()
        try work.write(sink.bytes, to: "many.zip")
        let script = """
            import zipfile
            with zipfile.ZipFile("many.zip") as archive:
                print(len(archive.namelist()), archive.read("69999"))
            """
        let run = try ChildProcess(
            "python3", ["-c", script], environment: ["PATH": "/usr/bin:/bin"], folder: work.path)
        #expect(run.outputText == "70000 b''\n", "\(run.errorText)")
    }
}
