#!/usr/bin/env python3
"""Installs the programs that we are measured against into .build-peers, and tells their versions.

usage: install_peers.py

Python packages go into a virtual environment there, Debian packages are unpacked beside it; nothing else is touched.
"""
import pathlib
import shutil
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parents[2] / ".build-peers"
PYTHON = FOLDER / "venv" / "bin" / "python"
PACKAGES = ["python-calamine", "fastexcel", "duckdb", "polars", "pyarrow", "jetxl", "frictionless", "XlsxWriter", "openpyxl",
            "xlsx2csv"]
DEBIAN = {"mlr": "miller"}


def program(name):
    """The path of a program from a Debian package; `None` where it is not installed."""
    unpacked = FOLDER / "debian" / "usr" / "bin" / name
    return str(unpacked) if unpacked.exists() else shutil.which(name)


def install():
    FOLDER.mkdir(exist_ok=True)
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", str(FOLDER / "venv")], check=True)
    subprocess.run([str(PYTHON), "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    for name, package in DEBIAN.items():
        if program(name):
            continue
        done = subprocess.run(["apt-get", "download", "--quiet", package], cwd=FOLDER)
        files = sorted(FOLDER.glob(f"{package}_*.deb"))
        if done.returncode != 0 or not files:
            print(f"{package} could not be had and is left out", file=sys.stderr)
            continue
        subprocess.run(["dpkg-deb", "--extract", str(files[-1]), str(FOLDER / "debian")], check=True)


def versions():
    """Names and versions of what is installed."""
    if not PYTHON.exists():
        return []
    listed = subprocess.run([str(PYTHON), "-m", "pip", "freeze"], stdout=subprocess.PIPE, text=True, check=True).stdout
    wanted = {name.lower() for name in PACKAGES}
    found = [tuple(line.split("==")) for line in listed.splitlines() if line.lower().split("==")[0] in wanted]
    miller = program("mlr")
    if miller:
        text = subprocess.run([miller, "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout
        found.append(("Miller", text.split()[-1]))
    return found


if __name__ == "__main__":
    install()
    for name, version in versions():
        print(name, version)
