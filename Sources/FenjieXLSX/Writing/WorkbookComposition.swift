internal import FenjieFiles
internal import FenjieModel

/// Puts a workbook together in memory and copies it to its output.
struct WorkbookComposition {
    /// A folder for temporary files; `nil` for the best one.
    let temporaryFolder: String?
    /// Bytes of the workbook's largest part, at most.
    let needed: Int

    /// Opens a workbook, lets the caller fill it and writes it.
    func compose(
        to output: inout OutputFile, _ fill: (inout WorkbookHandle) throws(WorkbookWritingFailure) -> Void
    ) throws(WorkbookWritingFailure) {
        let memory = try WritingMemory(preferred: temporaryFolder, needed: needed)
        guard let staged = StagedWorkbook() else {
            var workbook = try WorkbookHandle(path: output.temporaryPath, temporaryFolder: memory.folder)
            try fill(&workbook)
            try workbook.close()
            return try memory.checkRoom()
        }
        var workbook = try WorkbookHandle(path: staged.path, temporaryFolder: memory.folder)
        try fill(&workbook)
        try workbook.close()
        try memory.checkRoom()
        do {
            try staged.forEachChunk { bytes throws(FileFailure) in try output.write(bytes) }
        } catch {
            throw WorkbookWritingFailure(error)
        }
    }

    /// Bytes that a row may take in a part: markup for each cell, and text whose every character is escaped.
    static func size(of row: [String]) -> Int {
        row.reduce(128) { $0 + 64 + $1.utf8.count * 6 }
    }
}
