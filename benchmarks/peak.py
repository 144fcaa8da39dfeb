"""Runs a module as `python -m` does, and prints at the end how much memory the process has held at most, in KiB.

What the system notes of a child (`ru_maxrss`) begins with what its parent held, so the process reads its own figure.
"""

from __future__ import annotations

import os
import re
import resource
import runpy
import sys
from pathlib import Path

SAYS = re.compile(r"^held at most (\d+) KiB$", re.MULTILINE)


def _held() -> int:
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text("utf-8").partition("VmHWM:")[2].split()[0])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    sys.argv = sys.argv[1:]
    sys.path[0] = os.getcwd()  # noqa: PTH109 - as a module that is run finds it
    try:
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
    finally:
        print(f"\nheld at most {_held()} KiB")
