"""How much memory this process has, and the most it ever had."""

import resource
import sys
from pathlib import Path


def peak_mib() -> float:
    """Peak resident size of this process in MiB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 2**20 if sys.platform == "darwin" else most / 2**10


def now_mib() -> float:
    """Memory of its own this process has, in MiB; where the system does not tell, its peak."""
    status = Path("/proc/self/status")
    if not status.exists():
        return peak_mib()
    lines = status.read_text(encoding="ascii").splitlines()
    own = (line for line in lines if line.startswith(("RssAnon", "RssShmem")))
    return sum(int(line.split()[1]) for line in own) / 2**10
