#!/usr/bin/env python3
"""Feeds all entrances for foreign bytes with inputs that libFuzzer makes up.

usage: fuzz.py [--seconds N] [--only TARGET…] [--address] [--long] [--merge]

Without options all targets run one after the other, 60 seconds in total. Inputs that crash, hang, leak or take too much
memory are kept in Found/<target>/, which the tests replay; the exit status is then 1. The corpora grow in .build-fuzz/.
"""
import argparse
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import seeds

WORK = seeds.ROOT / ".build-fuzz"
# Bytes that the usual inputs of a target have; others have more to say in more of them.
LENGTHS = {"units": 600, "deadlines": 400, "headings": 600, "sheet": 3000, "parts": 4000, "csv": 1500, "encodings": 1500,
           "directory": 1500, "returned": 2500, "template": 6000}
LONGEST = 65_536
# How many inputs of a corpus are stretched.
LONG_INPUTS = 40


def build(address):
    """Builds the harness; returns its path."""
    sanitizers = ["fuzzer"] + (["address"] if address else [])
    scratch = WORK / ("address" if address else "plain")
    command = ["swift", "build", "--package-path", str(seeds.HERE), "--scratch-path", str(scratch), "-c", "release",
               # Without the compiler's own flag Swift code would have no coverage.
               *[f"--sanitize={name}" for name in sanitizers], "-Xswiftc", "-sanitize=" + ",".join(sanitizers),
               "--product", "FenjieFuzz"]
    if subprocess.run(command, stdout=sys.stderr).returncode != 0:
        sys.exit("fuzz: the harness could not be built")
    return scratch / "release" / "FenjieFuzz"


def targets():
    """The names in the registry of the harness."""
    names = []
    for path in sorted((seeds.HERE / "Targets").glob("*.swift")):
        names += re.findall(r'FuzzTarget\("([a-z-]+)"\)', path.read_text("utf-8"))
    return sorted(names)


def corpus(target):
    """The corpus of a target, with all seeds in it."""
    folder = WORK / "corpus" / target
    folder.mkdir(parents=True, exist_ok=True)
    for content in seeds.seeds(target):
        (folder / hashlib.sha1(content).hexdigest()).write_bytes(content)
    words = WORK / f"{target}.dict"
    words.write_text(seeds.dictionary(target), encoding="ascii")
    return folder, words


