#!/usr/bin/env python3
"""Measures whole processes, each against its peer in the same run: A B A B …

usage: bench.py FENJIE [--runs N] [--only NAME…] [--json FILE] [--python PYTHON]

CPU is user + system time of the process and its children, memory the largest resident set, as the kernel accounts them.
Medians are printed, and the median of the ratios pair by pair. Peers that cannot be built or run are said and left out;
those in Python run in PYTHON, which `make bench-peers` sets up.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared"


def run(command, stdin=None):
    """Runs a command once; returns CPU seconds, wall seconds and peak memory in MiB."""
    with open(stdin or os.devnull, "rb") as source:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1):
        raise RuntimeError(f"{command[0]} ended with {code}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def middle(values):
    return statistics.median(values)


class Bench:
    """A folder of inputs and peers, and the rows measured so far."""

    def __init__(self, program, folder, runs, python):
        self.program, self.folder, self.runs, self.python = program, folder, runs, python
        self.rows = []

    def path(self, name):
        return str(self.folder / name)

    def measure(self, name, ours, peer=None, peer_name="", units=None, stdin=None, before=lambda: None):
        """Measures one pair; `units` says how many items ours handles, for a rate."""
        mine, other = [], []
        for index in range(self.runs + 1):
            before()
            a = run(ours, stdin)
            b = run(peer, stdin) if peer else None
            if index == 0:
                continue
            mine.append(a)
            if b:
                other.append(b)
        row = {
            "name": name, "cpu": middle([m[0] for m in mine]), "wall": middle([m[1] for m in mine]),
            "memory": max(m[2] for m in mine), "runs": self.runs,
        }
        if other:
            row["peer"] = peer_name
            row["cpu_ratio"] = middle([m[0] / max(o[0], 1e-6) for m, o in zip(mine, other)])
            row["wall_ratio"] = middle([m[1] / max(o[1], 1e-6) for m, o in zip(mine, other)])
        if units:
            row["rate"] = units / row["cpu"]
        self.rows.append(row)
        text = f"{name:34} {row['cpu']:8.4f} s CPU {row['wall']:8.4f} s wall {row['memory']:7.1f} MiB"
        if other:
            text += f"  {row['cpu_ratio']:5.2f} × CPU, {row['wall_ratio']:5.2f} × wall of {peer_name}"
        if units:
            text += f"  {row['rate']:,.0f} a second"
        print(text, flush=True)

    def scripted(self, source, module, *arguments):
        """The command of a peer in Python; `None` where its package is not there."""
        found = shutil.which(self.python)
        if not found or subprocess.run([found, "-c", f"import {module}"], stderr=subprocess.DEVNULL).returncode:
            print(f"{source} is left out: {self.python} has no {module}; `make bench-peers` installs it")
            return None
        return [found, str(HERE / "peers" / source), *arguments]

    def compiled(self, source):
        """Builds a peer in C; `None` where that fails."""
        target = self.path(pathlib.Path(source).stem)
        compiler = shutil.which("cc") or shutil.which("clang")
        if compiler is None:
            print(f"{source} is left out: there is neither cc nor clang")
            return None
        done = subprocess.run([compiler, "-O2", "-o", target, str(HERE / "peers" / source), "-lxlsxwriter"])
        return target if done.returncode == 0 else None


def start_up(bench):
    bench.measure("start-up", [bench.program, "--version"])


def table(bench):
    """The published table where it is there, else the example, against bare C that writes the same cells."""
    published = SHARED / "seeds" / "jinan-2022-table.txt"
    source = published if published.exists() else ROOT / "examples" / "tab-blocks.txt"
    cells = bench.path("table.csv")
    run([bench.program, "convert", str(source), "-o", cells, "--force", "-q"])
    peer = bench.compiled("xlsxwriter_table.c")
    bench.measure(
        f"{source.stem} to XLSX",
        [bench.program, "convert", str(source), "-o", bench.path("table.xlsx"), "--force", "-q"],
        peer and [peer, cells, bench.path("peer.xlsx")], "C on libxlsxwriter")


def grammar(bench):
    """Unit cells and deadlines, one a line."""
    units = ["市教育局、市财政局，各县（市、区）人民政府", "牵头单位：省科技厅；责任单位：省工业和信息化厅、省商务厅", "县农业农村局牵头，县水务局、各乡镇人民政府配合"]
    deadlines = ["2026年9月底前", "全年", "2026年年底前完成，长期坚持", "每季度末", "印发后30日内", "6月底前"]
    for name, cells, count in (("units", units, 200_000), ("deadlines", deadlines, 500_000)):
        path = bench.path(name + ".txt")
        with open(path, "w", encoding="utf-8") as file:
            for index in range(count):
                file.write(cells[index % len(cells)] + "\n")
        bench.measure(f"parse {name}", [bench.program, "parse", name, "--year", "2026", "-q"] if name == "deadlines"
                      else [bench.program, "parse", name, "-q"], units=count, stdin=path)


def split(bench):
    """20,000 tasks over about 200 units."""
    generator = SHARED / "bench" / "generate.py"
    if not generator.exists():
        print("split: left out, the workload generator is not there")
        return
    source = bench.path("m.csv")
    subprocess.run([sys.executable, str(generator), "--rows", "20000", "--seed", "1", "--out", source], check=True)
    target, other = bench.path("ours"), bench.path("theirs")
    peer = bench.compiled("worksheets.c")

    def clear():
        for folder in (target, other):
            shutil.rmtree(folder, ignore_errors=True)

    bench.measure(
        "20,000 tasks into worksheets", [bench.program, "split", source, "-o", target, "-q"],
        peer and [peer, source, other], "C on libxlsxwriter", before=clear)


def plain(bench):
    """Plain conversions of 300,000 rows, memory bounded."""
    generator = SHARED / "bench" / "generate.py"
    if not generator.exists():
        print("plain conversions: left out, the workload generator is not there")
        return
    source, other = bench.path("l.csv"), bench.path("other")
    subprocess.run([sys.executable, str(generator), "--rows", "300000", "--seed", "1", "--out", source], check=True)

    def raw(name, source, target, peer=None, peer_name=""):
        ours = [bench.program, "convert", "--raw", source, "-o", bench.path(target), "--force", "-q"]
        bench.measure(f"{name}, 300,000 rows", ours, peer, peer_name)

    loop = bench.compiled("byte_loop.c")
    bench.measure(
        "CSV to rows (dump), 300,000 rows", [bench.program, "dump", "--json", source, "-q"], loop and [loop, source],
        "a byte loop in C")
    raw("CSV to CSV", source, "o.csv")
    raw("CSV to XLSX", source, "inline.xlsx", bench.scripted("jetxl_table.py", "jetxl", source, other), "jetxl")
    reader = ("calamine_csv.py", "python_calamine")
    inline = bench.path("inline.xlsx")
    raw("XLSX to CSV, inline strings", inline, "o.csv", bench.scripted(*reader, inline, other), "python-calamine")
    shared = bench.path("shared.xlsx")
    peer = bench.compiled("xlsxwriter_table.c")
    if peer:
        run([peer, source, shared])
        raw("XLSX to CSV, shared strings", shared, "o.csv", bench.scripted(*reader, shared, other), "python-calamine")


def laid_out(bench):
    """300,000 tasks as a workbook for print, against bare C that writes the same cells."""
    generator = SHARED / "bench" / "generate.py"
    peer = bench.compiled("xlsxwriter_table.c")
    if not generator.exists() or not peer:
        print("laid out: left out, the workload generator or the peer is not there")
        return
    source, cells = bench.path("l.csv"), bench.path("cells.csv")
    subprocess.run([sys.executable, str(generator), "--rows", "300000", "--seed", "1", "--out", source], check=True)
    run([bench.program, "convert", source, "-o", cells, "--force", "-q"])
    bench.measure(
        "300,000 tasks to XLSX", [bench.program, "convert", source, "-o", bench.path("laid-out.xlsx"), "--force", "-q"],
        [peer, cells, bench.path("peer.xlsx")], "C on libxlsxwriter")


WORKLOADS = {"start-up": start_up, "table": table, "grammar": grammar, "split": split, "plain": plain, "laid-out": laid_out}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", nargs="*", choices=sorted(WORKLOADS), default=None)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--python", default=str(ROOT / ".build" / "peers" / "bin" / "python"))
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(str(pathlib.Path(args.program).resolve()), pathlib.Path(folder), args.runs, args.python)
        for name, workload in WORKLOADS.items():
            if args.only is None or name in args.only:
                workload(bench)
    if args.json:
        args.json.write_text(json.dumps(bench.rows, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
