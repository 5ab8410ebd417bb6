import FenjieXLSX
import Glibc
import Testing

private struct NoStagedWorkbook: Error {}

@Suite struct StagedWorkbookTests {
    private func fill(_ path: String, _ count: Int) throws {
        let descriptor = unsafe open(path, O_WRONLY)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 251) }
        #expect(unsafe write(descriptor, bytes, count) == count)
    }

    @Test(arguments: [0, 1, 1 << 18, 700_001])
    func theWholeContentComesBack(_ count: Int) throws {
        guard var staged = StagedWorkbook() else { throw NoStagedWorkbook() }
        try fill(staged.path, count)
        var bytes: [UInt8] = []
        while let chunk = try staged.next() { bytes += chunk }
        #expect(bytes == (0..<count).map { UInt8(truncatingIfNeeded: $0 / 251) })
        #expect(try staged.next() == nil)
    }

    @Test func aContentThatIsCutShortIsAFailure() throws {
        guard var staged = StagedWorkbook() else { throw NoStagedWorkbook() }
        try fill(staged.path, 700_001)
        #expect(try staged.next()?.count == 1 << 18)
        #expect(unsafe truncate(staged.path, 1 << 18) == 0)
        var failure: WorkbookWritingFailure?
        do throws(WorkbookWritingFailure) { _ = try staged.next() } catch { failure = error }
        #expect(failure?.cause == .system)
    }
}
