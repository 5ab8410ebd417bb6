#!/usr/bin/env python3
"""Measures whole processes, each against its peers in the same run: A B A B …

usage: bench.py FENJIE [--peers] [--runs N] [--only NAME…] [--json FILE] [--table FILE]

CPU is user + system time of the process and its children, memory the largest resident set, as the kernel accounts them.
Medians are printed, and the median of the ratios pair by pair. Peers that cannot be built or run are said and left out;
with --peers the programs that install_peers.py installs are measured too.
"""
import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import results
import side_by_side
from measuring import ROOT, SHARED, Bench, Peer, run


def start_up(bench):
    bench.measure("start-up", [bench.program, "--version"])


def table(bench):
    """The published table where it is there, else the example, against bare C that writes the same cells."""
    published = SHARED / "seeds" / "jinan-2022-table.txt"
    source = published if published.exists() else ROOT / "examples" / "tab-blocks.txt"
    cells = bench.path("table.csv")
    run([bench.program, "convert", str(source), "-o", cells, "--force", "-q"], allowed=(0, 1))
    peer = bench.compiled("xlsxwriter_table.c", "-lxlsxwriter")
    bench.measure(
        f"{source.stem} to XLSX",
        [bench.program, "convert", str(source), "-o", bench.path("table.xlsx"), "--force", "-q"],
        [peer and Peer("C on libxlsxwriter", [peer, cells, bench.path("peer.xlsx")])])


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
    peer = bench.compiled("worksheets.c", "-lxlsxwriter")

    def clear():
        for folder in (target, other):
            shutil.rmtree(folder, ignore_errors=True)

    bench.measure(
        "20,000 tasks into worksheets", [bench.program, "split", source, "-o", target, "-q"],
        [peer and Peer("C on libxlsxwriter", [peer, source, other])], before=clear)


def plain(bench):
    """Plain conversions of 300,000 rows, memory bounded."""
    generator = SHARED / "bench" / "generate.py"
    if not generator.exists():
        print("plain conversions: left out, the workload generator is not there")
        return
    source = bench.path("l.csv")
    subprocess.run([sys.executable, str(generator), "--rows", "300000", "--seed", "1", "--out", source], check=True)
    bench.measure(
        "CSV to CSV, 300,000 rows", [bench.program, "convert", "--raw", source, "-o", bench.path("o.csv"), "--force", "-q"])


WORKLOADS = {"start-up": start_up, "table": table, "grammar": grammar, "split": split, "plain": plain}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--peers", action="store_true", help="the workloads next to other programs too")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", nargs="*", choices=sorted(WORKLOADS | side_by_side.WORKLOADS), default=None)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--table", type=pathlib.Path, help="write the results as a page of Markdown")
    args = parser.parse_args()
    workloads = WORKLOADS | (side_by_side.WORKLOADS if args.peers or args.only else {})
    if args.peers and not side_by_side.GENERATOR.exists():
        sys.exit("bench: the generator of the workloads is not there; the shared test data are not beside this checkout")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(str(pathlib.Path(args.program).resolve()), pathlib.Path(folder), args.runs)
        for name, workload in workloads.items():
            if args.only is None or name in args.only:
                workload(bench)
        rows = results.without_folder(bench.rows, folder)
    if args.json:
        args.json.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    if args.table:
        args.table.write_text(results.page(rows, args.program), encoding="utf-8")


if __name__ == "__main__":
    main()
