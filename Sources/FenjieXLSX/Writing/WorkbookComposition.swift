internal import FenjieFiles
internal import FenjieModel
internal import Glibc

/// Puts a workbook together without a name and copies it to its output.
struct WorkbookComposition {
    /// A folder for temporary files; `nil` for the best one.
    let temporaryFolder: String?
    /// Bytes of the workbook's largest part, at most.
    let needed: Int

    /// Opens a workbook, lets the caller fill it and writes it.
    func compose(
        to output: inout OutputFile, _ fill: (inout WorkbookHandle) throws(WorkbookWritingFailure) -> Void
    ) throws(WorkbookWritingFailure) {
        guard var staged = StagedWorkbook() else { return try compose(at: output.temporaryPath, fill) }
        try compose(at: staged.path, fill)
        while let bytes = try staged.next() {
            do {
                try output.write(bytes)
            } catch {
                throw WorkbookWritingFailure(error)
            }
        }
    }

    /// Opens a workbook, lets the caller fill it and hands over its bytes.
    func compose(
        to sink: any ByteSink, _ fill: (inout WorkbookHandle) throws(WorkbookWritingFailure) -> Void
    ) throws {
        guard var staged = StagedWorkbook() else { throw WorkbookWritingFailure(.writing("-", code: errno)) }
        try compose(at: staged.path, fill)
        while let bytes = try staged.next() { try sink.write(bytes) }
    }

    private func compose(
        at path: String, _ fill: (inout WorkbookHandle) throws(WorkbookWritingFailure) -> Void
    ) throws(WorkbookWritingFailure) {
        let memory = try WritingMemory(preferred: temporaryFolder, needed: needed)
        var workbook = try WorkbookHandle(path: path, temporaryFolder: memory.folder)
        try fill(&workbook)
        try workbook.close()
        try memory.checkRoom()
    }

    /// Bytes that a row may take in a part: markup for each cell, and text whose every character is escaped.
    static func size(of row: [String]) -> Int {
        row.reduce(128) { $0 + 64 + $1.utf8.count * 6 }
    }
}
