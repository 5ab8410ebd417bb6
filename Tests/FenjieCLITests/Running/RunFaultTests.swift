import FenjieTestSupport
import Testing

@Suite struct RunFaultTests {
    /// Whether file systems can be mounted, in a name space of our own.
    static let canMount: Bool = {
        let outcome = try? Fenjie.runScript("unshare -m mount -t tmpfs none /mnt", in: "/")
        return outcome?.status == 0
    }()

    /// Whether scripts can be run as somebody without rights, from a folder that they may enter.
    static let canBeNobody: Bool = {
        let outcome = try? Fenjie.runScript("setpriv --reuid 65534 --clear-groups \(Fenjie.path) --version", in: "/")
        return outcome?.status == 0
    }()

    @Test func killedAtAnyMomentItGoesOnAndEndsAsIfUndisturbed() throws {
        let folder = try BatchFolder(30)
        let seed = UInt16.random(in: 1...UInt16.max)
        let outcome = try folder.run(
            BatchFolder.same + BatchFolder.strays + """
                RANDOM=\(seed); kills=0; found=0
                fenjie run p.json -o calm -q
                # A last input that never ends: however fast the machine, there is a run to be killed.
                mkfifo gate.csv; exec 3<>gate.csv
                for round in 1 2 3 4 5; do
                    rm -rf out
                    for try in 1 2 3 4 5 6 7 8 9 10; do
                        fenjie run p.json in gate.csv --resume -q 2> /dev/null 3>&- & pid=$!
                        sleep 0.0$((RANDOM % 10))$((RANDOM % 10)); kill -9 $pid 2> /dev/null && kills=$((kills + 1))
                        wait $pid 2> /dev/null
                        [ -d out ] && found=$((found + $(strays out)))
                    done
                    fenjie run p.json --resume -q; echo $?
                    same calm out; strays out
                    wc -l < out/fenjie-manifest.jsonl
                done
                echo $kills killed
                """)
        let round = "0\nsame\n0\n30\n"
        #expect(
            outcome.outputText == round + round + round + round + round + "50 killed\n",
            "RANDOM=\(seed)\n\(outcome.errorText)")
    }

    @Test(.enabled(if: canMount, "skipped: file systems cannot be mounted here"))
    func aFullDiskEndsTheRunAndLeavesOnlyWholeFiles() throws {
        let folder = try BatchFolder(120)
        let outcome = try folder.run(
            """
            fenjie run p.json -o calm -q
            unshare -m bash -c '
                mkdir out; mount -t tmpfs -o size=200k none out
                fenjie run p.json -q 2> err; echo $?
                find out -name "*.fenjie-tmp" | wc -l
                (cd out; find . -type f ! -name "fenjie-manifest*") | while read -r f; do cmp "out/$f" "calm/$f" || echo differs; done
                tail -c 1 out/fenjie-manifest.jsonl | od -An -c
                mount -o remount,size=20m out
                fenjie run p.json -q --resume; echo $?
                diff -r -x "fenjie-manifest*" calm out && echo same
            '
            grep -c 'no space left' err
            """)
        #expect(outcome.outputText.hasPrefix("4\n0\n  \\n\n0\nsame\n"), "\(outcome.outputText)\(outcome.errorText)")
    }

    @Test(.enabled(if: canMount, "skipped: file systems cannot be mounted here"))
    func aReadOnlyFolderIsToldOfBeforeAnythingIsDone() throws {
        let folder = try BatchFolder(3)
        let outcome = try folder.run(
            """
            mkdir out; unshare -m bash -c 'mount --bind out out; mount -o remount,ro,bind out; fenjie run p.json -q; echo $?'; ls -A out
            """)
        #expect(outcome.outputText == "4\n", "\(outcome.errorText)")
        #expect(outcome.errorText.contains("no permission to write"))
    }

    @Test func aFileInPlaceOfTheOutputFolderIsToldOf() throws {
        let folder = try BatchFolder(3)
        let outcome = try folder.run("echo 备忘 > out; fenjie run p.json; echo $?; cat out")
        #expect(outcome.outputText == "2\n备忘\n", "\(outcome.errorText)")
    }

    @Test func anInputThatVanishesIsToldOf() throws {
        let folder = try BatchFolder(6, pipeline: BatchFolder.conversion)
        let outcome = try folder.run(
            BatchFolder.wait + """
                mkfifo gate.csv; exec 3<>gate.csv
                fenjie run p.json --jobs 1 gate.csv in -q 2> err 3>&- & pid=$!
                until_there out/fenjie-manifest.jsonl; sleep 0.2
                rm in/2/表2.csv; cat in/1/表1.csv > gate.csv; exec 3>&-
                wait $pid; echo $?; find out -name '表*' | wc -l; grep -c 'no such file' err
                """)
        #expect(outcome.outputText == "5\n5\n1\n", "\(outcome.errorText)")
    }

    @Test func aLargeInputThatChangesIsNotUsed() throws {
        let folder = try BatchFolder(2, pipeline: BatchFolder.conversion)
        let outcome = try folder.run(
            BatchFolder.wait + """
                python3 -c 'print("序号,具体要求,责任单位"); [print(f"{n},{chr(20869) * 900},县水务局") for n in range(1, 8001)]' > in/大.csv
                # Whoever reads it finds it longer each time, from before the run until it has ended.
                while [ ! -e ended ]; do echo "9,增补,县水务局" >> in/大.csv; sleep 0.01; done & writer=$!
                fenjie run p.json -q 2> err; echo $?; touch ended; wait $writer
                find out -name '*.csv' | wc -l; grep -c '大.csv: the file was changed while it was read' err
                grep -c '"status":"done"' out/fenjie-manifest.jsonl; ls -A out | grep -c fenjie-tmp
                fenjie run p.json -q --resume; echo $?; find out -name '*.csv' | wc -l
                """)
        #expect(outcome.outputText == "5\n2\n1\n2\n0\n0\n3\n", "\(outcome.errorText)")
    }

    @Test(.enabled(if: canBeNobody, "skipped: nobody cannot run the program here"))
    func anUnreadableInputIsToldOf() throws {
        let folder = try BatchFolder(3, pipeline: BatchFolder.conversion)
        let outcome = try folder.run(
            """
            chmod 755 .; mkdir -m 777 out; chmod 0 in/1/表1.csv
            setpriv --reuid 65534 --clear-groups $(command -v fenjie) run p.json -q; echo $?
            find out -name '表*' | wc -l
            """)
        #expect(outcome.outputText == "5\n2\n", "\(outcome.errorText)")
        #expect(outcome.errorText.contains("no permission to read"))
    }

    /// Without optimisation ten thousand tables would take minutes.
    private static var hostileNames: Int {
        #if DEBUG
            400
        #else
            10_000
        #endif
    }

    @Test func hostileNamesAreTreatedLikeAnyOther() throws {
        let folder = try BatchFolder(1, pipeline: BatchFolder.conversion)
        try folder.work.write(
            """
            import os, random, unicodedata
            random.seed(7)
            table = open("in/1/表1.csv", "rb").read()
            os.mkdir("hostile")
            special = ["-", "--force", "-o", "a b", " lead", "trail ", "new\\nline", "tab\\tstop", "quote'", 'double"', "back\\\\slash",
                "*", "?", "[a]", "$HOME", "`id`", "%s", "{stem}", "a;b", "a|b", "a&b", "\\x1b[31mred", "\\x7f", "é", "e\\u0301x", "\\u202eabc",
                "…", "名" * 80, "x" * 250, "a.b.c", "CON", "con", "NUL", "~", "#", "😀", "\\u200b", "'; rm -rf", "<b>", "..hidden"[1:] + "x"]
            names = {name + ".csv" for name in special}
            while len(names) < \(Self.hostileNames):
                length = random.randint(1, 40)
                names.add("n%d" % len(names) + "".join(random.choice("aZ0 -_'\\"\\\\$*?[]{}()<>|&;!%#~^`,=+@\\n\\t.中文é😀") for _ in range(length)) + ".csv")
            for name in names:
                open(os.path.join(b"hostile", name.encode()), "wb").write(table)
            open(b"hostile/\\xff\\xfe.csv", "wb").write(table)
            visible = [name for name in names if not name.startswith(".")]
            print(len(visible))
            """, to: "names.py")
        let outcome = try folder.run(
            """
            visible=$(python3 names.py)
            fenjie run p.json hostile -q 2> err; echo $?
            python3 - $visible <<'E'
            import json, os, sys
            lines = [json.loads(line) for line in open("out/fenjie-manifest.jsonl")]
            done = [line for line in lines if line["status"] == "done"]
            named = {line["outputs"][0]["path"] for line in done}
            there = {name.decode() for name in os.listdir(b"out")} - {"fenjie-manifest.jsonl"}
            print(named == there, len(lines) - int(sys.argv[1]), len(done) > 0.97 * \(Self.hostileNames))
            E
            grep -c $'\\x1b' err
            """)
        #expect(outcome.outputText == "5\nTrue 1 True\n0\n", "\(outcome.errorText)")
    }

    @Test func linksThatLeadInCirclesEnd() throws {
        let folder = try BatchFolder(3, pipeline: BatchFolder.conversion)
        let outcome = try folder.run(
            """
            ln -s .. in/up; ln -s . in/1/self; ln -s loop in/loop; ln -s ../../in in/2/round
            timeout 20 fenjie run p.json -q 2> err; echo $?; find out -name '表*' | wc -l; grep -c link-loop err
            """)
        #expect(outcome.outputText.hasPrefix("5\n3\n"), "\(outcome.outputText)\(outcome.errorText)")
    }

    @Test func aSecondRunIntoAFolderIsTurnedAway() throws {
        let folder = try BatchFolder(3)
        let outcome = try folder.run(
            BatchFolder.wait + """
                mkfifo gate.csv; exec 3<>gate.csv
                fenjie run p.json gate.csv in -q 3>&- & pid=$!
                until_there out/fenjie-manifest.jsonl
                fenjie run p.json -q; echo $?
                fenjie run p.json -q --shard 1/2; echo $?
                cat in/1/表1.csv > gate.csv; exec 3>&-
                wait $pid; echo $?
                fenjie run p.json -q; echo $?
                """)
        #expect(outcome.outputText == "4\n4\n0\n0\n", "\(outcome.errorText)")
        #expect(outcome.errorText.contains("another run is at work here"))
    }

    @Test(arguments: [("INT", "130"), ("TERM", "143"), ("INT -TERM", "1[34][03]")])
    func aSignalEndsTheRunAtOnce(_ signals: String, _ status: String) throws {
        let folder = try BatchFolder(20)
        let outcome = try folder.run(
            BatchFolder.wait + BatchFolder.same + BatchFolder.strays + """
                set -m
                mkfifo gate.csv; exec 3<>gate.csv
                fenjie run p.json --jobs 2 gate.csv in 2> err & pid=$!
                until_there out/print
                for signal in \(signals); do kill -${signal#-} $pid 2> /dev/null; done
                wait $pid; status=$?; [[ $status =~ ^\(status)$ ]] && echo ended || echo $status
                strays out; grep -c 'with --resume' err
                exec 3>&-; fenjie run p.json --resume -q; echo $?; fenjie run p.json -o calm -q; same calm out
                """)
        #expect(outcome.outputText == "ended\n0\n1\n0\nsame\n", "\(outcome.errorText)")
    }

    @Test func anOutputFolderInsideTheInputsIsNoInput() throws {
        let folder = try BatchFolder(
            3, pipeline: #"{"inputs": ["."], "output": "out", "steps": [{"step": "convert", "to": "csv"}]}"#)
        let outcome = try folder.run(
            """
            rm -f list; fenjie run p.json -q; echo $?; find out -name '表*' | wc -l
            fenjie run p.json -q; echo $?; find out -name '表*' | wc -l
            fenjie run p.json './**/*.csv' -q; echo $?; find out -name '表*' | wc -l
            ln -s out/in other; fenjie run p.json other in -q; echo $?; find out -path '*other*' | wc -l
            """)
        #expect(outcome.outputText == "0\n3\n0\n3\n0\n3\n0\n0\n", "\(outcome.errorText)")
    }

    @Test func aTornLineOfTheManifestIsDoneAgain() throws {
        let folder = try BatchFolder(5)
        let outcome = try folder.run(
            """
            fenjie run p.json -q; truncate -s -40 out/fenjie-manifest.jsonl
            fenjie run p.json --resume --json | grep -o '"done":[0-9]*'
            wc -l < out/fenjie-manifest.jsonl
            sed -i '2s/.*/{"input": 7}/' out/fenjie-manifest.jsonl
            fenjie run p.json --resume --json 2> err | grep -o '"done":[0-9]*'; grep -c manifest-line-unreadable err
            """)
        #expect(outcome.outputText == "\"done\":1\n5\n\"done\":1\n1\n", "\(outcome.errorText)")
    }
}
