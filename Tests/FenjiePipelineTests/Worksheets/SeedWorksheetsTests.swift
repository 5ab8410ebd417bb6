import FenjieFiles
import FenjieFormats
import FenjieGrammar
import FenjieLedger
import FenjieModel
import FenjiePipeline
import FenjieTasks
import FenjieTemplates
import FenjieTestSupport
import FenjieText
import Testing

/// The worksheets of the labelled documents hold exactly what the labels give each unit.
@Suite(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.reason)))
struct SeedWorksheetsTests {
    static let documents = [
        ("jinan", "jinan-2022-table.txt"), ("shenxian", "shenxian-2022-table.txt"),
        ("zaozhuang", "zaozhuang-2022-outline.txt"),
    ]

    private func split(_ file: String, directory: UnitDirectory? = nil) throws -> Split {
        var options = IssueOptions(form: try Template(builtIn: "unit-quarterly"))
        options.directory = directory
        let input = try InputFile(path: SharedData.path("seeds/" + file))
        return try #require(try IssueMaker(options).issues(of: input).issues.first).split
    }

    @Test(arguments: documents)
    func `Each unit gets its tasks in its roles and no others`(name: String, file: String) throws {
        let split = try split(file)
        var made: Set<[String]> = []
        for portion in split.portions {
            for row in portion.rows {
                let number = split.table.text(.number, of: split.table.tasks[row.task])
                for role in row.roles { made.insert([portion.name, number, role.label]) }
            }
        }
        #expect(made == (try labelled(name)))
        #expect(split.proof.holds)
    }

    private static let environment = ProcessEnvironment.values(of: ["PATH", "HOME"]).merging(["LC_ALL": "C.UTF-8"]) {
        $1
    }
    private static let hasPython =
        (try? ChildProcess("python3", ["-c", "import openpyxl"], environment: environment, folder: "/"))?.status == 0

    @Test(.enabled(if: hasPython, "skipped: python3 with openpyxl is not installed"), arguments: documents)
    func `The workbooks read back by openpyxl hold just what the labels give each unit`(
        name: String, file: String
    ) throws {
        let work = Workdir()
        let input = SharedData.path("seeds/" + file)
        let split = try Fenjie.run(["split", input, "-o", "下发", "-q"], in: work.path)
        #expect(split.status == 0, "\(split.errorText)")
        let script =
            "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Scripts/read_worksheets.py"
        let read = try ChildProcess("python3", [script, work.path("下发")], environment: Self.environment, folder: "/")
        #expect(read.status == 0, "\(read.errorText)")
        var made: Set<[String]> = []
        for line in read.outputText.split(separator: "\n") {
            made.insert(line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
        }
        let words = ["lead": "牵头", "responsible": "负责", "assist": "配合"]
        let wanted = try labelled(name).map { [$0[0], $0[1], words[$0[2]] ?? $0[2]] }
        #expect(made == Set(wanted))
    }

    @Test func `A directory of Jinan's twelve districts expands the collective into each of them`() throws {
        let districts = ["历下区", "市中区", "槐荫区", "天桥区", "历城区", "长清区", "章丘区", "济阳区", "莱芜区", "钢城区", "平阴县", "商河县"]
        let directory = UnitDirectory(
            entries: districts.map { .init(name: $0 + "政府", collectives: ["各区县政府"]) })
        let whole = try split("jinan-2022-table.txt")
        let expanded = try split("jinan-2022-table.txt", directory: directory)
        let collective = try #require(whole.portions.first { $0.name == "各区县政府" })
        #expect(expanded.portions.prefix(12).map(\.name) == districts.map { $0 + "政府" })
        for portion in expanded.portions.prefix(12) { #expect(portion.rows.map(\.task) == collective.rows.map(\.task)) }
        #expect(!expanded.portions.contains { $0.name == "各区县政府" })
        #expect(expanded.proof.holds)
    }

    /// Triples of unit, number and role, from the labelled cells and the labelled tables.
    private func labelled(_ name: String) throws -> Set<[String]> {
        var units: [String: [[String]]] = [:]
        let labels = try JSONValue(parsing: InputFile(path: SharedData.path("golden/units.json")).contents())
        for label in labels.items ?? [] where label["source"]?.string == name {
            units[label["cell"]?.string ?? ""] = (label["units"]?.items ?? []).map {
                [$0["name"]?.string ?? "", $0["role"]?.string ?? ""]
            }
        }
        let document = try DocumentReader().read(InputFile(path: SharedData.path("golden/\(name).csv")))
        let rows = try #require(document.sheets.first).rows
        let header = try #require(rows.first)
        let number = try #require(header.firstIndex(of: "序号"))
        let unit = try #require(header.firstIndex(of: "责任单位"))
        var triples: Set<[String]> = []
        for row in rows.dropFirst() {
            for label in try #require(units[row[unit]], "\(row[unit])") {
                triples.insert([label[0], row[number], label[1]])
            }
        }
        return triples
    }
}