def stretched(target, folder):
    """The inputs of a corpus made long: as a whole, by their last line, and by what lies in their middle."""
    long = WORK / "long" / target
    shutil.rmtree(long, ignore_errors=True)
    long.mkdir(parents=True)
    inputs = sorted(folder.iterdir())
    for path in inputs[::max(1, len(inputs) // LONG_INPUTS)]:
        content = path.read_bytes()
        lines = content.splitlines(keepends=True) or [b""]
        third = max(1, len(content) // 3)
        for number, (head, part) in enumerate([(content[:1], content[1:]), (content, lines[-1]),
                                               (content[:third], content[third:third + 24]), (content, content[-3:])]):
            if part and len(head) < LONGEST:
                (long / f"{path.name}-{number}").write_bytes((head + part * (LONGEST // len(part)))[:LONGEST])
    return long


def run(program, target, seconds, args):
    """Runs a target; returns how many inputs it took and whether all went well."""
    folder, words = corpus(target)
    artifacts = WORK / "artifacts" / target
    shutil.rmtree(artifacts, ignore_errors=True)
    artifacts.mkdir(parents=True)
    options = [f"-artifact_prefix={artifacts}/", f"-dict={words}", "-print_final_stats=1", "-timeout=10", "-report_slow_units=1", "-rss_limit_mb=2048", "-reload=0"]
    environment = dict(os.environ, FENJIE_FUZZ_TARGET=target, SWIFT_BACKTRACE="enable=no")
    if args.long:
        return run_long(program, target, folder, environment)
    length = LENGTHS.get(target, 8000)
    command = [str(program), str(folder), f"-max_total_time={seconds}", f"-max_len={length}", *options]
    done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    log = done.stderr.decode("utf-8", "replace")
    (WORK / f"{target}.log").write_text(log, encoding="utf-8")
    counted = re.search(r"number_of_executed_units:\s*(\d+)", log) or re.findall(r"^#(\d+)", log, re.M)
    count = int(counted.group(1)) if isinstance(counted, re.Match) else max([int(number) for number in counted] or [0])
    # A slow input counts only where it takes long by itself: others may have had the machine.
    kept = [path for path in sorted(artifacts.iterdir())
            if not path.name.startswith("slow") or processor_time(program, path, environment)[0] > 1]
    for path in kept:
        keep(target, path, path.name)
    if done.returncode != 0 or kept:
        tail = "\n".join(line for line in log.splitlines() if "==" in line or "ERROR" in line or ":" in line)[-1500:]
        print(f"{target}: {'; '.join(path.name for path in kept) or 'ended'} with status {done.returncode}\n{tail}", file=sys.stderr)
    return count, done.returncode == 0 and not kept


def keep(target, path, name):
    """Puts an input where the tests run it again."""
    found = seeds.HERE / "Found" / target
    found.mkdir(parents=True, exist_ok=True)
    shutil.copy(path, found / name)


def processor_time(program, path, environment):
    """Seconds of CPU that one input takes, and the status."""
    before = os.times()
    done = subprocess.run([str(program), str(path), "-rss_limit_mb=2048"], env=environment, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system, done.returncode


def run_long(program, target, folder, environment):
    """Runs long inputs, each alone: one may take a second at most."""
    paths, failed, slowest = sorted(stretched(target, folder).iterdir()), 0, 0.0
    for path in paths:
        seconds, status = processor_time(program, path, environment)
        slowest = max(slowest, seconds)
        if status != 0 or seconds > 1:
            failed += 1
            print(f"{target}: {path.name} takes {seconds:.1f} s and ends with status {status}", file=sys.stderr)
            keep(target, path, f"long-{path.name}")
    print(f"{target:12} slowest {slowest:.2f} s")
    return len(paths), failed == 0


def minimise(program, target):
    """Keeps of a corpus what reaches code that nothing smaller reaches."""
    folder, _ = corpus(target)
    small = WORK / "merged" / target
    shutil.rmtree(small, ignore_errors=True)
    small.mkdir(parents=True)
    environment = dict(os.environ, FENJIE_FUZZ_TARGET=target, SWIFT_BACKTRACE="enable=no")
    done = subprocess.run([str(program), "-merge=1", str(small), str(folder)], env=environment, stderr=subprocess.DEVNULL)
    if done.returncode == 0:
        shutil.rmtree(folder)
        shutil.move(small, folder)


def tally(counts, name):
    """Adds to the sums over all runs of this checkout."""
    path = WORK / "executions.json"
    sums = json.loads(path.read_text()) if path.exists() else {}
    for target, count in counts.items():
        sums.setdefault(name, {})[target] = sums.get(name, {}).get(target, 0) + count
    path.write_text(json.dumps(sums, indent=1, sort_keys=True) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=60, help="in total, shared among the targets")
    parser.add_argument("--only", nargs="*", choices=targets(), default=None)
    parser.add_argument("--address", action="store_true", help="with the address sanitizer, which also finds leaks")
    parser.add_argument("--long", action="store_true", help="instead: the corpora stretched to 64 KiB, each input once")
    parser.add_argument("--merge", action="store_true", help="instead: drop inputs that add nothing from the corpora")
    args = parser.parse_args()
    program = build(args.address)
    chosen = args.only or targets()
    if args.merge:
        for target in chosen:
            minimise(program, target)
        return
    counts, failed = {}, []
    for target in chosen:
        counts[target], is_well = run(program, target, max(1, args.seconds // len(chosen)), args)
        print(f"{target:12} {counts[target]:12,} inputs{'' if is_well else '  FAILED'}", flush=True)
        if not is_well:
            failed.append(target)
    tally(counts, "address" if args.address else "plain")
    print(f"{'total':12} {sum(counts.values()):12,} inputs")
    if failed:
        sys.exit(f"fuzz: inputs that fail are in Tests/Fuzz/Found: {', '.join(failed)}")


if __name__ == "__main__":
    main()
