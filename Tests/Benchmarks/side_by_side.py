"""Workloads next to other programs: S, M and L of the shared generator, and each engine alone as far as it can be."""
import os
import subprocess
import sys
import time

import batch as batch_of_tables
import install_peers
from measuring import HERE, ROOT, SHARED, Peer, run

ROWS = 300_000
GENERATOR = SHARED / "bench" / "generate.py"


def tool(name, task, *arguments, threads=None, runs=None):
    """A peer from `peers/tools.py`; `None` where its packages are not installed."""
    if not install_peers.PYTHON.exists():
        return None
    environment = {"POLARS_MAX_THREADS": str(threads)} if threads else None
    return Peer(name, [str(install_peers.PYTHON), str(HERE / "peers" / "tools.py"), task, *arguments], environment, runs)


def made(bench, name, make):
    """The path of an input, made when it is first asked for."""
    path = bench.path(name)
    if not (bench.folder / name).exists():
        make(path)
    return path


def large(bench):
    """The table L: 300,000 rows of six columns."""
    return made(bench, "l.csv", lambda path: subprocess.run(
        [sys.executable, str(GENERATOR), "--rows", str(ROWS), "--seed", "1", "--out", path], check=True))


def workbook(bench, strings):
    """The table L as a workbook, by a program of neither side."""
    source = large(bench)
    return made(bench, f"l-{strings}.xlsx", lambda path: run(tool("", f"make-{strings}", source, path).command))


def read_workbooks(bench):
    """XLSX to CSV."""
    inflate = bench.compiled("inflate.c", "-lisal")
    for strings in ("shared", "inline"):
        source, target = workbook(bench, strings), bench.path("peer.csv")
        bench.measure(
            f"XLSX to CSV, {strings} strings",
            [bench.program, "convert", "--raw", source, "-o", bench.path("ours.csv"), "--force", "-q"],
            [tool("python-calamine", "read-calamine", source, target), tool("fastexcel", "read-fastexcel", source, target),
             tool("polars", "read-polars", source, target), tool("xlsx2csv", "read-xlsx2csv", source, target, runs=1),
             inflate and Peer("ISA-L in C, inflating only", [inflate, source])], units=ROWS)


def parse_csv(bench):
    """CSV to rows; ours also writes them again, to a reader that throws them away."""
    source = large(bench)
    loop = bench.compiled("byte_loop.c")
    miller = install_peers.program("mlr")
    bench.measure(
        "CSV to rows and back", [bench.program, "convert", "--raw", "--to", "csv", "-q", source],
        [loop and Peer("byte loop in C", [loop, source]), tool("pyarrow, one thread", "parse-pyarrow", source),
         tool("polars, one thread", "parse-polars", source, threads=1),
         tool("DuckDB, one thread", "parse-duckdb", source), tool("csv of Python", "parse-python", source),
         miller and Peer("Miller, one thread", [miller, "--csv", "cat", source], {"GOMAXPROCS": "1"})], units=ROWS)


def validate(bench):
    """Checks against the template of issued tables."""
    source = large(bench)
    bench.measure(
        "validate CSV", [bench.program, "validate", source, "-q", "--fail-on", "never"],
        [tool("polars, by hand", "validate-polars", source),
         tool("frictionless", "validate-frictionless", source, str(ROOT / "templates" / "issued.json"), runs=1)], units=ROWS)


def write_workbooks(bench):
    """CSV to XLSX, printed and plain."""
    source = large(bench)
    table = bench.compiled("xlsxwriter_table.c", "-lxlsxwriter")
    bench.measure(
        "CSV to XLSX with formats", [bench.program, "convert", source, "-o", bench.path("o.xlsx"), "--force", "-q"],
        [table and Peer("C on libxlsxwriter", [table, source, bench.path("peer.xlsx")])], units=ROWS)
    bench.measure(
        "CSV to XLSX, --raw",
        [bench.program, "convert", "--raw", source, "-o", bench.path("o.xlsx"), "--force", "-q"],
        [tool("jetxl", "write-jetxl", source, bench.path("peer.xlsx")),
         tool("XlsxWriter", "write-xlsxwriter", source, bench.path("peer.xlsx"), runs=1)], units=ROWS)


def deflate(bench):
    """What compression alone costs."""
    source = large(bench)
    bench.measure("CSV to XLSX, --raw (again)", [bench.program, "convert", "--raw", source, "-o", bench.path("o.xlsx"),
                                                 "--force", "-q"],
                  [tool("zlib 1 of Python, deflating only", "deflate-zlib", source)])


def batch(bench):
    """2,000 small tables; ours syncs each workbook and keeps digests, the others do neither."""
    inputs, target, other = bench.folder / "tables", bench.folder / "ours", bench.folder / "theirs"
    batch_of_tables.make(inputs, 2_000, 71)
    (bench.folder / "p.json").write_text('{"steps": [{"step": "convert", "to": "xlsx"}]}', encoding="utf-8")
    loop = bench.compiled("xlsxwriter_table.c", "-lxlsxwriter")

    def clear():
        # Put aside, not removed: ext4 is slow to make new files where many were removed a moment ago.
        for folder in (target, other):
            if folder.exists():
                folder.rename(bench.folder / f"{folder.name}-{time.monotonic_ns()}")
        other.mkdir()
        # What is still on its way to the disk would be charged to whoever syncs next.
        os.sync()

    bench.measure(
        "2,000 tables of 71 rows to XLSX", [bench.program, "run", bench.path("p.json"), str(inputs), "-o", str(target), "-q"],
        [loop and Peer("C on libxlsxwriter, one process", ["sh", "-c", f"{loop} --all {other} {inputs}/*.csv"]),
         tool("XlsxWriter", "print-xlsxwriter", str(inputs), str(other), runs=1),
         tool("openpyxl", "print-openpyxl", str(inputs), str(other), runs=1)], units=2_000, before=clear)


WORKLOADS = {"batch": batch, "read-workbooks": read_workbooks, "parse-csv": parse_csv, "validate": validate,
             "write-workbooks": write_workbooks, "deflate": deflate}
