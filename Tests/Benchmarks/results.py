"""The results as a page: what was measured, when, on what, and by which commands."""
import datetime
import os
import pathlib
import platform
import resource
import subprocess

import install_peers

HEAD = """# Measured

Written by `make bench-peers`, which measures all of it again on the machine at hand. Every value is a median; × says how many
times as much as ours the other program takes, as the median of the pairs of runs, one after the other. Memory is the largest
resident set. Inputs come from the shared workloads: L has 300,000 rows of six columns.
"""


def without_folder(rows, folder):
    """The rows with commands that name no temporary folder and no machine."""
    root = install_peers.FOLDER.parent
    roots = [(folder + "/", ""), (f"{root}/", ""), (f"{root.parent}/", "../")]

    def plain(row):
        for path, other in roots:
            row["command"] = row["command"].replace(path, other)
        return row

    for row in rows:
        plain(row)
        for peer in row.get("peers", []):
            plain(peer)
    return rows


def memory(row):
    """Peak memory; a child's account starts at what this process had, so that smaller values are not known."""
    floor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{row['memory']:.0f}" if row["memory"] > floor else f"≤ {floor:.0f}"


def output(*command):
    try:
        return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def machine():
    processor = next((line.split(":")[1].strip() for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines()
                      if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    return f"{os.cpu_count()} × {processor}, {memory:.0f} GiB, Linux {platform.release()}"


def library(package):
    return output("dpkg-query", "-W", "-f", "${Version}", package)


def page(rows, program):
    compiler = output("swift", "--version").splitlines()[0]
    facts = [
        ("date", datetime.date.today().isoformat()), ("machine", machine()), ("fenjie", output(program, "--version")),
        ("compiler", compiler), ("libxlsxwriter", library("libxlsxwriter-dev")), ("ISA-L", library("libisal-dev")),
        *install_peers.versions(),
    ]
    lines = [HEAD, "| | |", "| --- | --- |", *(f"| {name} | {value} |" for name, value in facts), "",
             "| work | by | CPU s | wall s | MiB | × CPU | × wall | runs |", "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |"]
    for row in rows:
        lines.append(f"| {row['name']} | **fenjie** | {row['cpu']:.3f} | {row['wall']:.3f} | {memory(row)} | | | {row['runs']} |")
        for peer in row["peers"]:
            lines.append(f"| | {peer['name']} | {peer['cpu']:.3f} | {peer['wall']:.3f} | {memory(peer)} | "
                         f"{peer['cpu_ratio']:.2f} | {peer['wall_ratio']:.2f} | {peer['runs']} |")
    lines += ["", "## Commands", "", "| work | by | command |", "| --- | --- | --- |"]
    for row in rows:
        lines.append(f"| {row['name']} | fenjie | `{row['command']}` |")
        lines += [f"| | {peer['name']} | `{peer['command']}` |" for peer in row["peers"]]
    return "\n".join(lines) + "\n"
