#!/usr/bin/env python3
"""Measures `fenjie run` over many small tables, against one process that loops in C over libxlsxwriter.

usage: batch.py FENJIE [--runs N] [--files N…] [--rows N]

Both convert the same CSV tables to workbooks for print, in turn (A B A B …); figures are wall seconds, CPU seconds and the
largest resident set of whole processes. Ours syncs every file to the disk, keeps hashes of inputs and outputs in its manifest
and uses all cores; the peer does none of that. The cost per file is taken at each number of files, then a run that finds
everything done (--resume).
"""
import argparse
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from measuring import Bench, run

HEADER = "序号,一级任务,二级任务,具体要求,责任单位,完成时限\r\n"
WORDS = "推进 完善 健全 优化 提升 加快 深化 规范 落实 建立 统筹 开展 河道 校舍 公交 养老 就业 供热 档案 窗口 机制 台账 清单 标准".split()
UNITS = "市水务局 市教育局 市财政局 市民政局 市交通运输局 市农业农村局 市卫生健康委员会 市行政审批局 各区县政府".split()


def table(seed, rows):
    """A table of invented tasks; the same seed gives the same bytes."""
    pick = random.Random(seed).random
    text, task, subtask = [HEADER], "", ""
    words = lambda count: "".join(WORDS[int(pick() * len(WORDS))] for _ in range(count))
    for row in range(rows):
        if row % 12 == 0:
            task = words(4)
        if row % 4 == 0:
            subtask = words(5)
        units = "、".join(UNITS[int(pick() * len(UNITS))] for _ in range(1 + int(pick() * 3)))
        text.append(f"{row + 1},{task},{subtask},{words(20 + int(pick() * 40))}。,{units},2026年{1 + int(pick() * 12)}月底前\r\n")
    return "".join(text).encode()


def make(folder, count, rows):
    """Many tables, none like another."""
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"{number:05}.csv").write_bytes(table(number, rows))


def pair(program, peer, inputs, work, runs):
    """Seconds, CPU and memory of ours and of the peer, run by run."""
    files = sorted(str(path) for path in inputs.iterdir())
    mine, other = [], []
    for number in range(runs + 1):
        # A fresh folder each time, and none removed meanwhile: ext4 is slow to make new files where many were removed a moment ago.
        target, theirs = work / f"out-{len(files)}-{number}", work / f"peer-{len(files)}-{number}"
        ours = run([program, "run", str(work / "p.json"), str(inputs), "-o", str(target), "-q"])
        if peer:
            theirs.mkdir()
            done = run([peer, "--all", str(theirs)] + files)
        if number:
            mine.append(ours)
            if peer:
                other.append(done)
    return mine, other, target


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--files", type=int, nargs="*", default=[200, 2_000, 20_000])
    parser.add_argument("--rows", type=int, default=71)
    arguments = parser.parse_args()
    program = str(pathlib.Path(arguments.program).resolve())
    middle = statistics.median
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_TMP")) as folder:
        work = pathlib.Path(folder)
        (work / "p.json").write_text('{"steps": [{"step": "convert", "to": "xlsx"}]}')
        peer = Bench(program, work, 1).compiled("xlsxwriter_table.c", "-lxlsxwriter")
        for count in arguments.files:
            inputs = work / f"in-{count}"
            make(inputs, count, arguments.rows)
            # The peer gets all names on its command line, which has an end.
            mine, other, target = pair(program, peer if count <= 5_000 else None, inputs, work, arguments.runs if count <= 5_000 else 1)
            wall, cpu = middle(m[1] for m in mine), middle(m[0] for m in mine)
            text = (f"{count:6} tables of {arguments.rows} rows to XLSX: {wall:7.2f} s wall {cpu:7.2f} s CPU "
                    f"{max(m[2] for m in mine):6.1f} MiB  {cpu / count * 1e3:5.2f} ms CPU a file")
            if other:
                ratio = middle(b[1] / a[1] for a, b in zip(mine, other))
                text += f"  {ratio:4.2f} × the throughput of C on libxlsxwriter ({middle(b[1] for b in other):.2f} s)"
            print(text, flush=True)
            again = run([program, "run", str(work / "p.json"), str(inputs), "-o", str(target), "-q", "--resume"])
            print(f"{count:6} of them done before, --resume: {again[1]:5.2f} s wall {again[0]:5.2f} s CPU {again[2]:6.1f} MiB",
                  flush=True)


if __name__ == "__main__":
    main()
