#!/usr/bin/env python3
"""Runs the console examples of the documents and compares what they print.

usage: check_documents.py [--update] FENJIE DOCUMENT…

A block fenced as ```console holds lines `$ command` followed by what the command prints (standard output and standard
error). Every block runs in one fresh copy of examples/ for each document, with FENJIE first on the path. A line `…` in
the expected output stands for any lines. Links to files inside the project must lead somewhere. In *.zh-CN.md messages
are in Chinese. --update writes what is printed into the documents, for a person to review.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```console\n(.*?)^```", re.M | re.S)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def examples(text):
    """Yields (command, expected output) of each console block."""
    for block in BLOCK.findall(text):
        command, output = None, []
        for line in block.splitlines():
            if line.startswith("$ "):
                if command is not None:
                    yield command, output
                command, output = line[2:], []
            else:
                output.append(line)
        if command is not None:
            yield command, output


def matches(expected, actual):
    """Compares line by line; `…` alone on a line stands for any number of lines."""
    if not expected:
        return not actual
    if expected[0].strip() == "…":
        return any(matches(expected[1:], actual[start:]) for start in range(len(actual) + 1))
    return bool(actual) and expected[0].rstrip() == actual[0].rstrip() and matches(expected[1:], actual[1:])


def updated(text, run):
    """The document with every block's output as it is printed now."""

    def renew(match):
        lines = []
        for line in match.group(1).splitlines():
            if line.startswith("$ "):
                lines += [line] + [part.rstrip() for part in run(line[2:]).splitlines()]
        return "```console\n" + "\n".join(lines) + "\n```"

    return BLOCK.sub(renew, text)


def main():
    update = "--update" in sys.argv
    sys.argv = [word for word in sys.argv if word != "--update"]
    program = pathlib.Path(sys.argv[1]).resolve()
    root = pathlib.Path(__file__).resolve().parents[2]
    failures = commands = 0
    for name in sys.argv[2:]:
        document = root / name
        text = document.read_text(encoding="utf-8")
        language = "zh" if ".zh-CN" in name else "en"
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(root / "examples", pathlib.Path(folder) / "examples")
            # Not by the locale: bash warns where a Chinese one is not installed.
            environment = dict(
                os.environ, PATH=f"{program.parent}:{os.environ['PATH']}", LC_ALL="C.UTF-8", FENJIE_LANG=language)

            def run(command):
                return subprocess.run(
                    ["bash", "-c", command], cwd=folder, env=environment, stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT, text=True, stdin=subprocess.DEVNULL).stdout

            if update:
                document.write_text(updated(text, run), encoding="utf-8")
                commands += 1
                continue
            for command, expected in examples(text):
                commands += 1
                printed = run(command)
                actual = printed.splitlines()
                while expected and not expected[-1].strip():
                    expected = expected[:-1]
                if not matches(expected, actual):
                    failures += 1
                    print(f"{name}: $ {command}\n--- expected\n" + "\n".join(expected) + "\n--- printed\n" + printed)
        for link in LINK.findall(text):
            if not (document.parent / link).exists():
                failures += 1
                print(f"{name}: the link {link} leads nowhere")
    print(f"documents: {commands} commands run, {failures} failures")
    return 1 if failures or commands == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
