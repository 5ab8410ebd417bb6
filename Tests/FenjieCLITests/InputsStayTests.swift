import FenjieCLI
import FenjieFiles
import FenjieTestSupport
import Testing

/// No output of any verb takes the place of something that the verb reads.
@Suite struct InputsStayTests {
    /// A folder with a table, its worksheets in `ws`, three of them returned in `ret`, a directory of units, a template, a
    /// ledger, a pipeline, and links to some of them.
    private static let world = """
        mkdir world; cd world
        printf '序号,一级任务,具体要求,责任单位,完成时限\\r\\n' > in.csv
        for n in 1 2 3; do printf "$n,供水,更换老旧管网$n,县水务局、县财政局,2026年6月底前\\r\\n" >> in.csv; done
        fenjie convert in.csv -o in.xlsx -q
        printf '单位名称,别名\\n县水务局,水务局\\n县财政局,财政局\\n' > u.csv
        fenjie template show issued > mine.json
        fenjie template show unit-quarterly > form.json
        fenjie split in.csv -o ws -q; cp -r ws ret; rm ret/index.*
        fenjie collect ret --issued ws -o 台账.xlsx -q; cp 台账.xlsx 上期.xlsx
        mkdir oz; cp u.csv oz/u.csv; cp form.json oz/form.json; printf 'in.csv\\n' > list.txt
        step='{"step": "convert", "to": "csv", "output": '
        echo '{"inputs": "in.csv", "units": "oz/u.csv", "steps": [{"step": "validate"}, '"$step"'"u.csv"}]}' > units.pipeline
        echo '{"inputs": "in.csv", "steps": ['"$step"'"form.json", "template": "oz/form.json"}]}' > form.pipeline
        echo '{"inputs": "../in.csv", "steps": [{"step": "convert", "output": "form.pipeline", "to": "csv"}]}' > oz/form.pipeline
        echo '{"inputs": "in.csv", "steps": [{"step": "convert", "output": "x.csv"}]}' > plain.pipeline
        mkdir sub; cp in.csv sub; echo '{"inputs": "sub", "steps": [{"step": "convert", "to": "csv"}]}' > folder.pipeline
        ln -s in.xlsx soft.xlsx; ln in.xlsx hard.xlsx; ln -s ws/01-*.xlsx sheet.xlsx; ln in.csv oz/hard.csv
        echo '{"inputs": "in.csv", "steps": [{"step": "convert", "output": "hard.csv"}]}' > hard.pipeline
        cd ..; cp -a world before

        """

    static let lines = [
        "convert in.csv -o in.csv", "convert in.xlsx -o soft.xlsx", "convert soft.xlsx -o hard.xlsx",
        "convert --template ./mine.json in.csv -o mine.json", "convert in.csv u.csv -o . --to csv",
        "inspect in.csv --units-out in.csv", "inspect in.csv --units u.csv --units-out u.csv",
        "inspect in.csv --template mine.json --units-out in.csv",
        "validate in.xlsx --report in.xlsx", "validate in.xlsx --report soft.xlsx",
        "validate ret/01-*.xlsx --against ws/01-*.xlsx --report sheet.xlsx",
        "validate ret/01-*.xlsx --against ws --report sheet.xlsx",
        "validate in.xlsx --previous 上期.xlsx --report 上期.xlsx",
        "validate in.xlsx --template mine.json --report mine.json", "validate in.xlsx u.csv --report .",
        "validate ret --against ws --report ws/",
        "split in.xlsx --one-workbook -o in.xlsx", "split in.xlsx --one-workbook -o hard.xlsx",
        "split in.csv --units ws/index.csv -o ws", "split ws/index.xlsx -o ws",
        "collect ret --issued ws -o sheet.xlsx", "collect ret --issued ws -o $(echo ws/02-*)",
        "collect ret --issued ws -o $(echo ret/01-*)", "collect $(echo ret/01-*) --issued ws -o $(echo ret/01-*)",
        "collect ret --issued ws --template form.json -o form.json",
        "review 台账.xlsx -o 台账.xlsx", "review 台账.xlsx --previous 上期.xlsx -o 上期.xlsx",
        "review 台账.xlsx --units u.csv -o u.csv", "review 台账.xlsx --template ./mine.json -o mine.json",
        "template blank ./mine.json -o mine.json", "parse units list.txt -o list.txt",
        "parse units --units u.csv list.txt -o u.csv", "parse units -o list.txt < list.txt",
        "convert - --from csv -o in.csv < in.csv", "run plain.pipeline -o new --files-from - --log list.txt < list.txt",
        "run units.pipeline -o oz", "run form.pipeline -o oz", "run oz/form.pipeline -o oz", "run hard.pipeline -o oz",
        "run plain.pipeline -o new --log in.csv", "run plain.pipeline -o new --log plain.pipeline",
        "run plain.pipeline -o new --files-from list.txt --log list.txt",

    ]

