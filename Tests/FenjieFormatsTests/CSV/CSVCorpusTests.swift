import FenjieFiles
import FenjieFormats
import FenjieModel
import FenjieTestSupport
import FenjieText
import Foundation
import Testing

/// Files that nobody in this project made, with rows on which two unrelated parsers agree.
@Suite struct CSVCorpusTests {
    struct Expectation: Decodable {
        let outcome: String
        let encoding: String?
        let delimiter: String?
        let rows: [[String]]?
    }

    static let files: [String] = {
        let folder = SharedData.path("corpus/csv/files")
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }()

    @Test(
        "every file agrees, with nothing told and with everything told",
        .enabled(if: SharedData.isPresent, "\(SharedData.reason)"))
    func corpus() throws {
        #expect(Self.files.count > 700)
        for file in Self.files {
            let expected = try Self.expectation(for: file)
            for isTold in [false, true] {
                do {
                    let rows = try Self.rows(of: file, told: isTold ? expected : nil)
                    guard expected.outcome == "read" else { continue }
                    let agrees = Self.normal(rows) == Self.normal(expected.rows ?? [])
                    #expect(agrees, "\(file), \(isTold ? "told" : "nothing told")")
                } catch let failure as any Failure {
                    #expect(expected.outcome != "read", "\(file): \(failure.message.english)")
                }
            }
        }
    }

    static func expectation(for file: String) throws -> Expectation {
        let stem = file.split(separator: ".").dropLast().joined(separator: ".")
        let bytes = try InputFile(path: SharedData.path("corpus/csv/expected/\(stem).json")).contents()
        return try JSONDecoder().decode(Expectation.self, from: Data(bytes))
    }

    static func rows(of file: String, told expected: Expectation?) throws -> [[String]] {
        var options = CSVReadingOptions(keepsSeparatorLine: true)
        if let expected, expected.outcome == "read" {
            options.delimiter = expected.delimiter.flatMap { CSVDelimiter(parsing: $0) }
            options.encoding = expected.encoding.flatMap { TextEncoding(parsing: $0) }
        }
        return try CSVReaderTests.allRows(
            CSVReader(InputFile(path: SharedData.path("corpus/csv/files/\(file)")), options: options))
    }

    /// Empty fields at the end of a row and blank rows at the end do not count.
    static func normal(_ rows: [[String]]) -> [[String]] {
        var rows = rows.map { row in
            Array(row.reversed().drop(while: \.isEmpty).reversed())
        }
        while rows.last?.isEmpty == true { rows.removeLast() }
        return rows
    }
}
