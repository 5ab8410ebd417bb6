#!/usr/bin/env python3
"""Measures collecting, and holds a large folder to what a small one promises.

usage: collect.py FENJIE [--units 2000] [--tasks 30] [--runs 3] [--limit 10]

Splits an invented table into worksheets of --tasks rows for --units units, fills them in as a unit would, and collects them.
One file is cut off in the middle, and lock files, thumbnails and text under wrong names lie among the others. Says the wall
time, CPU and peak memory of the median run, and fails where the median takes more than --limit seconds, where a second run
in another order of the folder gives other bytes, or where more than the broken file is missing.
"""

import argparse
import json
import os
import pathlib
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile

WORDS = ["新建", "改造", "检查", "培训", "建成", "清理"]
ANSWER = {"H": "已完成选址并开工，完成投资三成", "I": "正在推进", "K": "无", "L": "十月底前完工"}


def run(*command):
    """Runs a command; returns its output, wall and CPU seconds and peak memory in MiB."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(list(map(str, command)), stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        output.seek(0)
        text = output.read().decode()
    # 3: the corrupt file could not be read, and the others were collected.
    if os.waitstatus_to_exitcode(status) not in (0, 1, 3):
        sys.exit(f"{command[1]} ended with {os.waitstatus_to_exitcode(status)}\n{text[-2000:]}")
    return text, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def table(path, units, tasks):
    """Half of the tasks of a unit are its own, half of them stand for all units of its group of ten."""
    number = 0
    with open(path, "w", encoding="utf-8") as file:
        file.write("序号,一级任务,二级任务,具体要求,责任单位,完成时限\n")
        for first in range(0, units, 10):
            group = [f"第{unit + 1}镇人民政府" for unit in range(first, min(first + 10, units))]
            shared = [("、".join(group), task) for task in range(tasks // 2)]
            own = [(unit, task) for unit in group for task in range(tasks - tasks // 2)]
            for names, task in shared + own:
                number += 1
                what = WORDS[number % len(WORDS)]
                file.write(f"{number},第{first // 10 + 1}类工作,{what}项目,{what}{number}处设施并按月报送{task + 1}次,{names},2026年9月底前\n")


def fill(source, target):
    """Fills in a worksheet in its XML, as fast as it can be done."""
    with zipfile.ZipFile(source) as book, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as copy:
        for entry in book.infolist():
            data = book.read(entry)
            if entry.filename == "xl/worksheets/sheet1.xml":
                def answer(match):
                    text = ANSWER.get(match[1].decode()) if int(match[2]) > 3 else None
                    if text is None:
                        return match[0]
                    return b'<c r="%s%s" s="%s" t="inlineStr"><is><t>%s</t></is></c>' % (
                        match[1], match[2], match[3], text.encode())
                data = re.sub(rb'<c r="([A-Z]+)(\d+)" s="(\d+)"/>', answer, data)
            copy.writestr(entry, data)


def litter(folder):
    """What else lies in such folders."""
    (folder / "~$第1镇人民政府.xlsx").write_bytes(b"\x05user")
    (folder / "Thumbs.db").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(500))
    (folder / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    (folder / "说明.txt").write_text("请各单位按时报送。\n", encoding="utf-8")
    (folder / "照片.xlsx").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("fenjie")
    parser.add_argument("--units", type=int, default=2000)
    parser.add_argument("--tasks", type=int, default=30)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--limit", type=float, default=10)
    options = parser.parse_args()
    program = pathlib.Path(options.fenjie).resolve()
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        table(work / "table.csv", options.units, options.tasks)
        _, wall, _, _ = run(program, "split", work / "table.csv", "-o", work / "issued", "--period", "2026年第三季度", "-q")
        issued = sorted(path for path in (work / "issued").glob("*.xlsx") if path.name != "index.xlsx")
        print(f"{len(issued)} worksheets were split in {wall:.2f} s")
        names = [f"{index % 20}/工作表({index}).xlsx" for index in range(len(issued))]
        order = list(zip(issued, names))
        ledgers = []
        for turn in range(2):
            # The same files, made in another order.
            returned = work / f"returned-{turn}"
            random.Random(turn).shuffle(order)
            for source, name in order:
                (returned / name).parent.mkdir(parents=True, exist_ok=True)
                fill(source, returned / name)
            broken = returned / names[7]
            broken.write_bytes(broken.read_bytes()[:2000])
            litter(returned)
            walls = []
            for _ in range(options.runs if turn == 0 else 1):
                _, wall, cpu, memory = run(
                    program, "collect", returned, "--issued", work / "issued", "-o", work / f"{turn}.xlsx", "--force", "-q")
                walls.append((wall, cpu, memory))
            if turn == 0:
                wall, cpu, memory = (statistics.median(values) for values in zip(*walls))
                print(f"collect: {wall:.2f} s wall, {cpu:.2f} s CPU, {memory:.0f} MiB")
                if wall > options.limit:
                    faults.append(f"collecting took {wall:.2f} s, more than {options.limit:g} s")
            run(program, "collect", returned, "--issued", work / "issued", "-o", work / f"{turn}.json", "--force", "-q")
            ledgers.append([(work / f"{turn}.{form}").read_bytes() for form in ("xlsx", "json")])
        if ledgers[0] != ledgers[1]:
            faults.append("another order of the folder gives another ledger")
        ledger = json.loads(ledgers[0][1])
        standings = {}
        for file in ledger["files"]:
            standings[file["standing"]] = standings.get(file["standing"], 0) + 1
        print("files:", ", ".join(f"{count} {standing}" for standing, count in sorted(standings.items())))
        if standings.get("reported") != len(issued) - 1:
            faults.append(f"{standings.get('reported')} of {len(issued) - 1} sound worksheets were taken")
    for fault in faults:
        print("FAULT:", fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