    @Test("an output that is an input is refused, and nothing is touched", arguments: lines)
    func refuses(_ line: String) throws {
        let work = Workdir()
        let script =
            Self.world + """
                cd world
                fenjie \(line) --force > /dev/null 2> ../err; echo $?
                diff -r . ../before && cat ../err
                """
        let outcome = try Fenjie.runScript(script, in: work.path)
        #expect(outcome.outputText.hasPrefix("2\n"), "\(outcome.outputText)\(outcome.errorText)")
        #expect(outcome.outputText.contains("is the input"), "\(outcome.outputText)\(outcome.errorText)")
    }

    @Test func aFileOfManyThatIsAnInputFailsAlone() throws {
        let work = Workdir()
        let script =
            Self.world + """
                cd world
                mkdir -p new/in; ln in.csv new/in/index.csv; cp in.csv other.csv
                echo '{"inputs": ["in.csv", "other.csv"], "steps": [{"step": "split", "to": "csv"}]}' > split.pipeline
                fenjie run split.pipeline -o new --force -q 2> err; echo $?; grep -c 'is the input' err
                cmp in.csv ../before/in.csv; grep -c 更换老旧管网 new/in/index.csv; ls new/other | wc -l
                """
        let outcome = try Fenjie.runScript(script, in: work.path)
        #expect(outcome.outputText == "5\n1\n3\n4\n", "\(outcome.errorText)")
    }

    @Test func everyVerbThatWritesIsAmongThem() {
        let verbs = Set(Self.lines.map { String($0.prefix { $0 != " " }) })
        for command in Commands.all where command.allOptions.contains(where: { $0.name == "output" }) {
            #expect(verbs.contains(command.name))
        }
    }

    /// Each line of the script ends with 0 or says what went wrong.
    static let fine = [
        "cp 台账.xlsx ret/; fenjie collect ret --issued ws -o ret/台账.xlsx --force && cmp ret/台账.xlsx 台账.xlsx",
        "fenjie collect ret --issued ws -o ret/台账.csv && fenjie collect ret --issued ws -o ret/台账.csv --force",
        "fenjie collect ret --issued ws -o ret/台账.json && fenjie collect ret --issued ws -o ret/台账.json --force",
        "fenjie collect ret --issued ws -o ret/a.xlsx && fenjie review ret/a.xlsx -o r.html && fenjie collect ret --issued ws "
            + "-o ret/a.xlsx --force && fenjie review ret/a.xlsx -o r.html --force",
        "fenjie split in.csv -o ws --force", "fenjie convert in.csv -o soft.xlsx --force",
        "fenjie run plain.pipeline -o new && fenjie run plain.pipeline -o new && fenjie run plain.pipeline -o new --resume",
        "fenjie run plain.pipeline -o new --log l.jsonl && fenjie run plain.pipeline -o new --log l.jsonl",
        "fenjie run folder.pipeline -o sub/out && fenjie run folder.pipeline -o sub/out --force",
        "fenjie convert in.csv --template issued -o issued.csv && fenjie convert u.csv --raw -o issued.csv --force",
    ]

    @Test("outputs of our own are replaced", arguments: fine)
    func replaces(_ line: String) throws {
        let work = Workdir()
        let outcome = try Fenjie.runScript(Self.world + "cd world\n{ \(line); } > /dev/null; echo $?\n", in: work.path)
        #expect(outcome.outputText == "0\n", "\(outcome.errorText)")
    }
}
