#!/usr/bin/env python3
"""Scores the program on the shared corpora, and checks that README.md explains each difference.

usage: check.py FENJIE [--only xlsx|csv|hostile…]
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
CORPUS = HERE.parents[2] / "shared" / "corpus"


def explained():
    """Pairs of set and case that README.md explains."""
    rows = re.findall(r"^\| ([a-z-]+) \| `([^`]+)` \|", (HERE / "README.md").read_text("utf-8"), re.M)
    return {tuple(row) for row in rows}


def score(command, report):
    """Runs a scoring script; prints its summary and gives its results."""
    done = subprocess.run([sys.executable, *command, "--report", str(report)], stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"{command[0]} ended with {done.returncode}\n{done.stdout}")
    print(done.stdout.splitlines()[-1])
    return json.loads(report.read_text("utf-8"))


def corpus(program, work, name, folder, command, kind):
    results = score([str(CORPUS / "score.py"), str(CORPUS / folder), command.format(program=program), "--kind", kind,
                     "--label", name], work / f"{name}.json")
    return len(results), {(name, result["file"]): "; ".join(result["why"][:2]) for result in results if not result["ok"]}


def hostile(program, work):
    inputs = work / "inputs"
    subprocess.run([sys.executable, str(CORPUS / "hostile" / "generate.py"), str(inputs)], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    results = score([str(CORPUS / "hostile" / "run.py"), str(inputs), f"{program} dump --json {{file}}",
                     "--text", f"{program} convert --to csv -o - {{file}}",
                     "--split", f"{program} split -o {{out}} {{file}}"], work / "hostile.json")
    return len(results), {("hostile", result["id"]): result["why"] for result in results if not result["ok"]}


SETS = {
    "xlsx": lambda program, work: corpus(program, work, "xlsx", "xlsx", "{program} dump --json {{file}}", "xlsx"),
    "csv": lambda program, work: corpus(
        program, work, "csv", "csv",
        "{program} dump --json --from csv --delimiter {{delimiter}} --encoding {{encoding}} {{file}}", "csv"),
    # With nothing told but the file.
    "csv-untold": lambda program, work: corpus(program, work, "csv-untold", "csv", "{program} dump --json {{file}}", "csv"),
    "hostile": hostile,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--only", nargs="*", choices=sorted(SETS), default=sorted(SETS))
    args = parser.parse_args()
    if not CORPUS.is_dir():
        print("conformance: SKIPPED, the shared test data is not beside this checkout")
        return
    known, wrong = explained(), []
    with tempfile.TemporaryDirectory() as folder:
        for name in args.only:
            _, missed = SETS[name](args.program.resolve(), pathlib.Path(folder))
            wrong += [f"{name}: {case}: {why}" for (_, case), why in missed.items() if (name, case) not in known]
            wrong += [f"{name}: {case} agrees now: take it out of README.md"
                      for set_name, case in known if set_name == name and (name, case) not in missed]
    if wrong:
        sys.exit("\n".join(["conformance: differences that README.md does not explain:", *sorted(wrong)]))


if __name__ == "__main__":
    main()
