"""Runs whole processes, each against its peer in the same run: A B A B …"""
import os
import pathlib
import shutil
import statistics
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared"


def run(command, stdin=None, environment=None, allowed=(0,)):
    """Runs a command once, which must end with a status allowed; returns CPU seconds, wall seconds and peak memory in MiB."""
    with open(stdin or os.devnull, "rb") as source:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=environment and dict(os.environ, **environment))
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code not in allowed:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {code}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


class Peer:
    """Another program that does the same: its name, its command, and what it may not do."""

    def __init__(self, name, command, environment=None, runs=None):
        self.name, self.command, self.environment, self.runs = name, command, environment, runs


class Bench:
    """A folder of inputs and peers, and the rows measured so far."""

    def __init__(self, program, folder, runs):
        self.program, self.folder, self.runs = program, folder, runs
        self.rows = []

    def path(self, name):
        return str(self.folder / name)

    def measure(self, name, ours, peers=(), units=None, stdin=None, before=lambda: None):
        """Measures one piece of work; `units` says how many items ours handles, for a rate."""
        peers = [peer for peer in peers if peer]
        mine, others, broken = [], {peer.name: [] for peer in peers}, set()
        for index in range(self.runs + 1):
            before()
            # Status 1 is done, with findings.
            mine.append(run(ours, stdin, allowed=(0, 1)))
            for peer in peers:
                if peer.name in broken or peer.runs and index > peer.runs:
                    continue
                try:
                    others[peer.name].append((mine[-1], run(peer.command, stdin, peer.environment)))
                except (RuntimeError, OSError) as error:
                    broken.add(peer.name)
                    print(f"{peer.name} is left out: {error}", flush=True)
        row = self._summary([mine[1:]], name) | {"command": " ".join(map(str, ours)), "runs": self.runs, "peers": []}
        if units:
            row["rate"] = units / row["cpu"]
        for peer in peers:
            # The first run only warms up; a peer that takes minutes is run once.
            pairs = others[peer.name][1:] or others[peer.name]
            if peer.name in broken or not pairs:
                continue
            entry = self._summary([[other for _, other in pairs]], peer.name)
            entry["cpu_ratio"] = statistics.median(theirs[0] / max(own[0], 1e-6) for own, theirs in pairs)
            entry["wall_ratio"] = statistics.median(theirs[1] / max(own[1], 1e-6) for own, theirs in pairs)
            entry |= {"runs": len(pairs), "command": " ".join(map(str, peer.command))}
            row["peers"].append(entry)
        self.rows.append(row)
        self._show(row)

    @staticmethod
    def _summary(runs, name):
        (values,) = runs
        return {"name": name, "cpu": statistics.median(value[0] for value in values),
                "wall": statistics.median(value[1] for value in values), "memory": max(value[2] for value in values)}

    @staticmethod
    def _show(row):
        rate = f"  {row['rate']:,.0f} a second" if "rate" in row else ""
        print(f"{row['name']:36} {row['cpu']:8.3f} s CPU {row['wall']:8.3f} s wall {row['memory']:7.1f} MiB{rate}")
        for peer in row["peers"]:
            print(f"    {peer['name']:32} {peer['cpu']:8.3f} s CPU {peer['wall']:8.3f} s wall {peer['memory']:7.1f} MiB"
                  f"  {peer['cpu_ratio']:6.2f} × CPU {peer['wall_ratio']:6.2f} × wall of ours", flush=True)

    def compiled(self, source, *libraries):
        """Builds a peer in C; `None` where that fails."""
        target = self.path(pathlib.Path(source).stem)
        compiler = shutil.which("cc") or shutil.which("clang")
        if compiler is None:
            print(f"{source} is left out: there is neither cc nor clang")
            return None
        done = subprocess.run([compiler, "-O2", "-o", target, str(HERE / "peers" / source), *libraries])
        return target if done.returncode == 0 else None
