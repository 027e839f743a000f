"""Start a command and print what it took as JSON. Run as a script of its own, with nothing imported that is large.

A child inherits the peak memory of the process that starts it (Linux keeps the high-water mark over exec), so that the
starter has to be small for the child's own peak to be seen.
"""

from __future__ import annotations

import json
import os
import sys
import time


def main() -> None:
    """Run the command in the arguments, its output thrown away."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    began = time.monotonic()
    child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, nowhere, 1)])
    _, status, usage = os.wait4(child, 0)
    seconds = time.monotonic() - began
    kb = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    report = {"seconds": seconds, "peak_mb": kb / 1024, "exit": os.waitstatus_to_exitcode(status)}
    sys.stdout.write(json.dumps(report))


if __name__ == "__main__":
    main()
